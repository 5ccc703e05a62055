#include "wirecopy/text/page_pieces.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "wirecopy/text/page_characters.h"

namespace wirecopy {
namespace {

// Whether the character at `at` ends a sentence. A '.' does so behind a letter or an ideograph,
// before a space, a closing mark or the end, unless the word is a single letter (initials) or the
// next letter shows an abbreviation.
bool EndsSentence(std::u32string_view text, size_t at) {
  const char32_t c = text[at];
  if (IsStop(c)) return true;
  if (c != U'.' || at == 0) return false;
  const char32_t before = text[at - 1];
  if (at + 1 < text.size() && text[at + 1] == U'.') return false;  // "..."
  if (IsIdeograph(before) || IsQuote(before) || IsClosing(before))
    return at + 1 == text.size() || !IsDigit(text[at + 1]);
  if (!IsTokenCharacter(before)) return false;
  if (at + 1 < text.size() && text[at + 1] != U' ' && !IsQuote(text[at + 1]) &&
      !IsClosing(text[at + 1]) && !IsIdeograph(text[at + 1])) {
    return false;
  }
  const bool initial = IsLatin(before) && (at < 2 || !IsTokenCharacter(text[at - 2]));
  const bool numbering = IsDigit(before) && at <= 3;
  return !initial && !numbering;
}

bool IsNumbering(std::u32string_view text) {
  size_t i = !text.empty() && text[0] == U'(' ? 1 : 0;
  const size_t start = i;
  while (i < text.size() && i - start < 3 && IsDigit(text[i])) ++i;
  if (i == start || i >= text.size()) return false;
  if (text[i] != U'.' && text[i] != U'、' && text[i] != U')') return false;
  return i + 1 < text.size() && !IsDigit(text[i + 1]);
}

// '-' and '/' part entries when they stand between spaces or between ideographs.
bool PartsEntries(std::u32string_view text, size_t at) {
  const char32_t c = text[at];
  if (c != U'-' && c != U'/') return IsSeparator(c);
  if (at == 0 || at + 1 >= text.size()) return false;
  const char32_t before = text[at - 1], after = text[at + 1];
  if (before == U' ' && after == U' ') return true;
  return IsIdeograph(before) && IsIdeograph(after);
}

// "as the minister was about to..."
bool TrailsOff(std::u32string_view text) {
  while (!text.empty() && (IsClosing(text.back()) || text.back() == U' ')) text.remove_suffix(1);
  return text.ends_with(U"...");
}

bool EndsWithStop(std::u32string_view text) {
  size_t end = text.size();
  while (end > 0 && (IsQuote(text[end - 1]) || text[end - 1] == U')' || text[end - 1] == U']'))
    --end;
  return end > 0 && EndsSentence(text.substr(0, end), end - 1);
}

template <typename T>
std::pair<uint32_t, uint32_t> RangeInside(const std::vector<T>& marks, uint32_t begin,
                                          uint32_t end) {
  const auto first = std::ranges::lower_bound(marks, begin, {}, &T::begin);
  const auto last = std::lower_bound(first, marks.end(), end,
                                     [](const T& mark, uint32_t at) { return mark.begin < at; });
  return {static_cast<uint32_t>(first - marks.begin()),
          static_cast<uint32_t>(last - marks.begin())};
}

// Counts tokens as the characters pass.
class UnitCounter {
 public:
  void Add(PageKind kind) {
    const bool begins = kind != last_;
    ideographs_ += kind == PageKind::kIdeograph;
    words_ += begins && kind == PageKind::kLetter;
    numbers_ += begins && kind == PageKind::kNumber;
    last_ = kind;
  }
  uint32_t Ideographs() const { return ideographs_; }
  uint32_t Words() const { return words_; }
  uint32_t Numbers() const { return numbers_; }
  uint32_t Units() const { return ideographs_ + words_ + numbers_; }

