#include "wirecopy/text/piece_rules.h"

#include <algorithm>

#include "wirecopy/text/page_characters.h"

namespace wirecopy {
namespace {

Judgement Found(Strength strength, FurnitureKind kind) {
  return {.strength = strength, .kind = kind};
}

// Where the text of a piece begins behind a bullet, a bracket or a space.
size_t SkipLead(std::u32string_view text) {
  size_t i = 0;
  while (i < text.size() && !IsTokenCharacter(text[i])) ++i;
  return i;
}

bool IsBreadcrumb(const PageView& page, const Piece& piece) {
  if (piece.units > 60 || piece.ends_with_stop) return false;
  if (!(piece.word_classes & (kPlaceWord | kHomeWord))) return false;
  const std::u32string_view text = page.TextOf(piece);
  const size_t lead = piece.begin + SkipLead(text);
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (hit.begin > lead + 6) break;
    const char32_t next = hit.end < piece.end ? page.text[hit.end] : U'\0';
    if ((hit.classes & kPlaceWord) &&
        (next == U':' || next == U' ' || next == U'\0' || piece.separators > 0)) {
      return true;
    }
    if ((hit.classes & kHomeWord) && hit.begin == lead) {
      const char32_t step = next == U' ' && hit.end + 1 < piece.end ? page.text[hit.end + 1] : next;
      if (step == U'>' || step == U'»' || step == U'›' || step == U'/' || step == U'-' ||
          step == U'→')
        return true;
    }
  }
  return false;
}

// 上一篇:…, 下一条:…
bool IsNeighbourLink(const PageView& page, const Piece& piece) {
  const std::u32string_view text = page.TextOf(piece);
  const bool leads = text.size() > 3 && (text[0] == U'上' || text[0] == U'下') &&
                     text[1] == U'一' && text[3] == U':';
  return leads && std::u32string_view(U"篇条页则").find(text[2]) != std::u32string_view::npos;
}

// Steps parted by '>' or '»', none of them long.
bool IsStepRow(const PageView& page, const Piece& piece) {
  if (piece.units > 50 || piece.stops > 0 || piece.separators < 1) return false;
  const std::u32string_view text = page.TextOf(piece);
  const auto steps =
      std::ranges::count_if(text, [](char32_t c) { return c == U'>' || c == U'»' || c == U'›'; });
  const bool topics = steps == 1 && CoveredUnits(page, piece, kTopicWord) * 2 >= piece.units;
  return (steps >= 2 || topics) && piece.longest_entry <= 14;
}

// #one #two: nothing but tags.
bool IsTagRow(const PageView& page, const Piece& piece) {
  const std::u32string_view text = page.TextOf(piece);
  if (text.front() != U'#' || piece.stops > 0 || piece.units > 40) return false;
  const auto tags = static_cast<uint32_t>(std::ranges::count(text, U'#'));
  return tags >= 2 && tags >= piece.spaces;
}

// An address alone on its line.
bool IsBareAddress(const PageView& page, const Piece& piece) {
  const std::u32string_view text = page.TextOf(piece);
  return piece.spaces == 0 && (text.starts_with(U"http://") || text.starts_with(U"https://")) &&
         std::ranges::none_of(text, IsIdeograph);
}

// Whether an English row has words that no menu needs.
bool HasSmallWords(std::u32string_view row) {
  for (std::u32string_view word :
       {U" the ", U" of ", U" to ", U" a ", U" in ", U" on ", U" for ", U" is ", U" as ", U" at ",
        U" by ", U" with ", U" after ", U" over ", U" from "}) {
    if (row.find(word) != row.npos) return true;
  }
  return false;
}

// Entries parted by separators or spaces, short on average.
Judgement JudgeMenu(const PageView& page, const Piece& piece) {
  if (piece.stops > 0 || piece.commas > 1 || piece.numbers * 3 > piece.units) return {};
  const bool parted = piece.separators >= 2;
  const uint32_t entries = parted ? piece.separators + 1 : piece.spaces + 1;
  const uint32_t known =
      CoveredUnits(page, piece, kTopicWord | kHomeWord | kSiteButton | kShareButton | kSiteFoot);
  const bool ideographic = piece.IsIdeographic();
  const double mean = static_cast<double>(piece.units) / entries;
  const bool short_entries =
      ideographic ? mean <= 6 && piece.longest_entry <= 12 : mean <= 2 && piece.longest_entry <= 4;
  if (entries < 3 || !short_entries) return {};
  if (page.TextOf(piece).find(U':') != std::u32string_view::npos) return {};  // labels and values
  Judgement menu = Found(Strength::kNone, FurnitureKind::kNavigation);
  menu.tops_site = known > 0;
  if (known * 2 >= piece.units && (entries >= 4 || known * 4 >= piece.units * 3))
    menu.strength = Strength::kSure;
  else if (entries >= 4 && known * 4 >= piece.units && (ideographic || parted))
    menu.strength = Strength::kEdge;
  else if (entries >= (parted ? 4u : 6u) && ideographic && (parted || known > 0))
    menu.strength = Strength::kEdge;
  else if (entries >= 5 && known * 5 >= piece.units * 2 && !HasSmallWords(page.TextOf(piece)))
    menu.strength = Strength::kEdge;
  if (!ideographic && menu.strength == Strength::kSure && entries < 5 && !parted)
    menu.strength = Strength::kEdge;
  return menu.strength == Strength::kNone ? Judgement{} : menu;
}

}  // namespace

