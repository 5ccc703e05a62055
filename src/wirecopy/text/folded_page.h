// A page with its damage undone, folded character by character, punctuation and lines still in
// place: what furniture rules read and tokens are cut from.
//
//   FoldedPage page = FoldPage(text);
//
// Every folded character knows the bytes of the original it comes from.
// Cost: one pass over the bytes, one more over the characters of a page with toneless readings;
// linear for any input.
// Threads: pure function.
#ifndef WIRECOPY_TEXT_FOLDED_PAGE_H_
#define WIRECOPY_TEXT_FOLDED_PAGE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/model/clean_text.h"
#include "wirecopy/text/page_marks.h"

namespace wirecopy {

struct FoldedPage {
  // Letters: NFKC, case folded, marks removed, Traditional folded to Simplified. Digits: ASCII.
  // Punctuation: one form each, and that the ASCII one where there is one (， and , are both ',';
  // “ ” 「 」 are '"'); 。 and 、 stay.
  // White space: ' ' within a line, never twice in a row, never at an end of a line; one '\n'
  // between lines (blank ones are gone), also for \r\n, U+2028, and a paragraph indent (two or
  // more U+3000 or em spaces) in the middle of a line.
  // Invisible characters and undone damage are gone. Readings go where they have a tone and stand
  // behind a Han character, with both brackets or one; without a tone only where the page has five
  // that fit their character. Broken UTF-8 is U+FFFD, and so is a character that damage destroyed.
  std::u32string chars;
  // Of chars[i] in the original, in bytes; neither ever falls. A repaired character has the stretch
  // of the damage it was read from.
  std::vector<uint32_t> begins;
  std::vector<uint32_t> ends;
  PageMarks marks;  // of chars
  DamageCounts damage;
};

// `text`: any bytes; broken UTF-8 reads as U+FFFD. REQUIRES: text.size() < 4 GiB.
FoldedPage FoldPage(std::string_view text);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_FOLDED_PAGE_H_
