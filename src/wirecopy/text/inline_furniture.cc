#include "wirecopy/text/inline_furniture.h"

#include <algorithm>
#include <optional>

#include "wirecopy/text/page_characters.h"

namespace wirecopy {
namespace {

constexpr uint32_t kSuffixReach = 60;  // characters from the end in which an editor may stand
constexpr uint32_t kMenuReach =
    120;  // characters before a menu: the name of the site, a cookie notice
constexpr uint32_t kBylineReach = 240;  // characters of a flattened page in which its date stands
constexpr uint32_t kLooseReach =
    400;  // characters between the last sentence and the copyright line
constexpr uint32_t kLinkReach =
    400;  // characters behind a heading in which the first two links stand
constexpr uint32_t kCopyrightReach = 160;  // characters a copyright line may take

// "……。(完)【编辑:某某】", "……。责任编辑:某某", "……。编辑/某某 校对/某某", "(Reporting by …;
// Editing by …)": from the label or its bracket to the end.
std::optional<FurnitureSpan> EditorSuffix(const PageView& page, const Piece& piece) {
  constexpr uint32_t kLabels = kEditorLabel | kSourceLabel | kTitleLabel;
  if (!(piece.word_classes & kLabels)) return std::nullopt;
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (hit.end + kSuffixReach < piece.end || !(hit.classes & kLabels)) continue;
    if (hit.end >= piece.end || hit.begin == piece.begin) continue;
    const char32_t next = page.text[hit.end];
    uint32_t begin = hit.begin;
    if (page.text[begin - 1] == U' ' && begin - 1 > piece.begin) --begin;
    const char32_t before = page.text[begin - 1];
    const bool bracketed = IsOpening(before) && IsClosing(page.text[piece.end - 1]);
    if (next != U':' && next != U'/' && next != U'|' && !(bracketed && next == U' ')) continue;
    const bool behind_sentence =
        IsStop(before) || IsClosing(before) || before == U'.' || IsQuote(before);
    const bool firm = (hit.classes & (kEditorLabel | kTitleLabel)) != 0;
    if (!bracketed && !(behind_sentence && firm)) continue;
    return FurnitureSpan{bracketed ? begin - 1 : begin, piece.end, FurnitureKind::kByline};
  }
  return std::nullopt;
}

// A run of at least four menu words at the start of a flattened page, with the name of the site
// before it.
std::optional<FurnitureSpan> LeadingMenu(const PageView& page, const Piece& piece) {
  uint32_t run = 0, end = 0;
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (!(hit.classes & (kTopicWord | kHomeWord | kSiteButton))) continue;
    const bool adjacent = run > 0 && hit.begin <= end + 3;
    if (run >= 4 && !adjacent) break;
    if (!adjacent && hit.begin > piece.begin + kMenuReach) break;
    run = adjacent ? run + 1 : 1;
    end = hit.end;
  }
  if (run < 4) return std::nullopt;
  return FurnitureSpan{piece.begin, end, FurnitureKind::kNavigation};
}

// "By Jane Doe | April 13, 2005", "July 12, 2004 - Updated 18:19 GMT", "July 12, 2004 John Stone,
// Staff Writer" in the head of a flattened page.
std::optional<FurnitureSpan> InlineByline(const PageView& page, const Piece& piece, uint32_t from) {
  const auto dates = page.DatesOf(piece);
  const auto date =
      std::ranges::find_if(dates, [&](const DateText& d) { return d.begin >= from && d.HasDay(); });
  if (date == dates.end() || date->begin > from + kBylineReach) return std::nullopt;
  FurnitureSpan span{date->begin, date->end, FurnitureKind::kByline};
  bool named = false;
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (!(hit.classes & kPersonLabel)) continue;
    if (hit.begin >= from && hit.begin < date->begin && date->begin - hit.begin <= 40)
      span.begin = hit.begin, named = true;
    const bool by = hit.end - hit.begin == 2;
    if (!by && hit.begin >= date->end && hit.end - date->end <= 50)
      span.end = hit.end, named = true;
  }
  return named || date->HasClock() || from > piece.begin ? std::optional(span) : std::nullopt;
}

// "More from the site * one title * another", to the copyright line or the end.
std::optional<uint32_t> TrailingLinks(const PageView& page, const Piece& piece) {
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (!(hit.classes & kRelatedWord) || hit.begin < piece.begin + (piece.end - piece.begin) / 4)
      continue;
    const std::u32string_view rest =
        page.text.substr(hit.end, std::min(piece.end - hit.end, kLinkReach));
    uint32_t bullets = 0;
    size_t first = rest.size();
    for (size_t i = 1; i + 1 < rest.size(); ++i) {
      if (!IsBullet(rest[i]) || rest[i - 1] != U' ' || rest[i + 1] != U' ') continue;
      ++bullets;
      first = std::min(first, i);
    }
    if (bullets >= 2 && first <= 40) return hit.begin;
  }
  return std::nullopt;
}

