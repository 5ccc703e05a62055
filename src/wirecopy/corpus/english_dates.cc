#include "wirecopy/corpus/english_dates.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "wirecopy/corpus/clock_text.h"
#include "wirecopy/corpus/date_scanner.h"

namespace wirecopy {
namespace {

constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
constexpr std::string_view kWeekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                          "friday", "saturday", "sunday"};
constexpr std::string_view kFillers[] = {"at", "on", "of", "the"};
constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th"};

struct MailZone {
  std::string_view name;
  int offset_hours;
};
constexpr MailZone kMailZones[] = {{"est", -5}, {"edt", -4}, {"cdt", -5}, {"mst", -7},
                                   {"mdt", -6}, {"pst", -8}, {"pdt", -7}};

// The place of a name or of its short form; "sept", "tues" and "thur" are short forms too.
template <size_t kCount>
std::optional<int> PlaceOf(std::string_view word, const std::string_view (&names)[kCount]) {
  for (size_t i = 0; i < kCount; ++i) {
    const std::string_view name = names[i];
    const bool is_short =
        word.size() == 3 || word == "sept" || word == "tues" || word == "thur" || word == "thurs";
    if (word == name || (is_short && name.starts_with(word))) return static_cast<int>(i);
  }
  return std::nullopt;
}

template <size_t kCount>
bool Holds(const std::string_view (&words)[kCount], std::string_view word) {
  return std::ranges::find(words, word) != std::end(words);
}

class EnglishDate {
 public:
  explicit EnglishDate(std::string_view folded) : in_(folded) {}

  std::optional<CalendarTime> Read() {
    while (!in_.done()) {
      if (!ReadPart()) return std::nullopt;
    }
    return Finish();
  }

 private:
  bool Has(char part) const { return parts_.find(part) != std::string::npos; }

  // One of d(ay), m(onth), y(ear), c(lock), z(one), w(eekday), once each.
  bool Note(char part) {
    if (Has(part)) return false;
    parts_ += part;
    return true;
  }

  bool FollowsClock() const { return !parts_.empty() && parts_.back() == 'c'; }

  bool ReadPart() {
    if (in_.SkipBlanks() || in_.Take(",") || in_.Take("|") || in_.Take("·")) return true;
    const char next = in_.peek();
    if (absl::ascii_isdigit(next)) return ReadNumber();
    if (absl::ascii_isalpha(next)) return ReadWord();
    DateScanner ahead = in_;
    if (FollowsClock() && (next == '+' || (ahead.Take("-") && ahead.CountDigits() > 0))) {
      return ReadZone(&in_, &time_) && Note('z');
    }
    if (next == '(' && time_.offset_s) return in_.SkipComment();
    return in_.Take("-");
  }

  bool ReadNumber() {
    const size_t digits = in_.CountDigits();
    if (digits == 4) {
      time_.year = *in_.Digits(4, 4);
      return Note('y');
    }
    if (digits > 2) return false;
    DateScanner ahead = in_;
    CalendarTime with_clock = time_;
    if (ReadClock(&ahead, &with_clock)) {
      const std::string_view clock = in_.rest().substr(0, in_.rest().size() - ahead.rest().size());
      is_half_day_clock_ = clock.ends_with('m') || clock.ends_with('.');
      time_ = with_clock;
      in_ = ahead;
      return Note('c');
    }
    const int value = *in_.Digits(1, 2);
    if (in_.peek() == ':') return false;
    if (Has('d')) return ReadShortYear(value, digits);
    time_.day = value;
    if (absl::ascii_isalpha(in_.peek()) && !Holds(kOrdinals, in_.Letters())) return false;
    return Note('d');
  }

  bool ReadShortYear(int value, size_t digits) {
    if (digits != 2 || !parts_.ends_with("dm")) return false;
    short_year_ = true;
    time_.year = value + (value < 50 ? 2000 : 1900);
    return Note('y');
  }

  bool ReadWord() {
    DateScanner ahead = in_;
    const std::string_view word = ahead.Letters();
    const auto month = PlaceOf(word, kMonths);
    const auto weekday = PlaceOf(word, kWeekdays);
    if (!month && !weekday && !Holds(kFillers, word)) {
      return FollowsClock() && ReadZone(&in_, &time_) && Note('z');
    }
    in_ = ahead;
    if (month || weekday) in_.Take(".");
    if (month) time_.month = *month + 1;
    if (weekday) weekday_ = *weekday;
    return month ? Note('m') : weekday ? Note('w') : true;
  }

  std::optional<CalendarTime> Finish() {
    if (!Has('m') || !Has('y')) return std::nullopt;
    if (!Has('d')) {
      if (parts_.size() > 2) return std::nullopt;
      time_.precision = DatePrecision::kMonth;
      return time_;
    }
    if (short_year_ && !Has('w') && !Has('c')) return std::nullopt;
    if (Has('w') && WeekdayOf(time_) != weekday_) return std::nullopt;
    if (!Has('c')) time_.precision = DatePrecision::kDay;
    const bool is_mail = (parts_ == "dmycz" || parts_ == "wdmycz") && !is_half_day_clock_;
    if (is_mail) UseMailZone();
    return time_;
  }

  void UseMailZone() {
    for (const MailZone& zone : kMailZones) {
      if (zone.name == time_.zone_in_doubt) time_.offset_s = zone.offset_hours * 3600;
    }
  }

  DateScanner in_;
  CalendarTime time_;
  std::string parts_;  // in the order read
  int weekday_ = 0;
  bool short_year_ = false;
  bool is_half_day_clock_ = false;  // 9:05 p.m.
};

}  // namespace

std::optional<CalendarTime> ReadEnglishDate(std::string_view folded) {
  return EnglishDate(folded).Read();
}

}  // namespace wirecopy
