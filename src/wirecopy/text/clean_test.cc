#include "wirecopy/text/clean.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

#include "cloaking_kit.h"
#include "seeded_random.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/folded_page.h"
#include "wirecopy/text/utf8.h"
#include "wirecopy/text/wrong_decoding.h"

namespace wirecopy {
namespace {

constexpr std::string_view kReport =
    "河湾市九月十二日召开全市防汛工作会议,市长林建国主持会议并讲话。会议强调,各县(市、区)"
    "要坚持早发现、早报告,"
    "确保“双节”期间河道畅通,落实责任制,加强监测预警。\n"
    "会议要求,有关部门要对12,000公里堤防开展排查,及时处置风险;农业、水利、应急等单位要备足物资。"
    "据河湾日报报道,当地数百名干部已经下沉一线。请各单位联系防汛办公室。\n";

// Of all shingles of two texts the share that both have.
double SharedShingles(const std::vector<Token>& a, const std::vector<Token>& b) {
  const std::vector<uint64_t> of_a = ShingleSet(a), of_b = ShingleSet(b);
  std::vector<uint64_t> shared;
  std::ranges::set_intersection(of_a, of_b, std::back_inserter(shared));
  return static_cast<double>(shared.size()) /
         static_cast<double>(of_a.size() + of_b.size() - shared.size());
}

std::string RepeatedReport() {
  std::string text;
  for (int i = 0; i < 3; ++i) text += kReport;
  return text;
}

struct Row {
  const char* name;
  std::string text;
  std::vector<Token> tokens;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class TokenTest : public testing::TestWithParam<Row> {};

TEST_P(TokenTest, Cuts) {
  const CleanText clean = Clean(GetParam().text, {.places = true, .furniture_rules = false});
  EXPECT_EQ(clean.tokens, GetParam().tokens);
  EXPECT_EQ(clean.begins.size(), clean.tokens.size());
  EXPECT_EQ(clean.ends.size(), clean.tokens.size());
}

INSTANTIATE_TEST_SUITE_P(
    All, TokenTest,
    testing::Values(
        Row{"empty", "", {}}, Row{"punctuation only", "，。!😀 \n", {}},
        Row{"Han", "開會。", {CharacterToken(U'开'), CharacterToken(U'会')}},
        Row{"Kana and Hangul", "の한", {CharacterToken(U'の'), CharacterToken(U'한')}},
        Row{"words", "The GDP", {WordToken("the"), WordToken("gdp")}},
        Row{"apostrophe inside a word", "Don’t 'go'", {WordToken("dont"), WordToken("go")}},
        Row{"apostrophe at an end", "boys' toys", {WordToken("boys"), WordToken("toys")}},
        Row{"hyphen parts words", "well-known", {WordToken("well"), WordToken("known")}},
        Row{"letters and digits part", "COVID19", {WordToken("covid"), NumberToken("19")}},
        Row{"Cyrillic", "Россия", {WordToken("россия")}},
        Row{"Devanagari keeps its signs", "हिन्दी", {WordToken("हिन्दी")}},
        Row{"leading zero", "007", {NumberToken("007")}},
        Row{"decimal", "3.5", {NumberToken("3"), NumberToken("5")}},
        Row{"thousands", "12,000", {NumberToken("12000")}},
        Row{"millions, full width", "１，２３４，５６７", {NumberToken("1234567")}},
        Row{"a comma between numbers", "2019,300", {NumberToken("2019"), NumberToken("300")}},
        Row{"a comma and four digits", "12,0000", {NumberToken("12"), NumberToken("0000")}},
        Row{"a comma and two digits", "12,00", {NumberToken("12"), NumberToken("00")}},
        Row{"a comma at the end", "12,", {NumberToken("12")}},
        Row{"a second comma that joins nothing",
            "1,234,56",
            {NumberToken("1234"), NumberToken("56")}},
        Row{"a space does not join", "12, 000", {NumberToken("12"), NumberToken("000")}},
        Row{"Thai graphemes",
            "กินา",
            {GraphemeToken("กิ"), CharacterToken(U'น'), CharacterToken(U'า')}},
        Row{"mark without a base", "中ิ", {CharacterToken(U'中'), CharacterToken(U'ิ')}}));

TEST(CleanTest, LinesAreWhereTheyBegin) {
  const CleanText clean = Clean("首页\n***\n正文 一\n\n\u3000\u3000正文二");
  EXPECT_EQ(clean.lines, (std::vector<uint32_t>{0, 2, 5}));
}

TEST(CleanTest, PlacesAreBytesOfTheOriginal) {
  const std::string text = "　領(lǐng)導 don't 12,000";
  const CleanText clean = Clean(text, {.places = true});
  std::vector<std::string> stretches;
  for (size_t i = 0; i < clean.tokens.size(); ++i) {
    stretches.push_back(text.substr(clean.begins[i], clean.ends[i] - clean.begins[i]));
  }
  EXPECT_EQ(stretches, (std::vector<std::string>{"領", "導", "don't", "12,000"}));
}

TEST(CleanTest, DamageIsHandedOn) { EXPECT_EQ(Clean("領(lǐng)導").damage.pinyin, 1u); }

TEST(RenderCleanTest, WritesWhatTheEngineSees) {
  EXPECT_EQ(RenderClean("“領(lǐng)導”說: it’s 12,000元 A-B\n\n第２行 !"),
            "领导说its 12000元a b\n第2行");
  EXPECT_EQ(RenderClean("***"), "");
}

TEST(CleanTest, TheKitIsUndone) {
  const std::vector<Token> plain = Clean(kReport, {.furniture_rules = false}).tokens;
  const std::vector<Token> traditional =
      Clean(ToTraditional(kReport), {.furniture_rules = false}).tokens;
  EXPECT_EQ(traditional, plain);
  for (char group : {'a', 'b', 'c', 'd', 'e'}) {
    SCOPED_TRACE(group);
    const std::string page = ToTraditional(kReport);
    for (ReadingForm form :
         {ReadingForm::kPlain, ReadingForm::kTrailingSpace, ReadingForm::kUnopened}) {
      const CleanText clean =
          Clean(InjectReadings(page, ReadingsOfGroup(group), form), {.furniture_rules = false});
      EXPECT_EQ(clean.tokens, plain);
      EXPECT_GE(clean.damage.pinyin, 10u);
    }
    // Characters that were decoded to a question mark are gone for good.
    const CleanText torn =
        Clean(InjectReadingsBytewise(page, ReadingsOfGroup(group)), {.furniture_rules = false});
    EXPECT_LE(plain.size() - torn.tokens.size(), 2u);
    EXPECT_GE(SharedShingles(torn.tokens, plain), .9);
  }
}

TEST(CleanTest, TonelessReadingsGo) {
  const std::string text = RepeatedReport();
  SeededRandom random(5);
  const std::string page = InjectToneless(ToTraditional(text), AllReadings(), .3, random);
  const CleanText clean = Clean(page, {.furniture_rules = false});
  EXPECT_GE(clean.damage.pinyin, 10u);
  EXPECT_EQ(clean.tokens, Clean(text, {.furniture_rules = false}).tokens);
}

// Folding the stretch a token came from gives the token's characters, but where damage was undone
// in it.
void ExpectPlacesLeadBack(const std::string& text) {
  const CleanText clean = Clean(text, {.places = true, .furniture_rules = false});
  for (size_t i = 0; i < clean.tokens.size(); ++i) {
    RC_ASSERT(clean.begins[i] < clean.ends[i] && clean.ends[i] <= text.size());
    const std::string stretch = text.substr(clean.begins[i], clean.ends[i] - clean.begins[i]);
    const std::vector<Token> again = Clean(stretch, {.furniture_rules = false}).tokens;
    RC_ASSERT(std::find(again.begin(), again.end(), clean.tokens[i]) != again.end());
  }
}

void ExpectIdempotent(const std::string& text) {
  const CleanText clean = Clean(text, {.furniture_rules = false});
  const std::string rendered = RenderClean(text);
  RC_ASSERT(Clean(rendered, {.furniture_rules = false}).tokens == clean.tokens);
  RC_ASSERT(RenderClean(rendered) == rendered);
}

// Texts made of the pieces that damage, folding and cutting turn on.
std::string PiecesText(SeededRandom& random) {
  static const std::vector<std::string> kPieces = {
      "領",     "(lǐng)",    "(",    "）",     "lǐng)",    "?qǐng)", "?bào)", "日",     "報",
      "!拔",    "逡弧逼陂g", "確",   "huì",    "(ri)",     "(xia)",  "下",    "中",     "&nbsp;",
      "&amp;",  "&#39;",     "amp;", "#65;",   "12",       ",000",   ",",     "don",    "'",
      "t",      "’",         "a",    "é",      "e\u0301",  " ",      "\n",    "\u3000", "\u200B",
      "\u00AD", "ก",         "ิ",     "\u1112", "\u1161",   "\u11AB", "한",    "하",     "二",
      "○",      "〇",        "ﷺ",    "½",      "\xE4\xB8", "\xFF",   "😀",    "\uFE0F", "ß",
      "İ",      "ﬁ",         "が",   "ｶﾞ",     "ि",        "क",      "�",     "?",      "!",
      "(the)",  "_",         "丨"};
  std::string text;
  for (size_t i = random.Below(40); i > 0; --i) text += kPieces[random.Below(kPieces.size())];
  return text;
}

RC_GTEST_PROP(CleanProperty, IsIdempotentOnAnyBytes, (const std::string& text)) {
  ExpectIdempotent(text);
}

RC_GTEST_PROP(CleanProperty, IsIdempotentOnPieces, (uint64_t seed)) {
  SeededRandom random(seed);
  for (int i = 0; i < 50; ++i) ExpectIdempotent(PiecesText(random));
}

// A page with some bytes changed, removed or doubled.
RC_GTEST_PROP(CleanProperty, IsIdempotentOnMutatedPages, (uint64_t seed)) {
  SeededRandom random(seed);
  std::string page = Cloak(kReport, ReadingsOfGroup("abcde"[random.Below(5)]));
  for (size_t i = random.Below(30); i > 0; --i) {
    const size_t place = random.Below(page.size());
    switch (random.Below(3)) {
      case 0:
        page[place] = static_cast<char>(random.Below(256));
        break;
      case 1:
        page.erase(place, 1 + random.Below(5));
        break;
      default:
        page.insert(place, page.substr(place, random.Below(40)));
    }
  }
  ExpectIdempotent(page);
}

RC_GTEST_PROP(CleanProperty, PlacesLeadBack, (uint64_t seed)) {
  SeededRandom random(seed);
  std::string text;
  for (size_t i = random.Below(60); i > 0; --i) {
    constexpr std::u32string_view kAlphabet =
        U"領導會議abcÉﬁ½②12,'’ 　\n&;()。，ก\u0E34\u1112\u1161\u11AB二〇ß\u00AD\u200B";
    AppendUtf8(kAlphabet[random.Below(kAlphabet.size())], text);
  }
  // Noise now and then looks like UTF-8 read as something else, and a stretch alone does not.
  RC_PRE(!UndoWrongDecoding(text));
  ExpectPlacesLeadBack(text);
}

}  // namespace
}  // namespace wirecopy
