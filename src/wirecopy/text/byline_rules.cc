#include <algorithm>

#include "wirecopy/text/page_characters.h"
#include "wirecopy/text/piece_rules.h"

namespace wirecopy {
namespace {

constexpr uint32_t kFirmLabels = kSourceLabel | kEditorLabel | kTitleLabel;

struct LabelRow {
  uint32_t labels = 0;  // classes of the labels that are followed by ':' or '/'
  uint32_t count = 0;   // how many
  uint32_t bare = 0;    // classes of the labels without a mark behind them
  bool leads = false;   // the piece begins with a marked label
  bool leads_bare = false;
  bool ends_open = false;  // the last label has no value
};

bool MarksLabel(std::u32string_view text, size_t at) {
  while (at < text.size() && text[at] == U' ') ++at;
  return at < text.size() &&
         (text[at] == U':' || text[at] == U'/' || text[at] == U'|' || text[at] == U'丨');
}

LabelRow ReadLabels(const PageView& page, const Piece& piece) {
  LabelRow row;
  uint32_t lead = piece.begin;
  const auto skip = [&](auto&& what) {
    while (lead < piece.end && what(page.text[lead])) ++lead;
  };
  if (piece.numbered) skip(IsDigit);
  skip([](char32_t c) { return !IsTokenCharacter(c); });
  for (const WordHit& hit : page.WordsOf(piece)) {
    const uint32_t classes = hit.classes & kBylineLabels;
    const bool one_character = hit.end == hit.begin + 1;
    // 文 and 图 stand inside other words, too.
    const bool inside = one_character && hit.begin > lead && IsIdeograph(page.text[hit.begin - 1]);
    if (classes == 0 || (inside && page.text[hit.begin] != U'摄')) continue;
    const bool dated = (classes & kTimeLabel) &&
                       std::ranges::any_of(page.DatesOf(piece), [&](const DateText& date) {
                         return date.begin == hit.end || date.begin == hit.end + 1;
                       });
    if (!dated && !MarksLabel(page.text.substr(0, piece.end), hit.end)) {
      if (one_character && (page.text[hit.begin] != U'摄' || hit.end + 1 < piece.end)) continue;
      row.bare |= classes;
      row.leads_bare |= hit.begin == lead;
      continue;
    }
    row.labels |= classes;
    ++row.count;
    row.leads |= hit.begin == lead;
    row.ends_open = hit.end + 2 >= piece.end && page.text[piece.end - 1] == U':';
  }
  return row;
}

// "2022-05-11 08:39 xx", "xx 2022-05-11 08:39": a date, few words around it, nothing of a sentence.
bool IsDateRow(const PageView& page, const Piece& piece) {
  const auto dates = page.DatesOf(piece);
  if (dates.empty() || piece.stops > 0 || piece.units > 40) return false;
  const uint32_t rest =
      piece.units -
      std::min(piece.units, DateUnits(page, piece) + CoveredUnits(page, piece, kBylineLabels));
  const DateText& date = dates.front();
  // A name or two before it: "Wire | Agency | 22 November 2018".
  const bool ends = dates.back().HasDay() && dates.back().end + 1 >= piece.end && piece.commas <= 1;
  if (ends && !piece.IsIdeographic() && !piece.is_field && rest <= (piece.separators > 0 ? 6u : 3u))
    return true;
  const bool leads = date.begin <= piece.begin + 1;
  if (rest == 0) return date.HasDay() || (date.HasClock() && piece.numbers <= 4 && !piece.is_field);
  if (!date.HasDay()) return false;
  if (leads && !date.HasClock()) {
    // A headline may begin with a date; then more than a name follows.
    const bool parted =
        date.end < piece.end && (page.text[date.end] == U' ' || page.text[date.end] == U'|');
    return parted && rest <= (piece.IsIdeographic() ? 10u : 4u) && piece.commas == 0;
  }
  return date.HasClock() && rest <= (piece.IsIdeographic() ? 16u : 8u);
}

// "3 min read", "查看: 12|回复: 3", "10-19 16:47 阅读 2万+": labels and numbers, nothing more.
bool IsCountRow(const PageView& page, const Piece& piece, const LabelRow& row) {
  if (piece.numbers == 0 || piece.units > 16 || piece.stops > 0 || piece.is_field) return false;
  const bool leads_time = row.leads_bare && (row.bare & kTimeLabel);
  if (((row.labels | row.bare) & kCountLabel) == 0 && !leads_time) return false;
  const uint32_t told = DateUnits(page, piece) + piece.numbers +
                        CoveredUnits(page, piece, kBylineLabels | kShareButton | kSiteButton);
  return told + (piece.IsIdeographic() ? 2 : 0) >= piece.units;
}

// Nothing but a day and a time of day.
bool IsFullTime(const PageView& page, const Piece& piece) {
  const auto dates = page.DatesOf(piece);
  return !dates.empty() && dates.front().HasDay() && dates.front().HasClock() &&
         DateUnits(page, piece) == piece.units;
}

bool IsPersonRow(const Piece& piece, const LabelRow& row) {
  const uint32_t most = piece.IsIdeographic() ? 14 : 7;
  if (piece.units > most || piece.stops > 0) return false;
  if (row.leads_bare) return (row.bare & (kPersonLabel | kEditorLabel)) != 0;
  return (row.bare & kPersonLabel) != 0 && (!piece.IsIdeographic() || piece.units <= 9);
}

// `words`: units that no date covers.
Strength LabelStrength(const Piece& piece, const LabelRow& row, bool bracketed, uint32_t words) {
  const bool question = piece.stops > 0 && !bracketed;
  if (question) return Strength::kNone;
  if (!piece.IsIdeographic() && words > 8 && row.count < 2) return Strength::kNone;
  if (row.labels & kFirmLabels) return piece.units <= 80 ? Strength::kSure : Strength::kNone;
  if (row.count >= 2) return Strength::kSure;
  if (piece.units > 40) return Strength::kNone;
  return Strength::kEdge;
}

}  // namespace

Judgement JudgeByline(const PageView& page, const Piece& piece) {
  if (piece.units > 400 || (piece.IsProse() && piece.units > 120)) return {};
  if (!(piece.word_classes & kBylineLabels) && page.DatesOf(piece).empty()) return {};
  const LabelRow row = ReadLabels(page, piece);
  const std::u32string_view text = page.TextOf(piece);
  const bool bracketed = IsOpening(text.front()) && (IsClosing(text.back()) || piece.units <= 20);
  Judgement byline;
  byline.kind = FurnitureKind::kByline;
  byline.awaits_value = row.ends_open && !(row.labels & kTitleLabel);
  const uint32_t longest = bracketed ? 60 : 100;
  const bool one_sentence = piece.stops <= 1 && piece.units <= 60;  // a headline may end like one
  if (row.leads && (row.labels & kTitleLabel) && piece.units <= 250 &&
      (!piece.HoldsSentence() || one_sentence)) {
    byline.strength = Strength::kSure;
    byline.tops_site = row.ends_open;  // the headline is the next piece
  } else if (row.leads && piece.units <= longest && !piece.IsProse()) {
    byline.strength = LabelStrength(piece, row, bracketed,
                                    piece.units - std::min(piece.units, DateUnits(page, piece)));
    if (row.labels & kCountLabel)
      byline.kind = row.count == 1 ? FurnitureKind::kShare : FurnitureKind::kByline;
    byline.closes_article =
        (row.labels & kEditorLabel) && !(row.labels & (kTimeLabel | kCountLabel | kTitleLabel));
  } else if (row.count >= 1 && !page.DatesOf(piece).empty() &&
             page.DatesOf(piece).front().begin <= piece.begin + 1 &&
             (row.labels & (kFirmLabels | kPersonLabel | kCountLabel)) && piece.units <= 60 &&
             piece.stops == 0) {
    byline.strength = Strength::kSure;  // 2022-03-09 | 来源:… | 作者:…
  } else if (row.count >= 2 && (row.labels & kFirmLabels) && piece.units <= 60 &&
             !piece.IsProse()) {
    byline.strength = Strength::kSure;
  } else if (bracketed && row.leads_bare && (row.bare & kEditorLabel) && piece.units <= 20) {
    byline.strength = Strength::kSure;  // (Reporting by …; Editing by …)
    byline.closes_article = true;
  } else if (IsFullTime(page, piece)) {
    byline.strength = Strength::kSure;
  } else if ((row.bare & kTimeLabel) && piece.units <= 6 && piece.numbers == 1 && !piece.is_field) {
    byline.strength = Strength::kEdge;  // 3 hours ago
  } else if (IsDateRow(page, piece) || (!piece.is_field && IsPersonRow(piece, row))) {
    byline.strength = Strength::kEdge;
  } else if (IsCountRow(page, piece, row)) {
    byline.strength = Strength::kEdge;
    byline.kind = FurnitureKind::kShare;
  }
  return byline;
}

}  // namespace wirecopy
