#include "wirecopy/corpus/dates.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>

#include "absl/time/civil_time.h"
#include "wirecopy/base/string_bridge.h"

namespace wirecopy {
namespace {

int64_t Utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) {
  return absl::ToUnixSeconds(absl::FromCivil(
      absl::CivilSecond(year, month, day, hour, minute, second), absl::UTCTimeZone()));
}
constexpr int64_t kHour = 3600;
constexpr int64_t kDoubt = 14 * kHour;

struct Row {
  std::string name;
  std::string text;
  int64_t earliest_s;
  int64_t latest_s;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class DateTest : public testing::TestWithParam<Row> {};

TEST_P(DateTest, Reads) {
  const auto at = ParseDate(GetParam().text);
  ASSERT_TRUE(at.ok()) << at.status();
  EXPECT_EQ(at->earliest_s, GetParam().earliest_s);
  EXPECT_EQ(at->latest_s, GetParam().latest_s);
}

const int64_t kNoon = Utc(2022, 5, 5, 13, 40);

INSTANTIATE_TEST_SUITE_P(
    Table, DateTest,
    testing::Values(
        Row{"RFC 3339, UTC", "2022-05-05T13:40:07Z", kNoon + 7, kNoon + 7},
        Row{"RFC 3339, offset", "2022-05-05T13:40:07+08:00", kNoon + 7 - 8 * kHour,
            kNoon + 7 - 8 * kHour},
        Row{"RFC 3339, west, fraction", "2022-05-05T13:40:07.123456-05:30",
            kNoon + 7 + 5 * kHour + 1800, kNoon + 7 + 5 * kHour + 1800},
        Row{"lower case", "2022-05-05t13:40:07z", kNoon + 7, kNoon + 7},
        Row{"offset without colon", "2022-05-05 13:40:07 +0800", kNoon + 7 - 8 * kHour,
            kNoon + 7 - 8 * kHour},
        Row{"offset of hours", "2022-05-05T13:40:07+08", kNoon + 7 - 8 * kHour,
            kNoon + 7 - 8 * kHour},
        Row{"a minute with a zone spans it", "2022-05-05T13:40Z", kNoon, kNoon + 59},
        Row{"no zone, seconds", "2022-05-05 13:40:07", kNoon + 7 - kDoubt, kNoon + 7 + kDoubt},
        Row{"no zone, minutes", "2022-05-05 13:40", kNoon - kDoubt, kNoon + 59 + kDoubt},
        Row{"no zone, one digit", "2022-5-5 9:05", Utc(2022, 5, 5, 9, 5) - kDoubt,
            Utc(2022, 5, 5, 9, 5) + 59 + kDoubt},
        Row{"day", "2022-05-05", Utc(2022, 5, 5), Utc(2022, 5, 6) - 1},
        Row{"day, slashes", "2022/5/5", Utc(2022, 5, 5), Utc(2022, 5, 6) - 1},
        Row{"day, dots", "2022.05.05", Utc(2022, 5, 5), Utc(2022, 5, 6) - 1},
        Row{"day, Han", "2022年5月5日", Utc(2022, 5, 5), Utc(2022, 5, 6) - 1},
        Row{"minute, Han", "2022年05月05日13:40", kNoon - kDoubt, kNoon + 59 + kDoubt},
        Row{"month, Han", "2022年12月", Utc(2022, 12, 1), Utc(2023, 1, 1) - 1},
        Row{"blanks around", "  2022-05-05\n", Utc(2022, 5, 5), Utc(2022, 5, 6) - 1},
        Row{"leap day", "2024-02-29", Utc(2024, 2, 29), Utc(2024, 3, 1) - 1},
        Row{"month", "2022-12", Utc(2022, 12, 1), Utc(2023, 1, 1) - 1},
        Row{"year", "2022", Utc(2022, 1, 1), Utc(2023, 1, 1) - 1},
        Row{"compact day", "20220505", Utc(2022, 5, 5), Utc(2022, 5, 6) - 1},
        Row{"compact second", "20220505134007", kNoon + 7 - kDoubt, kNoon + 7 + kDoubt},
        Row{"epoch seconds", "1651758007", 1651758007, 1651758007},
        Row{"epoch seconds, fraction", "1651758007.9", 1651758007, 1651758007},
        Row{"epoch, exponent", "1.651758007e9", 1651758007, 1651758007},
        Row{"epoch milliseconds", "1651758007999", 1651758007, 1651758007},
        Row{"before the epoch", "-1000000000", -1000000000, -1000000000},
        Row{"RFC 2822", "Thu, 05 May 2022 13:40:07 +0800", kNoon + 7 - 8 * kHour,
            kNoon + 7 - 8 * kHour},
        Row{"RFC 2822, GMT", "Thu, 5 May 2022 13:40:07 GMT", kNoon + 7, kNoon + 7},
        Row{"RFC 2822, no weekday, EST", "05 May 2022 13:40 EST", kNoon + 5 * kHour,
            kNoon + 5 * kHour + 59},
        Row{"RFC 2822, CST says nothing", "Thu, 05 May 2022 13:40:07 CST", kNoon + 7 - kDoubt,
            kNoon + 7 + kDoubt},
        Row{"RFC 850 year", "05-May-22 13:40:07 GMT", kNoon + 7, kNoon + 7},
        Row{"browser zone", "2022-05-05 13:40:07 GMT+0800", kNoon + 7 - 8 * kHour,
            kNoon + 7 - 8 * kHour}));

// 2026-07-05 was a Sunday, 2026-07-07 a Tuesday.
const int64_t kDay = Utc(2026, 7, 7);
const int64_t kDayEnd = kDay + 24 * kHour - 1;
constexpr int64_t kHalfPastTen = 10 * kHour + 1800;

INSTANTIATE_TEST_SUITE_P(
    English, DateTest,
    testing::Values(
        Row{"month first", "July 7, 2026", kDay, kDayEnd},
        Row{"month first, no comma", "July 7 2026", kDay, kDayEnd},
        Row{"short month", "Jul 7, 2026", kDay, kDayEnd},
        Row{"short month, point", "Jul. 7, 2026", kDay, kDayEnd},
        Row{"upper case", "JULY 07, 2026", kDay, kDayEnd},
        Row{"Sept.", "Sept. 7, 2026", Utc(2026, 9, 7), Utc(2026, 9, 8) - 1},
        Row{"ordinal", "July 7th, 2026", kDay, kDayEnd},
        Row{"ordinal, day first", "the 7th of July 2026", kDay, kDayEnd},
        Row{"day first", "7 July 2026", kDay, kDayEnd},
        Row{"hyphens", "07-Jul-2026", kDay, kDayEnd},
        Row{"weekday", "Tuesday, 7 July 2026", kDay, kDayEnd},
        Row{"short weekday", "Tue, Jul 7, 2026", kDay, kDayEnd},
        Row{"month", "July 2026", Utc(2026, 7, 1), Utc(2026, 8, 1) - 1},
        Row{"12 hours", "Jul 5, 2026 10:00 AM", Utc(2026, 7, 5, 10) - kDoubt,
            Utc(2026, 7, 5, 10) + 59 + kDoubt},
        Row{"narrow blank", "Jul 5, 2026, 10:00:07\u202fAM", Utc(2026, 7, 5, 10) + 7 - kDoubt,
            Utc(2026, 7, 5, 10) + 7 + kDoubt},
        Row{"p.m. and a label", "Published July 7, 2026, 9:05 p.m.",
            kDay + 21 * kHour + 300 - kDoubt, kDay + 21 * kHour + 359 + kDoubt},
        Row{"hour alone", "July 7, 2026 at 9 p.m. GMT", kDay + 21 * kHour, kDay + 22 * kHour - 1},
        Row{"noon", "July 7, 2026 12:00 PM UTC", kDay + 12 * kHour, kDay + 12 * kHour + 59},
        Row{"midnight", "July 7, 2026 12:00am UTC", kDay, kDay + 59},
        Row{"clock first", "10:30 UTC, 7 July 2026", kDay + kHalfPastTen, kDay + kHalfPastTen + 59},
        Row{"dash before the clock", "July 7, 2026 – 10:30 GMT", kDay + kHalfPastTen,
            kDay + kHalfPastTen + 59},
        Row{"ctime", "Tue Jul  7 10:30:00 2026", kDay + kHalfPastTen - kDoubt,
            kDay + kHalfPastTen + kDoubt},
        Row{"ctime with offset", "Sun Jul 05 10:30:00 +0000 2026", Utc(2026, 7, 5) + kHalfPastTen,
            Utc(2026, 7, 5) + kHalfPastTen},
        Row{"ctime with offset, west", "Sun Jul 05 10:30:00 -0500 2026",
            Utc(2026, 7, 5) + kHalfPastTen + 5 * kHour, Utc(2026, 7, 5) + kHalfPastTen + 5 * kHour},
        Row{"ctime, CST says nothing", "Tue Jul 07 10:30:00 CST 2026", kDay + kHalfPastTen - kDoubt,
            kDay + kHalfPastTen + kDoubt},
        Row{"browser", "Tue Jul 07 2026 10:30:00 GMT+0800 (China Standard Time)",
            kDay + kHalfPastTen - 8 * kHour, kDay + kHalfPastTen - 8 * kHour},
        Row{"mail", "Tue, 07 Jul 2026 10:30:00 GMT", kDay + kHalfPastTen, kDay + kHalfPastTen},
        Row{"mail, comment", "Tue, 07 Jul 2026 10:30:00 +0800 (CST)",
            kDay + kHalfPastTen - 8 * kHour, kDay + kHalfPastTen - 8 * kHour},
        Row{"zone of several", "7 Jul 2026 18:05 BST", kDay + 18 * kHour + 300 - kDoubt,
            kDay + 18 * kHour + 359 + kDoubt},
        Row{"EST in prose is in doubt", "July 7, 2026 10:30 AM EST", kDay + kHalfPastTen - kDoubt,
            kDay + kHalfPastTen + 59 + kDoubt},
        Row{"zone of one", "7 July 2026 10:30 HKT", kDay + kHalfPastTen - 8 * kHour,
            kDay + kHalfPastTen - 8 * kHour + 59},
        Row{"offset of one digit", "7 July 2026 10:30 UTC+8", kDay + kHalfPastTen - 8 * kHour,
            kDay + kHalfPastTen - 8 * kHour + 59}));

INSTANTIATE_TEST_SUITE_P(
    Han, DateTest,
    testing::Values(Row{"minute", "2026年7月7日 10:30", kDay + kHalfPastTen - kDoubt,
                        kDay + kHalfPastTen + 59 + kDoubt},
                    Row{"blanks", "2026 年 7 月 7 日", kDay, kDayEnd},
                    Row{"Han numerals", "二〇二六年七月七日", kDay, kDayEnd},
                    Row{"Han numerals over ten", "二○二六年十月三十一日", Utc(2026, 10, 31),
                        Utc(2026, 11, 1) - 1},
                    Row{"full width", "２０２６年７月７日", kDay, kDayEnd},
                    Row{"weekday", "2026年7月7日 星期二", kDay, kDayEnd},
                    Row{"weekday in brackets and clock", "2026年7月7日（周二）10:30",
                        kDay + kHalfPastTen - kDoubt, kDay + kHalfPastTen + 59 + kDoubt},
                    Row{"morning", "2026年7月7日上午10:30", kDay + kHalfPastTen - kDoubt,
                        kDay + kHalfPastTen + 59 + kDoubt},
                    Row{"afternoon", "2026年7月7日 下午3:05", kDay + 15 * kHour + 300 - kDoubt,
                        kDay + 15 * kHour + 359 + kDoubt},
                    Row{"evening, Han clock", "2026年7月7日晚上8时30分",
                        kDay + 20 * kHour + 1800 - kDoubt, kDay + 20 * kHour + 1859 + kDoubt},
                    Row{"hour", "2026年7月7日10时", kDay + 10 * kHour - kDoubt,
                        kDay + 11 * kHour - 1 + kDoubt},
                    Row{"Beijing time", "2026年7月7日 10:30(北京时间)",
                        kDay + kHalfPastTen - 8 * kHour, kDay + kHalfPastTen - 8 * kHour + 59},
                    Row{"label", "发布时间：2026-07-07 10:30", kDay + kHalfPastTen - kDoubt,
                        kDay + kHalfPastTen + 59 + kDoubt},
                    Row{"号", "2026年7月7号", kDay, kDayEnd}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, DateTest,
    testing::Values(
        Row{"compact minute", "202607071030", kDay + kHalfPastTen - kDoubt,
            kDay + kHalfPastTen + 59 + kDoubt},
        Row{"compact with T", "20260707T103000Z", kDay + kHalfPastTen, kDay + kHalfPastTen},
        Row{"day, month, year", "25/12/2026", Utc(2026, 12, 25), Utc(2026, 12, 26) - 1},
        Row{"month, day, year", "12/25/2026, 10:30:00 AM",
            Utc(2026, 12, 25) + kHalfPastTen - kDoubt, Utc(2026, 12, 25) + kHalfPastTen + kDoubt},
        Row{"day and month are equal", "07.07.2026", kDay, kDayEnd},
        Row{"afternoon", "2026/7/7 10:30 PM", kDay + kHalfPastTen + 12 * kHour - kDoubt,
            kDay + kHalfPastTen + 12 * kHour + 59 + kDoubt},
        Row{"zone id", "2026-07-07T10:30:00+08:00[Asia/Shanghai]", kDay + kHalfPastTen - 8 * kHour,
            kDay + kHalfPastTen - 8 * kHour}));

TEST(DateTest, RefusesWhatIsNoDate) {
  const std::string_view rows[] = {
      "", "yesterday", "5", "-1", "0", "99999", "2022-13-01", "2022-02-30", "2022-00-10",
      "0000-00-00", "2022-05-", "0001-01-01T00:00:00", "20221301x", "2022-05-05T25:00",
      "2022-05-05T13:60:00Z", "2022-05-05T13:40:00+99:00", "2022-05-05T13:40:00 XYZ",
      "2022-05-05 at noon", "32 May 2022", "5 Mayor", "1e400", "nan", "9999999999999999",
      "2022年5月5", "2022-05/05", "1651758007123456", "--------", "2022-05-05T13:40:00.Z",
      "2022-05-05T",
      // the calendar and the clock
      "9999-12-31", "1599-12-31", "253402300799", "2026-02-29", "February 30, 2026",
      "2026年2月30日", "30/02/2026", "2026-07-07 24:00", "July 7, 2026 13:05 am",
      "July 7, 2026 0:05 pm", "2026年7月7日 晚上12:00", "2026年7月7日 上午12:00",
      "2016-12-31T23:59:60Z", "2026-07-07T10:30:00+15:00", "1970-01-01T00:00:00Z",
      "1970-01-01 08:00:00", "20261399", "20260707.0", "202613071030",
      // a weekday that is another's
      "Wed, 07 Jul 2026 10:30:00 GMT", "2026年7月7日 星期三",
      // too little, or too much
      "7月7日", "July 7", "7 July 10:30", "Tue 10:30 July 2026", "5 July 26", "May 5 22",
      "5 July 202", "5 Mayor 2022", "July 7, 7, 2026", "July 7, 2026 2027", "July 7, 2026 and more",
      "Updated July 7, 2026", "2026年7月7日7日", "三月不知肉味", "3 hours ago", "昨天 10:30",
      "7/5/26", "25/12-2026", "13/13/2026"};
  for (const std::string_view row : rows) {
    const auto at = ParseDate(row);
    EXPECT_EQ(at.status().code(), absl::StatusCode::kInvalidArgument) << row;
  }
}

TEST(DateTest, MessageNamesTheValueAndWhatIsAllowed) {
  const std::string message(ParseDate("gestern\x1b").status().message());
  EXPECT_EQ(message,
            "\"gestern\\x1b\" is not a date; allowed are 2022-05-05, 2022-05-05 13:40, "
            "2022-05-05T13:40:00+08:00, 2022年5月5日, May 5, 2022, Thu, 05 May 2022 13:40:00 "
            "+0800, epoch seconds or milliseconds, and their relatives that name the year");
}

TEST(DateTest, OfSeveralReadingsNoneIsChosen) {
  for (const std::string_view row :
       {"07/05/2026", "07-05-2026", "7.5.2026", "07/05/2026 10:30", "2026070710"}) {
    const absl::Status status = ParseDate(row).status();
    EXPECT_EQ(status.message(), "\"" + std::string(row) +
                                    "\" may be one of several dates; write it as 2022-05-05, or "
                                    "with the name of the month");
  }
}

TEST(DateTest, AVeryLongTextIsNoDate) {
  EXPECT_FALSE(ParseDate("2026-07-07" + std::string(1000, ' ') + "x").ok());
  EXPECT_FALSE(ParseDate("July 7, 2026" + std::string(1 << 20, ',')).ok());
  EXPECT_FALSE(ParseDate(std::string(1 << 20, '7')).ok());
}

// A name of several zones is settled by the zone that the reader gave, where it goes by that name.
TEST(DateTest, AZoneSettlesItsOwnName) {
  const auto shanghai = ParseTimeZone("Asia/Shanghai");
  if (!shanghai.ok()) GTEST_SKIP() << shanghai.status();
  const int64_t at = kDay + kHalfPastTen - 8 * kHour;
  EXPECT_EQ(*ParseDate("Tue Jul 07 10:30:00 CST 2026", *shanghai), (TimeInterval{at, at}));
  EXPECT_EQ(*ParseDate("Tue Jul 07 10:30:00 BST 2026", *shanghai),
            (TimeInterval{at + 8 * kHour - kDoubt, at + 8 * kHour + kDoubt}));
}

// Any text is read without harm, and what is read is an interval inside the years of news.
TEST(DateTest, AnythingIsAnIntervalOrRefused) {
  constexpr unsigned kSeed = 11;
  std::mt19937 random(kSeed);
  const std::string_view pieces[] = {"2026",  "7",   "07", "/",        "-",   " ",    ":",
                                     "年",    "月",  "日", "Jul",      "Tue", "am",   "p.m.",
                                     "+0800", "GMT", "(",  ")",        ",",   "T",    "十",
                                     "下午",  "时",  "30", "20260707", ".",   "\xff", "e9"};
  for (int i = 0; i < 200000; ++i) {
    std::string text;
    for (unsigned left = random() % 12; left > 0; --left)
      text += pieces[random() % std::size(pieces)];
    const auto at = ParseDate(text);
    if (!at.ok()) continue;
    ASSERT_LE(at->earliest_s, at->latest_s) << text;
    ASSERT_GE(at->earliest_s, Utc(1600, 1, 1) - kDoubt) << text;
    ASSERT_LE(at->latest_s, Utc(2200, 1, 1) + kDoubt) << text;
  }
}

TEST(DateTest, AZoneRemovesTheDoubt) {
  const auto zone = ParseTimeZone("+08:00");
  ASSERT_TRUE(zone.ok());
  EXPECT_EQ(*ParseDate("2022-05-05 13:40:07", *zone),
            (TimeInterval{kNoon + 7 - 8 * kHour, kNoon + 7 - 8 * kHour}));
  EXPECT_EQ(*ParseDate("2022-05-05", *zone),
            (TimeInterval{Utc(2022, 5, 4, 16), Utc(2022, 5, 5, 16) - 1}));
  // A zone of its own wins.
  EXPECT_EQ(*ParseDate("2022-05-05T13:40:07Z", *zone), (TimeInterval{kNoon + 7, kNoon + 7}));
}

TEST(DateTest, NeighbouringDaysAreInOrderAndTimesInDoubtAreNot) {
  EXPECT_TRUE(ParseDate("2022-05-05")->IsBefore(*ParseDate("2022-05-06")));
  EXPECT_FALSE(ParseDate("2022-05-05 13:40")->IsBefore(*ParseDate("2022-05-06 13:40")));
  EXPECT_TRUE(ParseDate("2022-05-05 13:40")->IsBefore(*ParseDate("2022-05-06 18:00")));
}

// The scanner beside absl::ParseTime, on every form both read.
TEST(DateTest, AgreesWithAbseil) {
  constexpr unsigned kSeed = 7;
  std::mt19937 random(kSeed);
  const char* formats[] = {"%Y-%m-%dT%H:%M:%S%Ez", "%Y-%m-%d %H:%M:%E3S %z",
                           "%a, %d %b %Y %H:%M:%S %z", "%Y/%m/%d %H:%M:%S%Ez"};
  for (int i = 0; i < 5000; ++i) {
    const int64_t seconds = static_cast<int64_t>(random() % 4000000000u);
    const auto zone = absl::FixedTimeZone((static_cast<int>(random() % 113) - 56) * 900);
    for (const char* format : formats) {
      const std::string text = absl::FormatTime(format, absl::FromUnixSeconds(seconds), zone);
      const auto at = ParseDate(text);
      ASSERT_TRUE(at.ok()) << text << " seed " << kSeed;
      ASSERT_EQ(*at, (TimeInterval{seconds, seconds})) << text << " seed " << kSeed;
    }
  }
}

TEST(TimeZoneTest, ReadsNamesAndOffsets) {
  for (const std::string_view name : {"UTC", "Z", "+08:00", "-0530", "+00:00"}) {
    EXPECT_TRUE(ParseTimeZone(name).ok()) << name;
  }
  for (const std::string_view name : {"", "+8", "Nowhere/Land", "+08:00x", "08:00", "+25:00"}) {
    EXPECT_FALSE(ParseTimeZone(name).ok()) << name;
  }
}

}  // namespace
}  // namespace wirecopy
