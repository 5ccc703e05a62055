#include "wirecopy/text/furniture_words.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <tuple>
#include <utility>

#include "wirecopy/text/furniture_word_groups.h"
#include "wirecopy/text/page_characters.h"
#include "wirecopy/text/page_pieces.h"
#include "wirecopy/text/word_places.h"

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

// Turns nearly every run of letters away at little cost: by the first, the last and how many.
class RunFilter {
 public:
  // REQUIRES: not empty.
  void Add(std::u32string_view letters) { runs_.set(SlotOf(letters)); }
  bool MayBegin(std::u32string_view letters) const { return runs_.test(SlotOf(letters)); }

 private:
  static size_t SlotOf(std::u32string_view letters) {
    return (letters.front() & 31) << 10 | (letters.back() & 31) << 5 |
           std::min<size_t>(letters.size(), 31);
  }

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
    starts_.fill(kNone);
    for (size_t i = entries_.size(); i-- > 0;) {
      starts_[entries_[i].slot] = static_cast<uint16_t>(i);
      const std::u32string_view word = entries_[i].word;
      if (const size_t letters = EndOfLetters(word, 0); letters > 0)
        runs_.Add(word.substr(0, letters));
      else
        places_.Add(word);
    }
  }

  // Where of 64 places a word may begin, if no letter stands there.
  const WordPlaces& places() const { return places_; }
  const RunFilter& runs() const { return runs_; }

  // The longest word at `at`, where no letter stands; nullptr without one.
  const WordEntry* LongestAt(std::u32string_view text, size_t at) const {
    const std::u32string_view rest = text.substr(at);
    if (rest.size() > 1) {
      if (const WordEntry* entry = LongestIn(WordPlaces::SlotOf(rest[0], rest[1]), rest))
        return entry;
    }
    return LongestIn(WordPlaces::SlotOf(rest[0], U'\0'), rest);
  }

  // The longest word that begins with the run of letters text[at, letters_end).
  const WordEntry* LongestAtLetters(std::u32string_view text, size_t at, size_t letters_end) const {
    return LongestIn(SlotOfRun(text.substr(at, letters_end - at)), text.substr(at));
  }

 private:
  static constexpr uint16_t kNone = 0xFFFF;

  static uint32_t SlotOfRun(std::u32string_view letters) {
    uint32_t hash = 0;
    for (char32_t c : letters) hash = (hash ^ c) * 0x9E3779B1u;
    return hash >> 17;
  }
  static uint32_t SlotOf(std::u32string_view word) {
    const size_t letters = EndOfLetters(word, 0);
    if (letters > 0) return SlotOfRun(word.substr(0, letters));
    return WordPlaces::SlotOf(word);
  }

  static bool EndsWhole(std::u32string_view text, std::u32string_view word) {
    return !IsLatin(word.back()) || word.size() == text.size() || !IsLatin(text[word.size()]);
  }

  // The longest of a slot's words that `rest` begins with.
  const WordEntry* LongestIn(uint32_t slot, std::u32string_view rest) const {
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
  std::array<uint16_t, WordPlaces::kSlots> starts_;  // the first word of a slot; kNone
  WordPlaces places_;
  RunFilter runs_;
};

using LastBlock = std::array<char32_t, 65>;

// text[first] with 64 characters behind it; at the end of the text from a copy, 0 behind it.
const char32_t* Readable(std::u32string_view text, size_t first, LastBlock& last) {
  if (first + last.size() <= text.size()) return text.data() + first;
  last.fill(U'\0');
  text.copy(last.data(), last.size(), first);
  return last.data();
}

}  // namespace

std::vector<WordHit> FindFurnitureWords(std::u32string_view text) {
  return FindFurnitureWords(text, PageMarks(text));
}

std::vector<WordHit> FindFurnitureWords(std::u32string_view text, const PageMarks& marks) {
  static const WordIndex& index = *new WordIndex;
  constexpr size_t kUsualHits = 64;
  std::vector<WordHit> hits;
  hits.reserve(kUsualHits);
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
    if (index.runs().MayBegin(text.substr(at, end - at)))
      take(index.LongestAtLetters(text, at, end), at);
  };
  uint64_t letter_before = 0;
  LastBlock last;
  marks.ForEachBlock(0, text.size(), [&](size_t first, const PageMarks::Block& block) {
    uint64_t places = block.ideographs | block.digits;
    if (places != 0) places &= index.places().MayBegin(Readable(text, first, last));
    ForEachBit(first, places | RunStarts(block.letters, letter_before), look_at);
  });
  return hits;
}

}  // namespace wirecopy
