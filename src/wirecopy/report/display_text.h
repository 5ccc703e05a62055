// Text from elsewhere, made fit for the columns of a terminal: harmless, measured, cut and padded.
//
//   std::string title = CutToWidth(Harmless(article.title), 40);   // "省里召开春季会议…"
//   out += PadToWidth(title, 40);                                  // 40 columns, whatever the
//   script
//
// A Han character takes two columns, a combining mark none, an ambiguous character one.
// Accuracy: terminals differ on emoji sequences; one sequence counts as one emoji, two columns.
// Threads: pure functions.
// Source: Unicode Standard Annex 11, East Asian Width; table and version: data/character_width.tsv.
#ifndef WIRECOPY_REPORT_DISPLAY_TEXT_H_
#define WIRECOPY_REPORT_DISPLAY_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wirecopy {

// Columns of one code point on its own: 0, 1 or 2. Controls: 0.
int CharacterWidth(char32_t code_point);

// Columns of the text.
int DisplayWidth(std::string_view text);

// The end of the cell that starts at `at`: a code point with the marks that belong on it; `*width`
// is its columns. REQUIRES: at < text.size().
size_t NextCell(std::string_view text, size_t at, int* width);

// One line without anything a terminal would obey: runs of white space become one space, none at
// the ends; control characters become pictures (U+241B for escape), direction marks and broken
// UTF-8 U+FFFD; what shows nothing is left out, and so are combining marks beyond four on one
// character.
std::string Harmless(std::string_view text);

// The same where every character counts (ids, addresses): spaces stay as they are, nothing is left
// out, and line ends and tabs are pictures too.
std::string HarmlessExact(std::string_view text);

// The text itself if it fits, else its beginning and "…". REQUIRES: columns >= 1.
std::string CutToWidth(std::string_view text, int columns);

// The text as lines that fit, broken at spaces where there are any; at least one line. REQUIRES:
// columns >= 2.
std::vector<std::string> WrapToWidth(std::string_view text, int columns);

// Spaces added on the right (left) until the text has the width; longer texts stay as they are.
std::string PadToWidth(std::string_view text, int columns);
std::string PadLeftToWidth(std::string_view text, int columns);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_DISPLAY_TEXT_H_
