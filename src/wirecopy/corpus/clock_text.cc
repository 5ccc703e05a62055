#include "wirecopy/corpus/clock_text.h"

#include <algorithm>
#include <string_view>

namespace wirecopy {
namespace {

// The hours that a part of the day may stand with, and what they gain by it. Names that begin with
// another come before it.
struct DayPart {
  std::string_view name;
  int first_hour;
  int last_hour;
  int added_hours;
};
constexpr DayPart kHanDayParts[] = {
    {"凌晨", 0, 6, 0},   {"凌晨", 12, 12, -12}, {"清晨", 4, 11, 0},  {"早晨", 4, 11, 0},
    {"早上", 4, 11, 0},  {"上午", 0, 11, 0},    {"中午", 11, 14, 0}, {"中午", 1, 2, 12},
    {"下午", 12, 23, 0}, {"下午", 1, 11, 12},   {"傍晚", 16, 20, 0}, {"傍晚", 4, 8, 12},
    {"晚上", 17, 23, 0}, {"晚上", 5, 11, 12},   {"晚间", 17, 23, 0}, {"晚间", 5, 11, 12},
    {"晚間", 17, 23, 0}, {"晚間", 5, 11, 12},   {"夜间", 17, 23, 0}, {"夜间", 5, 11, 12},
    {"夜間", 17, 23, 0}, {"夜間", 5, 11, 12},
};
constexpr DayPart kLatinDayParts[] = {
    {"a", 0, 11, 0}, {"a", 12, 12, -12}, {"p", 12, 23, 0}, {"p", 1, 11, 12}};

std::string_view TakeHanDayPart(DateScanner* in) {
  for (const DayPart& part : kHanDayParts) {
    if (in->Take(part.name)) return part.name;
  }
  return {};
}

// am, a.m., pm., with or without a blank before it.
std::string_view TakeLatinDayPart(DateScanner* in) {
  DateScanner ahead = *in;
  ahead.SkipBlanks();
  const std::string_view half = ahead.Take("a") ? "a" : ahead.Take("p") ? "p" : "";
  if (half.empty()) return {};
  ahead.Take(".");
  if (!ahead.Take("m")) return {};
  ahead.Take(".");
  if (absl::ascii_isalnum(ahead.peek())) return {};
  *in = ahead;
  return half;
}

template <size_t kCount>
bool ApplyDayPart(const DayPart (&parts)[kCount], std::string_view name, CalendarTime* time) {
  for (const DayPart& part : parts) {
    if (part.name != name || time->hour < part.first_hour || time->hour > part.last_hour) continue;
    time->hour += part.added_hours;
    return true;
  }
  return false;
}

bool TakeAny(DateScanner* in, std::initializer_list<std::string_view> literals) {
  return std::ranges::any_of(literals, [&](std::string_view it) { return in->Take(it); });
}

bool ReadSecond(DateScanner* in, size_t least_digits, CalendarTime* time) {
  const auto second = in->Digits(least_digits, 2);
  if (!second || *second > 59) return false;
  time->second = *second;
  time->precision = DatePrecision::kSecond;
  return true;
}

// :mm[:ss[.fraction]]
bool ReadAfterColon(DateScanner* in, CalendarTime* time) {
  const auto minute = in->Digits(2, 2);
  if (!minute || *minute > 59) return false;
  time->minute = *minute;
  time->precision = DatePrecision::kMinute;
  if (!in->Take(":")) return true;
  if (!ReadSecond(in, 2, time)) return false;
  DateScanner ahead = *in;
  if ((ahead.Take(".") || ahead.Take(",")) && ahead.Digits(1, 1)) {
    ahead.SkipDigits();
    *in = ahead;
  }
  return true;
}

// 时[mm分[ss秒]]
bool ReadAfterHan(DateScanner* in, CalendarTime* time) {
  in->Take("整");
  in->SkipBlanks();
  const auto minute = in->Digits(1, 2);
  if (!minute) return true;
  if (*minute > 59) return false;
  time->minute = *minute;
  time->precision = DatePrecision::kMinute;
  if (!in->Take("分")) return in->done();
  in->SkipBlanks();
  if (in->CountDigits() == 0) return true;
  return ReadSecond(in, 1, time) && in->Take("秒");
}

struct NamedZone {
  std::string_view name;
  int offset_hours;
};
constexpr NamedZone kNamedZones[] = {{"z", 0},   {"ut", 0},  {"utc", 0}, {"gmt", 0},
                                     {"hkt", 8}, {"sgt", 8}, {"jst", 9}, {"kst", 9}};
// Names of two zones or more, and names that are written the year round though clocks change.
constexpr std::string_view kDoubtfulZones[] = {
    "acdt", "acst", "adt", "aedt", "aest", "akdt", "akst", "ast", "awst", "bst",  "cat",
    "cdt",  "cest", "cet", "cst",  "ct",   "east", "eat",  "edt", "eest", "eet",  "est",
    "et",   "gst",  "hst", "ict",  "ist",  "mdt",  "msk",  "mst", "mt",   "nzdt", "nzst",
    "pdt",  "pht",  "pkt", "pst",  "pt",   "sast", "sst",  "wat", "west", "wet",  "wib"};

// +8, +0800 and +8:00 behind "gmt".
std::optional<int> ReadLooseOffset(DateScanner* in) {
  DateScanner ahead = *in;
  const int sign = ahead.Take("+") ? 1 : ahead.Take("-") ? -1 : 0;
  if (ahead.CountDigits() != 1) return ReadOffset(in);
  const int hours = *ahead.Digits(1, 1);
  int minutes = 0;
  if (ahead.Take(":")) {
    const auto read = ahead.Digits(2, 2);
    if (!read || *read > 59) return std::nullopt;
    minutes = *read;
  }
  *in = ahead;
  return sign * (hours * 3600 + minutes * 60);
}

bool ReadNamedZone(DateScanner* in, CalendarTime* time) {
  const std::string_view letters = in->Letters();
  for (const NamedZone& zone : kNamedZones) {
    if (letters != zone.name) continue;
    time->offset_s = zone.offset_hours * 3600;
    const bool more = in->peek() == '+' || in->peek() == '-';
    if (more && zone.offset_hours == 0) time->offset_s = ReadLooseOffset(in);
    return time->offset_s.has_value();
  }
  const auto doubtful = std::ranges::find(kDoubtfulZones, letters);
  if (doubtful == std::end(kDoubtfulZones)) return false;
  time->zone_in_doubt = *doubtful;
  return true;
}

}  // namespace

bool ReadClock(DateScanner* in, CalendarTime* time) {
  const std::string_view han_part = TakeHanDayPart(in);
  in->SkipBlanks();
  const auto hour = in->Digits(1, 2);
  if (!hour || *hour > 23) return false;
  time->hour = *hour;
  time->minute = time->second = 0;
  time->precision = DatePrecision::kHour;
  bool is_clock = true;
  if (in->Take(":")) {
    if (!ReadAfterColon(in, time)) return false;
  } else if (TakeAny(in, {"时", "時", "点", "點"})) {
    if (!ReadAfterHan(in, time)) return false;
  } else {
    is_clock = false;
  }
  if (!han_part.empty()) return is_clock && ApplyDayPart(kHanDayParts, han_part, time);
  const std::string_view half = TakeLatinDayPart(in);
  return half.empty() ? is_clock : ApplyDayPart(kLatinDayParts, half, time);
}

std::optional<int> ReadOffset(DateScanner* in) {
  const int sign = in->Take("+") ? 1 : in->Take("-") ? -1 : 0;
  if (sign == 0) return std::nullopt;
  const auto hours = in->Digits(2, 2);
  if (!hours) return std::nullopt;
  int minutes = 0;
  const bool colon = in->Take(":");
  if (colon || absl::ascii_isdigit(in->peek())) {
    const auto read = in->Digits(2, 2);
    if (!read || *read > 59) return std::nullopt;
    minutes = *read;
  }
  const int seconds = *hours * 3600 + minutes * 60;
  return seconds > 14 * 3600 ? std::nullopt : std::optional(sign * seconds);
}

bool ReadZone(DateScanner* in, CalendarTime* time) {
  if (absl::ascii_isalpha(in->peek())) return ReadNamedZone(in, time);
  if (TakeAny(in, {"北京时间", "北京時間", "(北京时间)", "(北京時間)"})) {
    time->offset_s = 8 * 3600;
    return true;
  }
  time->offset_s = ReadOffset(in);
  return time->offset_s.has_value();
}

bool ReadRestAsClock(DateScanner* in, CalendarTime* time) {
  if (in->done()) return true;
  if (!ReadClock(in, time)) return false;
  in->SkipBlanks();
  if (in->done()) return true;
  if (!ReadZone(in, time)) return false;
  in->SkipBlanks();
  if (time->offset_s) in->SkipComment();
  return in->done();
}

}  // namespace wirecopy
