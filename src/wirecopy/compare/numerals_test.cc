#include "wirecopy/compare/numerals.h"

#include <cmath>
#include <string>

#include "gtest/gtest.h"
#include "wirecopy/compare/made_text_test.h"

namespace wirecopy {
namespace {

struct NumeralCase {
  std::u32string text;
  std::vector<double> values;
};

TEST(NumbersInTest, ReadsWhatTextsWrite) {
  const NumeralCase cases[] = {
      {U"", {}},
      {U"会议在省城举行", {}},
      {U"七", {7}},
      {U"十", {10}},
      {U"十五", {15}},
      {U"第二十三届", {23}},
      {U"二〇二四年", {2024}},
      {U"二零二四年", {2024}},
      {U"一百零五", {105}},
      {U"两千三百四十五", {2345}},
      {U"一万零五百", {10500}},
      {U"三十二万", {320000}},
      {U"五千万", {5e7}},
      {U"三亿五千万", {3.5e8}},
      {U"十二亿三千四百万五千六百", {1234005600}},
      {U"二万三千亿", {2.3e12}},
      {U"一万亿", {1e12}},
      {U"12", {12}},
      {U"007", {7}},
      {U"12万", {120000}},
      {U"5千", {5000}},
      {U"5千万", {5e7}},
      {U"3百人", {300}},
      {U"8亿元", {8e8}},
      {U"20多万人", {20, 10000}},
      {U"4月28日下午3时", {4, 28, 3}},
      // The point of 1.2万 is no token, so its two sides are values of their own.
      {U"1 2万", {1, 20000}},
      {U"十二|三", {12, 3}},
  };
  for (const NumeralCase& c : cases) {
    EXPECT_EQ(NumbersIn(TokensOf(c.text)), c.values) << "case " << &c - cases;
  }
}

TEST(NumbersInTest, DigitsTooLongForATokenAreEqualOnlyToThemselves) {
  const std::vector<double> x = NumbersIn(TokensOf(U"13800138000"));
  const std::vector<double> y = NumbersIn(TokensOf(U"13800138001"));
  ASSERT_EQ(x.size(), 1u);
  EXPECT_EQ(x, NumbersIn(TokensOf(U"13800138000")));
  EXPECT_NE(x, y);
}

TEST(NumbersInTest, EndlessNumeralsStayEqualToThemselves) {
  for (const char32_t c : {U'九', U'万', U'〇', U'千'}) {
    const std::vector<Token> tokens = TokensOf(std::u32string(100000, c));
    const std::vector<double> values = NumbersIn(tokens);
    ASSERT_EQ(values.size(), 1u);
    EXPECT_FALSE(std::isnan(values[0]));
  }
}

TEST(IsHanNumeralTest, KnowsItsCharacters) {
  for (char32_t c : std::u32string_view(U"〇零一二两三四五六七八九十百千万亿")) {
    EXPECT_TRUE(IsHanNumeral(CharacterToken(c)));
    EXPECT_TRUE(IsNumeric(CharacterToken(c)));
  }
  for (Token token : TokensOf(U"年点多|word")) {
    EXPECT_FALSE(IsHanNumeral(token));
    EXPECT_FALSE(IsNumeric(token));
  }
  EXPECT_FALSE(IsHanNumeral(NumberToken("12")));
  EXPECT_TRUE(IsNumeric(NumberToken("12")));
  EXPECT_TRUE(IsNumeric(NumberToken("123456789012")));
}

}  // namespace
}  // namespace wirecopy