// Where the words between the last sentence and the copyright line at `foot` begin, if most of what
// they begin with is furniture: "Topics Health Most viewed One title Another Sign up to our
// briefing".
std::optional<uint32_t> LooseTail(const PageView& page, const Piece& piece, uint32_t foot) {
  uint32_t begin = foot;
  const uint32_t reach = foot > piece.begin + kLooseReach ? foot - kLooseReach : piece.begin;
  while (begin > reach && !(page.text[begin - 1] == U' ' && begin > reach + 1 &&
                            (page.text[begin - 2] == U'.' || IsQuote(page.text[begin - 2])))) {
    --begin;
  }
  if (begin == reach || begin == foot) return std::nullopt;
  const Piece loose = MeasurePiece(page, begin, foot - (page.text[foot - 1] == U' '),
                                   {piece.words_begin, piece.dates_begin});
  constexpr uint32_t kFootWords =
      kRelatedWord | kNoticePhrase | kShareButton | kSiteFoot | kCountLabel | kTopicWord;
  return CoveredUnits(page, loose, kFootWords) * 4 >= loose.units ? std::optional(begin)
                                                                  : std::nullopt;
}

// The first '©' of [begin, end); `end` without one.
uint32_t FindCopyrightSign(const PageView& page, uint32_t begin, uint32_t end) {
  uint32_t found = end;
  page.marks.ForEachBlock(begin, end, [&](size_t first, const PageMarks::Block& block) {
    ForEachBit(first, block.unmarked, [&](size_t at) {
      if (page.text[at] == U'©') found = std::min(found, static_cast<uint32_t>(at));
    });
  });
  return found;
}

// "Copyright 2018 …" within the last words, to the end.
std::optional<uint32_t> CopyrightSuffix(const PageView& page, const Piece& piece) {
  constexpr std::u32string_view kWord = U"copyright";
  const uint32_t reach =
      piece.end > piece.begin + kCopyrightReach ? piece.end - kCopyrightReach : piece.begin;
  const uint32_t sign = FindCopyrightSign(page, reach + 1, piece.end);
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (!(piece.word_classes & kNoticeWord)) break;
    if (hit.end + kCopyrightReach < piece.end || !(hit.classes & kNoticeWord) ||
        hit.begin == piece.begin)
      continue;
    if (page.text.substr(hit.begin, hit.end - hit.begin) != kWord) continue;
    const std::u32string_view rest = page.text.substr(hit.end, 8);
    if (std::ranges::any_of(rest, IsDigit) || rest.find(U'©') != rest.npos) return hit.begin;
  }
  if (sign < piece.end && page.text[sign - 1] == U' ') return sign;
  return std::nullopt;
}

void AddFlattenedPage(const PageView& page, const Piece& piece, std::vector<FurnitureSpan>& spans) {
  uint32_t head = piece.begin;
  if (const auto menu = LeadingMenu(page, piece)) {
    spans.push_back(*menu);
    head = menu->end;
  }
  if (const auto byline = InlineByline(page, piece, head)) {
    spans.push_back(*byline);
    head = byline->end;
  }
  const auto links = TrailingLinks(page, piece);
  const auto copyright = CopyrightSuffix(page, piece);
  if (links && *links >= head) {
    const uint32_t end = copyright && *copyright > *links ? *copyright : piece.end;
    spans.push_back({*links, end, FurnitureKind::kRelated});
    head = end;
  }
  if (copyright && !links && *copyright > head) {
    const auto loose = LooseTail(page, piece, *copyright);
    if (loose && *loose >= head && *loose < *copyright)
      spans.push_back({*loose, *copyright, FurnitureKind::kRelated});
  }
  if (copyright && *copyright >= head)
    spans.push_back({*copyright, piece.end, FurnitureKind::kNotice});
}

}  // namespace

void AddInlineFurniture(const JudgedPage& page, size_t index, std::vector<FurnitureSpan>& spans) {
  const Piece& piece = page.piece(index);
  if (piece.units < 12) return;
  const bool flattened = index == 0 && piece.IsProse() && !piece.IsIdeographic();
  if (const auto editor = EditorSuffix(page.view, piece))
    spans.push_back(*editor);
  else if (flattened)
    AddFlattenedPage(page.view, piece, spans);
  else if (const auto copyright = CopyrightSuffix(page.view, piece)) {
    spans.push_back({*copyright, piece.end, FurnitureKind::kNotice});
  }
}

}  // namespace wirecopy
