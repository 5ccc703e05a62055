#include "wirecopy/report/display_text.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace wirecopy {
namespace {

struct WidthRow {
  const char* name;
  std::string_view text;
  int columns;
};
void PrintTo(const WidthRow& row, std::ostream* out) { *out << row.name; }

class DisplayWidthTest : public testing::TestWithParam<WidthRow> {};

TEST_P(DisplayWidthTest, CountsColumns) {
  EXPECT_EQ(DisplayWidth(GetParam().text), GetParam().columns);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, DisplayWidthTest,
    testing::Values(WidthRow{"empty", "", 0}, WidthRow{"Latin", "Harbour", 7},
                    WidthRow{"Han", "晚报", 4}, WidthRow{"full width Latin", "ＡＢ", 4},
                    WidthRow{"half width Kana", "ｶﾅ", 2}, WidthRow{"Hangul", "신문", 4},
                    WidthRow{"Hangul of conjoining letters", "\u1100\u1161\u11a8", 2},
                    WidthRow{"combining accent", "e\u0301", 1},
                    WidthRow{"tone mark of pinyin", "qǐng", 4},
                    WidthRow{"ambiguous is one", "…·“", 3},
                    WidthRow{"ideographic space and comma", "　，", 4},
                    WidthRow{"zero width space", "a\u200bb", 2}, WidthRow{"emoji", "📰", 2},
                    WidthRow{"emoji with skin tone", "👍🏽", 2},
                    WidthRow{"emoji family", "👨‍👩‍👧", 2}, WidthRow{"flag", "🇨🇳", 2},
                    WidthRow{"Han beyond the first plane", "𠮷", 2},
                    WidthRow{"Thai with marks", "ที่", 1}, WidthRow{"broken UTF-8", "a\xff", 2}));

TEST(HarmlessTest, NothingIsLeftThatATerminalObeys) {
  EXPECT_EQ(Harmless("\x1b[31mred\a"), "␛[31mred␇");
  EXPECT_EQ(Harmless("a\xc2\x9b"
                     "31mb\x7f"),
            "a\uFFFD31mb␡");
  EXPECT_EQ(Harmless("shown \u202ereversed\u2066"), "shown \uFFFDreversed\uFFFD");
  EXPECT_EQ(Harmless(" \t标题\r\n第二行\u3000\u00a0x  "), "标题 第二行 x");
  EXPECT_EQ(Harmless("so\u00adft\u200b \ufeff❤\ufe0f"), "soft ❤");
  EXPECT_EQ(Harmless("x\xffy"), "x\uFFFDy");
}

TEST(HarmlessTest, TooManyMarksAreLeftOut) {
  std::string flood = "a";
  for (int i = 0; i < 1000; ++i) flood += "\u0301";
  EXPECT_EQ(Harmless(flood + "b"), "a\u0301\u0301\u0301\u0301b");
}

TEST(HarmlessTest, TwiceIsOnce) {
  for (const char* text :
       {"\x1b[0m \u202e新闻\u200d📰", "a\u0300\u0301\u0302\u0303\u0304b", "\xe4\xb8 \x80"}) {
    EXPECT_EQ(Harmless(Harmless(text)), Harmless(text));
  }
}

TEST(CutToWidthTest, NeverWiderThanAskedAndNeverInsideACharacter) {
  EXPECT_EQ(CutToWidth("春季会议", 8), "春季会议");
  EXPECT_EQ(CutToWidth("春季会议", 7), "春季会…");
  EXPECT_EQ(CutToWidth("春季会议", 6), "春季…");
  EXPECT_EQ(CutToWidth("abc", 1), "…");
  EXPECT_EQ(CutToWidth("cafe\u0301s and more", 6), "cafe\u0301s…");
  EXPECT_EQ(CutToWidth("", 1), "");
  const std::string mixed = "a春e\u0301👨‍👩‍👧季b会议📰";
  for (int columns = 1; columns <= DisplayWidth(mixed); ++columns) {
    const std::string cut = CutToWidth(mixed, columns);
    EXPECT_LE(DisplayWidth(cut), columns);
    EXPECT_EQ(Harmless(cut), cut);
  }
}

TEST(WrapToWidthTest, BreaksAtSpacesElseBetweenCharacters) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(WrapToWidth("", 5), Lines{""});
  EXPECT_EQ(WrapToWidth("one two", 7), Lines{"one two"});
  EXPECT_EQ(WrapToWidth("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(WrapToWidth("one two three", 8), (Lines{"one two", "three"}));
  EXPECT_EQ(WrapToWidth("one two three", 6), (Lines{"one", "two", "three"}));
  EXPECT_EQ(WrapToWidth("unbroken", 3), (Lines{"unb", "rok", "en"}));
  EXPECT_EQ(WrapToWidth("春季会议", 5), (Lines{"春季", "会议"}));
  EXPECT_EQ(WrapToWidth("a 春季会议召开", 6), (Lines{"a", "春季会", "议召开"}));
  EXPECT_EQ(WrapToWidth("  x", 2), (Lines{" ", "x"}));
}

TEST(PadToWidthTest, FillsColumns) {
  EXPECT_EQ(PadToWidth("晚报", 6) + "|", "晚报  |");
  EXPECT_EQ(PadLeftToWidth("7", 3), "  7");
  EXPECT_EQ(PadToWidth("too long", 3), "too long");
}

// The table is what the checked-in tool writes, wherever Python knows the same version of Unicode.
TEST(CharacterWidthTest, TheTableIsWhatItsToolWrites) {
  const std::string data = std::string(WIRECOPY_SOURCE_DIR) + "/data/";
  const std::string same_version =
      "python3 -c \"import sys, unicodedata; sys.exit('Database '"
      " + unicodedata.unidata_version + ',' not in open('" +
      data + "character_width.tsv').read())\"";
  if (std::system(same_version.c_str()) != 0)
    GTEST_SKIP() << "no python3 with the Unicode version of the table";
  const std::string compare =
      "python3 '" + data + "make_character_width.py' | cmp - '" + data + "character_width.tsv'";
  EXPECT_EQ(std::system(compare.c_str()), 0);
}

TEST(HarmlessExactTest, KeepsEveryCharacterThatDoesNothing) {
  EXPECT_EQ(HarmlessExact("  a  b　c\u200bd "), "  a  b　c\u200bd ");
  EXPECT_EQ(HarmlessExact("a\x1b[31m\r\n\tb\x7f"), "a␛[31m␍␊␉b␡");
  EXPECT_EQ(HarmlessExact("a\u202eb\u2066c\u2028d\u009be\xff"),
            "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd");
  EXPECT_EQ(HarmlessExact(""), "");
}

}  // namespace
}  // namespace wirecopy
