// One aligned passage as rows of two columns, cut where both sides are at the same place.
//
//   PassageRows rows = LayOutPassage(pair, passage, {.column_width = 40});
//
// Threads: pure function.
#ifndef WIRECOPY_REPORT_PASSAGE_ROWS_H_
#define WIRECOPY_REPORT_PASSAGE_ROWS_H_

#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/report/comparison_text.h"
#include "wirecopy/report/text_style.h"

namespace wirecopy {

// The original text of a range of tokens, as one harmless line; empty for an empty range.
// REQUIRES: `clean` has places in `text`, and the range lies in it.
std::string OriginalOf(std::string_view text, const CleanText& clean, TokenRange range);

// A stretch of a row in one ink.
struct RowPart {
  std::string text;
  Ink ink = Ink::kNone;
};
using RowSide = std::vector<RowPart>;
std::string TextOf(const RowSide& side);

enum class RowSign : uint8_t {
  kEqual,    // nothing differs but what cleaning undoes
  kDiffers,  // words put in or left out, a byline, a small difference, furniture
  kChanged,  // a number or a name differs
};

struct PassageRow {
  RowSide a;
  RowSide b;
  RowSign sign = RowSign::kEqual;
};

struct PassageRows {
  std::vector<PassageRow> rows;
  // Those inside the passage, in its order; slot i stands in the rows as "[i+1 …]", unequal
  // stretches that are no slot as "{…}".
  std::vector<Slot> slots;
};

struct PassageLayoutOptions {
  int column_width = 40;        // at least 8
  bool show_furniture = false;  // inside the passage, as "‹…›"; else an ellipsis
};

// REQUIRES: both clean texts have places and hold the passage.
PassageRows LayOutPassage(const ComparedPair& pair, const Passage& passage,
                          const PassageLayoutOptions& options);

// The ink of what a slot marks: numbers that differ stand out most.
Ink InkOf(SlotKind kind);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_PASSAGE_ROWS_H_
