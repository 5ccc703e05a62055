#include "wirecopy/corpus/calendar_time.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/time/civil_time.h"
#include "wirecopy/base/string_bridge.h"

namespace wirecopy {
namespace {

constexpr int64_t kZoneDoubtSeconds = 14 * 3600;

bool IsInCalendar(const CalendarTime& time, const absl::CivilSecond& civil) {
  return time.year >= kFirstDateYear && time.year <= kLastDateYear && civil.month() == time.month &&
         civil.day() == time.day && civil.hour() == time.hour && civil.minute() == time.minute &&
         civil.second() == time.second;
}

bool IsUnsetClock(const CalendarTime& time) {
  if (time.precision < DatePrecision::kHour) return false;
  return (time.year == 1970 && time.month == 1 && time.day == 1) ||
         (time.year == 1969 && time.month == 12 && time.day == 31);
}

absl::CivilSecond EndOf(const absl::CivilSecond& begin, DatePrecision precision) {
  switch (precision) {
    case DatePrecision::kYear:
      return absl::CivilSecond(absl::CivilYear(begin) + 1);
    case DatePrecision::kMonth:
      return absl::CivilSecond(absl::CivilMonth(begin) + 1);
    case DatePrecision::kDay:
      return absl::CivilSecond(absl::CivilDay(begin) + 1);
    case DatePrecision::kHour:
      return absl::CivilSecond(absl::CivilHour(begin) + 1);
    case DatePrecision::kMinute:
      return absl::CivilSecond(absl::CivilMinute(begin) + 1);
    case DatePrecision::kSecond:
      break;
  }
  return begin + 1;
}

bool GoesBy(const absl::TimeZone& zone, const absl::CivilSecond& civil, std::string_view name) {
  const char* abbreviation = zone.At(absl::FromCivil(civil, zone)).zone_abbr;
  return absl::AsciiStrToLower(abbreviation) == ToAbsl(name);
}

}  // namespace

std::optional<TimeInterval> IntervalOf(const CalendarTime& time,
                                       const std::optional<absl::TimeZone>& zone) {
  const absl::CivilSecond begin(time.year, time.month, time.day, time.hour, time.minute,
                                time.second);
  if (!IsInCalendar(time, begin) || IsUnsetClock(time)) return std::nullopt;
  const bool settled = time.zone_in_doubt.empty() || time.offset_s ||
                       (zone && GoesBy(*zone, begin, time.zone_in_doubt));
  const absl::TimeZone used = time.offset_s     ? absl::FixedTimeZone(*time.offset_s)
                              : zone && settled ? *zone
                                                : absl::UTCTimeZone();
  // Where clocks are put back a time comes twice, and either is meant.
  const absl::TimeZone::TimeInfo first = used.At(begin);
  const absl::TimeZone::TimeInfo last = used.At(EndOf(begin, time.precision) - 1);
  TimeInterval interval{absl::ToUnixSeconds(std::min(first.pre, first.post)),
                        absl::ToUnixSeconds(std::max(last.pre, last.post))};
  const bool zone_known = time.offset_s || (zone && settled);
  if (!zone_known && time.precision >= DatePrecision::kHour) {
    interval.earliest_s -= kZoneDoubtSeconds;
    interval.latest_s += kZoneDoubtSeconds;
  }
  return interval;
}

int WeekdayOf(const CalendarTime& time) {
  return static_cast<int>(absl::GetWeekday(absl::CivilDay(time.year, time.month, time.day)));
}

}  // namespace wirecopy
