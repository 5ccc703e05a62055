#include "wirecopy/text/wrong_decoding.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "wirecopy/text/folded_page.h"
#include "wirecopy/text/gbk.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

const char kReport[] =
    "渡口昨天重新开放，首班船六点四十分离岸。\n"
    "镇长说：“修缮用了三个月，比计划早了九天。”河对岸的三个村子今后不必绕行公路桥，孩子们上学省下半"
    "小时。\n"
    "船票仍是两元，老人免费。";
const char kTraditionalReport[] =
    "渡口昨天重新開放，首班船六點四十分離岸。鎮長說：「修繕用了三個月，比計劃早了九天。」對岸的三個"
    "村子今後不必繞行。";
const char kEnglishReport[] =
    "The ferry’s first boat left at dawn. “We are three days early,” the mayor said — and smiled.";

// What a decoder for Windows-1252 makes of each byte, by the five that matter here; else Latin-1.
std::string ReadAsOneByte(std::string_view utf8, bool windows) {
  std::string out;
  for (const char byte : utf8) {
    const unsigned value = static_cast<unsigned char>(byte);
    char32_t c = value;
    if (windows && value == 0x80) c = U'€';
    if (windows && value == 0x94) c = U'”';
    if (windows && value == 0x99) c = U'™';
    if (windows && value == 0x9C) c = U'œ';
    if (windows && value == 0x85) c = U'…';
    AppendUtf8(c, out);
  }
  return out;
}

std::string ReadAsGbk(std::string_view utf8) {
  std::string out;
  for (size_t i = 0; i < utf8.size();) {
    const unsigned lead = static_cast<unsigned char>(utf8[i]);
    const unsigned trail = i + 1 < utf8.size() ? static_cast<unsigned char>(utf8[i + 1]) : 0;
    const char32_t pair = FromGbk(lead, trail);
    AppendUtf8(lead < 0x80 ? lead : pair != 0 ? pair : 0xFFFD, out);
    i += lead >= 0x80 && pair != 0 ? 2 : 1;
  }
  return out;
}

std::string Folded(std::string_view text) {
  std::string utf8;
  for (char32_t c : FoldPage(text).chars) AppendUtf8(c, utf8);
  return utf8;
}

TEST(WrongDecodingTest, Utf8ReadAsWindows1252OrLatin1ComesBack) {
  for (const bool windows : {true, false}) {
    for (const char* page : {kReport, kTraditionalReport, kEnglishReport}) {
      EXPECT_EQ(Folded(ReadAsOneByte(page, windows)), Folded(page)) << windows;
    }
  }
}

TEST(WrongDecodingTest, TwiceWrongIsUndoneTwice) {
  const std::string twice = ReadAsOneByte(ReadAsOneByte(kReport, true), true);
  EXPECT_EQ(Folded(twice), Folded(kReport));
  const FoldedPage folded = FoldPage(twice);
  EXPECT_EQ(folded.begins.front(), 0u);
  EXPECT_EQ(folded.ends.back(), twice.size());
}

TEST(WrongDecodingTest, NoBreakSpacesThatBecamePlainAreBytes) {
  const std::string page = "渡口开放，船票两元，堤上植树。";  // 堤 is E5 A0 A4
  std::string damaged = ReadAsOneByte(page, true);
  const size_t space = damaged.find("\u00A0");
  ASSERT_NE(space, damaged.npos);
  damaged.replace(space, 2, " ");
  EXPECT_EQ(Folded(damaged), Folded(page));
}

TEST(WrongDecodingTest, ASequenceThatLostItsEndIsNoLetter) {
  const std::string page = ReadAsOneByte("“One” “two” “three” “four”", false);
  std::string damaged = page;
  for (size_t at; (at = damaged.find("\u009D")) != damaged.npos;) damaged.erase(at, 2);
  EXPECT_EQ(Folded(damaged).find('a'), std::string::npos) << Folded(damaged);
}

// Bytes that form no pair are lost; which they were shows only where 0x80 is meant.
TEST(WrongDecodingTest, Utf8ReadAsGbkComesBackButForAFewCharacters) {
  for (const char* page : {kReport, kTraditionalReport}) {
    const std::u32string whole = FoldPage(page).chars;
    const std::u32string restored = FoldPage(ReadAsGbk(page)).chars;
    size_t lost = 0;
    for (char32_t c : restored) lost += c == 0xFFFD;
    size_t kept = 0;
    for (char32_t c : whole) kept += restored.find(c) != restored.npos;
    EXPECT_LE(lost, 6u);
    EXPECT_GE(kept * 10, whole.size() * 9);
  }
}

TEST(WrongDecodingTest, PlacesPointIntoThePage) {
  for (const std::string& page : {ReadAsOneByte(kReport, true), ReadAsGbk(kReport)}) {
    const FoldedPage folded = FoldPage(page);
    EXPECT_TRUE(std::ranges::is_sorted(folded.begins));
    EXPECT_TRUE(std::ranges::is_sorted(folded.ends));
    for (size_t i = 0; i < folded.chars.size(); ++i) {
      EXPECT_LT(folded.begins[i], folded.ends[i]);
      EXPECT_LE(folded.ends[i], page.size());
    }
  }
  const std::string page = "Ferry: " + ReadAsOneByte("渡口开放", true);
  const FoldedPage folded = FoldPage(page);
  ASSERT_EQ(folded.chars, U"ferry: 渡口开放");
  EXPECT_EQ(folded.begins[7], 7u);
  EXPECT_EQ(folded.ends.back(), page.size());
}

struct Row {
  const char* name;
  std::string text;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class RightDecodingTest : public testing::TestWithParam<Row> {};

TEST_P(RightDecodingTest, IsLeftAlone) { EXPECT_FALSE(UndoWrongDecoding(GetParam().text)); }

INSTANTIATE_TEST_SUITE_P(
    Texts, RightDecodingTest,
    testing::Values(
        Row{"empty", ""}, Row{"Simplified", kReport}, Row{"Traditional", kTraditionalReport},
        Row{"English", kEnglishReport},
        Row{"French", "L’été dernier, près du château, un élève a noté : « c’est déjà fermé »."},
        Row{"German", "Über die Brücke fährt künftig täglich ein größerer Zug, heißt es."},
        Row{"Spanish", "Mañana habrá más sesiones, según dijo el señor Núñez en el balcón."},
        Row{"Vietnamese", "Bến phà mở cửa trở lại sau ba tháng sửa chữa, sớm hơn kế hoạch."},
        Row{"Japanese", "渡し船は三か月の修理を終えて、きのうの朝から運航を再開した。"},
        Row{"Korean", "나루터가 석 달 만에 다시 문을 열었다고 군수가 말했다."},
        Row{"Russian", "Паром снова ходит с шести утра, сообщил глава посёлка."},
        Row{"two sequences only", "caf\u00C3\u00A9 and na\u00C3\u00AFve"},
        Row{"broken UTF-8", "\xFF\xFE\xC3\xC3\xC3\xC3 a"},
        Row{"many of one lead", std::string(60, '\xC3')},
        Row{"rare names", "鼯鼱鼹鼬鼩鼷鼢鼧鼫鼭鼯鼱鼹鼬鼩鼷"}));

}  // namespace
}  // namespace wirecopy
