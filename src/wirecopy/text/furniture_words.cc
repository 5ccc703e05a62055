#include "wirecopy/text/furniture_words.h"

#include <algorithm>
#include <array>
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

// The words by a hash of how they begin: with a run of letters, which is then the text's run too
// (Latin words are whole), else with their first two characters or the only one. Nearly every place
// of a text is turned away by one look at the filter.
class WordIndex {
 public:
  WordIndex() {
    for (const WordGroup& group : kWordGroups) AddGroup(group);
    std::ranges::sort(entries_, [](const WordEntry& a, const WordEntry& b) {
      return std::tie(a.slot, a.word) < std::tie(b.slot, b.word);
    });
    MergeEqualWords();
    for (size_t i = entries_.size(); i-- > 0;) {
      starts_[entries_[i].slot] = static_cast<uint16_t>(i);
      used_.set(entries_[i].slot);
    }
  }

  // The longest word at `at`, where the letters `at` begins with, if it does, end at `letters_end`;
  // nullptr without one.
  const WordEntry* LongestAt(std::u32string_view text, size_t at, size_t letters_end) const {
    if (letters_end > at) {
      const uint32_t slot = SlotOfRun(text.substr(at, letters_end - at));
      return used_.test(slot) ? LongestIn(slot, text.substr(at), nullptr) : nullptr;
    }
    const uint32_t alone = SlotOfPair(text[at], U'\0');
    const uint32_t pair = at + 1 < text.size() ? SlotOfPair(text[at], text[at + 1]) : alone;
    const bool alone_used = used_.test(alone), pair_used = used_.test(pair);
    if (!(alone_used | pair_used)) return nullptr;
    const WordEntry* single = alone_used ? LongestIn(alone, text.substr(at), nullptr) : nullptr;
    return pair_used ? LongestIn(pair, text.substr(at), single) : single;
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

  // REQUIRES: the slot is used. The longest of its words that `rest` begins with, if it is longer
  // than `longest`.
  const WordEntry* LongestIn(uint32_t slot, std::u32string_view rest,
                             const WordEntry* longest) const {
    for (size_t i = starts_[slot]; i < entries_.size() && entries_[i].slot == slot; ++i) {
      const std::u32string_view word = entries_[i].word;
      const bool longer = longest == nullptr || word.size() > longest->word.size();
      if (longer && rest.starts_with(word) && EndsWhole(rest, word)) longest = &entries_[i];
    }
    return longest;
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
};

}  // namespace

std::vector<WordHit> FindFurnitureWords(std::u32string_view text) {
  static const WordIndex& index = *new WordIndex;
  std::vector<WordHit> hits;
  for (size_t i = 0; i < text.size();) {
    const size_t letters_end = EndOfLetters(text, i);
    const WordEntry* entry = index.LongestAt(text, i, letters_end);
    if (entry == nullptr) {
      i = std::max(letters_end, i + 1);
      continue;
    }
    const size_t end = i + entry->word.size();
    hits.push_back(
        {static_cast<uint32_t>(i), static_cast<uint32_t>(end), entry->classes, entry->units});
    i = end;
  }
  return hits;
}

}  // namespace wirecopy
