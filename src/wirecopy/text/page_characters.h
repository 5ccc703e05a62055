// What a folded character is to the furniture rules. Folded text: Simplified, lower case,
// punctuation mostly ASCII.
#ifndef WIRECOPY_TEXT_PAGE_CHARACTERS_H_
#define WIRECOPY_TEXT_PAGE_CHARACTERS_H_

#include <cstdint>

namespace wirecopy {

constexpr bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Han, Kana, Hangul: each character is a token of its own.
constexpr bool IsIdeograph(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF && c != U'丨') || (c >= 0x3041 && c <= 0x30FA) ||
         c == 0x3005 || c == 0x3007 || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

// A letter of a script that is written in words.
constexpr bool IsLatin(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= 0xAA && c <= 0x1FFF && c != 0xAB && c != 0xBB && c != 0xB7 && c != 0xAC &&
          c != 0xAD && c != 0xAE && c != 0xAF && c != 0xB0 && c != 0xB1 && c != 0xB4 && c != 0xB6 &&
          c != 0xB8 && c != 0xBF && c != 0xD7 && c != 0xF7);
}

constexpr bool IsTokenCharacter(char32_t c) { return IsDigit(c) || IsIdeograph(c) || IsLatin(c); }

// Most ideographs there are, in one comparison.
constexpr bool IsCommonIdeograph(char32_t c) { return c >= 0x4E36 && c <= 0x9FFF; }

enum class PageKind : uint8_t { kOther, kIdeograph, kLetter, kNumber };
// The same three in one answer, most frequent first.
constexpr PageKind PageKindOf(char32_t c) {
  if (IsCommonIdeograph(c)) return PageKind::kIdeograph;
  if (c >= U'a' && c <= U'z') return PageKind::kLetter;
  if (c <= U' ') return PageKind::kOther;
  if (IsDigit(c)) return PageKind::kNumber;
  if (IsIdeograph(c)) return PageKind::kIdeograph;
  return IsLatin(c) ? PageKind::kLetter : PageKind::kOther;
}

constexpr bool IsOpening(char32_t c) {
  return c == U'(' || c == U'[' || c == U'【' || c == U'〔' || c == U'<';
}
constexpr bool IsClosing(char32_t c) {
  return c == U')' || c == U']' || c == U'】' || c == U'〕' || c == U'>';
}
constexpr bool IsQuote(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'”' || c == U'’' || c == U'“' || c == U'‘' ||
         c == U'」' || c == U'』';
}

// Ends a sentence by itself; '.' does so only where no word goes on behind it (see EndsSentence).
constexpr bool IsStop(char32_t c) {
  return c == U'。' || c == U'!' || c == U'?' || c == U';' || c == U'｡';
}

constexpr bool IsComma(char32_t c) { return c == U',' || c == U'、' || c == U'，'; }

// Stands between the entries of a menu or the steps of a breadcrumb.
constexpr bool IsSeparator(char32_t c) {
  switch (c) {
    case U'|':
    case U'丨':
    case U'>':
    case U'»':
    case U'›':
    case U'/':
    case U'·':
    case U'•':
    case U'┊':
    case U'│':
    case U'→':
    case U'・':
    case U'∣':
    case U'¦':
      return true;
    default:
      return false;
  }
}

// Begins an entry of a list.
constexpr bool IsBullet(char32_t c) {
  switch (c) {
    case U'·':
    case U'•':
    case U'・':
    case U'-':
    case U'*':
    case U'○':
    case U'●':
    case U'■':
    case U'□':
    case U'◆':
    case U'◇':
    case U'▪':
    case U'▫':
    case U'★':
    case U'☆':
    case U'▶':
    case U'►':
    case U'▲':
    case U'△':
    case U'◎':
    case U'>':
    case U'»':
    case U'›':
    case U'√':
    case U'※':
    case U'–':
    case U'—':
      return true;
    default:
      return false;
  }
}

// What a folded character is to the rules that count and step; no character is two of them.
enum class PageMark : uint8_t {
  kNone,
  kIdeograph,  // IsIdeograph
  kLetter,     // IsLatin
  kDigit,      // IsDigit
  kSpace,      // ' '
  kNewline,    // '\n'
  kComma,      // IsComma
  kStop,       // IsStop and '.'
  kPart,       // IsSeparator and '-'
};

constexpr PageMark MarkOf(char32_t c) {
  switch (PageKindOf(c)) {
    case PageKind::kIdeograph:
      return PageMark::kIdeograph;
    case PageKind::kLetter:
      return PageMark::kLetter;
    case PageKind::kNumber:
      return PageMark::kDigit;
    case PageKind::kOther:
      break;
  }
  if (c == U' ') return PageMark::kSpace;
  if (c == U'\n') return PageMark::kNewline;
  if (IsComma(c)) return PageMark::kComma;
  if (IsStop(c) || c == U'.') return PageMark::kStop;
  return IsSeparator(c) || c == U'-' ? PageMark::kPart : PageMark::kNone;
}

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_PAGE_CHARACTERS_H_
