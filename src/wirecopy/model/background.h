// What a corpus teaches: in how many distinct stories a shingle occurs, and which passages recur
// over the pages of an outlet. Immutable; learnt by background/, used by sketching and by the
// judge.
//
//   Background learnt(stories, entries, outlet_shingles, &DefaultBackground());
//
// A shingle that stands in many stories is a formula and proves little: Bits() falls from
// log2(stories) for a shingle of one story to nearly nothing. Absent means rare.
//
// A background may rest on a prior, what was learnt before. A shingle then has its own count or the
// prior's, whichever is greater, where the prior's is taken down to kPriorStories if it comes from
// more, and fades the more stories were counted here: n stories leave kPriorFades / (kPriorFades +
// n) of it. The outlet furniture is that of both.
//
// Threads: safe from many threads. Lifetime: a prior must outlive what rests on it.
// Source: the story-frequency weight log2(N/sf) * min(1, 3/sf); docs/algorithms.md.
#ifndef WIRECOPY_MODEL_BACKGROUND_H_
#define WIRECOPY_MODEL_BACKGROUND_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "wirecopy/base/export.h"
#include "wirecopy/base/huge_pages.h"
#include "wirecopy/model/token.h"

namespace wirecopy {

class PackedFrequencies;

class WIRECOPY_EXPORT Background {
 public:
  // Of fewer stories nobody can tell what is rare: Bits() takes this many at least.
  static constexpr uint64_t kLeastStories = 1 << 14;
  static constexpr uint64_t kPriorStories = 1 << 15;
  static constexpr uint64_t kPriorFades = 1 << 12;

  // A background that knows nothing: every shingle is rare.
  Background() = default;

  struct Entry {
    uint64_t shingle = 0;
    uint32_t stories = 0;  // in how many distinct stories it occurs

    bool operator==(const Entry&) const = default;
  };
  // `story_count`: how many stories were counted. `outlet_shingles`: OutletKey() values, see below.
  // Both lists in any order, without repetitions. `prior`: null or not owned.
  Background(uint64_t story_count, std::span<const Entry> entries,
             std::span<const uint64_t> outlet_shingles, const Background* prior = nullptr);
  // Counts that lie packed somewhere; not owned.
  explicit Background(const PackedFrequencies* packed);

  // These tell of its own, without the prior.
  uint64_t story_count() const { return story_count_; }
  size_t entry_count() const;
  size_t outlet_shingle_count() const { return outlet_shingles_.size(); }
  // By shingle, and sorted; packed counts are not listed.
  std::vector<Entry> Entries() const;
  const std::vector<uint64_t>& outlet_shingles() const { return outlet_shingles_; }

  const Background* prior() const { return prior_; }
  bool KnowsFurniture() const {
    return !outlet_shingles_.empty() || (prior_ != nullptr && prior_->KnowsFurniture());
  }

  // What its tables take in memory, those of the prior and packed ones left out.
  uint64_t held_bytes() const {
    return 8 * (table_.size() + filter_.size() + outlet_table_.size() + outlet_filter_.size() +
                shingles_.size() + outlet_shingles_.size() + bits_.size()) +
           4 * table_stories_.size();
  }

  // How many stories hold the shingle; 1 for a shingle it has not seen. Cost: one probe, and one
  // of the prior.
  uint32_t StoryFrequency(uint64_t shingle) const;
  // The same for many, in their order. Cost: less than half of as many single probes, as their
  // memory is fetched together.
  std::vector<uint32_t> StoryFrequencies(std::span<const uint64_t> shingles) const;
  // Information of a shingle of that frequency, in bits, >= 0.
  double Bits(uint32_t story_frequency) const;

  // Whether the outlet's pages repeat this shingle as furniture.
  bool IsOutletFurniture(uint64_t outlet, uint64_t shingle) const;
  // The same for many, in their order: not 0 where it does. Cost: a few cycles each.
  std::vector<uint8_t> AreOutletFurniture(uint64_t outlet,
                                          std::span<const uint64_t> shingles) const;
  static uint64_t OutletKey(uint64_t outlet, uint64_t shingle) {
    return MixHash(outlet ^ MixHash(shingle));
  }

  // A hash of everything above; 0 for the empty background, the prior's for an empty one that rests
  // on it.
  uint64_t fingerprint() const { return fingerprint_; }

 private:
  void FillTables(std::span<const Entry> sorted);
  void FillOutletTable();
  void FillBits();
  uint32_t OwnFrequency(uint64_t shingle) const;
  void AddOwnFrequencies(std::span<const uint64_t> shingles, std::span<uint32_t> frequencies) const;
  // 0 where neither it nor its prior knows the shingle.
  uint32_t KnownFrequency(uint64_t shingle) const;
  std::vector<uint32_t> KnownFrequencies(std::span<const uint64_t> shingles) const;
  uint32_t Faded(uint32_t prior_frequency) const {
    return static_cast<uint32_t>(prior_weight_ * prior_frequency);
  }

  const Background* prior_ = nullptr;
  double prior_weight_ = 0;
  const PackedFrequencies* packed_ = nullptr;
  uint64_t story_count_ = 0;
  // Open addressing, power-of-two size, 0 = free. In front of each table a filter with one bit for
  // each key in it: most look-ups end there, in memory small enough for a cache.
  HugePageVector<uint64_t> table_;
  HugePageVector<uint32_t> table_stories_;
  HugePageVector<uint64_t> filter_;
  HugePageVector<uint64_t> outlet_table_;
  HugePageVector<uint64_t> outlet_filter_;
  std::vector<double> bits_;               // Bits() of the first frequencies
  std::vector<uint64_t> shingles_;         // sorted, for saving
  std::vector<uint64_t> outlet_shingles_;  // sorted, for saving
  uint64_t fingerprint_ = 0;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_BACKGROUND_H_
