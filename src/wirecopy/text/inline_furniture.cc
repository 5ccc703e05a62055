#include "wirecopy/text/inline_furniture.h"

#include <algorithm>
#include <optional>

#include "wirecopy/text/page_characters.h"

namespace wirecopy {
namespace {

constexpr uint32_t kSuffixReach = 60;  // characters from the end in which an editor may stand

// "……。(完)【编辑:某某】", "……。责任编辑:某某", "……。编辑/某某 校对/某某": from the label or its bracket to the end.
std::optional<FurnitureSpan> EditorSuffix(const PageView& page, const Piece& piece) {
  std::optional<FurnitureSpan> suffix;
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (hit.end + kSuffixReach < piece.end || !(hit.classes & (kEditorLabel | kSourceLabel | kTitleLabel))) continue;
    if (hit.end >= piece.end || hit.begin == piece.begin) continue;
    const char32_t next = page.text[hit.end];
    if (next != U':' && next != U'/') continue;
    uint32_t begin = hit.begin;
    if (page.text[begin - 1] == U' ' && begin - 1 > piece.begin) --begin;
    const char32_t before = page.text[begin - 1];
    const bool bracketed = IsOpening(before) && IsClosing(page.text[piece.end - 1]);
    const bool behind_sentence = IsStop(before) || IsClosing(before) || before == U'.' || IsQuote(before);
    const bool firm = (hit.classes & (kEditorLabel | kTitleLabel)) || bracketed;
    if (!bracketed && (!behind_sentence || !firm)) continue;
    if (bracketed) --begin;
    suffix = {begin, piece.end, FurnitureKind::kByline};
    break;
  }
  return suffix;
}

// The end of a run of at least four menu words near the start of the page's first line.
std::optional<FurnitureSpan> LeadingMenu(const PageView& page, const Piece& piece) {
  uint32_t run = 0, end = 0;
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (!(hit.classes & (kTopicWord | kHomeWord | kSiteButton))) continue;
    if (run == 0 && hit.begin > piece.begin + 40) return std::nullopt;
    const bool adjacent = run > 0 && hit.begin <= end + 3;
    if (run >= 4 && !adjacent) break;
    run = adjacent || run == 0 ? run + 1 : 1;
    end = hit.end;
  }
  if (run < 4) return std::nullopt;
  return FurnitureSpan{piece.begin, end, FurnitureKind::kNavigation};
}

// "copyright 2018 …" within the last words, to the end.
std::optional<FurnitureSpan> CopyrightSuffix(const PageView& page, const Piece& piece) {
  constexpr std::u32string_view kWord = U"copyright";
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (hit.end + 160 < piece.end || !(hit.classes & kNoticeWord) || hit.begin == piece.begin) continue;
    if (page.text.substr(hit.begin, hit.end - hit.begin) != kWord) continue;
    const std::u32string_view rest = page.text.substr(hit.end, 8);
    if (std::ranges::any_of(rest, IsDigit)) return FurnitureSpan{hit.begin, piece.end, FurnitureKind::kNotice};
  }
  return std::nullopt;
}

}  // namespace

void AddInlineFurniture(const JudgedPage& page, size_t index, std::vector<FurnitureSpan>& spans) {
  const Piece& piece = page.piece(index);
  if (piece.units < 12) return;
  if (index == 0 && !piece.IsIdeographic()) {
    if (const auto menu = LeadingMenu(page.view, piece)) spans.push_back(*menu);
  }
  if (const auto editor = EditorSuffix(page.view, piece)) spans.push_back(*editor);
  else if (const auto copyright = CopyrightSuffix(page.view, piece)) spans.push_back(*copyright);
}

}  // namespace wirecopy
