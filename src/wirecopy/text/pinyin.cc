#include "wirecopy/text/pinyin.h"

namespace wirecopy {

namespace {

// Letters, 0 behind them, as a number that sorts as they do.
uint64_t KeyOf(const char (&letters)[8]) {
  uint64_t key = 0;
  for (const char letter : letters) key = key << 8 | static_cast<unsigned char>(letter);
  return key;
}

// The first syllable that is not before `key`, without a branch that depends on it.
size_t LowerBound(uint64_t key) {
  size_t first = 0;
  for (size_t left = pinyin::kSyllableCount; left > 0;) {
    const size_t half = (left + 1) / 2;
    first += KeyOf(pinyin::kSyllables[first + half - 1]) < key ? half : 0;
    left -= half;
  }
  return first;
}

}  // namespace

PinyinSyllable ReadPinyin(std::string_view text, size_t place) {
  const PinyinLetters read = ReadPinyinLetters(text, place);
  if (read.count == 0 || read.count > PinyinLetters::kMaxLetters || read.tones > 1) return {};
  const uint64_t key = KeyOf(read.letters);
  const size_t found = LowerBound(key);
  if (found == pinyin::kSyllableCount || KeyOf(pinyin::kSyllables[found]) != key) return {};
  return {static_cast<uint16_t>(found + 1), read.tone, read.count, read.size_bytes};
}

bool IsReadingOf(const PinyinSyllable& syllable, char32_t folded) {
  return folded >= pinyin::kFirstHan && folded <= pinyin::kLastHan && syllable.number != 0 &&
         pinyin::kSyllableOfHan[folded - pinyin::kFirstHan] == syllable.number;
}

std::span<const AnnotatedCharacter> AllAnnotated() {
  return {pinyin::kAnnotated, pinyin::kAnnotatedCount};
}

}  // namespace wirecopy
