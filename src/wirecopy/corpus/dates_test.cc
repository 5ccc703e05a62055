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
        Row{"leap second", "2016-12-31T23:59:60Z", Utc(2017, 1, 1) - 1, Utc(2017, 1, 1) - 1},
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

TEST(DateTest, RefusesWhatIsNoDate) {
  const std::string_view rows[] = {"",
                                   "yesterday",
                                   "5",
                                   "-1",
                                   "0",
                                   "99999",
                                   "2022-13-01",
                                   "2022-02-30",
                                   "2022-00-10",
                                   "0000-00-00",
                                   "2022-05-",
                                   "0001-01-01T00:00:00",
                                   "20221301x",
                                   "2022-05-05T25:00",
                                   "2022-05-05T13:60:00Z",
                                   "2022-05-05T13:40:00+99:00",
                                   "2022-05-05T13:40:00 XYZ",
                                   "2022-05-05 at noon",
                                   "32 May 2022",
                                   "5 Mayor",
                                   "1e400",
                                   "nan",
                                   "9999999999999999",
                                   "2022年5月5",
                                   "2022-05/05",
                                   "1651758007123456",
                                   "--------",
                                   "2022-05-05T13:40:00.Z"};
  for (const std::string_view row : rows) {
    const auto at = ParseDate(row);
    EXPECT_EQ(at.status().code(), absl::StatusCode::kInvalidArgument) << row;
  }
}

TEST(DateTest, MessageNamesTheValueAndWhatIsAllowed) {
  const std::string message(ParseDate("gestern\x1b").status().message());
  EXPECT_EQ(message,
            "\"gestern\\x1b\" is not a date; allowed are 2022-05-05, 2022-05-05 13:40, "
            "2022-05-05T13:40:00+08:00, epoch seconds or milliseconds, and Thu, 05 May 2022 "
            "13:40:00 +0800");
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
