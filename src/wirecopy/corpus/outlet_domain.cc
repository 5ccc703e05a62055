#include "wirecopy/corpus/outlet_domain.h"

#include <libpsl.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "absl/strings/ascii.h"
#include "wirecopy/base/string_bridge.h"

namespace wirecopy {
namespace {

void AppendUtf8(char32_t c, std::string* out) {
  if (c < 0x80) {
    *out += static_cast<char>(c);
  } else if (c < 0x800) {
    *out += {static_cast<char>(0xc0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3f))};
  } else if (c < 0x10000) {
    *out += {static_cast<char>(0xe0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3f)),
             static_cast<char>(0x80 | (c & 0x3f))};
  } else {
    *out += {static_cast<char>(0xf0 | (c >> 18)), static_cast<char>(0x80 | ((c >> 12) & 0x3f)),
             static_cast<char>(0x80 | ((c >> 6) & 0x3f)), static_cast<char>(0x80 | (c & 0x3f))};
  }
}

int PunycodeDigit(char c) {
  if (c >= 'a' && c <= 'z') return c - 'a';
  if (c >= '0' && c <= '9') return c - '0' + 26;
  return -1;
}

uint32_t AdaptBias(uint32_t delta, uint32_t points, bool is_first) {
  delta = is_first ? delta / 700 : delta / 2;
  delta += delta / points;
  uint32_t k = 0;
  for (; delta > 455; k += 36) delta /= 35;
  return k + 36 * delta / (delta + 38);
}

// RFC 3492, section 6.2. `label`: lower case, behind "xn--".
std::optional<std::u32string> DecodePunycode(std::string_view label) {
  const size_t hyphen = label.rfind('-');
  std::u32string out;
  if (hyphen != std::string_view::npos) {
    for (char c : label.substr(0, hyphen)) out += static_cast<unsigned char>(c);
    label.remove_prefix(hyphen + 1);
  }
  uint32_t n = 128, i = 0, bias = 72;
  for (size_t at = 0; at < label.size();) {
    const uint32_t before = i;
    uint32_t weight = 1;
    for (uint32_t k = 36;; k += 36) {
      const int digit = at < label.size() ? PunycodeDigit(label[at++]) : -1;
      if (digit < 0 || static_cast<uint32_t>(digit) > (0x7fffffffu - i) / weight) {
        return std::nullopt;
      }
      i += static_cast<uint32_t>(digit) * weight;
      const uint32_t t = k <= bias ? 1 : std::min(k - bias, 26u);
      if (static_cast<uint32_t>(digit) < t) break;
      if (weight > 0x7fffffffu / 36) return std::nullopt;
      weight *= 36 - t;
    }
    const uint32_t points = static_cast<uint32_t>(out.size()) + 1;
    bias = AdaptBias(i - before, points, before == 0);
    n += i / points;
    i %= points;
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return std::nullopt;
    out.insert(out.begin() + i++, static_cast<char32_t>(n));
  }
  return out;
}

// Lower case, without a last dot, punycode labels decoded.
std::string FoldHost(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  std::string lower(host);
  const bool is_ascii =
      std::none_of(host.begin(), host.end(), [](char c) { return static_cast<uint8_t>(c) > 127; });
  char* folded = nullptr;
  if (is_ascii) {
    absl::AsciiStrToLower(&lower);
  } else if (psl_str_to_utf8lower(lower.c_str(), "utf-8", nullptr, &folded) == PSL_SUCCESS) {
    lower = folded;
    psl_free_string(folded);
  }
  if (lower.find("xn--") == std::string::npos) return lower;
  std::string out;
  for (size_t begin = 0; begin <= lower.size();) {
    const size_t end = std::min(lower.find('.', begin), lower.size());
    const std::string_view label = std::string_view(lower).substr(begin, end - begin);
    if (begin > 0) out += '.';
    const auto decoded = label.starts_with("xn--") && label.size() < 64
                             ? DecodePunycode(label.substr(4))
                             : std::nullopt;
    if (decoded) {
      for (char32_t c : *decoded) AppendUtf8(c, &out);
    } else {
      out += label;
    }
    begin = end + 1;
  }
  return out;
}

bool IsIpAddress(std::string_view host) {
  if (host.starts_with('[')) return true;
  return std::all_of(host.begin(), host.end(),
                     [](char c) { return absl::ascii_isdigit(c) || c == '.'; });
}

}  // namespace

std::string_view HostOfUrl(std::string_view url) {
  bool has_scheme = true;
  url = ToStd(absl::StripAsciiWhitespace(ToAbsl(url)));
  const size_t slashes = url.find("//");
  const size_t scheme_end = url.find_first_of(":/?#");
  if (url.starts_with("//")) {
    url.remove_prefix(2);
  } else if (slashes != std::string_view::npos && slashes > 0 && scheme_end == slashes - 1 &&
             url[scheme_end] == ':') {
    url.remove_prefix(slashes + 2);
  } else {
    has_scheme = false;
  }
  url = url.substr(0, url.find_first_of("/?#\\"));
  if (const size_t at = url.rfind('@'); at != std::string_view::npos) url.remove_prefix(at + 1);
  if (url.starts_with('[')) {
    const size_t close = url.find(']');
    return close == std::string_view::npos ? std::string_view() : url.substr(0, close + 1);
  }
  const std::string_view host = url.substr(0, url.find(':'));
  // "n/a" is no address.
  return has_scheme || host.find('.') != std::string_view::npos ? host : std::string_view();
}

std::string OutletOfUrl(std::string_view url) {
  const std::string_view host = HostOfUrl(url);
  if (host.empty() || host.size() > 1024 || host.find('\0') != std::string_view::npos) return "";
  std::string folded = FoldHost(host);
  if (IsIpAddress(folded)) return folded;
  const char* domain = psl_registrable_domain(psl_builtin(), folded.c_str());
  return domain == nullptr ? folded : std::string(domain);
}

}  // namespace wirecopy
