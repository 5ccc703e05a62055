#include "wirecopy/corpus/dates.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "wirecopy/base/string_bridge.h"
#include "wirecopy/corpus/excerpt.h"

namespace wirecopy {
namespace {

constexpr int64_t kZoneDoubtSeconds = 14 * 3600;
constexpr double kLeastEpochSeconds = 1e7;  // below are years, counters and sentinels
constexpr double kLeastEpochMilliseconds = 1e11;
constexpr double kMostEpochMilliseconds = 253402300799999.0;  // the end of the year 9999

// Reads a text from the left.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

  // Between `least` and `most` digits, as many as there are.
  std::optional<int> Digits(size_t least, size_t most) {
    size_t count = 0;
    int value = 0;
    while (count < most && count < rest_.size() && absl::ascii_isdigit(rest_[count])) {
      value = value * 10 + (rest_[count++] - '0');
    }
    if (count < least) return std::nullopt;
    rest_.remove_prefix(count);
    return value;
  }

  bool Take(std::string_view literal) {
    if (!rest_.starts_with(literal)) return false;
    rest_.remove_prefix(literal.size());
    return true;
  }

  std::string_view Letters() {
    size_t count = 0;
    while (count < rest_.size() && absl::ascii_isalpha(rest_[count])) ++count;
    const std::string_view letters = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return letters;
  }

  bool SkipBlanks() {
    const size_t before = rest_.size();
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t'))
      rest_.remove_prefix(1);
    return rest_.size() < before;
  }

  void SkipDigits() {
    while (!rest_.empty() && absl::ascii_isdigit(rest_.front())) rest_.remove_prefix(1);
  }

