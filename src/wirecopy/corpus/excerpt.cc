#include "wirecopy/corpus/excerpt.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/escaping.h"
#include "wirecopy/base/string_bridge.h"

namespace wirecopy {
namespace {

// The length of the well-formed character at the front, 0 where there is none. Unicode 15, table
// 3-7.
size_t CharacterLength(std::string_view bytes) {
  const auto at = [&](size_t i) { return i < bytes.size() ? static_cast<uint8_t>(bytes[i]) : 0u; };
  const auto continues = [&](size_t i) { return (at(i) & 0xc0) == 0x80; };
  const uint32_t lead = at(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return continues(1) ? 2 : 0;
  if ((lead & 0xf0) == 0xe0) {
    const uint32_t low = lead == 0xe0 ? 0xa0 : 0x80;
    const uint32_t high = lead == 0xed ? 0x9f : 0xbf;
    return at(1) >= low && at(1) <= high && continues(2) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const uint32_t low = lead == 0xf0 ? 0x90 : 0x80;
    const uint32_t high = lead == 0xf4 ? 0x8f : 0xbf;
    return at(1) >= low && at(1) <= high && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::optional<size_t> FirstInvalidUtf8(std::string_view bytes) {
  for (size_t i = 0; i < bytes.size();) {
    const size_t length = CharacterLength(bytes.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

std::string Excerpt(std::string_view bytes, size_t max_bytes) {
  std::string_view shown = bytes.substr(0, max_bytes);
  if (shown.size() < bytes.size()) {  // not in the middle of a character
    size_t cut = shown.size();
    while (cut > 0 && shown.size() - cut < 3 && (static_cast<uint8_t>(bytes[cut]) & 0xc0) == 0x80) {
      --cut;
    }
    shown = shown.substr(0, cut);
  }
  const bool is_utf8 = !FirstInvalidUtf8(shown);
  std::string quoted = "\"";
  quoted += is_utf8 ? absl::Utf8SafeCHexEscape(ToAbsl(shown)) : absl::CHexEscape(ToAbsl(shown));
  quoted += '"';
  if (shown.size() < bytes.size()) quoted += "...";
  return quoted;
}

std::string PrintableName(std::string_view name) {
  const bool has_control = std::any_of(
      name.begin(), name.end(), [](char c) { return static_cast<uint8_t>(c) < 0x20 || c == 0x7f; });
  if (FirstInvalidUtf8(name)) return absl::CHexEscape(ToAbsl(name));
  return has_control ? absl::Utf8SafeCHexEscape(ToAbsl(name)) : std::string(name);
}

std::string WithCommas(unsigned long long number) {
  std::string digits = std::to_string(number);
  for (size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

}  // namespace wirecopy
