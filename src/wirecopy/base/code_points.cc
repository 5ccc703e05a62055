#include "wirecopy/base/code_points.h"

#include <cstdint>

namespace wirecopy {
namespace {

struct Lead {
  size_t length = 0;  // 0: starts no sequence
  char32_t bits = 0;
  char32_t least = 0;  // smaller values are written too long
};

Lead ReadLead(uint8_t byte) {
  if (byte < 0x80) return {1, byte, 0};
  if ((byte & 0xe0) == 0xc0) return {2, byte & 0x1fu, 0x80};
  if ((byte & 0xf0) == 0xe0) return {3, byte & 0x0fu, 0x800};
  if ((byte & 0xf8) == 0xf0) return {4, byte & 0x07u, 0x10000};
  return {};
}

}  // namespace

char32_t NextCodePoint(std::string_view text, size_t* at) {
  const size_t begin = (*at)++;
  const Lead lead = ReadLead(static_cast<uint8_t>(text[begin]));
  if (lead.length == 0 || begin + lead.length > text.size()) return kReplacementCharacter;
  char32_t code_point = lead.bits;
  for (size_t i = begin + 1; i < begin + lead.length; ++i) {
    const uint8_t byte = static_cast<uint8_t>(text[i]);
    if ((byte & 0xc0) != 0x80) return kReplacementCharacter;
    code_point = code_point << 6 | (byte & 0x3fu);
  }
  const bool is_surrogate = code_point >= 0xd800 && code_point <= 0xdfff;
  if (code_point < lead.least || code_point > 0x10ffff || is_surrogate)
    return kReplacementCharacter;
  *at = begin + lead.length;
  return code_point;
}

void AppendUtf8(char32_t code_point, std::string* out) {
  const auto put = [out](char32_t byte) { out->push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xc0 | code_point >> 6);
  } else {
    if (code_point < 0x10000) {
      put(0xe0 | code_point >> 12);
    } else {
      put(0xf0 | code_point >> 18);
      put(0x80 | (code_point >> 12 & 0x3f));
    }
    put(0x80 | (code_point >> 6 & 0x3f));
  }
  put(0x80 | (code_point & 0x3f));
}

}  // namespace wirecopy
