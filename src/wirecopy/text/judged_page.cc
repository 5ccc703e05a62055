#include "wirecopy/text/judged_page.h"

#include <algorithm>
#include <utility>

namespace wirecopy {
namespace {

// Whether the lines of a page may have been run together here.
bool IsCompound(const Piece& line) {
  return line.IsIdeographic() && (line.spaces >= 3 || (line.spaces > 0 && line.IsProse()));
}

// Cuts a line at its spaces if a field of it is furniture: the line is a flattened page, or has its
// byline or editor in it.
void AddLine(JudgedPage& page, const Piece& line) {
  const Judgement whole = JudgePiece(page.view, line);
  if (whole.strength == Strength::kNone && IsCompound(line)) {
    const std::vector<Piece> fields = FieldsOf(page.view, line);
    std::vector<Judgement> judgements;
    for (const Piece& field : fields) judgements.push_back(JudgePiece(page.view, field));
    if (std::ranges::any_of(judgements,
                            [](const Judgement& j) { return j.strength != Strength::kNone; })) {
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
  const uint32_t known =
      CoveredUnits(page, piece, kTopicWord | kHomeWord | kSiteButton | kShareButton);
  return known * 3 >= piece.units * 2;
}

// A stretch of pieces that could each be a menu word.
struct Column {
  size_t begin = 0;
  size_t end = 0;
  size_t entries = 0;  // pieces with a token
  size_t known = 0;    // entries that are menu words
  size_t units = 0;

  bool IsMenu(bool fields, bool ideographic) const {
    const bool parted = end - begin >= entries + 2;  // separators stand between
    if (entries < (parted ? 3u : 4u)) return false;
    const bool brief = units <= entries * (ideographic ? 4 : 2);
    // Fields may be a sentence with spaces in it: the more must be known, the fewer they are.
    if (fields && !parted) return known * 5 >= entries * (entries >= 8 && brief ? 2 : 3);
    return known * 5 >= entries * 2 || (brief && entries >= 6 && known > 0);
  }
};

// A short headline below a menu is not its last entry.
void DropHeadline(const JudgedPage& page, Column& column) {
  if (column.entries == 0) return;
  const Piece& last = page.piece(column.end - 1);
  const bool longer =
      last.units >= (last.IsIdeographic() ? 5u : 3u) && last.units * column.entries > column.units;
  if (last.is_field || !longer || IsMenuWord(page.view, last) ||
      page.judgements[column.end - 1].tops_site)
    return;
  --column.end;
  --column.entries;
  column.units -= last.units;
}

Column ColumnAt(const JudgedPage& page, size_t begin) {
  Column column{.begin = begin, .end = begin};
  for (; column.end < page.size() && CanBeMenuWord(page.piece(column.end)); ++column.end) {
    const Piece& piece = page.piece(column.end);
    if (piece.units == 0) continue;
    ++column.entries;
    column.units += piece.units;
    column.known += IsMenuWord(page.view, piece) || page.judgements[column.end].tops_site;
  }
  DropHeadline(page, column);
  return column;
}

// A menu of one word a line, or of fields.
void MarkColumns(JudgedPage& page) {
  for (size_t begin = 0; begin < page.size();) {
    const Column column = ColumnAt(page, begin);
    if (column.end > begin &&
        column.IsMenu(page.piece(begin).is_field, page.piece(begin).IsIdeographic())) {
      for (size_t i = begin; i < column.end; ++i) {
        if (page.judgements[i].strength == Strength::kSure) continue;
        page.judgements[i] = {
            .strength = Strength::kEdge, .kind = FurnitureKind::kNavigation, .tops_site = true};
      }
    }
    begin = column.end + 1;
  }
}

// The steps of a breadcrumb that a flattened line cut off its head: "位置:首页" ">" "要闻" ">"
// "正文".
void MarkCrumbSteps(JudgedPage& page) {
  const auto is_step = [&](size_t i) {
    return i + 1 < page.size() && page.piece(i).is_field && page.piece(i).units == 0 &&
           page.piece(i).separators > 0 && CanBeMenuWord(page.piece(i + 1)) &&
           page.piece(i + 1).line == page.piece(i).line;
  };
  for (size_t i = 0; i < page.size(); ++i) {
    if (!page.piece(i).is_field || !page.judgements[i].tops_site) continue;
    for (; is_step(i + 1); i += 2) {
      for (size_t k : {i + 1, i + 2}) {
        page.judgements[k] = {
            .strength = Strength::kEdge, .kind = FurnitureKind::kNavigation, .tops_site = true};
      }
    }
  }
}

void FindBodies(JudgedPage& page) {
  page.bodies.resize(page.size());
  for (size_t i = 0; i < page.size(); ++i) {
    page.bodies[i] = page.judgements[i].strength == Strength::kNone && page.piece(i).IsProse() &&
                     !page.IsLongLink(i);
  }
}

}  // namespace

JudgedPage JudgePage(std::u32string_view text, PageMarks marks) {
  JudgedPage page;
  page.view = ViewPage(text, std::move(marks));
  const std::vector<Piece> lines = std::exchange(page.view.pieces, {});
  page.view.pieces.reserve(lines.size());
  page.judgements.reserve(lines.size());
  for (const Piece& line : lines) AddLine(page, line);
  MarkColumns(page);
  MarkCrumbSteps(page);
  FindBodies(page);
  return page;
}

}  // namespace wirecopy