 private:
  std::string_view rest_;
};

enum class Precision : uint8_t { kYear, kMonth, kDay, kMinute, kSecond };

struct CalendarTime {
  int year = 0;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  Precision precision = Precision::kYear;
  std::optional<int> offset_s;  // east of UTC
};

// hh:mm[:ss[.fraction]]
bool ReadClock(Scanner* in, CalendarTime* time) {
  const auto hour = in->Digits(1, 2);
  if (!hour || *hour > 23 || !in->Take(":")) return false;
  const auto minute = in->Digits(2, 2);
  if (!minute || *minute > 59) return false;
  time->hour = *hour;
  time->minute = *minute;
  time->precision = Precision::kMinute;
  if (!in->Take(":")) return true;
  const auto second = in->Digits(2, 2);
  if (!second || *second > 60) return false;
  time->second = std::min(*second, 59);  // a leap second is its predecessor
  time->precision = Precision::kSecond;
  if (in->Take(".") || in->Take(",")) {
    if (!in->Digits(1, 1)) return false;
    in->SkipDigits();
  }
  return true;
}

// +hh[[:]mm]; empty where there is none that is well formed.
std::optional<int> ReadOffset(Scanner* in) {
  const int sign = in->Take("+") ? 1 : in->Take("-") || in->Take("−") ? -1 : 0;
  if (sign == 0) return std::nullopt;
  const auto hours = in->Digits(2, 2);
  if (!hours || *hours > 23) return std::nullopt;
  int minutes = 0;
  const bool colon = in->Take(":");
  if (colon || absl::ascii_isdigit(in->peek())) {
    const auto read = in->Digits(2, 2);
    if (!read || *read > 59) return std::nullopt;
    minutes = *read;
  }
  return sign * (*hours * 3600 + minutes * 60);
}

struct NamedZone {
  std::string_view name;
  std::optional<int> offset_hours;  // empty: the name says too little
};
constexpr std::array<NamedZone, 12> kNamedZones = {{{"Z", 0},
                                                    {"z", 0},
                                                    {"UT", 0},
                                                    {"UTC", 0},
                                                    {"GMT", 0},
                                                    {"EST", -5},
                                                    {"EDT", -4},
                                                    {"CST", std::nullopt},
                                                    {"CDT", -5},
                                                    {"MST", -7},
                                                    {"PST", -8},
                                                    {"PDT", -7}}};

// What may follow a time of day, up to the end of the text.
bool ReadZone(Scanner* in, CalendarTime* time) {
  in->SkipBlanks();
  if (in->done()) return true;
  if (!absl::ascii_isalpha(in->peek())) {
    time->offset_s = ReadOffset(in);
    return time->offset_s.has_value() && in->done();
  }
  const std::string_view letters = in->Letters();
  for (const NamedZone& zone : kNamedZones) {
    if (letters != zone.name) continue;
    if (zone.offset_hours) time->offset_s = *zone.offset_hours * 3600;
    // "GMT+0800", as browsers write it.
    if (!in->done() && zone.offset_hours == 0) time->offset_s = ReadOffset(in);
    return in->done();
  }
  return false;
}

// 2022-05-05T13:40:00Z and its relatives.
std::optional<CalendarTime> ReadCalendar(std::string_view text) {
  Scanner in(text);
  CalendarTime time;
  const auto year = in.Digits(4, 4);
  if (!year) return std::nullopt;
  time.year = *year;
  if (in.done()) return time;
  const bool han = in.Take("年");
  const std::string_view separator = han            ? "月"
                                     : in.Take("-") ? "-"
                                     : in.Take("/") ? "/"
                                     : in.Take(".") ? "."
                                                    : "";
  if (separator.empty()) return std::nullopt;
  if (han && in.done()) return time;
  const auto month = in.Digits(1, 2);
  if (!month) return std::nullopt;
  time.month = *month;
  time.precision = Precision::kMonth;
  if (in.done()) return han ? std::nullopt : std::optional(time);
  if (!in.Take(separator)) return std::nullopt;
  if (han && in.done()) return time;
  const auto day = in.Digits(1, 2);
  if (!day || (han && !in.Take("日"))) return std::nullopt;
  time.day = *day;
  time.precision = Precision::kDay;
  if (in.done()) return time;
  if (!in.Take("T") && !in.Take("t") && !in.SkipBlanks() && !han) return std::nullopt;
  in.SkipBlanks();
  if (!ReadClock(&in, &time) || !ReadZone(&in, &time)) return std::nullopt;
  return time;
}

std::optional<int> MonthNumber(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  if (name.size() < 3) return std::nullopt;
  const std::string lower = absl::AsciiStrToLower(ToAbsl(name.substr(0, 3)));
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == lower) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

// Thu, 05 May 2022 13:40:00 +0800
std::optional<CalendarTime> ReadMailDate(std::string_view text) {
  Scanner in(text);
  CalendarTime time;
  if (!in.Letters().empty() && !in.Take(",")) return std::nullopt;
  in.SkipBlanks();
  const auto day = in.Digits(1, 2);
  if (!day || (!in.SkipBlanks() && !in.Take("-"))) return std::nullopt;
  const auto month = MonthNumber(in.Letters());
  if (!month || (!in.SkipBlanks() && !in.Take("-"))) return std::nullopt;
  const auto year = in.Digits(2, 4);
  if (!year) return std::nullopt;
  time.day = *day;
  time.month = *month;
  time.year = *year < 50 ? *year + 2000 : *year < 1000 ? *year + 1900 : *year;
  time.precision = Precision::kDay;
  if (in.done()) return time;
  if (!in.SkipBlanks() || !ReadClock(&in, &time) || !ReadZone(&in, &time)) return std::nullopt;
  return time;
}

// 20220505 and 20220505134000.
std::optional<CalendarTime> ReadCompact(std::string_view digits) {
  if (digits.size() != 8 && digits.size() != 14) return std::nullopt;
  Scanner in(digits);
  CalendarTime time;
  time.year = *in.Digits(4, 4);
  time.month = *in.Digits(2, 2);
  time.day = *in.Digits(2, 2);
  time.precision = Precision::kDay;
  if (time.year < 1800 || time.year > 2199) return std::nullopt;
  if (in.done()) return time;
  time.hour = *in.Digits(2, 2);
  time.minute = *in.Digits(2, 2);
  time.second = *in.Digits(2, 2);
  time.precision = Precision::kSecond;
  return time;
}

// The instants `time` may mean; empty where the calendar has no such time.
std::optional<TimeInterval> IntervalOf(const CalendarTime& time,
                                       const std::optional<absl::TimeZone>& zone) {
  const absl::CivilSecond begin(time.year, time.month, time.day, time.hour, time.minute,
                                time.second);
  if (time.year < 1000 || begin.month() != time.month || begin.day() != time.day ||
      begin.hour() != time.hour || begin.minute() != time.minute || begin.second() != time.second) {
    return std::nullopt;
  }
  absl::CivilSecond end = begin;
  switch (time.precision) {
    case Precision::kYear:
      end = absl::CivilSecond(absl::CivilYear(begin) + 1);
      break;
    case Precision::kMonth:
      end = absl::CivilSecond(absl::CivilMonth(begin) + 1);
      break;
    case Precision::kDay:
      end = absl::CivilSecond(absl::CivilDay(begin) + 1);
      break;
    case Precision::kMinute:
      end = absl::CivilSecond(absl::CivilMinute(begin) + 1);
      break;
    case Precision::kSecond:
      end = begin + 1;
      break;
  }
  const absl::TimeZone used =
      time.offset_s ? absl::FixedTimeZone(*time.offset_s) : zone.value_or(absl::UTCTimeZone());
  TimeInterval interval{absl::ToUnixSeconds(absl::FromCivil(begin, used)),
                        absl::ToUnixSeconds(absl::FromCivil(end, used)) - 1};
  if (!time.offset_s && !zone && time.precision >= Precision::kMinute) {
    interval.earliest_s -= kZoneDoubtSeconds;
    interval.latest_s += kZoneDoubtSeconds;
  }
  return interval;
}

std::optional<TimeInterval> EpochInterval(std::string_view number) {
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
  const double size = std::fabs(value);
  if (!(size >= kLeastEpochSeconds && size <= kMostEpochMilliseconds)) return std::nullopt;
  const double seconds = std::floor(size >= kLeastEpochMilliseconds ? value / 1000 : value);
  return TimeInterval{static_cast<int64_t>(seconds), static_cast<int64_t>(seconds)};
}

std::optional<TimeInterval> ReadDate(std::string_view text,
                                     const std::optional<absl::TimeZone>& zone) {
  const bool is_number =
      !text.empty() && text.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
  const bool is_digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  std::optional<CalendarTime> time = is_digits ? ReadCompact(text) : std::nullopt;
  if (time) {
    if (auto interval = IntervalOf(*time, zone)) return interval;
  }
  time = ReadCalendar(text);
  if (!time && !is_number) time = ReadMailDate(text);
  if (time) return IntervalOf(*time, zone);
  return is_number ? EpochInterval(text) : std::nullopt;
}

}  // namespace

