#include "wirecopy/report/time_text.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace wirecopy {
namespace {

constexpr int64_t kMinute = 60;
constexpr int64_t kHour = 60 * kMinute;
constexpr int64_t kDay = 24 * kHour;
constexpr int64_t kYear = 365 * kDay;
constexpr int64_t kZoneDoubt = 14 * kHour;         // of a time without a zone, either way
constexpr int64_t kFirstSecond = -62'167'219'200;  // 0000-01-01T00:00:00Z
constexpr int64_t kLastSecond = 253'402'300'799;   // 9999-12-31T23:59:59Z

std::string Format(const char* format, int64_t seconds) {
  return absl::FormatTime(format,
                          absl::FromUnixSeconds(std::clamp(seconds, kFirstSecond, kLastSecond)),
                          absl::UTCTimeZone());
}

TimeInterval Moved(const TimeInterval& interval, int64_t by) {
  return {interval.earliest_s + by, interval.latest_s + by};
}

// The interval where it is a minute or less, or exactly an hour, a day, a month or a year of UTC;
// else empty.
std::string WholeUnit(const TimeInterval& at) {
  const int64_t seconds = at.latest_s - at.earliest_s + 1;
  if (seconds <= kMinute) return Format("%E4Y-%m-%d %H:%M", at.earliest_s);
  const absl::CivilSecond begin =
      absl::ToCivilSecond(absl::FromUnixSeconds(at.earliest_s), absl::UTCTimeZone());
  const absl::CivilSecond end =
      absl::ToCivilSecond(absl::FromUnixSeconds(at.latest_s), absl::UTCTimeZone()) + 1;
  const auto spans = [&](auto unit) {
    return absl::CivilSecond(unit) == begin && absl::CivilSecond(unit + 1) == end;
  };
  if (spans(absl::CivilHour(begin))) return Format("%E4Y-%m-%d %H h", at.earliest_s);
  if (spans(absl::CivilDay(begin))) return Format("%E4Y-%m-%d", at.earliest_s);
  if (spans(absl::CivilMonth(begin))) return Format("%E4Y-%m (month only)", at.earliest_s);
  if (spans(absl::CivilYear(begin))) return Format("%E4Y (year only)", at.earliest_s);
  return {};
}

// What is no whole unit: its first and last day, or, within two days, minute.
std::string RangeText(const TimeInterval& at) {
  const bool is_long = at.latest_s - at.earliest_s >= 2 * kDay;
  const char* format = is_long ? "%E4Y-%m-%d" : "%E4Y-%m-%d %H:%M";
  return absl::StrCat("between ", Format(format, at.earliest_s), " and ",
                      Format(format, at.latest_s));
}

}  // namespace

// %E4Y: four digits for the year, zeros in front.
std::string Rfc3339(int64_t seconds) { return Format("%E4Y-%m-%dT%H:%M:%SZ", seconds); }

std::string TimeText(const TimeInterval& interval, int utc_offset_minutes) {
  const TimeInterval shown = {std::clamp(interval.earliest_s, kFirstSecond, kLastSecond),
                              std::clamp(interval.latest_s, kFirstSecond, kLastSecond)};
  const int64_t offset = utc_offset_minutes * kMinute;
  if (const std::string whole = WholeUnit(Moved(shown, offset)); !whole.empty()) return whole;
  const TimeInterval as_given = {shown.earliest_s + kZoneDoubt, shown.latest_s - kZoneDoubt};
  if (as_given.earliest_s <= as_given.latest_s) {
    if (const std::string whole = WholeUnit(as_given); !whole.empty()) return "~" + whole;
  }
  // A day, month or year of another zone, nearest to UTC first.
  for (int64_t zone = 0; zone <= kZoneDoubt; zone += 15 * kMinute) {
    for (const int64_t moved_by : {zone, -zone}) {
      const TimeInterval moved = Moved(shown, moved_by);
      if (moved.latest_s - moved.earliest_s < kDay - 1) break;
      if (const std::string whole = WholeUnit(moved); !whole.empty()) return "~" + whole;
    }
  }
  return RangeText(Moved(shown, offset));
}

std::string DurationText(int64_t seconds) {
  if (seconds < kMinute) return absl::StrCat(seconds, " s");
  if (seconds < kHour) return absl::StrCat(seconds / kMinute, " min");
  if (seconds < 2 * kDay) return absl::StrCat(seconds / kHour, " h");
  if (seconds < 2 * kYear) return absl::StrCat(seconds / kDay, " d");
  return absl::StrCat(seconds / kYear, " y");
}

std::string LagText(std::optional<int64_t> lag_s) {
  if (!lag_s) return "?";
  if (*lag_s == 0) return "same time?";
  const int64_t seconds = *lag_s > 0 ? *lag_s : -std::max(*lag_s, -INT64_MAX);
  return absl::StrCat(*lag_s > 0 ? "+" : "-", DurationText(seconds));
}

std::string ZoneText(int utc_offset_minutes) {
  if (utc_offset_minutes == 0) return "UTC";
  const int minutes = std::abs(utc_offset_minutes);
  return absl::StrFormat("UTC%c%02d:%02d", utc_offset_minutes < 0 ? '-' : '+', minutes / 60,
                         minutes % 60);
}

}  // namespace wirecopy
