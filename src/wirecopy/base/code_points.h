// UTF-8 one code point at a time, for writers that must escape, measure or cut.
//
//   for (size_t at = 0; at < text.size();) { char32_t c = NextCodePoint(text, &at); ... }
//
// Threads: pure functions.
#ifndef WIRECOPY_BASE_CODE_POINTS_H_
#define WIRECOPY_BASE_CODE_POINTS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace wirecopy {

inline constexpr char32_t kReplacementCharacter = 0xfffd;

// The code point at `*at`, which moves behind it. A byte that starts no well-formed sequence counts
// as one replacement character. REQUIRES: *at < text.size().
char32_t NextCodePoint(std::string_view text, size_t* at);

// REQUIRES: a Unicode scalar value.
void AppendUtf8(char32_t code_point, std::string* out);

// C0, DEL and C1: what terminals may obey.
constexpr bool IsControl(char32_t c) { return c < 0x20 || (c >= 0x7f && c <= 0x9f); }

// Marks that turn the direction of what follows, so that a text shows as another than it is.
constexpr bool IsBidiControl(char32_t c) {
  return c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace wirecopy

#endif  // WIRECOPY_BASE_CODE_POINTS_H_