absl::StatusOr<TimeInterval> ParseDate(std::string_view text,
                                       const std::optional<absl::TimeZone>& zone) {
  const std::string_view trimmed = ToStd(absl::StripAsciiWhitespace(ToAbsl(text)));
  if (const auto interval = ReadDate(trimmed, zone)) return *interval;
  return absl::InvalidArgumentError(absl::StrFormat(
      "%s is not a date; allowed are 2022-05-05, 2022-05-05 13:40, 2022-05-05T13:40:00+08:00, "
      "epoch seconds or milliseconds, and Thu, 05 May 2022 13:40:00 +0800",
      Excerpt(text)));
}

absl::StatusOr<absl::TimeZone> ParseTimeZone(std::string_view name) {
  if (name == "UTC" || name == "Z") return absl::UTCTimeZone();
  Scanner in(name);
  if (const auto offset = ReadOffset(&in); offset && in.done()) return absl::FixedTimeZone(*offset);
  absl::TimeZone zone;
  if (!name.empty() && absl::LoadTimeZone(ToAbsl(name), &zone)) return zone;
  return absl::InvalidArgumentError(absl::StrFormat(
      "time zone is %s; allowed are UTC, an offset such as +08:00, or a name such as "
      "Asia/Shanghai that this system's time zone database has",
      Excerpt(name)));
}

}  // namespace wirecopy
