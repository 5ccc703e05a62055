#include "wirecopy/report/outside_passages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CleanText TextOfTokens(size_t count, std::vector<TokenRange> furniture) {
  CleanText clean;
  clean.tokens.assign(count, CharacterToken(U'字'));
  clean.furniture = std::move(furniture);
  return clean;
}

TEST(OutsidePassagesTest, IsWhatNeitherPassagesNorFurnitureHold) {
  const OutsidePassages outside =
      OutsideOf(TextOfTokens(20, {{0, 2}, {9, 11}}), {{12, 15}, {4, 8}, {5, 7}});
  EXPECT_THAT(outside.own, ElementsAre(TokenRange{2, 4}, TokenRange{8, 9}, TokenRange{11, 12},
                                       TokenRange{15, 20}));
  EXPECT_EQ(outside.own_tokens, 9u);
  EXPECT_EQ(outside.furniture_tokens, 4u);
}

TEST(OutsidePassagesTest, NothingIsOutsideOfAll) {
  EXPECT_THAT(OutsideOf(TextOfTokens(5, {}), {{0, 5}}).own, IsEmpty());
  EXPECT_THAT(OutsideOf(TextOfTokens(0, {}), {}).own, IsEmpty());
  EXPECT_THAT(OutsideOf(TextOfTokens(3, {}), {}).own, ElementsAre(TokenRange{0, 3}));
}

}  // namespace
}  // namespace wirecopy
