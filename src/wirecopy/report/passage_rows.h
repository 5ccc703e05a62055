// One aligned passage as rows of two columns, cut where both sides are at the same place.
//
//   PassageRows rows = LayOutPassage(pair, passage, column_width);
//
// Threads: pure function.
#ifndef WIRECOPY_REPORT_PASSAGE_ROWS_H_
#define WIRECOPY_REPORT_PASSAGE_ROWS_H_

#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/report/comparison_text.h"

namespace wirecopy {

// The original text of a range of tokens, as one harmless line; empty for an empty range.
// REQUIRES: `clean` has places in `text`, and the range lies in it.
std::string OriginalOf(std::string_view text, const CleanText& clean, TokenRange range);

struct PassageRow {
  std::string a;
  std::string b;
};

struct PassageRows {
  std::vector<PassageRow> rows;
  std::vector<Slot>
      slots;  // those inside the passage, in its order; slot i stands in the rows as "[i+1 …]"
};

// REQUIRES: both clean texts have places and hold the passage; column_width >= 8.
PassageRows LayOutPassage(const ComparedPair& pair, const Passage& passage, int column_width);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_PASSAGE_ROWS_H_
