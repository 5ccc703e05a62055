#include "wirecopy/base/escaping.h"

#include <cstdint>

#include "absl/strings/str_format.h"
#include "wirecopy/base/code_points.h"

namespace wirecopy {
namespace {

bool MustEscape(char32_t c) {
  return IsControl(c) || IsBidiControl(c) || c == 0x2028 || c == 0x2029;
}

void AppendJsonEscape(char32_t c, std::string* out) {
  switch (c) {
    case '"':
      out->append("\\\"");
      return;
    case '\\':
      out->append("\\\\");
      return;
    case '\n':
      out->append("\\n");
      return;
    case '\r':
      out->append("\\r");
      return;
    case '\t':
      out->append("\\t");
      return;
    default:
      absl::StrAppendFormat(out, "\\u%04x", static_cast<uint32_t>(c));
  }
}

}  // namespace

void AppendJsonString(std::string_view text, std::string* out) {
  out->reserve(out->size() + text.size() + 2);
  *out += '"';
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (MustEscape(c) || c == '"' || c == '\\') {
      AppendJsonEscape(c, out);
    } else {
      AppendUtf8(c, out);
    }
  }
  *out += '"';
}

std::string Printable(std::string_view text) {
  std::string printable;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = NextCodePoint(text, &at);
    const bool is_broken = c == kReplacementCharacter && at == begin + 1;
    if (!MustEscape(c) && !is_broken) {
      printable += text.substr(begin, at - begin);
      continue;
    }
    for (const char byte : text.substr(begin, at - begin))
      absl::StrAppendFormat(&printable, "\\x%02x", static_cast<unsigned char>(byte));
  }
  return printable;
}

}  // namespace wirecopy
