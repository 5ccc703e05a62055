#include "wirecopy/corpus/calendar_time.h"

#include <gtest/gtest.h>

#include "absl/time/civil_time.h"

namespace wirecopy {
namespace {

constexpr int64_t kHour = 3600;
constexpr int64_t kNoon = 1'777'377'600;  // 2026-04-28T12:00:00Z

CalendarTime Noon(DatePrecision precision) {
  return {.year = 2026, .month = 4, .day = 28, .hour = 12, .precision = precision};
}

TEST(CalendarTimeTest, SpansWhatIsWritten) {
  CalendarTime time = Noon(DatePrecision::kSecond);
  time.offset_s = 0;
  EXPECT_EQ(IntervalOf(time, std::nullopt), (TimeInterval{kNoon, kNoon}));
  time.precision = DatePrecision::kMinute;
  EXPECT_EQ(IntervalOf(time, std::nullopt), (TimeInterval{kNoon, kNoon + 59}));
  time.precision = DatePrecision::kHour;
  EXPECT_EQ(IntervalOf(time, std::nullopt), (TimeInterval{kNoon, kNoon + kHour - 1}));
}

TEST(CalendarTimeTest, WithoutAZoneItIsInDoubt) {
  EXPECT_EQ(IntervalOf(Noon(DatePrecision::kSecond), std::nullopt),
            (TimeInterval{kNoon - 14 * kHour, kNoon + 14 * kHour}));
  EXPECT_EQ(IntervalOf(Noon(DatePrecision::kSecond), absl::FixedTimeZone(8 * 3600)),
            (TimeInterval{kNoon - 8 * kHour, kNoon - 8 * kHour}));
}

TEST(CalendarTimeTest, ATimeThatComesTwiceIsEither) {
  absl::TimeZone new_york;
  if (!absl::LoadTimeZone("America/New_York", &new_york)) GTEST_SKIP() << "no time zone data";
  const CalendarTime twice = {.year = 2026,
                              .month = 11,
                              .day = 1,
                              .hour = 1,
                              .minute = 30,
                              .precision = DatePrecision::kMinute};
  const auto at = IntervalOf(twice, new_york);
  ASSERT_TRUE(at);
  EXPECT_EQ(at->latest_s - at->earliest_s, kHour + 59);
}

TEST(CalendarTimeTest, TheCalendarHasNoSuchTime) {
  CalendarTime time = Noon(DatePrecision::kMinute);
  time.day = 31;
  EXPECT_FALSE(IntervalOf(time, std::nullopt));
  time = Noon(DatePrecision::kMinute);
  time.month = 0;
  EXPECT_FALSE(IntervalOf(time, std::nullopt));
  time = Noon(DatePrecision::kMinute);
  time.year = kLastDateYear + 1;
  EXPECT_FALSE(IntervalOf(time, std::nullopt));
}

TEST(CalendarTimeTest, AClockThatWasNeverSet) {
  const CalendarTime day = {.year = 1970, .month = 1, .day = 1, .precision = DatePrecision::kDay};
  CalendarTime second = day;
  second.precision = DatePrecision::kSecond;
  EXPECT_TRUE(IntervalOf(day, std::nullopt));
  EXPECT_FALSE(IntervalOf(second, std::nullopt));
}

TEST(CalendarTimeTest, WeeksBeginOnMonday) {
  EXPECT_EQ(WeekdayOf({.year = 2026, .month = 7, .day = 6}), 0);
  EXPECT_EQ(WeekdayOf({.year = 2026, .month = 7, .day = 5}), 6);
}

}  // namespace
}  // namespace wirecopy
