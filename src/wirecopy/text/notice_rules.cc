#include <algorithm>

#include "wirecopy/text/page_characters.h"
#include "wirecopy/text/piece_rules.h"

namespace wirecopy {
namespace {

struct NoticeWords {
  uint32_t phrases = 0;
  uint32_t words = 0;
  uint32_t units = 0;      // covered by either
  bool leads = false;      // the piece begins with a phrase
  bool copyright = false;  // "copyright 2018", "(c) 2018" at its head
};

NoticeWords ReadNoticeWords(const PageView& page, const Piece& piece) {
  NoticeWords found;
  uint32_t lead = piece.begin;
  while (lead < piece.end && !IsTokenCharacter(page.text[lead])) ++lead;
  const std::u32string_view text = page.text.substr(lead, piece.end - lead);
  // In a flattened line the year is the next field.
  const std::u32string_view behind = page.text.substr(piece.end, 3);
  const auto is_dated = [&] {
    return piece.numbers > 0 || (piece.is_field && std::ranges::any_of(behind, [](char32_t c) {
                                   return c == U'©' || IsDigit(c);
                                 }));
  };
  const bool sign = text.starts_with(U"c)") && lead > piece.begin;  // (c) 2018
  found.copyright = (text.starts_with(U"copyright") || sign) && is_dated();
  for (size_t i = piece.begin; i < lead; ++i) found.copyright |= page.text[i] == U'©';
  if (!(piece.word_classes & (kNoticePhrase | kNoticeWord))) return found;
  for (const WordHit& hit : page.WordsOf(piece)) {
    if (!(hit.classes & (kNoticePhrase | kNoticeWord))) continue;
    const bool phrase = hit.classes & kNoticePhrase;
    found.phrases += phrase;
    found.words += !phrase;
    found.units += hit.units;
    found.leads |= phrase && hit.begin == lead;
  }
  return found;
}

bool FollowedByValue(const PageView& page, const Piece& piece, const WordHit& hit) {
  if (hit.end >= piece.end) return true;
  const char32_t next = page.text[hit.end];
  return next == U':' || IsDigit(next) ||
         (IsIdeograph(page.text[hit.begin]) && (next == U' ' || next == U'('));
}

// A telephone number with an area code, a mail address, the address of a site: how many, whatever
// is written before.
uint32_t CountAddresses(std::u32string_view text) {
  uint32_t count = 0;
  for (size_t i = 1; i + 1 < text.size(); ++i) {
    const bool mail = text[i] == U'@' && IsTokenCharacter(text[i - 1]) && IsLatin(text[i + 1]);
    const bool site = text[i] == U'w' && text[i - 1] != U'w' && text.substr(i).starts_with(U"www.");
    size_t before = 0, after = 0;
    if (text[i] == U'-') {
      while (before < i && before < 5 && IsDigit(text[i - 1 - before])) ++before;
      while (i + 1 + after < text.size() && after < 9 && IsDigit(text[i + 1 + after])) ++after;
    }
    count += mail + site + (before >= 3 && before <= 4 && (after == 7 || after == 8));
  }
  return count + (text.starts_with(U"www.") ? 1 : 0);
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
  if (found.copyright && piece.units <= 80)
    notice.strength = Strength::kSure;
  else if (found.leads && found.phrases + found.words >= 2 && share >= 6)
    notice.strength = Strength::kSure;
  else if (found.leads && !prose && piece.units <= 30)
    notice.strength = Strength::kSure;
  else if (!prose && piece.units <= 30 &&
           CoveredUnits(page, piece, kNoticePhrase | kShareButton | kSiteButton) * 2 >= piece.units)
    notice.strength = Strength::kSure;
  else if (found.phrases >= 2 && share >= 12)
    notice.strength = Strength::kEdge;
  else if (found.phrases + found.words >= 3 && share >= 15)
    notice.strength = Strength::kEdge;
  else if (found.phrases >= 1 && piece.units <= 60 && share >= 22)
    notice.strength = Strength::kEdge;
  else
    return {};
  return notice;
}

Judgement JudgeSiteFoot(const PageView& page, const Piece& piece) {
  if (piece.units > 160 || piece.units == 0 || piece.IsProse()) return {};
  // An address has a word or two numbers.
  const bool may_address =
      piece.units <= 60 && piece.stops == 0 && (piece.words > 0 || piece.numbers >= 2);
  const uint32_t addresses = may_address ? CountAddresses(page.TextOf(piece)) : 0;
  if (addresses == 0 && !(piece.word_classes & (kSiteFoot | kContactWord))) return {};
  uint32_t foot = 0, contact = 0;
  bool leads = false;          // a word of the foot stands within the first characters
  bool leads_contact = false;  // a label of an address does
  for (const WordHit& hit : page.WordsOf(piece)) {
    const bool is_foot = (hit.classes & kSiteFoot) != 0;
    foot += is_foot;
    const bool is_contact = (hit.classes & kContactWord) && FollowedByValue(page, piece, hit);
    contact += is_contact;
    leads_contact |= is_contact && hit.begin <= piece.begin + 2;
    leads |= is_foot && hit.begin <= piece.begin + 3;
  }
  Judgement found;
  found.kind = FurnitureKind::kContact;
  found.closes_article = foot > 0 || (contact >= 2 && leads_contact);
  const uint32_t covered =
      CoveredUnits(page, piece, kSiteFoot | kContactWord | kNoticePhrase | kNoticeWord);
  const bool valued = contact > 0 || addresses > 0 || piece.numbers > 0;
  // 主办:某单位 承办:某单位
  const bool labelled = foot >= 2 && leads && piece.units <= 60;
  const bool firm = covered * 4 >= piece.units || addresses > 0 || (leads && piece.IsIdeographic());
  if (labelled || (foot >= 2 && covered * 4 >= piece.units))
    found.strength = Strength::kSure;
  else if (foot >= 1 && valued && firm && piece.units <= 60)
    found.strength = Strength::kSure;
  else if (contact >= 2 && piece.units <= 60)
    found.strength = Strength::kEdge;
  else if (foot >= 1 && covered * 2 >= piece.units)
    found.strength = Strength::kEdge;
  else if (contact >= 1 && piece.units <= 30 && valued)
    found.strength = Strength::kEdge;
  else if (addresses > 0 && piece.units <= 40)
    found.strength = Strength::kEdge;
  else
    return {};
  return found;
}

}  // namespace wirecopy
