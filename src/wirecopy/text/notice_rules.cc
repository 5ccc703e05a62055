#include <algorithm>

#include "wirecopy/text/page_characters.h"
#include "wirecopy/text/piece_rules.h"

namespace wirecopy {
namespace {

struct NoticeWords {
  uint32_t phrases = 0;
  uint32_t words = 0;
  uint32_t units = 0;   // covered by either
  bool leads = false;   // the piece begins with a phrase
  bool copyright = false;  // "copyright 2018", "(c) 2018" at its head
};

NoticeWords ReadNoticeWords(const PageView& page, const Piece& piece) {
  NoticeWords found;
  uint32_t lead = piece.begin;
  while (lead < piece.end && !IsTokenCharacter(page.text[lead])) ++lead;
  const std::u32string_view text = page.text.substr(lead, piece.end - lead);
  found.copyright = text.starts_with(U"copyright") && piece.numbers > 0;
  for (size_t i = piece.begin; i < lead; ++i) found.copyright |= page.text[i] == U'©';
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (!(hit.classes & (kNoticePhrase | kNoticeWord))) continue;
    const bool phrase = hit.classes & kNoticePhrase;
    found.phrases += phrase;
    found.words += !phrase;
    found.units += CountUnits(page.text.substr(hit.begin, hit.end - hit.begin));
    found.leads |= phrase && hit.begin == lead;
  }
  return found;
}

bool FollowedByValue(const PageView& page, const Piece& piece, const WordHit& hit) {
  if (hit.end >= piece.end) return true;
  const char32_t next = page.text[hit.end];
  return next == U':' || IsDigit(next) || (IsIdeograph(page.text[hit.begin]) && (next == U' ' || next == U'('));
}

}  // namespace

Judgement JudgeNotice(const PageView& page, const Piece& piece) {
  Judgement notice;
  notice.kind = FurnitureKind::kNotice;
  notice.closes_article = true;
  if (piece.units > 400 || piece.units == 0) return {};
  const NoticeWords found = ReadNoticeWords(page, piece);
  if (found.phrases == 0 && !found.copyright) return {};
  const uint32_t share = found.units * 100 / piece.units;  // percent
  const bool prose = piece.IsProse();
  if (found.copyright && piece.units <= 80) notice.strength = Strength::kSure;
  else if (found.leads && found.phrases + found.words >= 2 && share >= 6) notice.strength = Strength::kSure;
  else if (found.leads && !prose && piece.units <= 30) notice.strength = Strength::kSure;
  else if (found.phrases >= 2 && share >= 12) notice.strength = Strength::kEdge;
  else if (found.phrases + found.words >= 3 && share >= 15) notice.strength = Strength::kEdge;
  else if (found.phrases >= 1 && piece.units <= 60 && share >= 22) notice.strength = Strength::kEdge;
  else return {};
  return notice;
}

Judgement JudgeSiteFoot(const PageView& page, const Piece& piece) {
  if (piece.units > 160 || piece.units == 0 || piece.IsProse()) return {};
  uint32_t foot = 0, contact = 0;
  for (const WordHit& hit : page.WordsOf(piece)) {
    foot += (hit.classes & kSiteFoot) != 0;
    contact += (hit.classes & kContactWord) && FollowedByValue(page, piece, hit);
  }
  Judgement found;
  found.kind = FurnitureKind::kContact;
  found.closes_article = true;
  const uint32_t covered = CoveredUnits(page, piece, kSiteFoot | kContactWord | kNoticePhrase | kNoticeWord);
  if (foot >= 2 && covered * 4 >= piece.units) found.strength = Strength::kSure;
  else if (foot >= 1 && (contact >= 1 || piece.numbers >= 1) && piece.units <= 60 && (piece.IsIdeographic() || covered * 3 >= piece.units)) found.strength = Strength::kSure;
  else if (contact >= 2 && piece.units <= 60) found.strength = Strength::kSure;
  else if (foot >= 1 && covered * 2 >= piece.units) found.strength = Strength::kEdge;
  else if (contact >= 1 && piece.units <= 30 && piece.numbers >= 1) found.strength = Strength::kEdge;
  else return {};
  if (found.strength == Strength::kEdge) found.closes_article = foot > 0;
  return found;
}

}  // namespace wirecopy
