#include "wirecopy/text/dateline.h"

#include <ostream>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

struct DatelineCase {
  const char* name;
  std::u32string_view dateline;
  std::u32string_view rest;
  std::u32string_view agency;
  std::u32string_view reporter;
};

void PrintTo(const DatelineCase& row, std::ostream* out) { *out << row.name; }

class DatelineTest : public testing::TestWithParam<DatelineCase> {};

TEST_P(DatelineTest, EndsBeforeTheFirstSentence) {
  const std::u32string text = std::u32string(GetParam().dateline) + std::u32string(GetParam().rest);
  const auto found = ReadDateline(text);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->end, GetParam().dateline.size());
  EXPECT_TRUE(found->agency == GetParam().agency);
  EXPECT_TRUE(found->reporter == GetParam().reporter);
}

INSTANTIATE_TEST_SUITE_P(
    All, DatelineTest,
    testing::Values(
        DatelineCase{"wire_with_reporter", U"某通社青河6月2日电(记者林一)", U"青河市召开会议。",
                     U"某通社", U"林一"},
        DatelineCase{"wire_without_reporter", U"某通社青河6月2日电", U"青河市召开会议。", U"某通社",
                     U""},
        DatelineCase{"reporter_with_spaces", U"某通社青河6月2日电 (记者 林一、钱二)",
                     U"青河市召开会议。", U"某通社", U"林一、钱二"},
        DatelineCase{"own_report", U"本报讯(记者林一)", U"青河市召开会议。", U"本报", U"林一"},
        DatelineCase{"bracketed", U"【某闻网6月2日消息】", U"青河市召开会议。", U"某闻网", U""},
        DatelineCase{"quoted_agency", U"据某闻网消息 ", U"青河市召开会议。", U"某闻网", U""},
        DatelineCase{"city_and_agency", U"london (reuters) - ", U"workers voted.", U"reuters", U""},
        DatelineCase{"city_date_and_agency", U"geneva, jul 12 (ap) - ", U"workers voted.", U"ap",
                     U""},
        DatelineCase{"city_and_date", U"frankfurt (nov 27) -- ", U"workers voted.", U"", U""}),
    [](const auto& row) { return row.param.name; });

TEST(DatelineTest, ASentenceIsNone) {
  for (std::u32string_view text :
       {U"青河市召开会议,研究防汛工作。", U"电力部门表示,线路已经修复。",
        U"workers voted to end a strike - and went home.", U"据介绍,工程明年开工。", U"", U"电",
        U"【压实责任】会议指出。", U"我市发布通讯录,报名从速。"}) {
    EXPECT_FALSE(ReadDateline(text).has_value());
  }
}

}  // namespace
}  // namespace wirecopy
