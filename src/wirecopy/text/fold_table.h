// What each code point folds to and what it is: the flat table behind FoldPage.
//
//   FoldEntry entry = FoldEntryOf(U'領');  // {folded 领, kCharacter, from Traditional}
//   CharClass kind = ClassOf(U'领');       // of a character that is folded already
//
// Folding a code point: NFKC_Casefold, then NFKD without marks (Hangul syllables stay whole),
// digits to ASCII, punctuation to one form each, then data/t2s.tsv. Folding what is folded changes
// nothing. Marks are kept where a script cannot be read without them (Thai, Devanagari), dropped
// where they are accents.
// Cost: one load (two outside the Basic Multilingual Plane). Threads: constant data.
// Source: written at build time by fold_table_generator from ICU and data/t2s.tsv.
#ifndef WIRECOPY_TEXT_FOLD_TABLE_H_
#define WIRECOPY_TEXT_FOLD_TABLE_H_

#include <cstdint>
#include <string_view>

#include "wirecopy/text/page_characters.h"

namespace wirecopy {

enum class CharClass : uint8_t {
  kPunctuation,  // symbols, emoji and everything that is none of the others; no token
  kLetter,       // of a script written with spaces; runs are words
  kDigit,        // '0' to '9'
  kCharacter,    // Han, Kana, Hangul, Bopomofo, Yi: one token each
  kGrapheme,     // base of a script written without spaces (Thai, Lao, Khmer, Myanmar)
  kMark,         // kept mark; belongs to the letter or base before it
  kSpace,
  kIndent,  // wide space (U+3000, em space): two of them indent a paragraph
  kNewline,
  kInvisible,  // soft hyphen, zero width, variation selector: dropped and counted
  kAccent,     // dropped mark
  kExpansion,  // folds to several characters, see Expansion()
};

// What a folded character is, in a byte: its class in the low four bits, its mark in the others.
class CharKind {
 public:
  explicit constexpr CharKind(uint8_t bits) : bits_(bits) {}
  constexpr CharKind(CharClass char_class, PageMark mark)
      : bits_(static_cast<uint8_t>(static_cast<uint8_t>(mark) << 4 |
                                   static_cast<uint8_t>(char_class))) {}

  constexpr CharClass char_class() const { return static_cast<CharClass>(bits_ & 15); }
  constexpr PageMark mark() const { return static_cast<PageMark>(bits_ >> 4); }
  constexpr uint8_t bits() const { return bits_; }

 private:
  uint8_t bits_;
};

// Bits: 0..20 the folded code point (expansions: 0..15 offset, 16..20 length), 21 from Traditional,
// 22 needs a look at what stands around it, 23 is not plain, 24..31 the kind of what it folds to.
class FoldEntry {
 public:
  explicit constexpr FoldEntry(uint32_t bits) : bits_(bits) {}
  static constexpr uint32_t kTraditionalBit = 1u << 21;
  static constexpr uint32_t kContextBit = 1u << 22;
  static constexpr uint32_t kSpecialBit = 1u << 23;

  constexpr char32_t folded() const { return bits_ & 0x1FFFFF; }
  constexpr CharKind kind() const { return CharKind(static_cast<uint8_t>(bits_ >> 24)); }
  constexpr CharClass char_class() const { return kind().char_class(); }
  constexpr bool from_traditional() const { return (bits_ & kTraditionalBit) != 0; }
  // The character may be part of damage (brackets, '?', '!', '&', toned vowels) or of a composition
  // (jamo).
  constexpr bool needs_context() const { return (bits_ & kContextBit) != 0; }
  // Folds to one character that stands for itself, and nothing else is to do; U' ', too, unless
  // white space stands before it. Surrogates are not plain.
  constexpr bool is_plain() const { return (bits_ & kSpecialBit) == 0; }
  constexpr uint32_t bits() const { return bits_; }

 private:
  uint32_t bits_;
};

namespace fold_table {
extern const char kUnicodeVersion[];  // of the ICU that the table was computed with
extern const uint32_t kBasicPlane[0x10000];
extern const uint8_t kBlockOf[0x1000];  // of code points from U+10000, by 256
extern const uint32_t kBlocks[];  // entries of 256 code points; 0 = folds to itself, punctuation
extern const char32_t kExpansions[];
}  // namespace fold_table

// REQUIRES: code_point <= 0x10FFFF.
inline FoldEntry FoldEntryOf(char32_t code_point) {
  if (code_point < 0x10000) return FoldEntry(fold_table::kBasicPlane[code_point]);
  const uint32_t block = fold_table::kBlockOf[(code_point - 0x10000) >> 8];
  const uint32_t bits = fold_table::kBlocks[block * 256 + (code_point & 255)];
  // Entries there hold the distance to the folded code point where that is the code point itself.
  return FoldEntry((bits & 0x1FFFFF) == 0 ? bits | code_point : bits);
}

// REQUIRES: entry.char_class() == kExpansion. Never empty.
inline std::u32string_view Expansion(FoldEntry entry) {
  const uint32_t value = entry.folded();
  return {fold_table::kExpansions + (value & 0xFFFF), value >> 16};
}

inline CharClass ClassOf(char32_t folded) { return FoldEntryOf(folded).char_class(); }

// A Han character of the Basic Multilingual Plane, where damage happens.
constexpr bool IsBasicHan(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_FOLD_TABLE_H_