uint32_t CoveredUnits(const PageView& page, const Piece& piece, uint32_t classes) {
  if (!(piece.word_classes & classes)) return 0;
  uint32_t units = 0;
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (hit.classes & classes) units += hit.units;
  }
  return units;
}

uint32_t DateUnits(const PageView& page, const Piece& piece) {
  uint32_t units = 0;
  for (const DateText& date : page.DatesOf(piece)) {
    units += CountUnits(page.text.substr(date.begin, date.end - date.begin));
  }
  return units;
}

Judgement JudgeNavigation(const PageView& page, const Piece& piece) {
  if (IsBreadcrumb(page, piece)) {
    Judgement crumb = Found(Strength::kSure, FurnitureKind::kNavigation);
    crumb.tops_site = true;
    return crumb;
  }
  if (const Judgement menu = JudgeMenu(page, piece); menu.strength != Strength::kNone) return menu;
  if (IsStepRow(page, piece)) {
    Judgement steps = Found(Strength::kEdge, FurnitureKind::kNavigation);
    steps.tops_site = true;
    return steps;
  }
  if (IsTagRow(page, piece)) return Found(Strength::kEdge, FurnitureKind::kNavigation);
  // The section, alone on its line.
  if (!piece.is_field && piece.units > 0 && piece.units <= (piece.IsIdeographic() ? 6u : 3u) &&
      CoveredUnits(page, piece, kTopicWord) == piece.units)
    return Found(Strength::kEdge, FurnitureKind::kNavigation);
  const uint32_t site = CoveredUnits(page, piece, kSiteButton);
  if (piece.units <= 24 && site * 2 >= piece.units && site > 0) {
    Judgement buttons = Found(Strength::kEdge, FurnitureKind::kNavigation);
    buttons.tops_site = piece.IsIdeographic() ? site >= 3 || site == piece.units
                                              : site == piece.units && !piece.is_field;
    return buttons;
  }
  return {};
}

Judgement JudgeButtons(const PageView& page, const Piece& piece) {
  if (piece.units > 60 || piece.units == 0) return {};
  if (IsNeighbourLink(page, piece)) {
    Judgement link = Found(Strength::kSure, FurnitureKind::kRelated);
    link.closes_article = true;
    return link;
  }
  if (IsBareAddress(page, piece)) return Found(Strength::kSure, FurnitureKind::kShare);
  const uint32_t share = CoveredUnits(page, piece, kShareButton);
  const uint32_t count = CoveredUnits(page, piece, kCountLabel | kSiteButton);
  if (share == 0 || (share + count) * 20 < piece.units * 11) return {};
  const bool alone = page.WordsOf(piece).size() < 2 && piece.units < 4;
  const std::u32string_view text = page.TextOf(piece);
  const bool bracketed = IsOpening(text.front()) || IsOpening(text.back());
  Judgement buttons =
      Found(alone && !bracketed ? Strength::kEdge : Strength::kSure, FurnitureKind::kShare);
  if (piece.is_field && !bracketed) buttons.strength = Strength::kEdge;
  return buttons;
}

