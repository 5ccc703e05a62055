// Publication dates as crawls write them, read into intervals of time.
//
//   absl::StatusOr<TimeInterval> at = ParseDate("2022-05-05T13:40:00+08:00");
//   absl::StatusOr<TimeInterval> day = ParseDate("2022-05-05",
//   ParseTimeZone("Asia/Shanghai").value());
//
// Read are
//   RFC 3339, also with a blank for the T and without seconds   2022-05-05T13:40:00.5Z
//   calendar dates with -, /, . or 年月日, with or without time  2022/5/5 13:40, 2022-05, 2022
//   compact digits                                              20220505, 20220505134000
//   epoch seconds or milliseconds                               1651728000, 1651728000000
//   RFC 2822                                                    Thu, 05 May 2022 13:40:00 +0800
//
// What an interval spans:
//   - a year, a month or a day: the whole of it, in `zone`, or in UTC where no zone is given. Two
//   day-only dates thus
//     compare as calendar days, which is what a reader does with them.
//   - a time with a zone: its minute or second.
//   - a time without a zone: the same in `zone`; without one it is uncertain by 14 hours either
//   way.
// Numbers too small for epoch seconds (-10,000,000 to 10,000,000, calendar years aside) are
// sentinels, not dates, and refused; so are years before 1000.
//
// Threads: pure functions. Cost: about 100 ns.
// Source: RFC 3339, RFC 2822 section 3.3 (CST is taken as no zone: it is China's as well as
// Chicago's).
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
