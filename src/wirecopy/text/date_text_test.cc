#include "wirecopy/text/date_text.h"

#include <ostream>
#include <string>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

constexpr int64_t k14h = 14 * 3600;

struct DateCase {
  const char* name;
  std::u32string_view text;
  TimeInterval meant;
};

void PrintTo(const DateCase& date, std::ostream* out) { *out << date.name; }

class DateTextTest : public testing::TestWithParam<DateCase> {};

TEST_P(DateTextTest, ReadsTheIntervalMeant) {
  const auto dates = FindDates(GetParam().text);
  ASSERT_EQ(dates.size(), 1u);
  const auto interval = dates[0].Interval();
  ASSERT_TRUE(interval.has_value());
  EXPECT_EQ(interval->earliest_s, GetParam().meant.earliest_s);
  EXPECT_EQ(interval->latest_s, GetParam().meant.latest_s);
}

// 2022-05-11 00:00 UTC is 1652227200; 2005-03-17 00:00 UTC is 1111017600.
constexpr int64_t kMay11 = 1652227200;
constexpr int64_t kMarch17 = 1111017600;
constexpr TimeInterval kMay11Day{kMay11 - k14h, kMay11 + 86399 + k14h};
constexpr TimeInterval kMarch17Day{kMarch17 - k14h, kMarch17 + 86399 + k14h};
constexpr int64_t kClock = 8 * 3600 + 39 * 60;
constexpr TimeInterval kMay11Clock{kMay11 + kClock - k14h, kMay11 + kClock + k14h};

INSTANTIATE_TEST_SUITE_P(
    All, DateTextTest,
    testing::Values(DateCase{"day_with_dashes", U"2022-05-11", kMay11Day},
                    DateCase{"day_with_slashes", U"2022/5/11", kMay11Day},
                    DateCase{"day_with_dots", U"2022.05.11", kMay11Day},
                    DateCase{"chinese_day", U"2022年5月11日", kMay11Day},
                    DateCase{"clock", U"2022-05-11 08:39", kMay11Clock},
                    DateCase{"chinese_clock", U"2022年05月11日 08时39分", kMay11Clock},
                    DateCase{"weekday_between", U"2022年5月11日 星期三 08:39", kMay11Clock},
                    DateCase{"seconds",
                             U"2022-05-11 08:39:05",
                             {kMay11 + kClock + 5 - k14h, kMay11 + kClock + 5 + k14h}},
                    DateCase{"zone_offset",
                             U"2022-05-11t08:39:00+08:00",
                             {kMay11 + kClock - 28800, kMay11 + kClock - 28800}},
                    DateCase{"zulu", U"2022-05-11t08:39:00z", {kMay11 + kClock, kMay11 + kClock}},
                    DateCase{"month_first", U"march 17, 2005", kMarch17Day},
                    DateCase{"short_month", U"mar. 17 2005", kMarch17Day},
                    DateCase{"day_first", U"17 march 2005", kMarch17Day},
                    DateCase{"ordinal", U"17th march, 2005", kMarch17Day},
                    DateCase{"updated_gmt",
                             U"march 17, 2005 - updated 18:19 gmt",
                             {kMarch17 + 65940, kMarch17 + 65940}},
                    DateCase{"pm",
                             U"march 17, 2005 at 6:19 pm",
                             {kMarch17 + 65940 - k14h, kMarch17 + 65940 + k14h}},
                    DateCase{"vague_zone",
                             U"march 17, 2005 18:19 et",
                             {kMarch17 + 65940 - k14h, kMarch17 + 65940 + k14h}}),
    [](const auto& row) { return row.param.name; });

TEST(DateTextTest, NoDateWhereTheCalendarHasNone) {
  for (std::u32string_view text : {U"2022-13-01", U"2022-02-30", U"3022-05-11", U"12022-05-11",
                                   U"marching 17, 2005", U"3:75", U"v1.2.3", U"11:8胜"}) {
    for (const DateText& date : FindDates(text))
      EXPECT_FALSE(date.HasDay()) << std::string(text.begin(), text.end());
  }
}

TEST(DateTextTest, MonthAndDayAloneIsNoInterval) {
  const auto dates = FindDates(U"山区道路抢修完成 05-14");
  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(dates[0].month, 5);
  EXPECT_EQ(dates[0].day, 14);
  EXPECT_FALSE(dates[0].Interval().has_value());
}

TEST(DateTextTest, PlacesAreThoseOfTheText) {
  const auto dates = FindDates(U"时间:2018/10/24 17:10来源:甲 1999年1月2日");
  ASSERT_EQ(dates.size(), 2u);
  EXPECT_EQ(dates[0].begin, 3u);
  EXPECT_EQ(dates[0].end, 19u);
  EXPECT_EQ(dates[1].begin, 24u);
}

}  // namespace
}  // namespace wirecopy
