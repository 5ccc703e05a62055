// Cuts a folded page into tokens.
//
//   ForEachToken(page.chars, page.marks, visitor);  // visitor.AddCharacters, Add, EndLine
//
// Han, Kana, Hangul: a token a character. Letters: a word a run, apostrophes inside are dropped
// (don't, dont). Digits: a number a run; thousands separators are dropped (12,000 is 12000), that
// is a comma between one to three digits and exactly three. Thai, Lao, Khmer, Myanmar: a token a
// base with its marks, see GraphemeToken. All else: no token.
// Cost: linear. Threads: pure function.
#ifndef WIRECOPY_TEXT_TOKENIZER_H_
#define WIRECOPY_TEXT_TOKENIZER_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "wirecopy/model/token.h"
#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/page_marks.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {

struct PageToken {
  Token token = 0;
  uint32_t begin = 0;  // [begin, end) in the folded page, dropped apostrophes and commas included
  uint32_t end = 0;
};

namespace tokenizer {

inline bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

inline bool IsBasicLetter(char32_t c) { return c >= U'a' && c <= U'z'; }

// The end of the letters, marks and inner apostrophes from `begin`; what counts of them is appended
// to `word`.
inline size_t TakeWord(std::u32string_view chars, size_t begin, std::string& word) {
  size_t i = begin;
  for (; i < chars.size(); ++i) {
    const char32_t c = chars[i];
    const CharClass kind = IsBasicLetter(c) ? CharClass::kLetter : ClassOf(c);
    if (kind == CharClass::kLetter || kind == CharClass::kMark) {
      AppendUtf8(c, word);
    } else if (c != U'\'' || i == begin || i + 1 == chars.size() ||
               ClassOf(chars[i + 1]) != CharClass::kLetter) {
      break;
    }
  }
  return i;
}

// A word as most are: a to z, few enough, and nothing behind it that could belong to it.
struct BasicWord {
  static constexpr size_t kMaxLetters = 24;
  char letters[kMaxLetters];
  size_t size = 0;  // 0: it is no such word

  BasicWord(std::u32string_view chars, size_t begin) {
    const size_t most = std::min(chars.size() - begin, kMaxLetters);
    size_t i = 0;
    for (; i < most && IsBasicLetter(chars[begin + i]); ++i)
      letters[i] = static_cast<char>(chars[begin + i]);
    const bool ends = begin + i == chars.size() ||
                      (i < most && chars[begin + i] < 0x80 && chars[begin + i] != U'\'');
    if (ends) size = i;
  }
};

inline size_t TakeDigits(std::u32string_view chars, size_t begin, std::string& digits) {
  size_t i = begin;
  while (i < chars.size() && IsDigit(chars[i])) digits.push_back(static_cast<char>(chars[i++]));
  return i;
}

inline size_t TakeNumber(std::u32string_view chars, size_t begin, std::string& digits) {
  size_t end = TakeDigits(chars, begin, digits);
  if (end - begin > 3) return end;
  while (end < chars.size() && chars[end] == U',') {
    const size_t size = digits.size();
    const size_t next = TakeDigits(chars.substr(0, end + 5), end + 1, digits);
    if (next - end != 4) {
      digits.resize(size);
      break;
    }
    end = next;
  }
  return end;
}

// A base with its marks, or marks that have no base.
inline size_t TakeGrapheme(std::u32string_view chars, size_t begin, std::string& grapheme) {
  size_t i = begin;
  do {
    AppendUtf8(chars[i++], grapheme);
  } while (i < chars.size() && ClassOf(chars[i]) == CharClass::kMark);
  return i;
}

}  // namespace tokenizer

// Whether a character is a token by itself.
inline bool IsCharacterToken(char32_t c) { return ClassOf(c) == CharClass::kCharacter; }

// `visitor`: AddCharacters(begin, end) for a stretch of characters that are tokens by themselves
// (IsCharacterToken) or none, Add(PageToken) for any other token, EndLine().
// REQUIRES: `marks` are those of `chars`.
template <typename Visitor>
void ForEachToken(std::u32string_view chars, const PageMarks& marks, Visitor& visitor) {
  std::string scratch;
  size_t i = 0;
  const auto give = [&](Token token, size_t end) {
    visitor.Add(PageToken{token, static_cast<uint32_t>(i), static_cast<uint32_t>(end)});
    scratch.clear();
    i = end;
  };
  while (true) {
    i = marks.Next(i,
                   [](const PageMarks::Block& b) { return b.characters | b.of_runs | b.newlines; });
    if (i == chars.size()) break;
    const char32_t c = chars[i];
    switch (IsBasicHan(c) ? CharClass::kCharacter : ClassOf(c)) {
      case CharClass::kCharacter: {
        const size_t begin = i;
        i = marks.Next(i, [](const PageMarks::Block& b) { return b.of_runs | b.newlines; });
        visitor.AddCharacters(static_cast<uint32_t>(begin), static_cast<uint32_t>(i));
        break;
      }
      case CharClass::kLetter: {
        if (const tokenizer::BasicWord word(chars, i); word.size > 0) {
          give(WordToken({word.letters, word.size}), i + word.size);
          break;
        }
        const size_t end = tokenizer::TakeWord(chars, i, scratch);
        give(WordToken(scratch), end);
        break;
      }
      case CharClass::kDigit: {
        const size_t end = tokenizer::TakeNumber(chars, i, scratch);
        give(NumberToken(scratch), end);
        break;
      }
      case CharClass::kGrapheme:
      case CharClass::kMark: {
        const size_t end = tokenizer::TakeGrapheme(chars, i, scratch);
        give(end == i + 1 ? CharacterToken(c) : GraphemeToken(scratch), end);
        break;
      }
      default:  // a new line
        visitor.EndLine();
        ++i;
    }
  }
}

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_TOKENIZER_H_
