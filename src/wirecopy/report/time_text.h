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

// "+3 h", "-2 d", "same time?" where the two dates overlap, "?" where one is unknown.
std::string LagText(std::optional<int64_t> lag_s);

// "UTC", "UTC+08:00".
std::string ZoneText(int utc_offset_minutes);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_TIME_TEXT_H_
