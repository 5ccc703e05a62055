#include "wirecopy/background/story_frequencies.h"

#include <algorithm>
#include <bit>

#include "wirecopy/base/huge_pages.h"
#include "wirecopy/model/shingle.h"

namespace wirecopy {
namespace {

constexpr size_t kMaxPlaces = size_t{1} << 29;
constexpr size_t kPlacesPerGroup = 16384;

// Which hashes were met, and which were met again: a filter that lets everything through that
// occurs twice, and a few others (they are counted exactly afterwards).
class SeenTwice {
 public:
  explicit SeenTwice(size_t groups)
      : places_(std::bit_ceil(std::clamp<size_t>(groups * kPlacesPerGroup, 4096, kMaxPlaces))),
        seen_(places_ / kPlacesAWord, 0) {}

  void Prefetch(uint64_t hash) const { __builtin_prefetch(&seen_[WordOf(hash)]); }
  void Add(uint64_t hash) {
    uint64_t& word = seen_[WordOf(hash)];
    const uint64_t once = uint64_t{1} << ShiftOf(hash);
    word |= once | (word & once) << 1;
  }
  bool MayRepeat(uint64_t hash) const { return (seen_[WordOf(hash)] >> ShiftOf(hash)) & 2; }

 private:
  // Two bits a place, side by side: met, and met again.
  static constexpr size_t kPlacesAWord = 32;
  size_t WordOf(uint64_t hash) const { return (hash & (places_ - 1)) / kPlacesAWord; }
  static int ShiftOf(uint64_t hash) { return static_cast<int>(hash % kPlacesAWord) * 2; }

  size_t places_;
  HugePageVector<uint64_t> seen_;
};

// Calls `visit` for each of the hashes, whose places are asked for well before.
template <typename Visit>
void ForEachFetched(std::span<const uint64_t> hashes, const SeenTwice& seen, Visit visit) {
  constexpr size_t kAhead = 24;
  for (size_t i = 0; i < hashes.size(); ++i) {
    if (i + kAhead < hashes.size()) seen.Prefetch(hashes[i + kAhead]);
    visit(hashes[i]);
  }
}

}  // namespace

std::vector<Background::Entry> CountStories(size_t group_count,
                                            const GroupShingles& shingles_of_group) {
  SeenTwice seen(group_count);
  for (size_t group = 0; group < group_count; ++group) {
    ForEachFetched(shingles_of_group(group), seen, [&](uint64_t hash) { seen.Add(hash); });
  }
  std::vector<uint64_t> repeated;
  for (size_t group = 0; group < group_count; ++group) {
    ForEachFetched(shingles_of_group(group), seen, [&](uint64_t hash) {
      if (seen.MayRepeat(hash)) repeated.push_back(hash);
    });
  }
  SortHashes(repeated);
  std::vector<Background::Entry> entries;
  for (size_t i = 0; i < repeated.size();) {
    size_t end = i;
    while (end < repeated.size() && repeated[end] == repeated[i]) ++end;
    if (end - i >= 2) entries.push_back({repeated[i], static_cast<uint32_t>(end - i)});
    i = end;
  }
  return entries;
}

}  // namespace wirecopy
