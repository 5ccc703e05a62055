// UTF-8 to code points and back, for text known to be well formed.
//
//   for (char32_t c : ToCodePoints(text)) out += ToUtf8(c);
#ifndef TESTS_SUPPORT_CODE_POINTS_H_
#define TESTS_SUPPORT_CODE_POINTS_H_

#include <string>
#include <string_view>

namespace wirecopy {

// REQUIRES: `text` is well-formed UTF-8; a stray byte becomes U+FFFD.
std::u32string ToCodePoints(std::string_view text);

std::string ToUtf8(std::u32string_view code_points);
inline std::string ToUtf8(char32_t code_point) {
  return ToUtf8(std::u32string_view(&code_point, 1));
}

constexpr bool IsHan(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}
constexpr bool IsAsciiLetter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
constexpr bool IsAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

}  // namespace wirecopy

#endif  // TESTS_SUPPORT_CODE_POINTS_H_
