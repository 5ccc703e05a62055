// For the tests of single rules: one piece, judged.
#ifndef WIRECOPY_TEXT_RULES_TEST_PAGE_H_
#define WIRECOPY_TEXT_RULES_TEST_PAGE_H_

#include <ostream>
#include <string_view>

#include "wirecopy/text/page_pieces.h"
#include "wirecopy/text/piece_rules.h"

namespace wirecopy {

struct RuleCase {
  const char* name;
  std::u32string_view line;
  Strength strength;
};

inline void PrintTo(const RuleCase& row, std::ostream* out) { *out << row.name; }

inline Judgement JudgeLine(Judgement (*judge)(const PageView&, const Piece&),
                           std::u32string_view line) {
  const PageView page = ViewPage(line);
  return judge(page, page.pieces.at(0));
}

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_RULES_TEST_PAGE_H_
