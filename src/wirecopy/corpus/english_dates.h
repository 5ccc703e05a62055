// Dates with the name of a month in English, in the orders that feeds, programs and pages write:
//
//   Tue, 07 Jul 2026 10:30:00 +0800            RFC 2822
//   Tuesday, 07-Jul-26 10:30:00 GMT            RFC 850
//   Sun Jul 05 10:30:00 +0000 2026             ctime and its relatives
//   Tue Jul 07 2026 10:30:00 GMT+0800 (China Standard Time)
//   July 7th, 2026 at 9:05 p.m.; 9:05 PM EDT, Tue July 7, 2026; 7 July 2026; July 2026
//
// A month by name, a day of one or two digits and a year of four cannot be taken for each other, so
// their order is free. A weekday must be that of the day. Two digits are a year only in day-month-
// year with a weekday or a clock.
//
// Threads: a pure function.
// Source: RFC 2822 section 3.3 and 4.3 (whose EST, EDT, CDT, MST, MDT, PST and PDT hold in its own
// form alone: elsewhere EST is Sydney's too, and is written all summer).
#ifndef WIRECOPY_CORPUS_ENGLISH_DATES_H_
#define WIRECOPY_CORPUS_ENGLISH_DATES_H_

#include <optional>
#include <string_view>

#include "wirecopy/corpus/calendar_time.h"

namespace wirecopy {

// `folded`: see date_folding.h. Empty: it is no such date.
std::optional<CalendarTime> ReadEnglishDate(std::string_view folded);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_ENGLISH_DATES_H_
