// UTF-8 in and out, one character at a time.
//
//   DecodedCharacter next = DecodeUtf8(text, place);  // code_point U+FFFD where it is broken
//   AppendUtf8(U'中', out);
//
// A broken sequence is read as one U+FFFD for its longest part that could have begun a character
// (as browsers do).
// Cost: constant. Threads: pure functions.
#ifndef WIRECOPY_TEXT_UTF8_H_
#define WIRECOPY_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace wirecopy {

struct DecodedCharacter {
  char32_t code_point = 0;
  uint32_t size_bytes = 0;
};

// REQUIRES: place < text.size().
inline DecodedCharacter DecodeUtf8(std::string_view text, size_t place) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + place;
  const size_t left = text.size() - place;
  const unsigned lead = bytes[0];
  const auto continues = [&](size_t i) { return i < left && (bytes[i] & 0xC0) == 0x80; };
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xE0 && lead < 0xF0) {
    if (!continues(1)) return {0xFFFD, 1};
    const char32_t high = (lead & 15) << 12 | (bytes[1] & 63u) << 6;
    if (high < 0x800 || (high & 0xF800) == 0xD800) return {0xFFFD, 1};
    if (!continues(2)) return {0xFFFD, 2};
    return {high | (bytes[2] & 63u), 3};
  }
  if (lead >= 0xC2 && lead < 0xE0) {
    if (!continues(1)) return {0xFFFD, 1};
    return {(lead & 31) << 6 | (bytes[1] & 63u), 2};
  }
  if (lead < 0xF0 || lead > 0xF4 || !continues(1)) return {0xFFFD, 1};
  const char32_t high = (lead & 7) << 18 | (bytes[1] & 63u) << 12;
  if (high < 0x10000 || high > 0x10FFFF) return {0xFFFD, 1};
  if (!continues(2)) return {0xFFFD, 2};
  if (!continues(3)) return {0xFFFD, 3};
  return {high | (bytes[2] & 63u) << 6 | (bytes[3] & 63u), 4};
}

// How many bytes begin a character, or would if all were well: no fewer than there are characters.
inline size_t CountUtf8Leads(std::string_view text) {
  size_t count = 0;
  size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    uint64_t bytes;
    std::memcpy(&bytes, text.data() + i, 8);
    const uint64_t leads = (~bytes >> 7 | bytes >> 6) & 0x0101010101010101;  // not 10xxxxxx
    count += leads * 0x0101010101010101 >> 56;
  }
  for (; i < text.size(); ++i) count += (text[i] & 0xC0) != 0x80;
  return count;
}

// REQUIRES: code_point <= 0x10FFFF.
inline void AppendUtf8(char32_t code_point, std::string& out) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 63));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 63));
    put(0x80 | (code_point & 63));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 63));
    put(0x80 | (code_point >> 6 & 63));
    put(0x80 | (code_point & 63));
  }
}

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_UTF8_H_
