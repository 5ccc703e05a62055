#include "wirecopy/text/pinyin.h"

#include <algorithm>

namespace wirecopy {

PinyinSyllable ReadPinyin(std::string_view text, size_t place) {
  const PinyinLetters read = ReadPinyinLetters(text, place);
  if (read.count == 0 || read.count > PinyinLetters::kMaxLetters || read.tones > 1) return {};
  const std::span<const char[8]> syllables(pinyin::kSyllables, pinyin::kSyllableCount);
  const auto found = std::lower_bound(
      syllables.begin(), syllables.end(), read.Letters(),
      [](const char* syllable, std::string_view wanted) { return syllable < wanted; });
  if (found == syllables.end() || *found != read.Letters()) return {};
  return {static_cast<uint16_t>(found - syllables.begin() + 1), read.tone, read.count,
          read.size_bytes};
}

bool IsReadingOf(const PinyinSyllable& syllable, char32_t folded) {
  return folded >= pinyin::kFirstHan && folded <= pinyin::kLastHan && syllable.number != 0 &&
         pinyin::kSyllableOfHan[folded - pinyin::kFirstHan] == syllable.number;
}

std::span<const AnnotatedCharacter> AllAnnotated() {
  return {pinyin::kAnnotated, pinyin::kAnnotatedCount};
}

}  // namespace wirecopy
