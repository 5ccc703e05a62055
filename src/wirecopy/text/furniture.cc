#include "wirecopy/text/furniture.h"

#include <algorithm>
#include <optional>

#include "wirecopy/text/inline_furniture.h"
#include "wirecopy/text/judged_page.h"
#include "wirecopy/text/page_characters.h"
#include "wirecopy/text/page_facts.h"

namespace wirecopy {
namespace {

using Mask = std::vector<std::optional<FurnitureKind>>;  // one a piece; empty: body

// How much a page may lose: everything the rules say; no more than they say of a piece and its
// place; only what is furniture anywhere; nothing.
enum class Extent { kFull, kJudged, kSureOnly, kNothing };

// Where a page's article lies, in pieces.
struct Extents {
  size_t first_body = 0;  // first running text; size() without any
  size_t tail = 0;        // what follows belongs to the site; size() without such
  size_t last_body = 0;   // last running text before `tail`; first_body where there is only one
};

bool IsCloser(const Judgement& judgement) {
  return judgement.closes_article || judgement.opens_list;
}

// A headline that ends like a sentence, among others that do not.
bool IsSandwiched(const JudgedPage& page, size_t i) {
  const auto is_entry = [&](size_t k) {
    return (page.IsLoose(k) && !page.IsBody(k)) ||
           (page.judgements[k].strength != Strength::kNone && IsCloser(page.judgements[k]));
  };
  const bool brief =
      page.piece(i).units <= 45 || (page.piece(i).full_stops == 0 && page.piece(i).units <= 150);
  return brief && i > 0 && is_entry(i - 1) && (i + 1 == page.size() || is_entry(i + 1));
}

// Where the last pieces of the page, at least two, are all furniture by their looks; size() where
// they are not.
size_t ClaimedEnd(const JudgedPage& page, size_t last_body) {
  size_t begin = page.size();
  bool closes = false;
  while (begin > last_body + 1 && page.judgements[begin - 1].strength != Strength::kNone) {
    closes |= IsCloser(page.judgements[--begin]);
  }
  return closes && begin + 2 <= page.size() ? begin : page.size();
}

Extents FindExtents(const JudgedPage& page) {
  Extents found;
  const size_t size = page.size();
  found.first_body = found.last_body = found.tail = size;
  uint64_t after = 0, before = 0;
  for (size_t i = 0; i < size; ++i) {
    if (!page.IsBody(i)) continue;
    after += IsSandwiched(page, i) ? 0 : page.piece(i).units;
    if (found.first_body == size) found.first_body = i;
  }
  for (size_t i = 0; i < size; ++i) {
    if (page.IsBody(i)) {
      before += page.piece(i).units;
      after -= IsSandwiched(page, i) ? 0 : page.piece(i).units;
      found.last_body = i;
      continue;
    }
    const Judgement& judgement = page.judgements[i];
    if (!IsCloser(judgement) || (before == 0 && found.first_body < size)) continue;
    const bool sure = judgement.strength == Strength::kSure || judgement.opens_list;
    if (sure ? after * 5 <= before : judgement.strength == Strength::kEdge && after == 0) {
      found.tail = i;
      break;
    }
  }
  if (found.tail == size) found.tail = ClaimedEnd(page, found.last_body);
  return found;
}

// Loose pieces that follow `at`, up to `limit`.
size_t LooseRun(const JudgedPage& page, size_t at, size_t limit) {
  size_t end = at;
  while (end < limit && page.IsLoose(end) && page.piece(end).units >= 4 &&
         page.piece(end).units <= 100)
    ++end;
  return end - at;
}

// Headlines and names above the last menu or breadcrumb are the site's, too.
void MaskAboveMenu(const JudgedPage& page, size_t site_end, Mask& mask) {
  for (size_t i = 0; i < site_end; ++i) {
    if (!mask[i] && !page.piece(i).IsProse()) mask[i] = FurnitureKind::kNavigation;
  }
}

// Many short names in one row, none of them known: above an article these are a site's, not
// people's.
bool IsWideRow(const JudgedPage& page, size_t i) {
  const Piece& piece = page.piece(i);
  return page.IsLoose(i) && piece.IsIdeographic() && piece.spaces >= 7 && piece.stops == 0 &&
         piece.commas == 0 && piece.longest_entry <= 12 && piece.numbers == 0;
}

void MaskHead(const JudgedPage& page, const Extents& extents, Extent extent, Mask& mask) {
  const size_t end = std::min(extents.first_body, extents.tail);
  size_t site_end = 0;       // the last menu or breadcrumb
  bool byline_seen = false;  // below it only what is surely a menu belongs to the head of the site
  for (size_t i = 0; i < end; ++i) {
    const Judgement& judgement = page.judgements[i];
    // A paragraph that speaks of copyright may be the first of the article.
    const bool doubtful = judgement.strength == Strength::kEdge && page.piece(i).HoldsSentence();
    if (judgement.strength == Strength::kNone || doubtful) continue;
    mask[i] = judgement.kind;
    const bool sure = judgement.strength == Strength::kSure;
    byline_seen |= sure && judgement.kind == FurnitureKind::kByline && !judgement.tops_site;
    if (judgement.tops_site && (sure || !byline_seen)) site_end = i;
  }
  for (size_t i = 0; i < end && extents.first_body < page.size() && !byline_seen; ++i) {
    if (IsWideRow(page, i)) mask[i] = FurnitureKind::kNavigation, site_end = std::max(site_end, i);
  }
  if (extent == Extent::kFull) MaskAboveMenu(page, site_end, mask);
}

// Small print between two paragraphs: a box for a newsletter, an advertisement and its label. One
// such piece may be the article's, three in a row are not. Returns the end of the row.
size_t MaskBox(const JudgedPage& page, size_t begin, size_t limit, Mask& mask) {
  const auto is_small_print = [&](size_t i) {
    const FurnitureKind kind = page.judgements[i].kind;
    return page.judgements[i].strength != Strength::kNone && !page.piece(i).is_field &&
           kind != FurnitureKind::kByline && kind != FurnitureKind::kContact;
  };
  size_t end = begin;
  while (end < limit && is_small_print(end)) ++end;
  if (end - begin < 3) return begin;
  for (size_t i = begin; i < end; ++i) mask[i] = page.judgements[i].kind;
  return end;
}

// Furniture between the paragraphs of the article.
void MaskMiddle(const JudgedPage& page, const Extents& extents, Mask& mask) {
  uint64_t before = 0;
  for (size_t i = extents.first_body; i < extents.tail; ++i) {
    i = MaskBox(page, i, extents.tail, mask);
    if (i == extents.tail) break;
    const Judgement& judgement = page.judgements[i];
    if (judgement.opens_list) {
      const size_t run = LooseRun(page, i + 1, extents.tail);
      if (run >= 2 || judgement.strength == Strength::kSure) {
        for (size_t k = i; k <= i + (run >= 2 ? run : 0); ++k) mask[k] = FurnitureKind::kRelated;
      }
    } else if (judgement.strength == Strength::kSure) {
      mask[i] = judgement.kind;
    } else if (judgement.strength == Strength::kEdge && judgement.kind != FurnitureKind::kContact) {
      const bool behind_lead =
          judgement.kind == FurnitureKind::kByline && i <= extents.first_body + 2 && before <= 60;
      if (i > extents.last_body || behind_lead) mask[i] = judgement.kind;
    }
    before += page.piece(i).units;
  }
}

// A bulleted, numbered or dated list of headlines right behind the last paragraph.
bool IsLinkEntry(const JudgedPage& page, size_t i) {
  const Piece& piece = page.piece(i);
  if (!page.IsLoose(i) || piece.units < 6 || piece.units > 100 || piece.ends_with_colon)
    return false;
  return page.EndsWithDate(i) || (piece.bulleted && piece.IsIdeographic());
}

// The same list where its lines were run together: bullets as fields of their own, headlines and
// dates between them.
size_t LinkFieldsEnd(const JudgedPage& page, size_t begin, size_t limit) {
  size_t end = begin, bullets = 0;
  for (; end < limit && page.piece(end).is_field && !page.IsBody(end) &&
         !page.judgements[end].opens_list;
       ++end) {
    const char32_t first = page.view.text[page.piece(end).begin];
    const bool bullet =
        page.piece(end).units == 0 && IsBullet(first) && first != U'-' && first != U'>';
    if ((end == begin && !bullet) || !page.piece(end).IsIdeographic()) break;
    bullets += bullet;
  }
  return bullets >= 2 && end == limit ? end : begin;
}

void MaskTrailingList(const JudgedPage& page, const Extents& extents, Mask& mask) {
  const bool heading_follows =
      extents.tail < page.size() && page.judgements[extents.tail].opens_list;
  for (size_t i = extents.last_body + 1; i < extents.tail;) {
    size_t end = LinkFieldsEnd(page, i, extents.tail);
    const bool fields = end > i;
    while (!fields && end < extents.tail && IsLinkEntry(page, end)) ++end;
    const bool announced = i > 0 && page.piece(i - 1).ends_with_colon;
    const size_t least = heading_follows && end == extents.tail ? 1 : 3;
    if ((fields || end - i >= least) && !announced) {
      for (size_t k = i; k < end; ++k) mask[k] = FurnitureKind::kRelated;
    }
    i = end + 1;
  }
}

void MaskTail(const JudgedPage& page, const Extents& extents, Mask& mask) {
  for (size_t i = extents.tail; i < page.size(); ++i) {
    if (page.judgements[i].strength != Strength::kNone)
      mask[i] = page.judgements[i].kind;
    else if (!page.IsBody(i) || page.piece(i).units <= 30 || IsSandwiched(page, i))
      mask[i] = FurnitureKind::kRelated;
  }
}

// 来源: on one line, the name on the next.
void MaskValues(const JudgedPage& page, Mask& mask) {
  for (size_t i = 0; i + 1 < page.size(); ++i) {
    if (mask[i] && page.judgements[i].awaits_value && !mask[i + 1] && page.IsLoose(i + 1) &&
        page.piece(i + 1).units <= 10) {
      mask[i + 1] = FurnitureKind::kByline;
    }
  }
}

void MaskSpam(const JudgedPage& page, Mask& mask) {
  if (page.size() < 2) return;
  for (size_t i : {size_t{0}, page.size() - 1}) {
    const bool claimed = page.judgements[i].strength == Strength::kSure;
    if (!claimed && JudgeSpam(page.view, page.piece(i)).strength != Strength::kNone)
      mask[i] = FurnitureKind::kSpam;
  }
}

Mask MaskPieces(const JudgedPage& page, Extent extent) {
  Mask mask(page.size());
  if (extent == Extent::kNothing) return mask;
  if (extent == Extent::kSureOnly) {
    for (size_t i = 0; i < page.size(); ++i) {
      if (page.judgements[i].strength == Strength::kSure) mask[i] = page.judgements[i].kind;
    }
    return mask;
  }
  const Extents extents = FindExtents(page);
  MaskHead(page, extents, extent, mask);
  MaskMiddle(page, extents, mask);
  MaskTrailingList(page, extents, mask);
  MaskTail(page, extents, mask);
  MaskSpam(page, mask);
  MaskValues(page, mask);
  return mask;
}

// Whether enough stays: a page must not lose nearly all it has.
bool LeavesText(const JudgedPage& page, const Mask& mask) {
  uint64_t kept = 0, all = 0;
  for (size_t i = 0; i < page.size(); ++i) {
    all += page.piece(i).units;
    if (!mask[i]) kept += page.piece(i).units;
  }
  return kept >= 12 || kept * 2 >= all;
}

std::vector<FurnitureSpan> SpansOf(const JudgedPage& page, const Mask& mask) {
  std::vector<FurnitureSpan> spans;
  for (size_t i = 0; i < page.size(); ++i) {
    const Piece& piece = page.piece(i);
    if (mask[i])
      spans.push_back({piece.begin, piece.end, *mask[i]});
    else
      AddInlineFurniture(page, i, spans);
  }
  return spans;
}

}  // namespace

std::string_view FurnitureKindName(FurnitureKind kind) {
  constexpr std::string_view kNames[] = {"navigation", "byline", "related", "notice",
                                         "contact",    "share",  "spam"};
  return kNames[static_cast<size_t>(kind)];
}

Furniture FindFurniture(const FoldedPage& folded) {
  const JudgedPage page = JudgePage(folded.chars, folded.marks);
  Mask mask;
  for (Extent extent : {Extent::kFull, Extent::kJudged, Extent::kSureOnly, Extent::kNothing}) {
    mask = MaskPieces(page, extent);
    if (LeavesText(page, mask)) break;
  }
  Furniture furniture;
  furniture.spans = SpansOf(page, mask);
  furniture.facts = ReadPageFacts(page);
  return furniture;
}

}  // namespace wirecopy
