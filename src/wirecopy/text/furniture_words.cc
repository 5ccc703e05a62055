#include "wirecopy/text/furniture_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <tuple>
#include <utility>

#include "wirecopy/text/furniture_word_groups.h"
#include "wirecopy/text/page_characters.h"
#include "wirecopy/text/page_pieces.h"

namespace wirecopy {
namespace {

struct WordEntry {
  std::u32string_view word;
  uint32_t classes = 0;
  uint32_t units = 0;
  uint32_t slot = 0;
};

// The end of the Latin letters at `at`.
size_t EndOfLetters(std::u32string_view text, size_t at) {
  while (at < text.size() && IsLatin(text[at])) ++at;
  return at;
}

// Turns nearly every place of a text away at little cost.
//
// Where no letter stands: by what the place and the next hold. The words are dealt to a few lots by
// their first character; a character knows the lots it begins words of and the lots it is second
// in. Words begin with an ideograph or a digit there. Letters: by the first, the last and how many.
class PlaceFilter {
 public:
  void Add(std::u32string_view word, size_t letters) {
    if (letters > 0) {
      runs_.set(RunSlot(word.substr(0, letters)));
      return;
    }
    const uint32_t lot = word.size() == 1 ? kAlone : 1u << (word[0] % kLots);
    lots_[LotsSlot(word[0])] |= static_cast<uint16_t>(lot);
    if (word.size() > 1) lots_[LotsSlot(word[1])] |= static_cast<uint16_t>(lot << 8);
  }

  // Those of `places`, a bit each from text[first] on, where a word may begin.
  // REQUIRES: no letters stand there.
  uint64_t MayBegin(std::u32string_view text, size_t first, uint64_t places) const {
    if (places == 0) return 0;
    const size_t begin = static_cast<size_t>(std::countr_zero(places));
    const size_t end = 64 - static_cast<size_t>(std::countl_zero(places));
    uint64_t found = 0;
    uint32_t here = lots_[LotsSlot(text[first + begin])];
    for (size_t i = begin; i < end; ++i) {
      const uint32_t next = first + i + 1 < text.size() ? lots_[LotsSlot(text[first + i + 1])] : 0;
      found |= uint64_t{(here & (next >> 8 | kAlone)) != 0} << i;
      here = next & 0xFF;
    }
    return found & places;
  }

  // REQUIRES: not empty.
  bool MayBegin(std::u32string_view letters) const { return runs_.test(RunSlot(letters)); }

 private:
  static constexpr uint32_t kLots = 7;
  static constexpr uint32_t kAlone = 1u << kLots;  // a word of one character

  static size_t LotsSlot(char32_t c) { return c & 0xFFFF; }
  static size_t RunSlot(std::u32string_view letters) {
    return (letters.front() & 31) << 10 | (letters.back() & 31) << 5 |
           std::min<size_t>(letters.size(), 31);
  }

  std::array<uint16_t, 0x10000> lots_ = {};  // low byte: begins words of; high: second in
  std::bitset<1 << 15> runs_;
};

// The words by a hash of how they begin: with a run of letters, which is then the text's run too
// (Latin words are whole), else with their first two characters or the only one.
class WordIndex {
 public:
  WordIndex() {
    for (const WordGroup& group : kWordGroups) AddGroup(group);
    std::ranges::sort(entries_, [](const WordEntry& a, const WordEntry& b) {
      const size_t a_size = a.word.size(), b_size = b.word.size();  // the longest first
      return std::tie(a.slot, b_size, a.word) < std::tie(b.slot, a_size, b.word);
    });
    MergeEqualWords();
    for (size_t i = entries_.size(); i-- > 0;) {
      starts_[entries_[i].slot] = static_cast<uint16_t>(i);
      used_.set(entries_[i].slot);
      filter_.Add(entries_[i].word, EndOfLetters(entries_[i].word, 0));
    }
  }

  const PlaceFilter& filter() const { return filter_; }

  // The longest word at `at`, where no letter stands; nullptr without one.
  const WordEntry* LongestAt(std::u32string_view text, size_t at) const {
    const std::u32string_view rest = text.substr(at);
    if (rest.size() > 1) {
      if (const WordEntry* entry = LongestIn(SlotOfPair(rest[0], rest[1]), rest)) return entry;
    }
    return LongestIn(SlotOfPair(rest[0], U'\0'), rest);
  }

