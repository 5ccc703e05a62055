// GBK as web software of the 2000s treats it: text as bytes, two for a Chinese character, decoded
// without mercy.
//
//   std::string page = FromGbk(Replace(ToGbk(text), ...));
//
// Source: GBK as in the C library's iconv.
#ifndef TESTS_SUPPORT_GBK_H_
#define TESTS_SUPPORT_GBK_H_

#include <string>
#include <string_view>

namespace wirecopy {

// UTF-8 to GBK; a character GBK does not have becomes '?'.
std::string ToGbk(std::string_view utf8);

// GBK to UTF-8; a lead byte with a byte that cannot follow it becomes one '?', and both are
// consumed.
std::string FromGbk(std::string_view bytes);

// The length of the character at bytes[i]: 2 after a lead byte, else 1.
inline size_t GbkLength(std::string_view bytes, size_t i) {
  return static_cast<unsigned char>(bytes[i]) >= 0x81 && i + 1 < bytes.size() ? 2 : 1;
}

}  // namespace wirecopy

#endif  // TESTS_SUPPORT_GBK_H_
