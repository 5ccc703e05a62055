#include "wirecopy/report/time_text.h"

#include <gtest/gtest.h>

#include <limits>

namespace wirecopy {
namespace {

constexpr int64_t kNoon = 1'777'377'600;  // 2026-04-28T12:00:00Z
constexpr int64_t kHour = 3600;
constexpr int64_t kMidnight = kNoon - 12 * kHour;
constexpr int64_t kApril = kMidnight - 27 * 24 * kHour;
constexpr int64_t kMay = kApril + 30 * 24 * kHour;
constexpr int64_t kYear2026 = 1'767'225'600;

TEST(Rfc3339Test, IsUtcToTheSecond) {
  EXPECT_EQ(Rfc3339(kNoon), "2026-04-28T12:00:00Z");
  EXPECT_EQ(Rfc3339(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(Rfc3339(-1), "1969-12-31T23:59:59Z");
  EXPECT_EQ(Rfc3339(std::numeric_limits<int64_t>::max()), "9999-12-31T23:59:59Z");
  EXPECT_EQ(Rfc3339(std::numeric_limits<int64_t>::min()), "0000-01-01T00:00:00Z");
}

struct TimeRow {
  const char* name;
  TimeInterval interval;
  int offset_minutes;
  const char* text;
};
void PrintTo(const TimeRow& row, std::ostream* out) { *out << row.name; }

class TimeTextTest : public testing::TestWithParam<TimeRow> {};

TEST_P(TimeTextTest, ShowsNoMoreThanIsKnown) {
  EXPECT_EQ(TimeText(GetParam().interval, GetParam().offset_minutes), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Intervals, TimeTextTest,
    testing::Values(
        TimeRow{"a second", {kNoon, kNoon}, 0, "2026-04-28 12:00"},
        TimeRow{"a second, in the reader's zone",
                {kNoon + 5 * kHour, kNoon + 5 * kHour},
                8 * 60,
                "2026-04-29 01:00"},
        TimeRow{"a day", {kMidnight, kMidnight + 24 * kHour - 1}, 0, "2026-04-28"},
        TimeRow{"a day of the reader's zone",
                {kMidnight - 8 * kHour, kMidnight + 16 * kHour - 1},
                480,
                "2026-04-28"},
        TimeRow{"a day of another zone",
                {kMidnight - 8 * kHour, kMidnight + 16 * kHour - 1},
                0,
                "~2026-04-28"},
        TimeRow{"a time without a zone",
                {kNoon - 17 * kHour, kNoon + 11 * kHour},
                480,
                "~2026-04-28 09:00"},
        TimeRow{"a day without a zone",
                {kMidnight - 14 * kHour, kMidnight + 38 * kHour - 1},
                480,
                "~2026-04-28"},
        TimeRow{"an hour", {kNoon, kNoon + kHour - 1}, 0, "2026-04-28 12 h"},
        TimeRow{"an hour without a zone",
                {kNoon - 14 * kHour, kNoon + 15 * kHour - 1},
                0,
                "~2026-04-28 12 h"},
        TimeRow{"noon without a zone",
                {kNoon - 14 * kHour, kNoon + 14 * kHour + 59},
                480,
                "~2026-04-28 12:00"},
        TimeRow{"a month", {kApril, kMay - 1}, 0, "2026-04 (month only)"},
        TimeRow{"a month of the reader's zone",
                {kApril - 8 * kHour, kMay - 8 * kHour - 1},
                480,
                "2026-04 (month only)"},
        TimeRow{"a month of another zone", {kApril, kMay - 1}, 480, "~2026-04 (month only)"},
        TimeRow{"a month whose clocks change",
                {kApril, kMay - kHour - 1},
                0,
                "between 2026-04-01 and 2026-04-30"},
        TimeRow{"a year", {kYear2026, kYear2026 + 365 * 24 * kHour - 1}, 0, "2026 (year only)"},
        TimeRow{"some days",
                {kMidnight, kMidnight + 72 * kHour - 1},
                0,
                "between 2026-04-28 and 2026-04-30"},
        TimeRow{"some hours",
                {kNoon, kNoon + 3 * kHour},
                0,
                "between 2026-04-28 12:00 and 2026-04-28 15:00"},
        TimeRow{"all time",
                {std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max()},
                840,
                "between 0000-01-01 and 9999-12-31"},
        TimeRow{"before 1970", {-86'400, -1}, 0, "1969-12-31"}));

struct GapRow {
  const char* name;
  TimeInterval from;
  TimeInterval to;
  const char* lag;
  const char* gap;  // null: the two overlap
};
void PrintTo(const GapRow& row, std::ostream* out) { *out << row.name; }

class GapTextTest : public testing::TestWithParam<GapRow> {};

TEST_P(GapTextTest, IsShortAndHonest) {
  const GapRow& row = GetParam();
  EXPECT_EQ(LagText(row.from, row.to), row.lag);
  if (row.gap == nullptr) return;
  EXPECT_EQ(GapText(row.from, row.to), row.gap);
  EXPECT_EQ(GapText(row.to, row.from), row.gap);
}

constexpr int64_t kDaySeconds = 24 * kHour;
constexpr TimeInterval At(int64_t second) { return {second, second}; }
constexpr TimeInterval DayOf(int64_t midnight) { return {midnight, midnight + kDaySeconds - 1}; }
constexpr TimeInterval Zoneless(int64_t noon) { return {noon - 14 * kHour, noon + 14 * kHour}; }

INSTANTIATE_TEST_SUITE_P(
    Rows, GapTextTest,
    testing::Values(
        GapRow{"seconds", At(kNoon), At(kNoon + 59), "+59 s", "59 s"},
        GapRow{"a minute", At(kNoon), At(kNoon + 60), "+1 min", "1 min"},
        GapRow{"neighbouring minutes",
               {kNoon, kNoon + 59},
               {kNoon + 60, kNoon + 119},
               "+1 min",
               "1 min"},
        GapRow{"hours", At(kNoon), At(kNoon + 3 * kHour + 10), "+3 h", "3 h"},
        GapRow{"before", At(kNoon), At(kNoon - 47 * kHour), "-47 h", "47 h"},
        GapRow{"days", At(kNoon), At(kNoon + 48 * kHour), "+2 d", "2 d"},
        GapRow{"years", At(kNoon), At(kNoon + 1000 * kDaySeconds), "+2 y", "2 y"},
        GapRow{"neighbouring days", DayOf(kMidnight), DayOf(kMidnight + kDaySeconds), "~+1 d",
               "about 1 d"},
        GapRow{"the day before", DayOf(kMidnight), DayOf(kMidnight - kDaySeconds), "~-1 d",
               "about 1 d"},
        GapRow{"days six apart", DayOf(kMidnight), DayOf(kMidnight + 6 * kDaySeconds), "+5 d",
               "5 d or more"},
        GapRow{"a time and the next day", At(kNoon + 6 * kHour), DayOf(kMidnight + kDaySeconds),
               "+6 h", "6 h or more"},
        GapRow{"late, and the next day", At(kNoon + 12 * kHour - 60),
               DayOf(kMidnight + kDaySeconds), "~+12 h", "about 12 h"},
        GapRow{"no zone", At(kNoon), Zoneless(kNoon + 17 * kHour), "+3 h", "3 h or more"},
        GapRow{"no zone, just later", At(kNoon), Zoneless(kNoon + 14 * kHour + 1), "later", ""},
        GapRow{"no zone, just earlier", At(kNoon), Zoneless(kNoon - 14 * kHour - 1), "earlier", ""},
        GapRow{"equal to the minute", At(kNoon), At(kNoon), "same time", nullptr},
        GapRow{"one day", DayOf(kMidnight), DayOf(kMidnight), "same day", nullptr},
        GapRow{"a time in the day", At(kNoon), DayOf(kMidnight), "same time?", nullptr},
        GapRow{"a month around it", At(kNoon), {kApril, kMay - 1}, "?", nullptr}));

TEST(LagTextTest, AnUnknownDateIsAQuestion) {
  EXPECT_EQ(LagText(std::nullopt, At(kNoon)), "?");
  EXPECT_EQ(LagText(At(kNoon), std::nullopt), "?");
}

TEST(ZoneTextTest, NamesTheOffset) {
  EXPECT_EQ(ZoneText(0), "UTC");
  EXPECT_EQ(ZoneText(480), "UTC+08:00");
  EXPECT_EQ(ZoneText(-210), "UTC-03:30");
}

}  // namespace
}  // namespace wirecopy
