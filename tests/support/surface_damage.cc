#include "surface_damage.h"

#include <functional>
#include <map>

#include "code_points.h"

namespace wirecopy {
namespace {

// Every code point through a function that gives what stands in its place.
std::string Rewrite(std::string_view text,
                    const std::function<std::u32string(char32_t)>& replacement) {
  std::u32string out;
  for (char32_t c : ToCodePoints(text)) out += replacement(c);
  return ToUtf8(out);
}

// `head` before every line with content.
std::string IndentLines(std::string_view text, std::string_view head) {
  std::string out;
  bool at_line_start = true;
  for (char c : text) {
    if (at_line_start && c != '\n') out += head;
    at_line_start = c == '\n';
    out += c;
  }
  return out;
}

bool IsLetterLike(char32_t c) { return IsHan(c) || IsAsciiLetter(c); }

std::u32string LettersOf(std::u32string_view text, bool han) {
  std::u32string letters;
  for (char32_t c : text) {
    if (han ? IsHan(c) : IsAsciiLetter(c)) letters += c;
  }
  return letters;
}

}  // namespace

std::string ToAsciiPunctuation(std::string_view text) {
  static constexpr std::u32string_view kWide = U"，：；！？（）";
  static constexpr std::u32string_view kAscii = U",:;!?()";
  return Rewrite(text, [](char32_t c) {
    const size_t at = kWide.find(c);
    return std::u32string(1, at == kWide.npos ? c : kAscii[at]);
  });
}

std::string ToFullWidth(std::string_view text) {
  return Rewrite(text, [](char32_t c) {
    return std::u32string(1, IsAsciiLetter(c) || IsAsciiDigit(c) ? c - U'!' + U'！' : c);
  });
}

std::string DoublePunctuation(std::string_view text, SeededRandom& random) {
  return Rewrite(text, [&random](char32_t c) -> std::u32string {
    if ((c == U'，' || c == U',') && random.Chance(.4)) return {c, random.Chance(.5) ? c : U'、'};
    if (c == U'。' && random.Chance(.4)) return U"，。";
    return {c};
  });
}

std::string WithSoftHyphens(std::string_view text, SeededRandom& random) {
  char32_t before = 0;
  return Rewrite(text, [&](char32_t c) -> std::u32string {
    const bool inside = IsLetterLike(before) && IsLetterLike(c);
    before = c;
    return inside && random.Chance(.2) ? std::u32string{U'\u00AD', c} : std::u32string{c};
  });
}

std::string WithZeroWidth(std::string_view text, SeededRandom& random) {
  static constexpr std::u32string_view kInvisible = U"\u200B\u200D\uFEFF";
  return Rewrite(text, [&random](char32_t c) -> std::u32string {
    if (c == U'\n' || !random.Chance(.2)) return {c};
    return {c, kInvisible[random.Below(kInvisible.size())]};
  });
}

std::string WithHtmlEntities(std::string_view text) {
  static const auto* const entities = new std::map<char32_t, std::u32string>{
      {U'“', U"&ldquo;"},  {U'”', U"&rdquo;"}, {U'"', U"&quot;"},   {U'\'', U"&#39;"},
      {U'’', U"&rsquo;"},  {U'—', U"&mdash;"}, {U'·', U"&middot;"}, {U'&', U"&amp;"},
      {U'…', U"&hellip;"}, {U'%', U"&#x25;"}};
  const std::string escaped = Rewrite(text, [](char32_t c) -> std::u32string {
    const auto it = entities->find(c);
    return it == entities->end() ? std::u32string{c} : it->second;
  });
  return IndentLines(escaped, "&nbsp;&nbsp;");
}

std::string WithNoBreakSpaces(std::string_view text) {
  const std::string spaced =
      Rewrite(text, [](char32_t c) { return std::u32string(1, c == U' ' ? U'\u00A0' : c); });
  return IndentLines(spaced, "\u00A0\u00A0\u00A0\u00A0");
}

std::string WithIdeographicSpaces(std::string_view text) {
  return IndentLines(text, "\u3000\u3000");
}

std::string Flatten(std::string_view text, std::string_view joint) {
  std::string out;
  bool gap = false;
  for (char c : text) {
    if (c == '\n') {
      gap = !out.empty();
      continue;
    }
    if (gap) out += joint;
    gap = false;
    out += c;
  }
  return out;
}

std::string WithNoise(std::string_view text, double rate, SeededRandom& random) {
  const std::u32string all = ToCodePoints(text);
  const std::u32string han = LettersOf(all, true);
  const std::u32string latin = LettersOf(all, false);
  return Rewrite(text, [&](char32_t c) -> std::u32string {
    if (!IsLetterLike(c) || !random.Chance(rate)) return {c};
    const std::u32string& others = IsHan(c) ? han : latin;
    const char32_t other = others[random.Below(others.size())];
    switch (random.Below(4)) {
      case 0:
        return {};
      case 1:
        return {c, other};
      default:
        return {other};
    }
  });
}

}  // namespace wirecopy