  // The longest word that begins with the run of letters text[at, letters_end).
  const WordEntry* LongestAtLetters(std::u32string_view text, size_t at, size_t letters_end) const {
    return LongestIn(SlotOfRun(text.substr(at, letters_end - at)), text.substr(at));
  }

 private:
  static constexpr size_t kSlots = 1 << 15;

  static uint32_t SlotOfPair(char32_t first, char32_t second) {
    return ((first * 0x9E3779B1u) ^ (second * 0x85EBCA77u)) >> 17;
  }
  static uint32_t SlotOfRun(std::u32string_view letters) {
    uint32_t hash = 0;
    for (char32_t c : letters) hash = (hash ^ c) * 0x9E3779B1u;
    return hash >> 17;
  }
  static uint32_t SlotOf(std::u32string_view word) {
    const size_t letters = EndOfLetters(word, 0);
    if (letters > 0) return SlotOfRun(word.substr(0, letters));
    return SlotOfPair(word[0], word.size() > 1 ? word[1] : U'\0');
  }

  static bool EndsWhole(std::u32string_view text, std::u32string_view word) {
    return !IsLatin(word.back()) || word.size() == text.size() || !IsLatin(text[word.size()]);
  }

  // The longest of a slot's words that `rest` begins with.
  const WordEntry* LongestIn(uint32_t slot, std::u32string_view rest) const {
    if (!used_.test(slot)) return nullptr;
    for (size_t i = starts_[slot]; i < entries_.size() && entries_[i].slot == slot; ++i) {
      const std::u32string_view word = entries_[i].word;
      if (rest.starts_with(word) && EndsWhole(rest, word)) return &entries_[i];
    }
    return nullptr;
  }

  void AddGroup(const WordGroup& group) {
    std::u32string_view rest = group.words;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find(U'|'), rest.size());
      const std::u32string_view word = rest.substr(0, end);
      if (end > 0) entries_.push_back({word, group.classes, CountUnits(word), SlotOf(word)});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void MergeEqualWords() {
    size_t kept = 0;
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (kept > 0 && entries_[kept - 1].word == entries_[i].word) {
        entries_[kept - 1].classes |= entries_[i].classes;
      } else {
        entries_[kept++] = entries_[i];
      }
    }
    entries_.resize(kept);
  }

  std::vector<WordEntry> entries_;
  std::array<uint16_t, kSlots> starts_ = {};  // the first word of a slot that has one
  std::bitset<kSlots> used_;                  // which slots have words
  PlaceFilter filter_;
};

}  // namespace

std::vector<WordHit> FindFurnitureWords(std::u32string_view text) {
  return FindFurnitureWords(text, PageMarks(text));
}

std::vector<WordHit> FindFurnitureWords(std::u32string_view text, const PageMarks& marks) {
  static const WordIndex& index = *new WordIndex;
  std::vector<WordHit> hits;
  size_t behind = 0;  // the last hit
  const auto take = [&](const WordEntry* entry, size_t at) {
    if (entry == nullptr) return;
    behind = at + entry->word.size();
    hits.push_back(
        {static_cast<uint32_t>(at), static_cast<uint32_t>(behind), entry->classes, entry->units});
  };
  const auto look_at = [&](size_t at) {
    if (at < behind) return;
    if (!IsLatin(text[at])) return take(index.LongestAt(text, at), at);
    const size_t end =
        marks.EndOfRun(at, [](const PageMarks::Block& block) { return block.letters; });
    if (index.filter().MayBegin(text.substr(at, end - at)))
      take(index.LongestAtLetters(text, at, end), at);
  };
  uint64_t letter_before = 0;
  marks.ForEachBlock(0, text.size(), [&](size_t first, const PageMarks::Block& block) {
    const uint64_t places = index.filter().MayBegin(text, first, block.ideographs | block.digits);
    ForEachBit(first, places | RunStarts(block.letters, letter_before), look_at);
  });
  return hits;
}

}  // namespace wirecopy