Judgement JudgeRelatedHeading(const PageView& page, const Piece& piece) {
  if (piece.units > 60 || piece.units == 0 || piece.ends_with_stop) return {};
  const uint32_t related = CoveredUnits(page, piece, kRelatedWord);
  if (related == 0) return {};
  const std::u32string_view text = page.TextOf(piece);
  const size_t lead = piece.begin + SkipLead(text);
  const WordHit& first = page.WordsOf(piece).front();
  const bool leads = (first.classes & kRelatedWord) && first.begin == lead;
  const char32_t next = first.end < piece.end ? page.text[first.end] : U'\0';
  Judgement heading = Found(Strength::kEdge, FurnitureKind::kRelated);
  heading.opens_list = true;
  if (leads && (next == U':' || next == U'>' || next == U'|')) {
    const bool holds_link = piece.units > related + 4;
    heading.strength = Strength::kSure;
    heading.opens_list = !holds_link;
    return heading;
  }
  const uint32_t small = CoveredUnits(page, piece, kShareButton);
  if (piece.is_field)
    return related == piece.units && piece.ideographs >= 4 ? heading : Judgement{};
  if ((related + small) * 2 >= piece.units) return heading;
  const bool firm = piece.IsIdeographic() ? piece.units <= 9 : first.units >= 2 && piece.units <= 6;
  return leads && firm ? heading : Judgement{};
}

Judgement JudgeSpam(const PageView& page, const Piece& piece) {
  if (piece.stops > 0 || piece.units > 90 || piece.units < 8) return {};
  constexpr std::u32string_view kSentenceWords = U"的了是将为与和要他她我们这那于在对、:";
  uint32_t phrases = 1, phrase = 0, longest = 0, sentence_words = 0;
  bool barred = false;  // a menu, unless its words say otherwise
  for (char32_t c : page.TextOf(piece)) {
    barred |= c == U'|';
    if (c == U',' || c == U'_' || c == U'|') {
      ++phrases;
      phrase = 0;
    }
    longest = std::max(longest, phrase += IsTokenCharacter(c));
    sentence_words += kSentenceWords.find(c) != kSentenceWords.npos;
  }
  const uint32_t spam = CoveredUnits(page, piece, kSpamWord);
  const bool row = phrases >= 3 && longest <= 20;
  const bool named = spam * 5 >= piece.units || (spam >= 4 && row);
  const bool plain_row =
      phrases >= 4 && longest <= 12 && sentence_words == 0 && !barred && piece.IsIdeographic();
  if ((row && named) || (spam * 2 >= piece.units) || plain_row)
    return Found(Strength::kEdge, FurnitureKind::kSpam);
  return {};
}

Judgement JudgePiece(const PageView& page, const Piece& piece) {
  const auto claims = [](const Judgement& judgement) {
    return judgement.strength != Strength::kNone;
  };
  if (const Judgement notice = JudgeNotice(page, piece); claims(notice)) return notice;
  if (const Judgement byline = JudgeByline(page, piece); claims(byline)) return byline;
  if (const Judgement foot = JudgeSiteFoot(page, piece); claims(foot)) return foot;
  if (const Judgement buttons = JudgeButtons(page, piece); claims(buttons)) return buttons;
  if (const Judgement heading = JudgeRelatedHeading(page, piece); claims(heading)) return heading;
  if (const Judgement menu = JudgeNavigation(page, piece); claims(menu)) return menu;
  return {};
}

}  // namespace wirecopy