 private:
  uint32_t ideographs_ = 0;
  uint32_t words_ = 0;
  uint32_t numbers_ = 0;
  PageKind last_ = PageKind::kOther;
};

}  // namespace

bool Piece::IsProse() const {
  if (full_stops >= 1 && (units >= 22 || (ends_with_stop && units >= 10))) return true;
  if (stops >= 1 && units >= 50) return true;
  if (trails_off && units >= (IsIdeographic() ? 50u : 18u)) return true;
  return units >= 60 && commas >= 2;
}

uint32_t CountUnits(std::u32string_view text) {
  UnitCounter counter;
  for (char32_t c : text) counter.Add(PageKindOf(c));
  return counter.Units();
}

Piece MeasurePiece(const PageView& page, uint32_t begin, uint32_t end) {
  Piece piece;
  piece.begin = begin;
  piece.end = end;
  const std::u32string_view text = page.TextOf(piece);
  piece.bulleted = IsBullet(text[0]) && text.size() > 1 && text[1] != text[0];
  piece.numbered = IsNumbering(text);
  UnitCounter counter;
  uint32_t entries = 0;  // units before the entry that is read
  for (size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const PageKind kind = PageKindOf(c);
    counter.Add(kind);
    if (kind != PageKind::kOther) continue;
    const bool parts = (i > 0 || !piece.bulleted) && PartsEntries(text, i);
    if (EndsSentence(text, i)) {
      ++piece.stops;
      piece.full_stops += c != U'!' && c != U'?';
    } else if (IsComma(c)) {
      ++piece.commas;
    } else if (c == U' ') {
      ++piece.spaces;
    } else if (parts) {
      ++piece.separators;
    }
    if (c == U' ' || parts) {
      piece.longest_entry = std::max(piece.longest_entry, counter.Units() - entries);
      entries = counter.Units();
    }
  }
  piece.longest_entry = std::max(piece.longest_entry, counter.Units() - entries);
  piece.ideographs = counter.Ideographs();
  piece.words = counter.Words();
  piece.numbers = counter.Numbers();
  piece.units = counter.Units();
  piece.ends_with_stop = EndsWithStop(text);
  piece.trails_off = TrailsOff(text);
  piece.ends_with_colon = text.back() == U':';
  std::tie(piece.words_begin, piece.words_end) = RangeInside(page.words, begin, end);
  std::tie(piece.dates_begin, piece.dates_end) = RangeInside(page.dates, begin, end);
  return piece;
}

PageView ViewPage(std::u32string_view text) {
  PageView page;
  page.text = text;
  page.words = FindFurnitureWords(text);
  page.dates = FindDates(text);
  uint32_t line = 0;
  for (size_t begin = 0; begin < text.size(); ++line) {
    const size_t end = std::min(text.find(U'\n', begin), text.size());
    size_t first = begin, last = end;
    while (first < last && text[first] == U' ') ++first;
    while (last > first && text[last - 1] == U' ') --last;
    if (first < last) {
      page.pieces.push_back(
          MeasurePiece(page, static_cast<uint32_t>(first), static_cast<uint32_t>(last)));
      page.pieces.back().line = line;
    }
    begin = end + 1;
  }
  return page;
}

std::vector<Piece> FieldsOf(const PageView& page, const Piece& piece) {
  std::vector<Piece> fields;
  auto date = page.dates.begin() + piece.dates_begin;
  const auto last_date = page.dates.begin() + piece.dates_end;
  for (uint32_t begin = piece.begin; begin < piece.end;) {
    uint32_t end = begin;
    while (end < piece.end && page.text[end] != U' ') {
      while (date != last_date && date->end <= end) ++date;
      const bool in_date = date != last_date && date->begin <= end;
      end = in_date ? std::min(date->end, piece.end) : end + 1;
    }
    if (end > begin) {
      fields.push_back(MeasurePiece(page, begin, end));
      fields.back().is_field = true;
      fields.back().line = piece.line;
    }
    begin = end + 1;
  }
  return fields;
}

}  // namespace wirecopy
