#include <string_view>

#include "wirecopy/text/pinyin.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

struct Letter {
  char base = 0;  // 0: no letter of a syllable
  uint8_t tone = 0;
};

Letter LetterOf(char32_t c) {
  if (c >= U'a' && c <= U'z') return {static_cast<char>(c), 0};
  if (c < U'à' || c > U'ɡ') return {};  // the least and the greatest of those below
  constexpr std::u32string_view kToned = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";
  if (const size_t place = kToned.find(c); place != kToned.npos) {
    return {"aeiouv"[place / 4], static_cast<uint8_t>(place % 4 + 1)};
  }
  constexpr std::u32string_view kBreve = U"ăĕĭŏŭ";
  if (const size_t place = kBreve.find(c); place != kBreve.npos) return {"aeiou"[place], 3};
  if (c == U'ü') return {'v', 0};
  if (c == U'ɑ') return {'a', 0};
  if (c == U'ɡ') return {'g', 0};
  return {};
}

// The tone of a combining mark; 0: none.
uint8_t ToneOf(char32_t mark) {
  switch (mark) {
    case 0x304:
      return 1;
    case 0x301:
      return 2;
    case 0x30C:
    case 0x306:
      return 3;
    case 0x300:
      return 4;
    default:
      return 0;
  }
}

bool IsVowel(char letter) {
  return std::string_view("aeiouv").find(letter) != std::string_view::npos;
}

}  // namespace

PinyinLetters ReadPinyinLetters(std::string_view text, size_t place) {
  PinyinLetters read;
  const size_t begin = place;
  const auto add_tone = [&](uint8_t tone) {
    if (tone == 0) return;
    read.tone = tone;
    ++read.tones;
  };
  while (place < text.size() && read.count <= PinyinLetters::kMaxLetters) {
    const DecodedCharacter next = DecodeUtf8(text, place);
    const bool after_vowel = read.count > 0 && IsVowel(read.letters[read.count - 1]);
    if (const Letter letter = LetterOf(next.code_point); letter.base) {
      read.letters[read.count++] = letter.base;
      add_tone(letter.tone);
    } else if (after_vowel && next.code_point == 0x308 && read.letters[read.count - 1] == 'u') {
      read.letters[read.count - 1] = 'v';
    } else if (after_vowel && ToneOf(next.code_point) && read.tones < 2) {
      add_tone(ToneOf(next.code_point));
    } else {
      break;
    }
    place += next.size_bytes;
  }
  read.size_bytes = static_cast<uint32_t>(place - begin);
  return read;
}

}  // namespace wirecopy
