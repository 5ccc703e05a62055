#include "wirecopy/report/time_text.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

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

// Between two dates that do not overlap, in seconds.
struct Distance {
  int64_t least_s = 0;
  int64_t most_s = 0;
  bool days_or_finer = false;  // both of them

  int64_t Middle() const { return least_s + (most_s - least_s) / 2; }
  bool IsExact() const { return most_s - least_s < 2 * kMinute; }
  // Of two neighbouring days the least is a second, and says nothing.
  bool LeastTells() const { return least_s >= kHour || most_s - least_s <= least_s; }
  // Where the least tells nothing: of days the middle does; of times without a zone, which err all
  // alike, not even that. Then empty.
  std::string AboutText() const {
    if (!days_or_finer) return "";
    const int64_t middle = Middle();
    if (middle < kHour) return DurationText(std::max(kMinute, middle));
    if (middle < kDay - kHour) return absl::StrCat((middle + kHour / 2) / kHour, " h");
    return absl::StrCat((middle + kDay / 2) / kDay, " d");
  }
};

Distance DistanceOf(const TimeInterval& a, const TimeInterval& b) {
  const auto [first, last] = a.IsBefore(b) ? std::pair(a, b) : std::pair(b, a);
  const auto seconds = [](int64_t from, int64_t to) {
    return std::clamp(to, kFirstSecond, kLastSecond) - std::clamp(from, kFirstSecond, kLastSecond);
  };
  const bool days_or_finer =
      first.latest_s - first.earliest_s < kDay && last.latest_s - last.earliest_s < kDay;
  return {seconds(first.latest_s, last.earliest_s), seconds(first.earliest_s, last.latest_s),
          days_or_finer};
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

std::string GapText(const TimeInterval& a, const TimeInterval& b) {
  const Distance gap = DistanceOf(a, b);
  if (gap.IsExact()) return DurationText(gap.Middle());
  if (gap.LeastTells()) return DurationText(gap.least_s) + " or more";
  const std::string about = gap.AboutText();
  return about.empty() ? "" : "about " + about;
}

std::string LagText(const std::optional<TimeInterval>& from,
                    const std::optional<TimeInterval>& to) {
  const std::optional<int64_t> gap_s = TellingGap(from, to);
  if (!gap_s) return "?";
  if (*gap_s == 0) {
    const int64_t longer =
        std::max(from->latest_s - from->earliest_s, to->latest_s - to->earliest_s);
    if (longer < kMinute) return "same time";
    return from == to && longer == kDay - 1 ? "same day" : "same time?";
  }
  const Distance gap = DistanceOf(*from, *to);
  const char* sign = from->IsBefore(*to) ? "+" : "-";
  if (gap.IsExact()) return sign + DurationText(gap.Middle());
  if (gap.LeastTells()) return sign + DurationText(gap.least_s);
  const std::string about = gap.AboutText();
  if (!about.empty()) return absl::StrCat("~", sign, about);
  return *sign == '+' ? "later" : "earlier";
}

std::string ZoneText(int utc_offset_minutes) {
  if (utc_offset_minutes == 0) return "UTC";
  const int minutes = std::abs(utc_offset_minutes);
  return absl::StrFormat("UTC%c%02d:%02d", utc_offset_minutes < 0 ? '-' : '+', minutes / 60,
                         minutes % 60);
}

}  // namespace wirecopy
