#include "wirecopy/report/display_text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "wirecopy/base/code_points.h"

namespace wirecopy {
namespace {

struct WidthRange {
  char32_t first;
  char32_t last;
  int columns;
};

constexpr WidthRange kWidthRanges[] = {
#include "character_width.inc"
};

constexpr char32_t kZeroWidthJoiner = 0x200d;
constexpr int kMaxMarks = 4;  // on one character

bool IsSkinTone(char32_t c) { return c >= 0x1f3fb && c <= 0x1f3ff; }

bool IsSpace(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x3000;
}

// Shows nothing and joins nothing: soft hyphens, zero-width spaces, byte order marks, variation
// selectors, tags.
bool IsInvisible(char32_t c) {
  return c == 0xad || c == 0x200b || (c >= 0x2060 && c <= 0x2064) || (c >= 0x206a && c <= 0x206f) ||
         c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xfff9 && c <= 0xfffb) ||
         (c >= 0xe0000 && c <= 0xe0fff);
}

char32_t HarmlessForm(char32_t c) {
  if (c < 0x20) return 0x2400 + c;
  if (c == 0x7f) return 0x2421;
  return IsControl(c) || IsBidiControl(c) ? kReplacementCharacter : c;
}

}  // namespace

int CharacterWidth(char32_t code_point) {
  if (IsControl(code_point)) return 0;
  if (code_point < 0x300) return code_point == 0xad ? 0 : 1;
  const auto after = std::ranges::upper_bound(kWidthRanges, code_point, {}, &WidthRange::first);
  if (after == std::begin(kWidthRanges)) return 1;
  const WidthRange& range = *std::prev(after);
  return code_point <= range.last ? range.columns : 1;
}

size_t NextCell(std::string_view text, size_t at, int* width) {
  char32_t previous = NextCodePoint(text, &at);
  *width = CharacterWidth(previous);
  while (at < text.size()) {
    size_t behind = at;
    const char32_t next = NextCodePoint(text, &behind);
    const int columns = CharacterWidth(next);
    const bool joins_emoji =
        *width == 2 && columns == 2 && (previous == kZeroWidthJoiner || IsSkinTone(next));
    if ((columns != 0 && !joins_emoji) || IsControl(next)) break;
    previous = next;
    at = behind;
  }
  return at;
}

int DisplayWidth(std::string_view text) {
  int columns = 0;
  for (size_t at = 0; at < text.size();) {
    int width = 0;
    at = NextCell(text, at, &width);
    columns += width;
  }
  return columns;
}

std::string Harmless(std::string_view text) {
  std::string harmless;
  bool wants_space = false;
  int marks = 0;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (IsSpace(c)) {
      wants_space = !harmless.empty();
      continue;
    }
    if (IsInvisible(c)) continue;
    const char32_t shown = HarmlessForm(c);
    marks = CharacterWidth(shown) == 0 ? marks + 1 : 0;
    if (marks > kMaxMarks) continue;
    if (wants_space) harmless += ' ';
    wants_space = false;
    AppendUtf8(shown, &harmless);
  }
  return harmless;
}

std::string HarmlessExact(std::string_view text) {
  std::string harmless;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    AppendUtf8(c == 0x2028 || c == 0x2029 ? kReplacementCharacter : HarmlessForm(c), &harmless);
  }
  return harmless;
}

std::string CutToWidth(std::string_view text, int columns) {
  int used = 0;
  size_t cut = 0;  // where the ellipsis still fits
  for (size_t at = 0; at < text.size();) {
    int width = 0;
    at = NextCell(text, at, &width);
    used += width;
    if (used < columns) cut = at;
    if (used > columns) return std::string(text.substr(0, cut)) + "…";
  }
  return std::string(text);
}

std::vector<std::string> WrapToWidth(std::string_view text, int columns) {
  std::vector<std::string> lines;
  while (true) {
    int used = 0;
    size_t fits = 0;                // bytes that fit
    size_t last_space = text.npos;  // among them, or right behind them
    for (size_t at = 0; at < text.size() && used <= columns;) {
      if (text[at] == ' ' && at > 0) last_space = at;
      int width = 0;
      at = NextCell(text, at, &width);
      used += width;
      if (used <= columns) fits = at;
    }
    if (fits == text.size()) break;
    const bool at_space = last_space != text.npos;
    lines.emplace_back(text.substr(0, at_space ? last_space : fits));
    text.remove_prefix(at_space ? last_space + 1 : fits);
  }
  lines.emplace_back(text);
  return lines;
}

std::string PadToWidth(std::string_view text, int columns) {
  std::string padded(text);
  padded.append(static_cast<size_t>(std::max(0, columns - DisplayWidth(text))), ' ');
  return padded;
}

std::string PadLeftToWidth(std::string_view text, int columns) {
  std::string padded(static_cast<size_t>(std::max(0, columns - DisplayWidth(text))), ' ');
  padded += text;
  return padded;
}

}  // namespace wirecopy
