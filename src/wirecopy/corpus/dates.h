// Publication dates as crawls write them, read into intervals of time.
//
//   absl::StatusOr<TimeInterval> at = ParseDate("2022-05-05T13:40:00+08:00");
//   absl::StatusOr<TimeInterval> day = ParseDate("2022-05-05",
//   ParseTimeZone("Asia/Shanghai").value());
//
// Read are, with blanks, letter case and full-width characters as they come:
//   RFC 3339, also with a blank for the T and without seconds   2022-05-05T13:40:00.5Z
//   year first, with -, /, . or 年月日; a clock, am, 下午        2022/5/5 1:40 PM, 2022-05, 2022,
//                                                                二〇二二年五月五日 下午1:40
//   compact digits                     20220505, 202205051340, 20220505134000, 20220505T134000Z
//   year last                          25/12/2026, 12/25/2026
//   the month by its English name      english_dates.h
//   epoch seconds or milliseconds      1651728000, 1651728000000
//   any of these behind a label        Published July 7, 2026; 发布时间：2026-07-07
//
// What an interval spans:
//   - a year, a month or a day: the whole of it, in `zone`, or in UTC where no zone is given. Two
//     day-only dates thus compare as calendar days, which is what a reader does with them.
//   - a time with a zone: its hour, minute or second.
//   - a time without a zone: the same in `zone`; without one it is uncertain by 14 hours either
//     way; so is one in a zone whose name is that of several (CST, BST), unless `zone` goes by it.
//
// Refused, never guessed: a date without its year (7月7日); 07/05/2026, whose day and month cannot
// be told apart; ten digits that may be 2026-07-07 10h or an epoch of 2034; a weekday that is not
// that of the day; leap seconds; "updated"; years outside 1600 to 2199; a time of day on
// 1970-01-01 and numbers from -100,000,000 to 100,000,000 that are no calendar's, which are clocks
// never set, counters and sentinels; anything over 128 bytes.
//
// Threads: pure functions. Cost: under 1 us.
// Source: RFC 3339, RFC 2822 section 3.3.
#ifndef WIRECOPY_CORPUS_DATES_H_
#define WIRECOPY_CORPUS_DATES_H_

#include <optional>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "wirecopy/model/article.h"

namespace wirecopy {

// InvalidArgument, naming the text and what is allowed, where it is no date.
absl::StatusOr<TimeInterval> ParseDate(std::string_view text,
                                       const std::optional<absl::TimeZone>& zone = std::nullopt);

// "UTC", "Z", "+08:00", "-0530", or a name of the system's time zone database ("Asia/Shanghai").
absl::StatusOr<absl::TimeZone> ParseTimeZone(std::string_view name);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_DATES_H_
