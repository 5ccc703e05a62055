#include "wirecopy/corpus/dates.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

#include "absl/strings/str_format.h"
#include "wirecopy/base/string_bridge.h"
#include "wirecopy/corpus/calendar_time.h"
#include "wirecopy/corpus/clock_text.h"
#include "wirecopy/corpus/date_folding.h"
#include "wirecopy/corpus/date_scanner.h"
#include "wirecopy/corpus/english_dates.h"
#include "wirecopy/corpus/excerpt.h"

namespace wirecopy {
namespace {

constexpr size_t kMaxDateBytes = 128;
constexpr double kLeastEpochSeconds = 1e8;  // below are years, days (20260707.0) and counters
constexpr double kLeastEpochMilliseconds = 1e11;
constexpr double kFirstEpochSecond = -11676096000.0;  // the beginning of kFirstDateYear
constexpr double kEndOfCalendar = 253402300799.0;     // 9999-12-31T23:59:59: never, not 1978
constexpr double kLastEpochSecond = 7258118399.0;     // the end of kLastDateYear

struct DateReading {
  std::optional<TimeInterval> interval;
  bool is_ambiguous = false;  // of several readings none can be preferred
};

// What pages print before a date of publication. "Updated" is no such word.
constexpr std::string_view kLabels[] = {
    "first published", "published", "posted",   "date",     "发布时间", "發布時間", "發佈時間",
    "发布日期",        "發布日期",  "發佈日期", "发表时间", "發表時間", "发布于",   "發布於",
    "發佈於",          "发表于",    "發表於",   "时间",     "時間",     "日期"};

std::string_view WithoutLabel(std::string_view text) {
  for (const std::string_view label : kLabels) {
    if (!text.starts_with(label)) continue;
    DateScanner in(text.substr(label.size()));
    const bool ends = in.SkipBlanks() | in.Take(":") | !absl::ascii_isascii(label.front());
    if (ends) in.SkipBlanks();
    return ends ? in.rest() : text;
  }
  return text;
}

// 星期二, (周二), on the day it says or none at all.
bool ReadHanWeekday(DateScanner* in, const CalendarTime& time) {
  DateScanner ahead = *in;
  ahead.SkipBlanks();
  const bool bracket = ahead.Take("(");
  if (!ahead.Take("星期") && !ahead.Take("周")) return true;
  constexpr std::string_view kDays[] = {"一", "二", "三", "四", "五", "六", "日"};
  int day = ahead.Take("天") ? 6 : -1;
  for (int i = 0; i < 7 && day < 0; ++i) day = ahead.Take(kDays[i]) ? i : -1;
  if (day != WeekdayOf(time) || (bracket && !ahead.Take(")"))) return false;
  *in = ahead;
  return true;
}

// What may stand between a day and a clock.
bool ReadSeparator(DateScanner* in) {
  const bool blank = in->SkipBlanks();
  if (in->Take("t") || in->Take(",") || (blank && (in->Take("|") || in->Take("-")))) {
    in->SkipBlanks();
    return true;
  }
  return blank;
}

// 2026年7月7日, which may be cut off behind each of its parts.
std::optional<CalendarTime> ReadHanDate(DateScanner* in, CalendarTime time) {
  in->SkipBlanks();
  if (in->done()) return time;
  const auto month = in->Digits(1, 2);
  in->SkipBlanks();
  if (!month || !in->Take("月")) return std::nullopt;
  time.month = *month;
  time.precision = DatePrecision::kMonth;
  in->SkipBlanks();
  if (in->done()) return time;
  const auto day = in->Digits(1, 2);
  in->SkipBlanks();
  if (!day || (!in->Take("日") && !in->Take("号"))) return std::nullopt;
  time.day = *day;
  time.precision = DatePrecision::kDay;
  if (!ReadHanWeekday(in, time)) return std::nullopt;
  ReadSeparator(in);
  return ReadRestAsClock(in, &time) ? std::optional(time) : std::nullopt;
}

// The separator of a numeric date; empty: there is none.
std::string_view TakeSeparator(DateScanner* in) {
  return in->Take("-") ? "-" : in->Take("/") ? "/" : in->Take(".") ? "." : "";
}

// The weekday and the clock behind a numeric day.
std::optional<CalendarTime> WithClock(DateScanner in, CalendarTime time) {
  time.precision = DatePrecision::kDay;
  if (in.done()) return time;
  if (!ReadHanWeekday(&in, time)) return std::nullopt;
  if (!in.done() && (!ReadSeparator(&in) || in.done())) return std::nullopt;
  return ReadRestAsClock(&in, &time) ? std::optional(time) : std::nullopt;
}

// 2022, 2022-05, 2022-05-05T13:40:00Z and their relatives.
std::optional<CalendarTime> ReadYearFirst(std::string_view text) {
  DateScanner in(text);
  CalendarTime time;
  const auto year = in.Digits(4, 4);
  if (!year) return std::nullopt;
  time.year = *year;
  if (in.done()) return time;
  DateScanner han = in;
  han.SkipBlanks();
  if (han.Take("年")) return ReadHanDate(&han, time);
  const std::string_view separator = TakeSeparator(&in);
  const auto month = in.Digits(1, 2);
  if (separator.empty() || !month) return std::nullopt;
  time.month = *month;
  time.precision = DatePrecision::kMonth;
  if (in.done()) return time;
  if (!in.Take(separator)) return std::nullopt;
  const auto day = in.Digits(1, 2);
  if (!day) return std::nullopt;
  time.day = *day;
  return WithClock(in, time);
}

// 25/12/2026 and 12/25/2026, where one order alone makes a date.
DateReading ReadYearLast(std::string_view text, const std::optional<absl::TimeZone>& zone) {
  DateScanner in(text);
  const auto first = in.Digits(1, 2);
  const std::string_view separator = TakeSeparator(&in);
  const auto second = in.Digits(1, 2);
  if (!first || separator.empty() || !second || !in.Take(separator)) return {};
  const auto year = in.CountDigits() == 4 ? in.Digits(4, 4) : std::nullopt;
  if (!year) return {};
  const auto read = [&](int day, int month) -> std::optional<TimeInterval> {
    const auto time = WithClock(in, {.year = *year, .month = month, .day = day});
    return time ? IntervalOf(*time, zone) : std::nullopt;
  };
  const std::optional<TimeInterval> day_first = read(*first, *second);
  const std::optional<TimeInterval> month_first = read(*second, *first);
  if (day_first && month_first && *first != *second) return {std::nullopt, true};
  return {day_first ? day_first : month_first};
}

// 20220505, 20220505134000 and 20220505T134000Z.
std::optional<CalendarTime> ReadCompact(std::string_view text) {
  DateScanner in(text);
  const size_t digits = in.CountDigits();
  if (digits != 8 && digits != 10 && digits != 12 && digits != 14) return std::nullopt;
  CalendarTime time;
  time.year = *in.Digits(4, 4);
  time.month = *in.Digits(2, 2);
  time.day = *in.Digits(2, 2);
  time.precision = DatePrecision::kDay;
  if (time.year < 1800) return std::nullopt;
  if (in.done()) return time;
  if (digits == 8 && !in.Take("t")) return std::nullopt;
  time.hour = *in.Digits(0, 2);
  time.precision = DatePrecision::kHour;
  if (const auto minute = in.Digits(2, 2)) {
    time.minute = *minute;
    time.precision = DatePrecision::kMinute;
  }
  if (const auto second = in.Digits(2, 2)) {
    time.second = *second;
    time.precision = DatePrecision::kSecond;
  }
  if (digits == 8 && time.precision == DatePrecision::kHour) return std::nullopt;
  if (in.done()) return time;
  return ReadZone(&in, &time) && in.done() ? std::optional(time) : std::nullopt;
}

std::optional<TimeInterval> EpochInterval(std::string_view number) {
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
  const double size = std::fabs(value);
  if (!(size >= kLeastEpochSeconds) || size == kEndOfCalendar) return std::nullopt;
  const double seconds = std::floor(size >= kLeastEpochMilliseconds ? value / 1000 : value);
  if (seconds < kFirstEpochSecond || seconds > kLastEpochSecond) return std::nullopt;
  return TimeInterval{static_cast<int64_t>(seconds), static_cast<int64_t>(seconds)};
}

// Digits alone: eight, twelve and fourteen are a calendar's; ten are an epoch's, unless they may be
// year, month, day and hour as well.
DateReading ReadNumber(std::string_view text, const std::optional<absl::TimeZone>& zone) {
  const bool is_digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  const auto compact = is_digits ? ReadCompact(text) : std::nullopt;
  const auto day = compact ? IntervalOf(*compact, zone) : std::nullopt;
  if (text.size() == 10 && day && compact->year >= 2000) return {std::nullopt, true};
  if (compact && compact->year <= kLastDateYear && text.size() != 10) return {day};
  return {EpochInterval(text)};
}

DateReading ReadDate(std::string_view text, const std::optional<absl::TimeZone>& zone) {
  const auto read = [&](const std::optional<CalendarTime>& time) -> DateReading {
    return {time ? IntervalOf(*time, zone) : std::nullopt};
  };
  if (const auto time = ReadYearFirst(text)) return read(time);
  if (text.find_first_not_of("0123456789.e+-") == std::string_view::npos) {
    const DateReading year_last = ReadYearLast(text, zone);
    if (year_last.interval || year_last.is_ambiguous) return year_last;
    return ReadNumber(text, zone);
  }
  if (const auto time = ReadCompact(text)) return read(time);
  const DateReading year_last = ReadYearLast(text, zone);
  if (year_last.interval || year_last.is_ambiguous) return year_last;
  return read(ReadEnglishDate(text));
}

}  // namespace

absl::StatusOr<TimeInterval> ParseDate(std::string_view text,
                                       const std::optional<absl::TimeZone>& zone) {
  DateReading reading;
  if (text.size() <= kMaxDateBytes) {
    const std::string folded = FoldDate(text);
    reading = ReadDate(WithoutLabel(folded), zone);
  }
  if (reading.interval) return *reading.interval;
  if (reading.is_ambiguous) {
    return absl::InvalidArgumentError(absl::StrFormat(
        "%s may be one of several dates; write it as 2022-05-05, or with the name of the month",
        Excerpt(text)));
  }
  return absl::InvalidArgumentError(absl::StrFormat(
      "%s is not a date; allowed are 2022-05-05, 2022-05-05 13:40, 2022-05-05T13:40:00+08:00, "
      "2022年5月5日, May 5, 2022, Thu, 05 May 2022 13:40:00 +0800, epoch seconds or milliseconds, "
      "and "
      "their relatives that name the year",
      Excerpt(text)));
}

absl::StatusOr<absl::TimeZone> ParseTimeZone(std::string_view name) {
  if (name == "UTC" || name == "Z") return absl::UTCTimeZone();
  DateScanner in(name);
  if (const auto offset = ReadOffset(&in); offset && in.done()) return absl::FixedTimeZone(*offset);
  absl::TimeZone zone;
  if (!name.empty() && absl::LoadTimeZone(ToAbsl(name), &zone)) return zone;
  return absl::InvalidArgumentError(absl::StrFormat(
      "time zone is %s; allowed are UTC, an offset such as +08:00, or a name such as "
      "Asia/Shanghai that this system's time zone database has",
      Excerpt(name)));
}

}  // namespace wirecopy
