#include "wirecopy/text/folded_page.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <ostream>
#include <string>

#include "fold_reference.h"
#include "seeded_random.h"
#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

std::string Folded(std::string_view text) {
  std::string utf8;
  for (char32_t c : FoldPage(text).chars) AppendUtf8(c, utf8);
  return utf8;
}

struct Row {
  const char* name;
  std::string text;
  std::string folded;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class FoldPageTest : public testing::TestWithParam<Row> {};

TEST_P(FoldPageTest, Folds) { EXPECT_EQ(Folded(GetParam().text), GetParam().folded); }

INSTANTIATE_TEST_SUITE_P(
    Characters, FoldPageTest,
    testing::Values(
        Row{"empty", "", ""}, Row{"one character", "中", "中"},
        Row{"one form of punctuation", "“甲”，「乙」；（丙）！？", "\"甲\",\"乙\";(丙)!?"},
        Row{"full stop and list comma stay", "甲、乙。", "甲、乙。"},
        Row{"title marks stay", "《甲》", "《甲》"}, Row{"ellipsis", "甲……", "甲......"},
        Row{"dashes", "甲—乙–丙", "甲-乙-丙"}, Row{"ligature", "ﬁn", "fin"},
        Row{"unit", "㎡", "m2"}, Row{"fraction", "½", "1/2"},
        Row{"invisible", "a\u200Bb\u00ADc\uFEFFd\uFE0F", "abcd"},
        Row{"accents", "Café e\u0301", "cafe e"},
        Row{"broken UTF-8",
            "a\xFF"
            "b\xE4\xB8",
            "a\uFFFD"
            "b\uFFFD"},
        Row{"overlong", "\xC0\x80", "\uFFFD\uFFFD"},
        Row{"surrogate in UTF-8", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
        Row{"NUL", std::string("a\0b", 3), "a b"},
        Row{"jamo compose", "\u1112\u1161\u11AB\u1100\u1173", "한그"},
        Row{"jamo alone", "\u1161", "\u1161"}, Row{"zero among numerals", "二○二○年", "二〇二〇年"},
        Row{"circle elsewhere", "○第一", "○第一"},
        Row{"separator stroke", "要闻丨正文", "要闻|正文"}));

INSTANTIATE_TEST_SUITE_P(
    WhiteSpace, FoldPageTest,
    testing::Values(Row{"ends are trimmed", " \n甲 \t\n", "甲"},
                    Row{"runs are one", "甲 \t\u00A0 乙", "甲 乙"},
                    Row{"lines", "甲 \r\n 乙\r丙\n\n\n丁", "甲\n乙\n丙\n丁"},
                    Row{"line separator", "甲\u2028乙\u0085丙", "甲\n乙\n丙"},
                    Row{"indent is a line", "甲。\u3000\u3000乙", "甲。\n乙"},
                    Row{"indent of em spaces", "甲。&emsp;&emsp;乙", "甲。\n乙"},
                    Row{"one wide space is a space", "甲\u3000乙", "甲 乙"},
                    Row{"two wide spaces apart are two spaces", "甲\u3000乙\u3000丙", "甲 乙 丙"},
                    Row{"indent after an invisible character", "甲\u3000\u200B\u3000乙",
                        "甲\n乙"}));

INSTANTIATE_TEST_SUITE_P(CharacterReferences, FoldPageTest,
                         testing::Values(Row{"nbsp", "甲&nbsp;&nbsp;乙", "甲 乙"},
                                         Row{"escaped twice", "甲&amp;nbsp;乙", "甲 乙"},
                                         Row{"quotes", "&ldquo;甲&rdquo;", "\"甲\""},
                                         Row{"numeric Han", "&#20013;&#x570B;", "中国"},
                                         Row{"unknown", "AT&T; a&b", "at&t; a&b"}));

INSTANTIATE_TEST_SUITE_P(
    Readings, FoldPageTest,
    testing::Values(
        Row{"behind a character", "領(lǐng)導(dǎo)會(huì)", "领导会"},
        Row{"space inside", "會(huì )議", "会议"},
        Row{"full-width brackets", "會（huì）議", "会议"},
        Row{"mixed brackets", "會（huì)議", "会议"}, Row{"wrong reading", "省長(cháng)", "省长"},
        Row{"Simplified", "领(lǐng)导", "领导"},
        Row{"beside real brackets", "各縣(市、區(qū))設(shè)點", "各县(市、区)设点"},
        Row{"before real brackets", "報(bào)(記者)", "报(记者)"},
        Row{"Bopomofo", "領(ㄌㄧㄥˇ)導（ㄉㄠˇ）會（ㄏㄨㄟˋ ）一(ㄧ)個(˙ㄍㄜ)", "领导会一个"},
        Row{"Bopomofo unclosed stays", "領(ㄌㄧㄥˇ導", "领(ㄌㄧㄥˇ导"},
        Row{"several in Bopomofo stay", "領導(ㄌㄧㄥˇㄉㄠˇ)", "领导(ㄌㄧㄥˇㄉㄠˇ)"},
        Row{"unopened", "領lǐng)導", "领导"}, Row{"unopened, tone first", "愛ài)國", "爱国"},
        Row{"unclosed", "領(lǐng導", "领导"}, Row{"decomposed tone", "會(hui\u0300)議", "会议"},
        Row{"two syllables stay", "领导(lǐngdǎo)", "领导(lingdao)"},
        Row{"no Han before", "a(lǐng)", "a(ling)"}, Row{"French stays", "咖啡(café)", "咖啡(cafe)"},
        Row{"no syllable stays", "店(née)", "店(nee)"},
        Row{"unclosed before a word stays", "店(là Bas)", "店(la bas)"},
        Row{"abbreviations stay", "世贸组织(WTO)和(a)(the)", "世贸组织(wto)和(a)(the)"},
        Row{"torn, not repairable", "的?qǐng)好", "的好"},
        Row{"torn after nothing", "?qǐng)好", "好"},
        Row{"a question stays", "好吗?(lì)", "好吗?(li)"}));

INSTANTIATE_TEST_SUITE_P(
    Bytewise, FoldPageTest,
    testing::Values(
        Row{"newspaper", "惠州日?qǐng)?bào)訊", "惠州日报讯"},
        Row{"ASCII trail byte", "侵?jǐn)_民眾", "侵扰民众"},
        Row{"long run", "咨詢?nèi)绾纬蔀榇河鹱髡哒?qǐng)聯(lián)系", "咨询如何成为春羽作者请联系"},
        Row{"run with a reading", "總經(jīng)理?xiàng)畋蠹案鞣謴S、", "总经理杨斌及各分厂、"},
        Row{"two in a row", "日?qǐng)?bào)、日?qǐng)?bào)", "日报、日报"},
        Row{"lost lead byte", "確!拔逡弧逼陂g全市", "确保\"五一\"期间全市"},
        Row{"lost lead byte behind a question mark", "請注意?！拔逡弧逼陂g",
            "请注意。\"五一\"期间"},
        Row{"not lost", "小心!把门关上", "小心!把门关上"}));

INSTANTIATE_TEST_SUITE_P(
    Toneless, FoldPageTest,
    testing::Values(Row{"five that fit", "5月9日(ri)下(xia)午,五湖(hu)的船開(kai)了(le)。",
                        "5月9日下午,五湖的船开了。"},
                    Row{"four that fit", "5月9日(ri)下(xia)午,五湖(hu)的船開(kai)了。",
                        "5月9日(ri)下(xia)午,五湖(hu)的船开(kai)了。"},
                    Row{"English that sounds like it",
                        "跑(run)他(he)她(she)我(me)船(ban)人(men)能(can)",
                        "跑(run)他(he)她(she)我(me)船(ban)人(men)能(can)"},
                    Row{"some that do not fit",
                        "日(ri)下(xia)湖(hu)開(kai)了(le)長(chang)縣(xuan)(the)",
                        "日下湖开了长县(the)"},
                    Row{"letters of a list stay", "日(ri)下(xia)湖(hu)開(kai)了(le)甲(a)乙(e)",
                        "日下湖开了甲(a)乙(e)"}));

TEST(FoldedPageTest, CountsDamage) {
  const FoldedPage page = FoldPage("領(lǐng)導(dǎo)日?qǐng)?bào)&nbsp;a\u00ADb確!拔逡弧逼陂g");
  EXPECT_EQ(page.damage.pinyin, 2u);
  EXPECT_EQ(page.damage.gbk_repairs, 2u);
  EXPECT_EQ(page.damage.html_entities, 1u);
  EXPECT_EQ(page.damage.invisible, 1u);
  EXPECT_EQ(page.damage.traditional, 5u);  // 領 導 報 確 間
}

TEST(FoldedPageTest, PlacesOfARepairFollowEachOther) {
  const std::string text = "甲日?qǐng)?bào)乙";
  const FoldedPage page = FoldPage(text);
  ASSERT_EQ(page.chars, U"甲日报乙");
  EXPECT_EQ(text.substr(page.begins[2], page.ends[2] - page.begins[2]), "?qǐng)?bào)");
  EXPECT_EQ(page.begins[3], page.ends[2]);
}

TEST(FoldedPageTest, HostileInputIsLinear) {
  for (const char* unit : {"(", "?a", "?ā)", "中(lǐng", "日?qǐng)", "&", "&#", "&amp;", "确!拔",
                           "aā", "中(ri)", "\u3000", "\xE4", "ﷺ"}) {
    std::string text;
    while (text.size() < (1 << 20)) text += unit;
    const FoldedPage page = FoldPage(text);
    EXPECT_EQ(page.begins.size(), page.chars.size());
    EXPECT_EQ(page.ends.size(), page.chars.size());
  }
}

// Mostly what pages are made of, sometimes any bytes. Nothing that needs a look at its neighbours.
std::string RandomPlainText(SeededRandom& random) {
  const auto in = [&](char32_t first, char32_t last) {
    return first + static_cast<char32_t>(random.Below(last - first + 1));
  };
  std::string text;
  for (size_t i = random.Below(60); i > 0; --i) {
    switch (random.Below(8)) {
      case 0:
        text.push_back(static_cast<char>(random.Below(256)));
        break;
      case 1:
        AppendUtf8(in(0x20, 0x7E), text);
        break;
      case 2:
        AppendUtf8(in(0x0E01, 0x0E4E), text);
        break;
      case 3:
        AppendUtf8(in(0x3000, 0x33FF), text);
        break;
      case 4:
        AppendUtf8(in(0xF900, 0xFFEF), text);
        break;
      case 5:
        AppendUtf8(in(0x10000, 0x1FFFF), text);
        break;
      default:
        AppendUtf8(in(0x4E00, 0x9FFF), text);
    }
  }
  std::string plain;
  for (size_t place = 0; place < text.size();) {
    const DecodedCharacter next = DecodeUtf8(text, place);
    if (!FoldEntryOf(next.code_point).needs_context()) plain += text.substr(place, next.size_bytes);
    place += next.size_bytes;
  }
  return plain;
}

TEST(FoldedPageTest, AgreesWithTheSlowTwin) {
  const reference::FoldReference twin(WIRECOPY_T2S_TSV);
  for (uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const std::string text = RandomPlainText(random);
    const FoldedPage page = FoldPage(text);
    std::vector<reference::FoldedLetter> letters;
    for (size_t i = 0; i < page.chars.size(); ++i) {
      const CharClass kind = ClassOf(page.chars[i]);
      if (kind == CharClass::kPunctuation || kind > CharClass::kMark) continue;
      letters.push_back({page.chars[i], page.begins[i], page.ends[i]});
    }
    ASSERT_EQ(letters, twin.Letters(text));
  }
}

RC_GTEST_PROP(FoldedPageProperty, KeepsItsPromises, (const std::string& text)) {
  const FoldedPage page = FoldPage(text);
  RC_ASSERT(page.begins.size() == page.chars.size());
  RC_ASSERT(page.ends.size() == page.chars.size());
  for (size_t i = 0; i < page.chars.size(); ++i) {
    RC_ASSERT(page.begins[i] < page.ends[i]);
    RC_ASSERT(page.ends[i] <= text.size());
    if (i > 0) RC_ASSERT(page.begins[i] >= page.begins[i - 1]);
    const bool white = page.chars[i] == U' ' || page.chars[i] == U'\n';
    const bool at_end = i == 0 || i + 1 == page.chars.size();
    if (white) RC_ASSERT(!at_end && page.chars[i - 1] != U' ' && page.chars[i - 1] != U'\n');
  }
}

}  // namespace
}  // namespace wirecopy
