// Times, spans and lags in words and as RFC 3339; no clock and no time zone data, only an offset.
// Threads: pure functions.
#ifndef WIRECOPY_REPORT_TIME_TEXT_H_
#define WIRECOPY_REPORT_TIME_TEXT_H_

#include <cstdint>
#include <optional>
#include <string>

#include "wirecopy/model/article.h"

namespace wirecopy {

// "2026-04-28T01:00:00Z". Years outside 0000 to 9999 are shown as the nearest second inside.
std::string Rfc3339(int64_t seconds);

// The interval as exactly as it is known, and no more: "2026-04-28 09:00", "2026-04-28" for a day,
// "2026-04-28 09 h" for an hour, "2026-04 (month only)", "2026 (year only)"; any other is "between"
// its first and its last minute, or day. A time 14 hours wider either way is one without a zone,
// shown as given. "~" before what is of another or an unknown zone.
std::string TimeText(const TimeInterval& interval, int utc_offset_minutes);

// "45 s", "12 min", "3 h", "2 d", "3 y". REQUIRES: seconds >= 0.
std::string DurationText(int64_t seconds);

// What lies between two dates that do not overlap: "3 h" where both are known to the minute, "283 d
// or more" where that bound tells something, "about 1 d" of two neighbouring days, else empty.
// REQUIRES: a gap.
std::string GapText(const TimeInterval& a, const TimeInterval& b);

// How long after `from`: "+3 h", "-2 d" (at least), "~+1 d" (about: neighbouring days), "later" and
// "earlier" where nothing tells by how much, "same time", "same day", "same time?" where the two
// overlap, "?" where one is unknown or says too little.
std::string LagText(const std::optional<TimeInterval>& from, const std::optional<TimeInterval>& to);

// "UTC", "UTC+08:00".
std::string ZoneText(int utc_offset_minutes);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_TIME_TEXT_H_
