#include "wirecopy/text/date_text.h"

#include <algorithm>
#include <array>

#include "wirecopy/text/page_characters.h"

namespace wirecopy {
namespace {

constexpr int64_t kDay_s = 86400;
constexpr int64_t kZoneDoubt_s = 14 * 3600;

// Days since 1970-01-01 in the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level
// date algorithms").
int64_t DaysFromCivil(int year, int month, int day) {
  year -= month <= 2;
  const int64_t era = year / 400;
  const int64_t year_of_era = year - era * 400;
  const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

bool IsCalendarDay(int year, int month, int day) {
  constexpr std::array<int, 13> kDays = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1 || day > kDays[month]) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month != 2 || day < 29 || leap || year == 0;
}

// Reads forward; every Take leaves the place as it was when it fails.
class Cursor {
 public:
  Cursor(std::u32string_view text, size_t at) : text_(text), at_(at) {}

  size_t at() const { return at_; }
  void set_at(size_t at) { at_ = at; }
  char32_t Peek() const { return at_ < text_.size() ? text_[at_] : U'\0'; }

  std::u32string_view Rest() const { return text_.substr(at_); }
  bool Take(char32_t c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }
  bool TakeAny(std::u32string_view set) {
    if (Peek() == U'\0' || set.find(Peek()) == set.npos) return false;
    ++at_;
    return true;
  }
  bool TakeWord(std::u32string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  void SkipSpace() {
    while (Peek() == U' ') ++at_;
  }
  // A whole run of `least` to `most` digits; -1 otherwise.
  int TakeNumber(int least, int most) {
    size_t end = at_;
    int value = 0;
    while (end < text_.size() && IsDigit(text_[end]) && end - at_ <= 4) {
      value = value * 10 + static_cast<int>(text_[end++] - U'0');
    }
    const int digits = static_cast<int>(end - at_);
    if (digits < least || digits > most) return -1;
    at_ = end;
    return value;
  }

 private:
  std::u32string_view text_;
  size_t at_;
};

constexpr std::u32string_view kMonths[] = {U"january",   U"february", U"march",    U"april",
                                           U"may",       U"june",     U"july",     U"august",
                                           U"september", U"october",  U"november", U"december"};

// Three letters as one number.
constexpr uint32_t Initials(std::u32string_view name) {
  return name[0] << 16 | name[1] << 8 | name[2];
}

constexpr auto kMonthInitials = [] {
  std::array<uint32_t, 12> initials = {};
  std::ranges::transform(kMonths, initials.begin(), Initials);
  return initials;
}();

// "march", "mar", "mar.", "sept."; 0 without one.
int TakeMonthName(Cursor& cursor) {
  const std::u32string_view rest = cursor.Rest();
  if (rest.size() < 3 || (rest[0] | rest[1] | rest[2]) > 0x7F) return 0;
  const auto found = std::ranges::find(kMonthInitials, Initials(rest));
  if (found == kMonthInitials.end()) return 0;
  const size_t start = cursor.at();
  const int month = static_cast<int>(found - kMonthInitials.begin()) + 1;
  const std::u32string_view name = kMonths[month - 1];
  if (!cursor.TakeWord(name) && !(month == 9 && cursor.TakeWord(U"sept")))
    cursor.TakeWord(name.substr(0, 3));
  if (IsLatin(cursor.Peek())) {
    cursor.set_at(start);
    return 0;
  }
  cursor.Take(U'.');
  return month;
}

struct ZoneName {
  std::u32string_view name;
  int hours;
};
constexpr ZoneName kZones[] = {{U"gmt", 0},  {U"utc", 0},  {U"bst", 1},  {U"cet", 1},  {U"cest", 2},
                               {U"est", -5}, {U"edt", -4}, {U"et", -5},  {U"cst", -6}, {U"cdt", -5},
                               {U"pst", -8}, {U"pdt", -7}, {U"pt", -8},  {U"hkt", 8},  {U"sgt", 8},
                               {U"ist", 5},  {U"jst", 9},  {U"aest", 10}};

void TakeZone(Cursor& cursor, DateText& date) {
  const size_t start = cursor.at();
  cursor.SkipSpace();
  for (const ZoneName& zone : kZones) {
    if (!cursor.TakeWord(zone.name)) continue;
    if (IsLatin(cursor.Peek())) {
      cursor.set_at(start);
      cursor.SkipSpace();
      continue;
    }
    // "et", "pt" and "cst" do not say which half of the year, or which country: no zone is claimed
    // for them.
    const bool vague =
        zone.name == U"et" || zone.name == U"pt" || zone.name == U"cst" || zone.name == U"ist";
    if (!vague) date.zone_s = zone.hours * 3600;
    return;
  }
  if (cursor.Take(U'z') && !IsLatin(cursor.Peek())) {
    date.zone_s = 0;
    return;
  }
  cursor.set_at(start);
  const char32_t sign = cursor.Peek();
  if (!cursor.TakeAny(U"+-")) return;
  const int hours = cursor.TakeNumber(2, 2);
  cursor.Take(U':');
  const int minutes = cursor.TakeNumber(2, 2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) {
    cursor.set_at(start);
    return;
  }
  date.zone_s = (sign == U'-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

// "08:39", "8:39:12 pm", "08时39分".
bool TakeClock(Cursor& cursor, DateText& date) {
  const size_t start = cursor.at();
  const int hour = cursor.TakeNumber(1, 2);
  const bool chinese = hour >= 0 && (cursor.Take(U'时') || cursor.Take(U'点'));
  if (hour < 0 || hour > 24 || (!chinese && !cursor.Take(U':'))) {
    cursor.set_at(start);
    return false;
  }
  const int minute = cursor.TakeNumber(2, 2);
  if (minute < 0 || minute > 59) {
    cursor.set_at(start);
    return false;
  }
  date.hour = hour;
  date.minute = minute;
  if (chinese) cursor.Take(U'分');
  if (!chinese && cursor.Take(U':')) date.second = std::max(0, cursor.TakeNumber(2, 2));
  if (cursor.Peek() == U'.') {  // milliseconds
    const size_t before = cursor.at();
    cursor.Take(U'.');
    if (cursor.TakeNumber(3, 3) < 0) cursor.set_at(before);
  }
  const size_t before = cursor.at();
  cursor.SkipSpace();
  const bool pm = cursor.TakeWord(U"pm") || cursor.TakeWord(U"p.m.");
  const bool am = !pm && (cursor.TakeWord(U"am") || cursor.TakeWord(U"a.m."));
  if ((!pm && !am) || IsLatin(cursor.Peek()))
    cursor.set_at(before);
  else if (pm && date.hour < 12)
    date.hour += 12;
  else if (am && date.hour == 12)
    date.hour = 0;
  TakeZone(cursor, date);
  return true;
}

void TakeClockBehind(Cursor& cursor, DateText& date) {
  const size_t start = cursor.at();
  cursor.SkipSpace();
  if (cursor.TakeWord(U"星期") || cursor.TakeWord(U"周")) cursor.TakeAny(U"一二三四五六日天");
  cursor.SkipSpace();
  cursor.TakeAny(U",-|t");
  cursor.SkipSpace();
  if (cursor.TakeWord(U"updated") || cursor.TakeWord(U"at ")) cursor.SkipSpace();
  if (!TakeClock(cursor, date)) cursor.set_at(start);
}

// "2022-05-11", "2022/5/11", "2022.5.11", "2022年5月11日", "2022年5月".
bool TakeNumericDate(Cursor& cursor, DateText& date) {
  const size_t start = cursor.at();
  const int year = cursor.TakeNumber(4, 4);
  if (year >= 1980 && year <= 2099) {
    const char32_t separator = cursor.Peek();
    if (cursor.TakeAny(U"-/.年")) {
      cursor.SkipSpace();
      const int month = cursor.TakeNumber(1, 2);
      const bool chinese = separator == U'年';
      if (month >= 1 && month <= 12 && cursor.Take(chinese ? U'月' : separator)) {
        cursor.SkipSpace();
        const int day = cursor.TakeNumber(1, 2);
        if (IsCalendarDay(year, month, day) && (!chinese || cursor.TakeAny(U"日号"))) {
          date.year = year, date.month = month, date.day = day;
          return true;
        }
      }
    }
  }
  cursor.set_at(start);
  return false;
}

// "05-14", "10月9日".
bool TakeMonthDay(Cursor& cursor, DateText& date) {
  const size_t start = cursor.at();
  const int month = cursor.TakeNumber(1, 2);
  const bool two_digits = cursor.at() - start == 2;
  const bool chinese = month > 0 && cursor.Take(U'月');
  if (chinese || (two_digits && cursor.TakeAny(U"-/"))) {
    const int day = cursor.TakeNumber(chinese ? 1 : 2, 2);
    const bool goes_on =
        !chinese && (cursor.Peek() == U'-' || cursor.Peek() == U'/' || IsDigit(cursor.Peek()));
    if (IsCalendarDay(0, month, day) && !goes_on && (!chinese || cursor.TakeAny(U"日号"))) {
      date.month = month, date.day = day;
      return true;
    }
  }
  cursor.set_at(start);
  return false;
}

void TakeOrdinal(Cursor& cursor) {
  if (!IsLatin(cursor.Peek())) return;
  for (std::u32string_view ending : {U"st", U"nd", U"rd", U"th"}) {
    if (cursor.TakeWord(ending)) return;
  }
}

// "march 17, 2005", "mar. 17 2005".
bool TakeMonthFirst(Cursor& cursor, DateText& date) {
  const size_t start = cursor.at();
  const int month = TakeMonthName(cursor);
  if (month == 0) return false;
  cursor.SkipSpace();
  const int day = cursor.TakeNumber(1, 2);
  TakeOrdinal(cursor);
  cursor.Take(U',');
  cursor.SkipSpace();
  const int year = day > 0 ? cursor.TakeNumber(4, 4) : -1;
  if (year >= 1980 && year <= 2099 && IsCalendarDay(year, month, day)) {
    date.year = year, date.month = month, date.day = day;
    return true;
  }
  cursor.set_at(start);
  return false;
}

// "17 march 2005", "17th mar, 2005".
bool TakeDayFirst(Cursor& cursor, DateText& date) {
  const size_t start = cursor.at();
  const int day = cursor.TakeNumber(1, 2);
  TakeOrdinal(cursor);
  cursor.SkipSpace();
  const int month = day > 0 && IsLatin(cursor.Peek()) ? TakeMonthName(cursor) : 0;
  cursor.Take(U',');
  cursor.SkipSpace();
  const int year = month > 0 ? cursor.TakeNumber(4, 4) : -1;
  if (year >= 1980 && year <= 2099 && IsCalendarDay(year, month, day)) {
    date.year = year, date.month = month, date.day = day;
    return true;
  }
  cursor.set_at(start);
  return false;
}

bool TakeDate(Cursor& cursor, DateText& date) {
  if (IsLatin(cursor.Peek())) return TakeMonthFirst(cursor, date);
  return TakeNumericDate(cursor, date) || TakeDayFirst(cursor, date) || TakeMonthDay(cursor, date);
}

// The date or time of day at `at`, if there is one.
std::optional<DateText> DateAt(std::u32string_view text, size_t at) {
  Cursor cursor(text, at);
  DateText date;
  if (TakeDate(cursor, date))
    TakeClockBehind(cursor, date);
  else if (!IsDigit(text[at]) || !TakeClock(cursor, date))
    return std::nullopt;
  date.begin = static_cast<uint32_t>(at);
  date.end = static_cast<uint32_t>(cursor.at());
  return date;
}

// Whether a number may begin a date or a time of day: by its digits and what stands behind them.
bool MayBeginDate(size_t digits, char32_t next) {
  constexpr std::u32string_view kBehindYear = U"-/.年", kBehindOthers = U" 月-/时点:";
  if (digits == 4) return kBehindYear.find(next) != kBehindYear.npos;
  return digits <= 2 && (IsLatin(next) || kBehindOthers.find(next) != kBehindOthers.npos);
}

// Whether a date or time of day may begin where a word or number does.
bool MayBeginDate(std::u32string_view text, size_t at) {
  const char32_t c = text[at];
  if (IsDigit(c)) {
    if (at > 0 && text[at - 1] == U'.') return false;
    size_t end = at + 1;
    while (end < text.size() && end - at < 5 && IsDigit(text[end])) ++end;
    return end < text.size() && MayBeginDate(end - at, text[end]);
  }
  constexpr uint32_t kInitials = 1u << ('j' - 'a') | 1u << ('f' - 'a') | 1u << ('m' - 'a') |
                                 1u << ('a' - 'a') | 1u << ('s' - 'a') | 1u << ('o' - 'a') |
                                 1u << ('n' - 'a') | 1u << ('d' - 'a');
  return c >= U'a' && c <= U'z' && ((kInitials >> (c - U'a')) & 1);
}

}  // namespace

std::optional<TimeInterval> DateText::Interval() const {
  if (!HasDay()) return std::nullopt;
  TimeInterval interval;
  interval.earliest_s = DaysFromCivil(year, month, day) * kDay_s;
  interval.latest_s = interval.earliest_s + kDay_s - 1;
  if (HasClock()) {
    interval.earliest_s += hour * 3600 + minute * 60 + second;
    interval.latest_s = interval.earliest_s;
  }
  const int64_t shift = zone_s ? -*zone_s : 0;
  const int64_t doubt = zone_s && HasClock() ? 0 : kZoneDoubt_s;
  interval.earliest_s += shift - doubt;
  interval.latest_s += shift + doubt;
  return interval;
}

std::vector<DateText> FindDates(std::u32string_view text) {
  return FindDates(text, PageMarks(text));
}

std::vector<DateText> FindDates(std::u32string_view text, const PageMarks& marks) {
  std::vector<DateText> dates;
  size_t behind = 0;  // the last date
  const auto look_at = [&](size_t at) {
    if (at < behind || !MayBeginDate(text, at)) return;
    const std::optional<DateText> date = DateAt(text, at);
    if (!date) return;
    dates.push_back(*date);
    behind = date->end;
  };
  uint64_t letter_before = 0, digit_before = 0;
  marks.ForEachBlock(0, text.size(), [&](size_t first, const PageMarks::Block& block) {
    ForEachBit(first,
               RunStarts(block.letters, letter_before) | RunStarts(block.digits, digit_before),
               look_at);
  });
  return dates;
}

}  // namespace wirecopy
