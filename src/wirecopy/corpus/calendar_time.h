// A date and time as a page writes it, to the precision it is written with, and what it spans.
// Threads: pure functions.
#ifndef WIRECOPY_CORPUS_CALENDAR_TIME_H_
#define WIRECOPY_CORPUS_CALENDAR_TIME_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "absl/time/time.h"
#include "wirecopy/model/article.h"

namespace wirecopy {

// Outside these no news was printed, or will be soon: sentinels and slips.
inline constexpr int kFirstDateYear = 1600;
inline constexpr int kLastDateYear = 2199;

enum class DatePrecision : uint8_t { kYear, kMonth, kDay, kHour, kMinute, kSecond };

struct CalendarTime {
  int year = 0;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  DatePrecision precision = DatePrecision::kYear;
  std::optional<int> offset_s = std::nullopt;  // east of UTC
  // A zone that goes by a name of several zones, in lower case ("bst"); empty: none. Borrowed.
  std::string_view zone_in_doubt = {};
};

// The instants `time` may mean; empty where the calendar or the clock has no such time.
//   - to the day or less: all of it, in `zone`, else in UTC
//   - with an offset: its hour, minute or second
//   - without: the same in `zone`, and without that 14 hours either way. A name in doubt is settled
//     by a `zone` that goes by this name at that time (Asia/Shanghai: CST), else 14 hours either
//     way.
// A time of day on 1970-01-01 (or, seen from the west, the day before) is a clock that was never
// set: empty.
std::optional<TimeInterval> IntervalOf(const CalendarTime& time,
                                       const std::optional<absl::TimeZone>& zone);

// 0 is Monday. REQUIRES: a day that the calendar has.
int WeekdayOf(const CalendarTime& time);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_CALENDAR_TIME_H_
