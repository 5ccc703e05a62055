// Dates and times of day as bylines and lists write them, in Chinese and English.
//
//   for (const DateText& date : FindDates(page.chars)) if (date.HasDay()) ... date.Interval()
//
// Cost: one pass. Threads: pure functions.
#ifndef WIRECOPY_TEXT_DATE_TEXT_H_
#define WIRECOPY_TEXT_DATE_TEXT_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "wirecopy/model/article.h"
#include "wirecopy/text/page_marks.h"

namespace wirecopy {

struct DateText {
  uint32_t begin = 0;  // [begin, end) in the text
  uint32_t end = 0;
  int year = 0;   // 0: not given
  int month = 0;  // 0: a time of day alone
  int day = 0;
  int hour = -1;  // -1: not given
  int minute = 0;
  int second = 0;
  std::optional<int> zone_s;  // seconds east of UTC; empty: no zone given

  bool HasDay() const { return year > 0 && month > 0 && day > 0; }
  bool HasClock() const { return hour >= 0; }
  // The time meant: without a clock the whole day, without a zone 14 hours wider on either side.
  // Empty without a year, month and day.
  std::optional<TimeInterval> Interval() const;
};

// In order, disjoint. A date and the clock behind it are one. `text` is folded: lower case, ASCII
// digits.
std::vector<DateText> FindDates(std::u32string_view text);
// `marks`: of the text.
std::vector<DateText> FindDates(std::u32string_view text, const PageMarks& marks);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_DATE_TEXT_H_
