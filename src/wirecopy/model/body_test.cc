#include "wirecopy/model/body.h"

#include <algorithm>
#include <ostream>
#include <random>
#include <vector>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

constexpr Token kBreak = kBreakToken;

struct MaskCase {
  const char* name;
  std::vector<Token> tokens;
  std::vector<TokenRange> masked;
  std::vector<Token> body;
  std::vector<uint32_t> places;
};
void PrintTo(const MaskCase& row, std::ostream* out) { *out << row.name; }

class MakeBodyTest : public testing::TestWithParam<MaskCase> {};

TEST_P(MakeBodyTest, CutsOutAndMarksTheCut) {
  const MaskCase& row = GetParam();
  const Body body = MakeBody(row.tokens, row.masked, /*with_places=*/true);
  EXPECT_EQ(body.tokens, row.body);
  EXPECT_EQ(body.places, row.places);
  const Body without = MakeBody(row.tokens, row.masked);
  EXPECT_EQ(without.tokens, row.body);
  EXPECT_TRUE(without.places.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Masks, MakeBodyTest,
    testing::Values(MaskCase{"nothing at all", {}, {}, {}, {}},
                    MaskCase{"no mask", {1, 2, 3}, {}, {1, 2, 3}, {0, 1, 2}},
                    MaskCase{"all masked", {1, 2, 3}, {{0, 3}}, {}, {}},
                    MaskCase{"head: no break at the start", {1, 2, 3}, {{0, 2}}, {3}, {2}},
                    MaskCase{"tail: no break at the end", {1, 2, 3}, {{1, 3}}, {1}, {0}},
                    MaskCase{"middle: a break at the place behind it",
                             {1, 2, 3},
                             {{1, 2}},
                             {1, kBreak, 3},
                             {0, 2, 2}},
                    MaskCase{"neighbouring masks: one break",
                             {1, 2, 3, 4},
                             {{1, 2}, {2, 3}},
                             {1, kBreak, 4},
                             {0, 3, 3}},
                    MaskCase{"two cuts",
                             {1, 2, 3, 4, 5},
                             {{1, 2}, {3, 4}},
                             {1, kBreak, 3, kBreak, 5},
                             {0, 2, 2, 4, 4}},
                    MaskCase{"a mask beyond the end", {1, 2}, {{1, 9}}, {1}, {0}}));

TEST(ContentHashTest, IsPinnedAndSeesNoBreaks) {
  std::vector<Token> tokens;
  for (char32_t c : std::u32string(U"会议指出要求")) tokens.push_back(CharacterToken(c));
  EXPECT_EQ(ContentHash(MakeBody(tokens, {})), 0xd152d9e38c613b3fu);
  std::vector<Token> with_menu = tokens;
  with_menu.insert(with_menu.begin() + 3, WordToken("menu"));
  const std::vector<TokenRange> menu = {{3, 4}};
  const Body body = MakeBody(with_menu, menu);
  ASSERT_EQ(std::count(body.tokens.begin(), body.tokens.end(), kBreak), 1);
  EXPECT_EQ(ContentHash(body), 0xd152d9e38c613b3fu);
  EXPECT_NE(ContentHash(MakeBody(with_menu, {})), 0xd152d9e38c613b3fu);
}

TEST(ContentHashTest, OfAnEmptyBodyIsThatOfNoBytes) {
  EXPECT_EQ(ContentHash(Body{}), HashBytes(""));
}

struct UnionCase {
  const char* name;
  std::vector<TokenRange> a;
  std::vector<TokenRange> b;
  std::vector<TokenRange> both;
};
void PrintTo(const UnionCase& row, std::ostream* out) { *out << row.name; }

class UnionOfTest : public testing::TestWithParam<UnionCase> {};

TEST_P(UnionOfTest, Joins) {
  EXPECT_EQ(UnionOf(GetParam().a, GetParam().b), GetParam().both);
  EXPECT_EQ(UnionOf(GetParam().b, GetParam().a), GetParam().both);
}

INSTANTIATE_TEST_SUITE_P(
    Ranges, UnionOfTest,
    testing::Values(UnionCase{"nothing", {}, {}, {}}, UnionCase{"one side", {{1, 3}}, {}, {{1, 3}}},
                    UnionCase{"apart", {{5, 6}}, {{1, 3}}, {{1, 3}, {5, 6}}},
                    UnionCase{"touching become one", {{1, 3}}, {{3, 5}}, {{1, 5}}},
                    UnionCase{"overlapping", {{1, 4}}, {{2, 6}}, {{1, 6}}},
                    UnionCase{"one within the other", {{1, 9}}, {{2, 3}, {4, 5}}, {{1, 9}}},
                    UnionCase{"empty ranges vanish", {{4, 4}}, {{1, 2}}, {{1, 2}}}));

// A token is in the union if it is in one of the sides; ranges are disjoint with a gap between
// them.
TEST(UnionOfTest, AgreesWithMarkingTokenByToken) {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    std::vector<bool> marked(64, false);
    std::vector<TokenRange> sides[2];
    for (auto& side : sides) {
      for (uint32_t at = random() % 8; at < 60; at += 1 + random() % 12) {
        const uint32_t end = std::min<uint32_t>(60, at + 1 + random() % 6);
        side.push_back({at, end});
        std::fill(marked.begin() + at, marked.begin() + end, true);
        at = end;
      }
    }
    std::vector<bool> joined(64, false);
    uint32_t last_end = 0;
    for (const TokenRange& range : UnionOf(sides[0], sides[1])) {
      EXPECT_TRUE(last_end == 0 || range.begin > last_end);
      std::fill(joined.begin() + range.begin, joined.begin() + range.end, true);
      last_end = range.end;
    }
    ASSERT_EQ(joined, marked) << "round " << round;
  }
}

}  // namespace
}  // namespace wirecopy
