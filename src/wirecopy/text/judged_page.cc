#include "wirecopy/text/judged_page.h"

#include <algorithm>
#include <utility>

namespace wirecopy {
namespace {

// Whether the lines of a page may have been run together here.
bool IsCompound(const Piece& line) { return line.IsIdeographic() && (line.spaces >= 3 || (line.spaces > 0 && line.IsProse())); }

// Cuts a line at its spaces if a field of it is furniture: the line is a flattened page, or has its byline or editor
// in it.
void AddLine(JudgedPage& page, const Piece& line) {
  const Judgement whole = JudgePiece(page.view, line);
  if (whole.strength == Strength::kNone && IsCompound(line)) {
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
  if (piece.stops > 0 || piece.commas > 0 || piece.ends_with_colon) return false;
  if (piece.units == 0) return piece.is_field && piece.separators > 0;
  if (piece.is_field && !piece.IsIdeographic()) return false;
  return piece.IsIdeographic() ? piece.units <= 6 : piece.units <= 3;
}

bool IsMenuWord(const PageView& page, const Piece& piece) {
  const uint32_t known = CoveredUnits(page, piece, kTopicWord | kHomeWord | kSiteButton | kShareButton);
  return known * 3 >= piece.units * 2;
}

// A menu of one word a line (or a field, with or without separators between): at least four in a row, three with
// separators, many of them known.
void MarkColumns(JudgedPage& page) {
  for (size_t begin = 0; begin < page.size();) {
    size_t end = begin, entries = 0, known = 0;
    for (; end < page.size() && CanBeMenuWord(page.piece(end)); ++end) {
      if (page.piece(end).units == 0) continue;
      ++entries;
      known += IsMenuWord(page.view, page.piece(end)) || page.judgements[end].tops_site;
    }
    const bool parted = end - begin >= entries + 2;
    const bool fields = begin < end && page.piece(begin).is_field;  // a sentence with spaces looks like them
    if (entries >= (parted ? 3u : 4u) && known * 5 >= entries * (fields && !parted ? 3 : 2)) {
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
