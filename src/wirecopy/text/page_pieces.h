// A page cut into pieces, the unit furniture rules judge: its lines, and the space-separated fields
// of lines in which the lines of a page were run together. Each piece carries its measured shape.
//
//   PageView page = ViewPage(folded.chars, folded.marks);
//   for (const Piece& piece : page.pieces) ...
//
// Cost: linear in the page. Threads: pure function; the view points into the text.
#ifndef WIRECOPY_TEXT_PAGE_PIECES_H_
#define WIRECOPY_TEXT_PAGE_PIECES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "wirecopy/text/date_text.h"
#include "wirecopy/text/furniture_words.h"
#include "wirecopy/text/page_marks.h"

namespace wirecopy {

struct Piece {
  uint32_t begin = 0;  // [begin, end) in the text, no space at either end, never empty
  uint32_t end = 0;
  bool is_field = false;  // one of several in its line
  uint32_t line = 0;      // pieces of one line share this number

  // Counted in tokens: ideographs, words, numbers.
  uint32_t units = 0;
  uint32_t ideographs = 0;
  uint32_t words = 0;
  uint32_t numbers = 0;

  uint32_t stops = 0;       // ends of sentences
  uint32_t full_stops = 0;  // those that are neither '!' nor '?', which headlines have too
  uint32_t commas = 0;
  uint32_t separators =
      0;  // '|', '>' and the like, and '-' or '/' between entries; a leading bullet apart
  uint32_t spaces = 0;
  uint32_t longest_entry = 0;  // the longest stretch between separators and spaces, in units
  bool ends_with_stop = false;
  bool trails_off = false;  // ends with "...": a paragraph cut off for "read more"
  bool ends_with_colon = false;
  bool bulleted = false;  // begins with a bullet
  bool numbered = false;  // begins with "3." "3、" "(3)"

  uint32_t words_begin = 0;  // furniture words inside: [words_begin, words_end) of PageView::words
  uint32_t words_end = 0;
  uint32_t word_classes = 0;  // of all of them
  uint32_t dates_begin = 0;   // dates inside
  uint32_t dates_end = 0;

  bool IsIdeographic() const { return ideographs >= words; }
  // Running text: sentences, or long enough to hold one.
  bool IsProse() const;
  // Prose, as far as a headline cannot be it.
  bool HoldsSentence() const { return full_stops > 0 && IsProse(); }
};

struct PageView {
  std::u32string_view text;
  PageMarks marks;
  std::vector<WordHit> words;
  std::vector<DateText> dates;
  std::vector<Piece> pieces;

  std::u32string_view TextOf(const Piece& piece) const {
    return text.substr(piece.begin, piece.end - piece.begin);
  }
  std::span<const WordHit> WordsOf(const Piece& piece) const {
    return std::span(words).subspan(piece.words_begin, piece.words_end - piece.words_begin);
  }
  std::span<const DateText> DatesOf(const Piece& piece) const {
    return std::span(dates).subspan(piece.dates_begin, piece.dates_end - piece.dates_begin);
  }
};

// Tokens of a text: ideographs, words, numbers.
uint32_t CountUnits(std::u32string_view text);

// How many of the page's words and dates are known to begin before a piece.
struct MarksBefore {
  uint32_t words = 0;
  uint32_t dates = 0;
};

// Measures text[begin, end), which must not begin or end with a space.
Piece MeasurePiece(const PageView& page, uint32_t begin, uint32_t end, MarksBefore before);

// The lines of a page, as pieces; lines without a token are pieces too (a '|' alone is furniture of
// its own kind).
PageView ViewPage(std::u32string_view text, PageMarks marks);
inline PageView ViewPage(std::u32string_view text) { return ViewPage(text, PageMarks(text)); }

// The space-separated fields of a piece, measured.
std::vector<Piece> FieldsOf(const PageView& page, const Piece& piece);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_PAGE_PIECES_H_
