// Which places of a page may begin a word of a table, 64 of them at a time, by the first two
// characters.
//
//   WordPlaces places;
//   places.Add(word);
//   uint64_t begin_here = places.MayBegin(chars);  // bit i: chars[i]
//
// Accuracy: no place of a word is missed; of others one in some thirty passes for a thousand words.
// Cost: some two instructions a place on machines with wide vectors. Threads: const after Add.
#ifndef WIRECOPY_TEXT_WORD_PLACES_H_
#define WIRECOPY_TEXT_WORD_PLACES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wirecopy {

class WordPlaces {
 public:
  static constexpr size_t kSlots = 1 << 15;

  // Where words that begin with two characters are kept; the second is 0 for words of one.
  static constexpr uint32_t SlotOf(char32_t first, char32_t second) {
    return ((first * kFirstFactor) ^ (second * kSecondFactor)) >> 17;
  }
  static constexpr uint32_t SlotOf(std::u32string_view word) {
    return SlotOf(word[0], word.size() > 1 ? word[1] : U'\0');
  }

  // REQUIRES: not empty.
  void Add(std::u32string_view word) {
    const uint32_t slot = SlotOf(word);
    used_[slot / 32] |= 1u << (slot % 32);
  }

  // REQUIRES: 65 characters can be read; 0 behind the last of a text.
  uint64_t MayBegin(const char32_t* chars) const;

  static constexpr uint32_t kFirstFactor = 0x9E3779B1;
  static constexpr uint32_t kSecondFactor = 0x85EBCA77;

 private:
  std::array<uint32_t, kSlots / 32> used_ = {};  // a bit a slot
};

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_WORD_PLACES_H_
