// What a corpus teaches: in how many distinct stories a shingle occurs, and which passages recur
// over the pages of an outlet. Immutable; learnt by background/, used by sketching and by the
// judge.
//
// A shingle that stands in many stories is a formula and proves little: Bits() falls from
// log2(stories) for a shingle of one story to nearly nothing. Absent means rare.
//
// Threads: safe from many threads.
// Source: the story-frequency weight log2(N/sf) * min(1, 3/sf); docs/algorithms.md.
#ifndef WIRECOPY_MODEL_BACKGROUND_H_
#define WIRECOPY_MODEL_BACKGROUND_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "wirecopy/base/export.h"
#include "wirecopy/model/token.h"

namespace wirecopy {

class WIRECOPY_EXPORT Background {
 public:
  // A background that knows nothing: every shingle is rare, one of `kUnknownStories` stories.
  Background() = default;

  struct Entry {
    uint64_t shingle = 0;
    uint32_t stories = 0;  // in how many distinct stories it occurs; entries below 2 are not kept
  };
  // `outlet_shingles`: OutletKey() values, see below. Both lists in any order, without repetitions.
  Background(uint64_t story_count, std::span<const Entry> entries,
             std::span<const uint64_t> outlet_shingles);

  uint64_t story_count() const { return story_count_; }
  size_t entry_count() const { return shingles_.size(); }
  size_t outlet_shingle_count() const { return outlet_shingles_.size(); }

  // What its tables take in memory.
  uint64_t held_bytes() const {
    return 8 * (table_.size() + filter_.size() + outlet_table_.size() + outlet_filter_.size() +
                shingles_.size() + outlet_shingles_.size() + bits_.size()) +
           4 * table_stories_.size();
  }

  // How many stories hold the shingle; 1 for a shingle it has not seen. Cost: one probe.
  uint32_t StoryFrequency(uint64_t shingle) const;
  // The same for many, in their order. Cost: less than half of as many single probes, as their
  // memory is fetched together.
  std::vector<uint32_t> StoryFrequencies(std::span<const uint64_t> shingles) const;
  // Information of a shingle of that frequency, in bits, >= 0.
  double Bits(uint32_t story_frequency) const;

  // Whether the outlet's pages repeat this shingle as furniture.
  bool IsOutletFurniture(uint64_t outlet, uint64_t shingle) const;
  static uint64_t OutletKey(uint64_t outlet, uint64_t shingle) {
    return MixHash(outlet ^ MixHash(shingle));
  }

  // A hash of everything above; 0 for the empty background.
  uint64_t fingerprint() const { return fingerprint_; }

 private:
  static constexpr uint64_t kUnknownStories = 1 << 14;
  uint64_t story_count_ = kUnknownStories;
  // Open addressing, power-of-two size, 0 = free. In front of each table a filter with one bit for
  // each key in it: most look-ups end there, in memory small enough for a cache.
  std::vector<uint64_t> table_;
  std::vector<uint32_t> table_stories_;
  std::vector<uint64_t> filter_;
  std::vector<uint64_t> outlet_table_;
  std::vector<uint64_t> outlet_filter_;
  std::vector<double> bits_;               // Bits() of the first frequencies
  std::vector<uint64_t> shingles_;         // sorted, for saving
  std::vector<uint64_t> outlet_shingles_;  // sorted, for saving
  uint64_t fingerprint_ = 0;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_BACKGROUND_H_
