#include "wirecopy/report/markdown_text.h"

#include <cctype>

#include "wirecopy/report/display_text.h"

namespace wirecopy {
namespace {

constexpr std::string_view kJoiner = "\u2060";

// Named or numbered entities are read alike by every renderer, in tables too; a backslash is easier
// on who reads the source.
std::string_view EscapedForm(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '|':
      return "&#124;";
    case '\\':
      return "&#92;";
    case '`':
      return "&#96;";
    case '*':
      return "\\*";
    case '_':
      return "\\_";
    case '[':
      return "\\[";
    case ']':
      return "\\]";
    case '~':
      return "\\~";
    case '$':
      return "\\$";
    default:
      return {};
  }
}

bool StartsWww(std::string_view text) {
  constexpr std::string_view kWww = "www.";
  if (text.size() < kWww.size()) return false;
  for (size_t i = 0; i < kWww.size(); ++i) {
    if (std::tolower(static_cast<unsigned char>(text[i])) != kWww[i]) return false;
  }
  return true;
}

// Where a renderer could begin a link or a mention.
bool NeedsJoiner(std::string_view text, size_t at) {
  return text[at] == '@' || text[at] == '#' || text.substr(at).starts_with("://") ||
         StartsWww(text.substr(at));
}

}  // namespace

std::string MarkdownText(std::string_view text) {
  const std::string shown = Harmless(text);
  std::string escaped;
  for (size_t at = 0; at < shown.size(); ++at) {
    const std::string_view form = EscapedForm(shown[at]);
    form.empty() ? escaped.push_back(shown[at]) : (void)escaped.append(form);
    if (NeedsJoiner(shown, at)) escaped += kJoiner;
  }
  return escaped;
}

std::string MarkdownCode(std::string_view text) {
  const std::string shown = Harmless(text);
  if (shown.empty() || shown.find_first_of("`|\\<>") != std::string::npos)
    return MarkdownText(text);
  return "`" + shown + "`";
}

}  // namespace wirecopy
