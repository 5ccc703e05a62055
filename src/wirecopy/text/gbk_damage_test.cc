#include "wirecopy/text/gbk_damage.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "wirecopy/text/gbk.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

std::string Characters(const GbkRepair& repair) {
  std::string utf8;
  for (size_t i = 0; i < repair.count; ++i) AppendUtf8(repair.characters[i].code_point, utf8);
  return utf8;
}

// Stretches follow each other and lie inside the damage.
void ExpectOrderly(const GbkRepair& repair, size_t begin) {
  size_t last = begin;
  for (size_t i = 0; i < repair.count; ++i) {
    EXPECT_GE(repair.characters[i].begin, last);
    EXPECT_GT(repair.characters[i].end, repair.characters[i].begin);
    last = repair.characters[i].end;
  }
  EXPECT_LE(last, repair.end);
}

struct TornRow {
  const char* name;
  const char* before;  // its last character
  const char* damaged;
  const char* repaired;  // null: left as it is
  const char* rest = "";
};
void PrintTo(const TornRow& row, std::ostream* out) { *out << row.name; }

class TornReadingTest : public testing::TestWithParam<TornRow> {};

TEST_P(TornReadingTest, Repairs) {
  const TornRow& row = GetParam();
  const std::string text = std::string(row.before) + row.damaged + row.rest;
  const size_t place = std::string(row.before).size();
  const uint16_t code = ToGbk(DecodeUtf8(text, 0).code_point);
  const auto repair = RepairTornReading(text, place, code & 0xFF);
  ASSERT_EQ(repair.has_value(), row.repaired != nullptr);
  if (!repair) return;
  EXPECT_EQ(Characters(*repair), row.repaired);
  EXPECT_EQ(repair->end, text.size() - std::string(row.rest).size());
  ExpectOrderly(*repair, place);
}

INSTANTIATE_TEST_SUITE_P(
    All, TornReadingTest,
    testing::Values(
        TornRow{"back in step at the next reading", "日", "?qǐng)?bào)", "報", "訊,昨天"},
        TornRow{"full-width marks", "日", "？qǐng）？bào）", "報"},
        TornRow{"replacement character for the mark", "日", "\uFFFDqǐng)\uFFFDbào)", "報"},
        TornRow{"space inside the bracket", "日", "?qǐng )?bào )", "報"},
        TornRow{"back in step at an ASCII trail byte", "侵", "?jǐn)_", "擾", "民"},
        TornRow{"a long run", "詢", "?nèi)绾纬蔀榇河鹱髡哒?qǐng)", "如何成為春羽作者請",
                "聯(lián)系"},
        TornRow{"run to an ASCII letter", "理", "?xiàng)畋蠹案鞣謴S", "楊斌及各分廠", "。"},
        TornRow{"a lost pair in the middle", "日", "?qǐng)笙?⒎Q", "報\uFFFD\uFFFD稱", "他"},
        TornRow{"the mark took an ASCII digit with it", "請", "?jiān)?", "\uFFFD", "0日內"},
        TornRow{"no annotated character begins with that byte", "的", "?qǐng)?bào)", nullptr},
        TornRow{"another reading than any annotated character has", "日", "?qíng)?bào)", nullptr},
        TornRow{"never back in step", "日", "?qǐng)", nullptr, ",全市\n"},
        TornRow{"a question and a bracket", "日", "?)", nullptr},
        TornRow{"toneless", "日", "?qing)?bao)", nullptr}));

struct LostRow {
  const char* name;
  char32_t before;
  bool after_question_mark;
  const char* text;  // from the exclamation mark
  const char* repaired;
};
void PrintTo(const LostRow& row, std::ostream* out) { *out << row.name; }

class LostLeadTest : public testing::TestWithParam<LostRow> {};

TEST_P(LostLeadTest, Repairs) {
  const LostRow& row = GetParam();
  const auto repair = RepairLostLead(row.text, 0, row.before, row.after_question_mark);
  ASSERT_EQ(repair.has_value(), row.repaired != nullptr);
  if (!repair) return;
  EXPECT_EQ(Characters(*repair), row.repaired);
  ExpectOrderly(*repair, 0);
}

INSTANTIATE_TEST_SUITE_P(
    All, LostLeadTest,
    testing::Values(
        LostRow{"保 before a quotation", U'确', false, "!拔逡弧逼陂g全市", "保“五一”期間"},
        LostRow{"full-width mark", U'确', false, "！拔逡弧逼陂g全市", "保“五一”期間"},
        LostRow{"a full stop before a quotation", U'了', false, "!拔逡弧逼陂g全市", "。“五一”期間"},
        LostRow{"a question mark is not 保", U'确', true, "!拔逡弧逼陂g全市", "。“五一”期間"},
        LostRow{"never back in step", U'确', false, "!拔逡弧逼陂", nullptr},
        LostRow{"an exclamation", U'心', false, "!把门关上,看TV去", nullptr},
        LostRow{"an exclamation before Latin", U'心', false, "!把TV打开", nullptr},
        LostRow{"a name", U'啊', false, "!白云山A区开放了", nullptr},
        LostRow{"another first byte", U'确', false, "!中国人民Bank", nullptr},
        LostRow{"nothing behind", U'确', false, "!", nullptr}));

TEST(GbkDamageTest, RunsAreBounded) {
  std::string text = "?qǐng)";
  for (int i = 0; i < 1000; ++i) text += "人";
  EXPECT_FALSE(RepairTornReading(text + "g", 0, 0xD5).has_value());
}

}  // namespace
}  // namespace wirecopy
