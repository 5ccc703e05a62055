#include "cli/commands/seen_text.h"

#include <algorithm>

#include "absl/strings/str_format.h"
#include "wirecopy/base/code_points.h"
#include "wirecopy/text/clean.h"
#include "wirecopy/text/folded_page.h"
#include "wirecopy/text/furniture.h"

namespace wirecopy::cli {
namespace {

// Where furniture of a kind stands in the original.
struct FurnitureBytes {
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string_view kind;
};

std::vector<FurnitureBytes> FurnitureOf(std::string_view text) {
  const FoldedPage page = FoldPage(text);
  std::vector<FurnitureBytes> places;
  for (const FurnitureSpan& span : FindFurniture(page).spans) {
    if (span.begin < span.end) {
      places.push_back(
          {page.begins[span.begin], page.ends[span.end - 1], FurnitureKindName(span.kind)});
    }
  }
  return places;
}

// A character is in the token itself; a number, a word or a grapheme of several code points is
// known by its hash only and folded again.
std::string TextOf(Token token, std::string_view original) {
  constexpr Token kLastCodePoint = 0x10ffff;
  if (KindOf(token) == TokenKind::kCharacter && token <= kLastCodePoint) {
    std::string character;
    AppendUtf8(token, &character);
    return character;
  }
  std::string folded = RenderClean(original);
  while (folded.ends_with('\n')) folded.pop_back();
  return folded;
}

std::string_view KindAt(const std::vector<FurnitureBytes>& places, uint32_t byte) {
  const auto after = std::ranges::upper_bound(places, byte, {}, &FurnitureBytes::begin);
  return after == places.begin() ? "furniture" : std::prev(after)->kind;
}

bool IsMasked(const CleanText& clean, uint32_t token) {
  const auto after = std::ranges::upper_bound(clean.furniture, token, {}, &TokenRange::begin);
  return after != clean.furniture.begin() && token < std::prev(after)->end;
}

bool NeedsSpace(const SeenToken& before, const SeenToken& token) {
  return before.is_word && token.is_word;
}

}  // namespace

SeenText SeeText(std::string_view text) {
  CleanText clean = Clean(text, {.places = true});
  const std::vector<FurnitureBytes> places = FurnitureOf(text);
  SeenText seen;
  seen.tokens.reserve(clean.tokens.size());
  for (uint32_t i = 0; i < clean.tokens.size(); ++i) {
    const uint32_t begin = clean.begins[i];
    SeenToken token;
    token.begin = begin;
    token.end = clean.ends[i];
    token.text = TextOf(clean.tokens[i], text.substr(begin, token.end - begin));
    token.is_word = KindOf(clean.tokens[i]) != TokenKind::kCharacter;
    if (IsMasked(clean, i)) token.furniture = KindAt(places, begin);
    seen.tokens.push_back(std::move(token));
  }
  for (uint32_t line : clean.lines) seen.tokens[line].starts_line = true;
  seen.facts = std::move(clean.facts);
  seen.damage = clean.damage;
  return seen;
}

std::string WithFurnitureNamed(const SeenText& seen) {
  std::string out;
  for (size_t i = 0; i < seen.tokens.size(); ++i) {
    const SeenToken& token = seen.tokens[i];
    if (i == 0 || token.starts_line || token.furniture != seen.tokens[i - 1].furniture) {
      absl::StrAppendFormat(&out, "%s%-10s | ", i == 0 ? "" : "\n", token.furniture);
    } else if (NeedsSpace(seen.tokens[i - 1], token)) {
      out += ' ';
    }
    out += token.text;
  }
  return seen.tokens.empty() ? out : out + "\n";
}

std::string BodyOf(const SeenText& seen) {
  std::string out;
  bool line_ended = false;
  const SeenToken* before = nullptr;
  for (const SeenToken& token : seen.tokens) {
    line_ended |= token.starts_line;
    if (!token.furniture.empty()) continue;
    if (before != nullptr) out += line_ended ? "\n" : NeedsSpace(*before, token) ? " " : "";
    line_ended = false;
    out += token.text;
    before = &token;
  }
  return before == nullptr ? out : out + "\n";
}

}  // namespace wirecopy::cli
