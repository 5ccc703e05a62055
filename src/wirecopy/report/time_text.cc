#include "wirecopy/report/time_text.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/time.h"

namespace wirecopy {
namespace {

constexpr int64_t kMinute = 60;
constexpr int64_t kHour = 60 * kMinute;
constexpr int64_t kDay = 24 * kHour;
constexpr int64_t kYear = 365 * kDay;
constexpr int64_t kFirstSecond = -62'167'219'200;  // 0000-01-01T00:00:00Z
constexpr int64_t kLastSecond = 253'402'300'799;   // 9999-12-31T23:59:59Z

std::string Format(const char* format, int64_t seconds) {
  return absl::FormatTime(format,
                          absl::FromUnixSeconds(std::clamp(seconds, kFirstSecond, kLastSecond)),
                          absl::UTCTimeZone());
}

}  // namespace

// %E4Y: four digits for the year, zeros in front.
std::string Rfc3339(int64_t seconds) { return Format("%E4Y-%m-%dT%H:%M:%SZ", seconds); }

std::string TimeText(const TimeInterval& interval, int utc_offset_minutes) {
  const int64_t begin = std::clamp(interval.earliest_s, kFirstSecond, kLastSecond);
  const int64_t end = std::clamp(interval.latest_s, kFirstSecond, kLastSecond);
  const int64_t width = end - begin;
  // Wider than a day means that the zone is unknown: the middle is then the time as given, in
  // nobody's zone.
  const bool zone_unknown = width >= kDay;
  const int64_t middle = begin + width / 2 + (zone_unknown ? 0 : utc_offset_minutes * kMinute);
  const bool around_noon = ((middle + 1) % kDay + kDay) % kDay / kMinute == kDay / 2 / kMinute;
  const bool is_day = width == kDay - 1 || (zone_unknown && around_noon);
  const bool is_vague = zone_unknown || (is_day && !around_noon);
  return absl::StrCat(is_vague ? "~" : "",
                      Format(is_day ? "%E4Y-%m-%d" : "%E4Y-%m-%d %H:%M", middle));
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
