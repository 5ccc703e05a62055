// Syllables of Mandarin in Latin letters, as they are injected behind Han characters: 領(lǐng),
// 會(huì ), 日(ri).
//
//   PinyinSyllable syllable = ReadPinyin(text, place);      // .number 0: no syllable there
//   bool right = IsReadingOf(syllable, U'领');
//
// Letters are lower case; tones may be written with combining marks, a caron as a breve.
// Cost: constant, at most eight characters are looked at. Threads: pure functions.
// Source: syllables and readings are ICU's Han-Latin, the annotated characters
// data/annotated_readings.tsv, both written at build time by damage_tables_generator.
#ifndef WIRECOPY_TEXT_PINYIN_H_
#define WIRECOPY_TEXT_PINYIN_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace wirecopy {

// Letters that may be a syllable; 'v' stands for ü.
struct PinyinLetters {
  static constexpr size_t kMaxLetters = 6;
  char letters[kMaxLetters + 2] = {};
  uint8_t count = 0;
  uint8_t tone = 0;   // 1 to 4; 0: none seen
  uint8_t tones = 0;  // vowels with a tone mark
  uint32_t size_bytes = 0;

  std::string_view Letters() const { return {letters, count}; }
};

// The run of letters at `place`, up to one more than a syllable can have; needs no tables.
PinyinLetters ReadPinyinLetters(std::string_view text, size_t place);

struct PinyinSyllable {
  uint16_t number = 0;  // 1 to pinyin::kSyllableCount; 0: no syllable
  uint8_t tone = 0;     // 1 to 4; 0: toneless
  uint8_t letters = 0;
  uint32_t size_bytes = 0;
};

// The syllable that the letters at `place` are, from the first to the last of them.
PinyinSyllable ReadPinyin(std::string_view text, size_t place);

// Whether the folded character is commonly read so; tones do not count.
bool IsReadingOf(const PinyinSyllable& syllable, char32_t folded);

// A character that damaged pages annotate.
struct AnnotatedCharacter {
  uint16_t gbk = 0;
  uint16_t syllable = 0;
  uint8_t tone = 0;
};

// Sorted by code; a character with two readings stands there twice.
std::span<const AnnotatedCharacter> AllAnnotated();

namespace pinyin {
inline constexpr char32_t kFirstHan = 0x3400;
inline constexpr char32_t kLastHan = 0x9FFF;
extern const char kSyllables[][8];
extern const size_t kSyllableCount;
extern const uint16_t kSyllableOfHan[];
extern const AnnotatedCharacter kAnnotated[];
extern const size_t kAnnotatedCount;
}  // namespace pinyin

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_PINYIN_H_
