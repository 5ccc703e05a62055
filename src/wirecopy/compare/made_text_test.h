// Token sequences for the tests of this folder, written as text.
#ifndef WIRECOPY_COMPARE_MADE_TEXT_TEST_H_
#define WIRECOPY_COMPARE_MADE_TEXT_TEST_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/model/token.h"

namespace wirecopy {

// Runs of ASCII digits are numbers, runs of ASCII letters words, '|' is a break, spaces only part;
// all else is a character each.
inline std::vector<Token> TokensOf(std::u32string_view text) {
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  const auto is_letter = [](char32_t c) { return c >= U'a' && c <= U'z'; };
  std::vector<Token> tokens;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = text[i];
    std::string run;
    if (is_digit(c)) {
      while (i < text.size() && is_digit(text[i])) run += static_cast<char>(text[i++]);
      tokens.push_back(NumberToken(run));
    } else if (is_letter(c)) {
      while (i < text.size() && is_letter(text[i])) run += static_cast<char>(text[i++]);
      tokens.push_back(WordToken(run));
    } else {
      if (c != U' ') tokens.push_back(c == U'|' ? kBreakToken : CharacterToken(c));
      ++i;
    }
  }
  return tokens;
}

// `count` Han characters, none twice, beginning with the `first`-th of them.
inline std::vector<Token> DistinctCharacters(size_t count, uint32_t first = 0) {
  std::vector<Token> tokens(count);
  for (size_t i = 0; i < count; ++i)
    tokens[i] = CharacterToken(U'\U00020000') + first + static_cast<uint32_t>(i);
  return tokens;
}

inline std::vector<Token> RandomCharacters(std::mt19937_64& random, size_t count,
                                           uint32_t alphabet = 3000) {
  std::vector<Token> tokens(count);
  for (Token& token : tokens)
    token = CharacterToken(U'\U00020000') + static_cast<uint32_t>(random() % alphabet);
  return tokens;
}

inline void Append(std::vector<Token>& to, const std::vector<Token>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

inline std::vector<Token> Part(const std::vector<Token>& tokens, size_t begin, size_t end) {
  return {tokens.begin() + static_cast<ptrdiff_t>(begin),
          tokens.begin() + static_cast<ptrdiff_t>(end)};
}

// A copy with edits: `edits` times a stretch of up to ten tokens is cut, doubled, replaced or
// moved, or parted by a break.
inline std::vector<Token> Edited(std::mt19937_64& random, std::vector<Token> tokens, int edits) {
  for (int edit = 0; edit < edits && !tokens.empty(); ++edit) {
    const size_t begin = random() % tokens.size();
    const size_t end = std::min<size_t>(tokens.size(), begin + 1 + random() % 10);
    const std::vector<Token> stretch = Part(tokens, begin, end);
    const auto at = tokens.begin() + static_cast<ptrdiff_t>(begin);
    const auto stop = tokens.begin() + static_cast<ptrdiff_t>(end);
    switch (random() % 5) {
      case 0:
        tokens.erase(at, stop);
        break;
      case 1:
        tokens.insert(at, stretch.begin(), stretch.end());
        break;
      case 2:
        for (size_t i = begin; i < end; ++i)
          tokens[i] = CharacterToken(U'\U00021000') + random() % 3000;
        break;
      case 3:
        tokens.erase(at, stop);
        tokens.insert(tokens.begin() + static_cast<ptrdiff_t>(random() % (tokens.size() + 1)),
                      stretch.begin(), stretch.end());
        break;
      default:
        if (begin > 0 && tokens[begin - 1] != kBreakToken && tokens[begin] != kBreakToken) {
          tokens.insert(at, kBreakToken);
        }
    }
  }
  // A body has no breaks at its ends and no two in a row.
  std::vector<Token> body;
  for (Token token : tokens) {
    if (token != kBreakToken || (!body.empty() && body.back() != kBreakToken))
      body.push_back(token);
  }
  while (!body.empty() && body.back() == kBreakToken) body.pop_back();
  return body;
}

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_MADE_TEXT_TEST_H_
