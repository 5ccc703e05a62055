#include "wirecopy/text/judged_page.h"

#include <algorithm>
#include <utility>

namespace wirecopy {
namespace {

// Cuts a line of running text at its spaces if a field of it is furniture: the line is a flattened page, or has its
// byline or editor in it.
void AddLine(JudgedPage& page, const Piece& line) {
  const Judgement whole = JudgePiece(page.view, line);
  const bool compound = whole.strength == Strength::kNone && line.spaces > 0 && line.IsProse() && line.IsIdeographic();
  if (compound) {
    const std::vector<Piece> fields = FieldsOf(page.view, line);
    std::vector<Judgement> judgements;
    for (const Piece& field : fields) judgements.push_back(JudgePiece(page.view, field));
    if (std::ranges::any_of(judgements, [](const Judgement& j) { return j.strength != Strength::kNone; })) {
      page.view.pieces.insert(page.view.pieces.end(), fields.begin(), fields.end());
      page.judgements.insert(page.judgements.end(), judgements.begin(), judgements.end());
      return;
    }
  }
  page.view.pieces.push_back(line);
  page.judgements.push_back(whole);
}

bool CanBeMenuWord(const Piece& piece) {
  if (piece.stops > 0 || piece.commas > 0 || piece.ends_with_colon || piece.units == 0) return false;
  return piece.IsIdeographic() ? piece.units <= 6 : piece.units <= 3;
}

bool IsMenuWord(const PageView& page, const Piece& piece) {
  const uint32_t known = CoveredUnits(page, piece, kTopicWord | kHomeWord | kSiteButton | kShareButton);
  return known * 3 >= piece.units * 2;
}

// A menu of one word a line (or a field): at least four in a row, most of them known.
void MarkColumns(JudgedPage& page) {
  for (size_t begin = 0; begin < page.size();) {
    size_t end = begin, known = 0;
    for (; end < page.size() && CanBeMenuWord(page.piece(end)); ++end) known += IsMenuWord(page.view, page.piece(end));
    if (end - begin >= 4 && known * 5 >= (end - begin) * 2) {
      for (size_t i = begin; i < end; ++i) {
        if (page.judgements[i].strength == Strength::kSure) continue;
        page.judgements[i] = {.strength = Strength::kEdge, .kind = FurnitureKind::kNavigation, .tops_site = true};
      }
    }
    begin = end + 1;
  }
}

}  // namespace

JudgedPage JudgePage(std::u32string_view text) {
  JudgedPage page;
  page.view = ViewPage(text);
  const std::vector<Piece> lines = std::exchange(page.view.pieces, {});
  for (const Piece& line : lines) AddLine(page, line);
  MarkColumns(page);
  return page;
}

}  // namespace wirecopy
