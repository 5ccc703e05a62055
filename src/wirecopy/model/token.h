// A token: one Han, Kana or Hangul character, one word (a run of letters), one run of digits, or
// one grapheme of another script that is written without spaces; as a 32-bit value that can be
// compared and hashed.
//
// Layout: the top two bits are the kind.
//   character  kind 0, the code point in the low 21 bits; a grapheme of several code points has bit
//   29 set and
//              29 bits of their hash
//   word       kind 1, bits 26..29 the count of letters (at most 15), bits 14..25 their set
//              (LetterGroup), low 14 bits of the hash of its folded letters
//   number     kind 2, bits 26..29 the count of digits (1 to 7), low 26 bits the value;
//              longer runs have count 0 and 26 bits of a hash of the digits
// Stability: part of the stored formats.
#ifndef WIRECOPY_MODEL_TOKEN_H_
#define WIRECOPY_MODEL_TOKEN_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "wirecopy/base/hash.h"

namespace wirecopy {

using Token = uint32_t;

// Stands between stretches of text that were not neighbours; equal to no token of a text.
inline constexpr Token kBreakToken = 0;

enum class TokenKind : uint8_t { kCharacter = 0, kWord = 1, kNumber = 2 };

constexpr TokenKind KindOf(Token token) { return static_cast<TokenKind>(token >> 30); }

constexpr Token CharacterToken(char32_t code_point) { return static_cast<Token>(code_point); }

// `characters`: a grapheme of two or more code points, folded, in UTF-8.
inline Token GraphemeToken(std::string_view characters) {
  return (1u << 29) | static_cast<Token>(HashBytes(characters) >> 35);
}

// Twelve groups of letters, by a byte of their UTF-8: the frequent letters of English alone, the
// others together.
constexpr uint32_t LetterGroup(uint8_t byte) {
  constexpr std::string_view kGroups = "clkjaklkellikfdklhgbklllll";  // of a to z
  static_assert(kGroups.size() == 26);
  return byte >= 'a' && byte <= 'z' ? static_cast<uint32_t>(kGroups[byte - 'a'] - 'a') : byte % 12;
}

namespace token {
// What a byte of a word adds to it: a bit of the set of letters; and whether it begins a letter.
inline constexpr uint16_t kBeginsLetter = 1u << 15;
inline constexpr auto kByteOfWord = [] {
  std::array<uint16_t, 256> bytes = {};
  for (size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<uint8_t>(i);
    const bool leads = byte >= 0xc0;  // the bytes that follow tell letters apart better
    bytes[i] = static_cast<uint16_t>((leads ? 0u : 1u << LetterGroup(byte)) |
                                     (leads || byte < 0x80 ? kBeginsLetter : 0u));
  }
  return bytes;
}();
}  // namespace token

// `letters`: the folded letters, in UTF-8.
inline Token WordToken(std::string_view letters) {
  uint32_t count = 0;
  uint32_t set = 0;
  for (char c : letters) {
    const uint32_t byte = token::kByteOfWord[static_cast<uint8_t>(c)];
    count += byte / token::kBeginsLetter;
    set |= byte;
  }
  set &= 0xfff;
  return (1u << 30) | ((count < 15 ? count : 15) << 26) | (set << 14) |
         static_cast<Token>(HashBytes(letters) >> 50);
}

// Of a word: how many letters, and the set of them. REQUIRES: a word token.
constexpr uint32_t LetterCount(Token word) { return (word >> 26) & 15u; }
constexpr uint32_t LetterSet(Token word) { return (word >> 14) & 0xfffu; }

// `digits`: ASCII digits, leading zeros kept. REQUIRES: not empty.
inline Token NumberToken(std::string_view digits) {
  if (digits.size() > 7) return (2u << 30) | static_cast<Token>(HashBytes(digits) >> 38);
  uint32_t value = 0;
  for (char digit : digits) value = value * 10 + static_cast<uint32_t>(digit - '0');
  return (2u << 30) | (static_cast<uint32_t>(digits.size()) << 26) | value;
}

// The value of a number token of 1 to 7 digits, -1 for every other token.
constexpr int64_t NumberValue(Token token) {
  if (KindOf(token) != TokenKind::kNumber || ((token >> 26) & 15u) == 0) return -1;
  return token & ((1u << 26) - 1);
}

// What a token adds to a shingle: 3 a character, 5 a word or number, so that a shingle (at least
// kShingleWeight) is five characters, three words, or a mixture.
constexpr int TokenWeight(Token token) { return KindOf(token) == TokenKind::kCharacter ? 3 : 5; }
inline constexpr int kShingleWeight = 15;

// [begin, end) in tokens.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool operator==(const TokenRange&) const = default;
  uint32_t size() const { return end - begin; }
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_TOKEN_H_
