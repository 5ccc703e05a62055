// A page in pieces with what each is: the rules of piece_rules.h first, then what the pieces around
// it tell.
//
//   JudgedPage page = JudgePage(folded.chars, folded.marks);
//
// Cost: linear. Threads: pure function; the page points into the text.
#ifndef WIRECOPY_TEXT_JUDGED_PAGE_H_
#define WIRECOPY_TEXT_JUDGED_PAGE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "wirecopy/text/page_pieces.h"
#include "wirecopy/text/piece_rules.h"

namespace wirecopy {

struct JudgedPage {
  PageView view;
  std::vector<Judgement> judgements;  // one a piece of view.pieces
  std::vector<uint8_t> bodies;        // whether each is IsBody

  size_t size() const { return view.pieces.size(); }
  const Piece& piece(size_t i) const { return view.pieces[i]; }
  // Running text that no rule claims.
  bool IsBody(size_t i) const { return bodies[i] != 0; }
  // A headline too long to look like one, but marked as an entry of a list: by its bullet or the
  // date at its end.
  bool IsLongLink(size_t i) const {
    const bool listed = piece(i).bulleted || piece(i).numbered;
    return piece(i).units <= 120 &&
           ((listed && !piece(i).HoldsSentence()) || (EndsWithDate(i) && piece(i).stops <= 1));
  }
  bool EndsWithDate(size_t i) const {
    const auto dates = view.DatesOf(piece(i));
    return !dates.empty() && dates.back().month > 0 && dates.back().end + 1 >= piece(i).end;
  }
  // Short, unclaimed, not a sentence: a headline, a subhead, a link, a verse.
  bool IsLoose(size_t i) const {
    return judgements[i].strength == Strength::kNone && (piece(i).full_stops == 0 || IsLongLink(i));
  }
};

// Lines in which a whole page was run together are cut into fields where that shows furniture;
// columns of menu words are recognised.
JudgedPage JudgePage(std::u32string_view text, PageMarks marks);
inline JudgedPage JudgePage(std::u32string_view text) { return JudgePage(text, PageMarks(text)); }

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_JUDGED_PAGE_H_
