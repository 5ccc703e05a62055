// Colour and drawing for a terminal. Colours are those of the 16 that read on dark and on light
// palettes alike, and never say anything that a word or a sign beside them does not say.
//
//   out += Paint(options.style, Ink::kDoubt, "edited?");
//   out += ShareBar(.62, 5);   // "███▏ "
//
// Threads: pure functions.
#ifndef WIRECOPY_REPORT_TEXT_STYLE_H_
#define WIRECOPY_REPORT_TEXT_STYLE_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace wirecopy {

struct TextStyle {
  bool color = false;  // ANSI escapes
  bool lines = false;  // bars, and lines between columns and down trees, as Unicode draws them
};

enum class Ink : uint8_t {
  kNone,
  kTitle,   // bold
  kNote,    // faint: legends, what was folded, furniture
  kOrigin,  // bold green
  kWhole,   // green: the same text
  kEdited,  // cyan: changed, words put in or left out
  kPart,    // magenta: excerpts, roundups, names replaced
  kDoubt,   // bold red: doubtful joins, numbers that differ
};

// The text in that colour; itself where there is none to show.
std::string Paint(const TextStyle& style, Ink ink, std::string_view text);

// A bar of exactly so many columns: never full of what is not all, never empty of what is not
// nothing.
std::string ShareBar(double share, int columns);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_TEXT_STYLE_H_
