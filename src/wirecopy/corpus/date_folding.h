// The one spelling that dates are read in: ASCII digits and punctuation, lower case, single words
// as they are.
//
//   FoldDate("２０２６年七月七日") == "2026年7月7日"
//   FoldDate("July 5, 2026 10:00\u202fAM") == "july 5, 2026 10:00 am"
//
// Threads: a pure function. Cost: one pass, one allocation.
#ifndef WIRECOPY_CORPUS_DATE_FOLDING_H_
#define WIRECOPY_CORPUS_DATE_FOLDING_H_

#include <string>
#include <string_view>

namespace wirecopy {

// Blanks of every kind are ' ', dashes '-', full-width characters their ASCII ones; marks that show
// nothing are gone. Han numerals before 年 月 日 号 时 点 分 秒 are digits: 二〇二六 and 三十一
// alike. Blanks at the ends are gone. Total: bytes that are not UTF-8 stay.
std::string FoldDate(std::string_view text);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_DATE_FOLDING_H_
