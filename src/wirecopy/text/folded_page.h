// A page with its damage undone, folded character by character, punctuation and lines still in place: what furniture
// rules read and tokens are cut from.
//
//   FoldedPage page = FoldPage(text, {});
//
// Every folded character knows the bytes of the original it comes from.
// Cost: one pass over the bytes and one over the characters; linear for any input.
// Threads: pure function; pass a FoldedPage to reuse its memory.
#ifndef WIRECOPY_TEXT_FOLDED_PAGE_H_
#define WIRECOPY_TEXT_FOLDED_PAGE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/model/clean_text.h"

namespace wirecopy {

struct FoldedPage {
  // Letters: NFKC, case folded, marks removed, Traditional folded to Simplified. Digits: ASCII.
  // Punctuation: one form each, and that the ASCII one where there is one (， and , are both ','; “ ” 「 」 are '"').
  // White space: ' ' within a line, never twice in a row, never at the end of a line; '\n' between lines, also for
  // \r\n, U+2028, and a paragraph indent (two or more U+3000) in the middle of a line.
  // Invisible characters and undone damage are gone.
  std::u32string chars;
  std::vector<uint32_t> begins;  // of chars[i] in the original, in bytes
  std::vector<uint32_t> ends;
  DamageCounts damage;
};

// `text`: any bytes; broken UTF-8 reads as U+FFFD. REQUIRES: text.size() < 4 GiB.
FoldedPage FoldPage(std::string_view text);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_FOLDED_PAGE_H_
