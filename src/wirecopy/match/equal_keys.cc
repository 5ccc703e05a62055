#include "wirecopy/match/equal_keys.h"

#include <algorithm>
#include <bit>

#include "wirecopy/base/radix_sort.h"

namespace wirecopy {
namespace {

constexpr size_t kBitsPerKey = 8;  // at most every eighth bit is set: so few singles survive

bool KeyLess(const KeyedArticle& a, const KeyedArticle& b) { return a.key < b.key; }

// The radix sort saw only the low bits: where different keys met in them, they still stand mixed.
void SeparateMixed(std::vector<KeyedArticle>& entries, uint64_t mask) {
  for (size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    bool mixed = false;
    for (end = begin + 1; end < entries.size(); ++end) {
      if ((entries[end].key & mask) != (entries[begin].key & mask)) break;
      mixed |= entries[end].key != entries[begin].key;
    }
    if (mixed) std::stable_sort(entries.begin() + begin, entries.begin() + end, KeyLess);
  }
}

}  // namespace

void KeyGrouper::DropSingles(std::vector<KeyedArticle>& entries) {
  // A word for "seen" beside a word for "seen again", so that a key touches one cache line.
  const size_t words = std::bit_ceil(std::max<size_t>(entries.size() * kBitsPerKey / 64, 1));
  seen_.assign(2 * words, 0);
  auto place = [&](uint64_t key) { return 2 * (key >> 6 & (words - 1)); };
  for (const KeyedArticle& entry : entries) {
    const uint64_t bit = uint64_t{1} << (entry.key & 63);
    uint64_t* word = &seen_[place(entry.key)];
    word[1] |= word[0] & bit;
    word[0] |= bit;
  }
  size_t kept = 0;
  for (const KeyedArticle& entry : entries) {
    const bool again = seen_[place(entry.key) + 1] >> (entry.key & 63) & 1;
    entries[kept] = entry;
    kept += again;
  }
  entries.resize(kept);
}

void KeyGrouper::Group(std::vector<KeyedArticle>& entries, Buckets& buckets) {
  DropSingles(entries);
  const int digits = (std::bit_width(entries.size()) + 10 + kRadixBits - 1) / kRadixBits;
  const int bits = std::min(digits * kRadixBits, 64);
  RadixSort(entries, scratch_, bits, [](const KeyedArticle& entry) { return entry.key; });
  SeparateMixed(entries, bits == 64 ? ~uint64_t{0} : (uint64_t{1} << bits) - 1);
  for (size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    for (end = begin + 1; end < entries.size() && entries[end].key == entries[begin].key;) ++end;
    if (end - begin < 2) continue;
    for (size_t i = begin; i < end; ++i) buckets.articles.push_back(entries[i].article);
    buckets.sizes.push_back(static_cast<uint32_t>(end - begin));
  }
}

}  // namespace wirecopy
