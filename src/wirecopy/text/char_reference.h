// HTML character references left in text: &nbsp; &#12288; &#x3000; and, escaped twice, &amp;nbsp;.
//
//   CharReference reference = ReadCharReference(text, place);  // size_bytes 0: none there
//
// Knows the named references of Latin-1 and the usual typographic ones. "&nbsp" needs no
// semicolon, all others do.
// Cost: constant. Threads: pure function.
// Source: HTML Living Standard, "Named character references", "Numeric character reference end
// state".
#ifndef WIRECOPY_TEXT_CHAR_REFERENCE_H_
#define WIRECOPY_TEXT_CHAR_REFERENCE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wirecopy {

struct CharReference {
  char32_t code_point = 0;
  uint32_t size_bytes = 0;
};

// REQUIRES: text[place] == '&'.
CharReference ReadCharReference(std::string_view text, size_t place);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_CHAR_REFERENCE_H_
