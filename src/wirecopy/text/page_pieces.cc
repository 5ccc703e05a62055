#include "wirecopy/text/page_pieces.h"

#include <algorithm>
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

// The marks that begin in a piece, from those known to be before it on: pieces have few.
template <typename T>
void FindInside(const std::vector<T>& marks, uint32_t from, const Piece& piece, uint32_t& begin,
                uint32_t& end) {
  begin = from;
  while (begin < marks.size() && marks[begin].begin < piece.begin) ++begin;
  end = begin;
  while (end < marks.size() && marks[end].begin < piece.end) ++end;
}

// Measures a piece block by block.
class PieceMeter {
 public:
  PieceMeter(std::u32string_view text, Piece& piece) : text_(text), piece_(piece) {}

  void Add(size_t first, const PageMarks::Block& block) {
    const uint64_t words = RunStarts(block.letters, letter_before_);
    const uint64_t numbers = RunStarts(block.digits, digit_before_);
    const uint32_t units_before = Units();
    piece_.ideographs += CountBits(block.ideographs);
    // Most blocks have none of these.
    if (words != 0) piece_.words += CountBits(words);
    if (numbers != 0) piece_.numbers += CountBits(numbers);
    if (block.spaces != 0) piece_.spaces += CountBits(block.spaces);
    if (block.commas != 0) piece_.commas += CountBits(block.commas);
    ForEachBit(first, block.stops, [&](size_t at) { CountStop(at - piece_.begin); });
    const uint64_t ends = block.spaces | PartsOf(first, block.parts);
    if (ends == 0)
      entry_ += Units() - units_before;
    else
      AddEntries(block.ideographs | words | numbers, ends);
  }

  void Finish() {
    EndEntry();
    piece_.units = Units();
  }

 private:
  uint32_t Units() const { return piece_.ideographs + piece_.words + piece_.numbers; }

  void CountStop(size_t at) {
    if (!EndsSentence(text_, at)) return;
    ++piece_.stops;
    piece_.full_stops += text_[at] != U'!' && text_[at] != U'?';
  }

  // Those of `marks` that part entries.
  uint64_t PartsOf(size_t first, uint64_t marks) {
    if (marks == 0) return 0;
    uint64_t parts = 0;
    ForEachBit(first, marks, [&](size_t place) {
      const size_t at = place - piece_.begin;
      if ((at > 0 || !piece_.bulleted) && PartsEntries(text_, at))
        parts |= uint64_t{1} << (place - first);
    });
    piece_.separators += CountBits(parts);
    return parts;
  }

  // `units`: where tokens begin; `ends`: what stands behind an entry.
  void AddEntries(uint64_t units, uint64_t ends) {
    for (; ends != 0; ends &= ends - 1) {
      const uint64_t before = (ends & -ends) - 1;
      entry_ += CountBits(units & before);
      units &= ~before;
      EndEntry();
    }
    entry_ += CountBits(units);
  }

  void EndEntry() {
    piece_.longest_entry = std::max(piece_.longest_entry, entry_);
    entry_ = 0;
  }

  const std::u32string_view text_;  // of the piece
  Piece& piece_;
  uint32_t entry_ = 0;  // units of the entry that is read
  uint64_t letter_before_ = 0;
  uint64_t digit_before_ = 0;
};

}  // namespace

bool Piece::IsProse() const {
  if (full_stops >= 1 && (units >= 22 || (ends_with_stop && units >= 10))) return true;
  if (stops >= 1 && units >= 50) return true;
  if (trails_off && units >= (IsIdeographic() ? 50u : 18u)) return true;
  return units >= 60 && commas >= 2;
}

uint32_t CountUnits(std::u32string_view text) {
  uint32_t units = 0;
  PageKind last = PageKind::kOther;
  for (char32_t c : text) {
    const PageKind kind = PageKindOf(c);
    units += kind == PageKind::kIdeograph || (kind != last && kind != PageKind::kOther);
    last = kind;
  }
  return units;
}

Piece MeasurePiece(const PageView& page, uint32_t begin, uint32_t end, MarksBefore before) {
  Piece piece;
  piece.begin = begin;
  piece.end = end;
  const std::u32string_view text = page.TextOf(piece);
  piece.bulleted = IsBullet(text[0]) && text.size() > 1 && text[1] != text[0];
  piece.numbered = IsNumbering(text);
  PieceMeter meter(text, piece);
  page.marks.ForEachBlock(
      begin, end, [&](size_t first, const PageMarks::Block& block) { meter.Add(first, block); });
  meter.Finish();
  piece.ends_with_stop = EndsWithStop(text);
  piece.trails_off = TrailsOff(text);
  piece.ends_with_colon = text.back() == U':';
  FindInside(page.words, before.words, piece, piece.words_begin, piece.words_end);
  for (const WordHit& hit : page.WordsOf(piece)) piece.word_classes |= hit.classes;
  FindInside(page.dates, before.dates, piece, piece.dates_begin, piece.dates_end);
  return piece;
}

PageView ViewPage(std::u32string_view text, PageMarks marks) {
  constexpr size_t kUsualLines = 32;
  PageView page;
  page.text = text;
  page.marks = std::move(marks);
  page.words = FindFurnitureWords(text, page.marks);
  page.dates = FindDates(text, page.marks);
  uint32_t line = 0;
  MarksBefore before;
  page.pieces.reserve(kUsualLines);
  for (size_t begin = 0; begin < text.size(); ++line) {
    const size_t end =
        page.marks.Next(begin, [](const PageMarks::Block& block) { return block.newlines; });
    size_t first = begin, last = end;
    while (first < last && text[first] == U' ') ++first;
    while (last > first && text[last - 1] == U' ') --last;
    if (first < last) {
      page.pieces.push_back(
          MeasurePiece(page, static_cast<uint32_t>(first), static_cast<uint32_t>(last), before));
      page.pieces.back().line = line;
      before = {page.pieces.back().words_end, page.pieces.back().dates_end};
    }
    begin = end + 1;
  }
  return page;
}

namespace {

// The first space of [begin, end), or its end.
uint32_t NextSpace(const PageView& page, uint32_t begin, uint32_t end) {
  const size_t space =
      page.marks.Next(begin, [](const PageMarks::Block& block) { return block.spaces; });
  return static_cast<uint32_t>(std::min<size_t>(space, end));
}

}  // namespace

std::vector<Piece> FieldsOf(const PageView& page, const Piece& piece) {
  std::vector<Piece> fields;
  MarksBefore before{piece.words_begin, piece.dates_begin};
  auto date = page.dates.begin() + piece.dates_begin;
  const auto last_date = page.dates.begin() + piece.dates_end;
  for (uint32_t begin = piece.begin; begin < piece.end;) {
    // A date holds spaces that part nothing.
    uint32_t end = NextSpace(page, begin, piece.end);
    for (; date != last_date && date->begin < end; ++date) {
      if (date->end > end) end = NextSpace(page, std::min(date->end, piece.end), piece.end);
    }
    if (end > begin) {
      fields.push_back(MeasurePiece(page, begin, end, before));
      fields.back().is_field = true;
      fields.back().line = piece.line;
      before = {fields.back().words_end, fields.back().dates_end};
    }
    begin = end + 1;
  }
  return fields;
}

}  // namespace wirecopy
