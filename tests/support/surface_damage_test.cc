#include "surface_damage.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "code_points.h"

namespace wirecopy {
namespace {

std::string Without(std::string_view text, std::u32string_view unwanted) {
  std::u32string kept;
  for (char32_t c : ToCodePoints(text)) {
    if (unwanted.find(c) == unwanted.npos) kept += c;
  }
  return ToUtf8(kept);
}

TEST(SurfaceDamage, FoldsAndWidens) {
  EXPECT_EQ(ToAsciiPunctuation("（甲），乙；丙：“丁”、戊。"), "(甲),乙;丙:“丁”、戊。");
  EXPECT_EQ(ToFullWidth("第27届 Go!"), "第２７届 Ｇｏ!");
}

TEST(SurfaceDamage, DoublesPunctuationSometimes) {
  SeededRandom random(3);
  const std::string text = "一，二，三，四，五，六，七，八。九。十。";
  const std::string doubled = DoublePunctuation(text, random);
  EXPECT_GT(doubled.size(), text.size());
  EXPECT_EQ(Without(doubled, U"，、。"), Without(text, U"，、。"));
}

TEST(SurfaceDamage, InvisibleCharactersAreAllThatIsAdded) {
  const std::string text = "防汛工作会议在临澜召开 the meeting opened\n第二段";
  SeededRandom random(4);
  const std::string hyphens = WithSoftHyphens(text, random);
  EXPECT_NE(hyphens, text);
  EXPECT_EQ(Without(hyphens, U"\u00AD"), text);
  const std::string zero_width = WithZeroWidth(text, random);
  EXPECT_NE(zero_width, text);
  EXPECT_EQ(Without(zero_width, U"\u200B\u200D\uFEFF"), text);
}

TEST(SurfaceDamage, IndentsParagraphs) {
  EXPECT_EQ(WithHtmlEntities("“甲”\n\n乙 & 丙"),
            "&nbsp;&nbsp;&ldquo;甲&rdquo;\n\n&nbsp;&nbsp;乙 &amp; 丙");
  EXPECT_EQ(WithIdeographicSpaces("甲\n乙"), "\u3000\u3000甲\n\u3000\u3000乙");
  EXPECT_EQ(WithNoBreakSpaces("a b"), "\u00A0\u00A0\u00A0\u00A0a\u00A0b");
}

TEST(SurfaceDamage, FlattensToOneLine) {
  EXPECT_EQ(Flatten("甲\n\n乙\n丙\n"), "甲 乙 丙");
  EXPECT_EQ(Flatten("\n甲\n乙", ""), "甲乙");
}

TEST(SurfaceDamage, NoiseHitsAboutItsRateAndOnlyLetters) {
  std::u32string text;
  for (char32_t c = 0x4E00; c < 0x4E00 + 2000; ++c) text += c;
  SeededRandom random(5);
  const std::u32string noisy = ToCodePoints(WithNoise(ToUtf8(text), .05, random));
  // Each hit leaves its character missing in three cases of four: about 75 of 2,000, within 5
  // standard errors.
  const auto missing =
      std::ranges::count_if(text, [&noisy](char32_t c) { return noisy.find(c) == noisy.npos; });
  EXPECT_GT(missing, 30);
  EXPECT_LT(missing, 120);
  EXPECT_EQ(WithNoise("12, 34!", 1, random), "12, 34!");
  EXPECT_EQ(WithNoise("甲乙丙", 0, random), "甲乙丙");
}

}  // namespace
}  // namespace wirecopy
