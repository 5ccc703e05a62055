// Times of day and their zones, as pages and feeds write them.
//
//   DateScanner in("9:05 p.m. gmt");
//   CalendarTime time;
//   if (ReadClock(&in, &time) && ...) ReadZone(&in, &time);
//
// Texts are folded (date_folding.h): lower case, ASCII digits. Threads: pure functions.
// Source: RFC 3339; RFC 2822 section 3.3 and 4.3.
#ifndef WIRECOPY_CORPUS_CLOCK_TEXT_H_
#define WIRECOPY_CORPUS_CLOCK_TEXT_H_

#include <optional>

#include "wirecopy/corpus/calendar_time.h"
#include "wirecopy/corpus/date_scanner.h"

namespace wirecopy {

// 10:30, 10:30:07.5, 9 p.m., 9:05pm, 下午3:05, 10时30分. Fills hour, minute, second and precision.
// False: there is none, or one that no clock shows (25:00, 13:05 am, 晚上12点, 23:59:60).
bool ReadClock(DateScanner* in, CalendarTime* time);

// +08:00, +0800, +08; z, gmt, utc+8, hkt, 北京时间; est and other names of several zones, which are
// in doubt. False: none of these.
bool ReadZone(DateScanner* in, CalendarTime* time);

// +hh[[:]mm], up to 14 hours, in seconds; empty where there is none that is well formed.
std::optional<int> ReadOffset(DateScanner* in);

// What may follow a day up to the end of the text: nothing, or a clock, which may have a zone.
bool ReadRestAsClock(DateScanner* in, CalendarTime* time);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_CLOCK_TEXT_H_
