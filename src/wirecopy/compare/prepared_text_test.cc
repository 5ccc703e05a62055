#include "wirecopy/compare/prepared_text.h"

#include "gtest/gtest.h"
#include "wirecopy/compare/made_text_test.h"

namespace wirecopy {
namespace {

TEST(PrepareTextTest, OfNothing) {
  const PreparedText text = PrepareText({}, Background());
  EXPECT_EQ(text.size(), 0u);
  EXPECT_EQ(text.bits(), 0);
  EXPECT_TRUE(text.shingles.empty());
}

TEST(PrepareTextTest, RareCharactersHoldAFifthOfAShingleEach) {
  const Background background;
  const std::vector<Token> tokens = DistinctCharacters(40);
  const PreparedText text = PrepareText(tokens, background);
  EXPECT_NEAR(text.bits(), 40 * background.Bits(1) / 5, 1e-9);
  for (uint32_t i = 0; i < 40; ++i)
    EXPECT_NEAR(text.Bits(i, i + 1), background.Bits(1) / 5, 1e-9) << i;
}

TEST(PrepareTextTest, AWordHoldsAThirdOfAShingle) {
  const Background background;
  const PreparedText text = PrepareText(TokensOf(U"the council met on a rainy day"), background);
  EXPECT_NEAR(text.bits(), 7 * background.Bits(1) / 3, 1e-9);
}

TEST(PrepareTextTest, BreaksHoldNothingAndShinglesDoNotSpanThem) {
  const Background background;
  const std::vector<Token> tokens = TokensOf(U"春江水暖鸭先知|竹外桃花三两枝|短句");
  const PreparedText text = PrepareText(tokens, background);
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (tokens[i] == kBreakToken) {
      EXPECT_EQ(text.Bits(i, i + 1), 0) << i;
    }
  }
  EXPECT_NEAR(text.bits(), 14 * background.Bits(1) / 5,
              1e-9);  // the last stretch is lighter than a shingle
  EXPECT_EQ(text.shingles.size(), 6u);
}

TEST(PrepareTextTest, ATextLighterThanAShingleStillHoldsInformation) {
  const PreparedText text = PrepareText(TokensOf(U"开|幕"), Background());
  ASSERT_EQ(text.shingles.size(), 1u);
  EXPECT_GT(text.Bits(0, 1), 0);
  EXPECT_EQ(text.Bits(1, 2), 0);
  EXPECT_GT(text.Bits(2, 3), 0);
}

TEST(PrepareTextTest, BitsNeverFallAndSumUp) {
  std::mt19937_64 random(5);
  for (int round = 0; round < 50; ++round) {
    const std::vector<Token> tokens =
        Edited(random, RandomCharacters(random, random() % 200, 40), 12);
    const PreparedText text = PrepareText(tokens, Background());
    ASSERT_EQ(text.bits_before.size(), tokens.size() + 1);
    double sum = 0;
    for (uint32_t i = 0; i < text.size(); ++i) {
      ASSERT_GE(text.Bits(i, i + 1), 0);
      sum += text.Bits(i, i + 1);
    }
    EXPECT_NEAR(sum, text.bits(), 1e-6);
    EXPECT_LE(text.bits(), static_cast<double>(tokens.size()) * Background().Bits(1) / 5 + 1e-6);
  }
}

TEST(PrepareTextTest, AFormulaWeighsLittleAndIsCommon) {
  const std::vector<Token> formula = DistinctCharacters(12);
  const std::vector<Token> own = DistinctCharacters(12, 500);
  std::vector<Background::Entry> entries;
  for (uint64_t shingle : ShingleSet(formula)) entries.push_back({shingle, 4000});
  const Background background(1 << 14, entries, {});
  std::vector<Token> tokens = formula;
  tokens.push_back(kBreakToken);
  Append(tokens, own);
  const PreparedText text = PrepareText(tokens, background);
  EXPECT_LT(text.Bits(0, 12), 0.01 * text.Bits(13, 25));
  for (uint32_t i = 0; i < text.size(); ++i) EXPECT_EQ(text.common[i] != 0, i < 12) << i;
}

}  // namespace
}  // namespace wirecopy
