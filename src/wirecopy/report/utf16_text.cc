#include "wirecopy/report/utf16_text.h"

#include <algorithm>

#include "wirecopy/base/code_points.h"

namespace wirecopy {

Utf16Text::Utf16Text(std::string_view original) : original_(original) {
  units_.reserve(original.size() / 2);
  begins_.reserve(original.size() / 2);
  for (size_t at = 0; at < original.size();) {
    const auto begin = static_cast<uint32_t>(at);
    const char32_t c = NextCodePoint(original, &at);
    if (c >= 0x10000) {
      units_.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
      begins_.push_back(begin);
    }
    units_.push_back(static_cast<char16_t>(c >= 0x10000 ? 0xDC00 + ((c - 0x10000) & 0x3FF) : c));
    begins_.push_back(begin);
  }
}

uint32_t Utf16Text::UnitAt(uint32_t byte) const {
  return static_cast<uint32_t>(std::ranges::lower_bound(begins_, byte) - begins_.begin());
}

std::string_view Utf16Text::Slice(size_t begin, size_t end) const {
  const uint32_t first = ByteAt(begin);
  return original_.substr(first, ByteAt(end) - first);
}

}  // namespace wirecopy
