#include "wirecopy/compare/direction.h"

#include "gtest/gtest.h"
#include "wirecopy/compare/compare.h"
#include "wirecopy/compare/made_text_test.h"

namespace wirecopy {
namespace {

constexpr size_t kLong = 400;

// The direction that a verdict on two texts tells, the same seen from both sides.
double DirectionBetween(const std::vector<Token>& a, const std::vector<Token>& b,
                        const Background& background = Background()) {
  Comparer comparer({});
  const double direction = comparer.Compare({a}, {b}, background).direction;
  EXPECT_EQ(comparer.Compare({b}, {a}, background).direction, 0 - direction);
  return direction;
}

TEST(DirectionTest, EqualTextsTellNothing) {
  const std::vector<Token> text = DistinctCharacters(kLong);
  EXPECT_EQ(DirectionBetween(text, text), 0);
}

TEST(DirectionTest, ThePartWasMadeFromTheWhole) {
  const std::vector<Token> whole = DistinctCharacters(kLong);
  EXPECT_GT(DirectionBetween(Part(whole, 0, 120), whole), 1);
}

TEST(DirectionTest, StrangersTellLittle) {
  EXPECT_EQ(DirectionBetween(DistinctCharacters(kLong, 0), DistinctCharacters(kLong, 1000)), 0);
}

// A background that knows every shingle of `text` from several stories.
Background Knowing(const std::vector<Token>& text) {
  std::vector<Background::Entry> entries;
  for (uint64_t shingle : ShingleSet(text)) entries.push_back({shingle, 3});
  return Background(10000, entries, {});
}

TEST(DirectionTest, TheIllFormedWasMadeFromTheWellFormed) {
  const std::vector<Token> text = DistinctCharacters(kLong);
  std::vector<Token> damaged = text;
  for (size_t i = 50; i < kLong; i += 70) damaged[i] = CharacterToken(U'鑫');
  EXPECT_GT(DirectionBetween(damaged, text, Knowing(text)), 2);
}

}  // namespace
}  // namespace wirecopy
