// Story frequencies of very many shingles in few bytes, used where they lie: what a library can
// carry in its read-only data, so that nothing is read or built at start-up.
//
//   std::string bytes = PackFrequencies({.story_count = n, .least_stories = 4, ...}, entries);
//   WIRECOPY_ASSIGN_OR_RETURN(PackedFrequencies packed, PackedFrequencies::Create(bytes));
//   packed.StoryFrequency(shingle);  // 0: not held
//
// Accuracy: a shingle is kept by 40 bits of its hash, so one that is not held is taken for one that
// is about once in 2^40 / entries look-ups. Frequencies up to 200 are exact, greater ones rounded
// down by up to 11 %.
// Cost: 4 bytes a shingle and 256 KiB; a look-up reads two places. Threads: const and safe from
// many. Lifetime: a view, the bytes must outlive it. Stability: the layout is a stored format
// (docs/formats/background.md); little-endian hosts only.
#ifndef WIRECOPY_MODEL_PACKED_FREQUENCIES_H_
#define WIRECOPY_MODEL_PACKED_FREQUENCIES_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "wirecopy/model/background.h"

namespace wirecopy {

struct PackedSummary {
  uint64_t story_count = 0;    // that were counted
  uint32_t least_stories = 2;  // a shingle of fewer is not held
};

// The same entries in any order give the same bytes. REQUIRES: no shingle occurs twice; fewer than
// 2^32 entries.
std::string PackFrequencies(const PackedSummary& summary,
                            std::span<const Background::Entry> entries);

class PackedFrequencies {
 public:
  // DataLoss: not PackFrequencies' bytes. Unimplemented: of another format or shingle version.
  // Checks the head and the length only, see IsWhole. Cost: none to speak of. REQUIRES: bytes begin
  // at a multiple of 4.
  static absl::StatusOr<PackedFrequencies> Create(std::string_view bytes);
  PackedFrequencies(PackedFrequencies&&) noexcept;
  PackedFrequencies& operator=(PackedFrequencies&&) noexcept;
  ~PackedFrequencies();

  // Whether the checksum holds and every bucket lies within the entries. Cost: linear.
  bool IsWhole() const;

  uint64_t story_count() const { return story_count_; }
  uint32_t least_stories() const { return least_stories_; }
  uint32_t entry_count() const { return offsets_[kBuckets]; }
  uint64_t fingerprint() const { return fingerprint_; }  // the checksum

  // 0 where the shingle is not held.
  uint32_t StoryFrequency(uint64_t shingle) const;
  // Adds them to `frequencies`. Cost: less than half of as many single look-ups; after the first
  // entry_count() / 2, one pass over the entries once. REQUIRES: equal sizes.
  void AddStoryFrequencies(std::span<const uint64_t> shingles,
                           std::span<uint32_t> frequencies) const;

 private:
  static constexpr uint32_t kBuckets = 1 << 16;
  struct Filter;
  PackedFrequencies();
  const Filter* FilterFor(size_t shingles) const;

  std::string_view bytes_;
  const uint32_t* offsets_ = nullptr;  // kBuckets + 1, by the top 16 bits of a shingle
  // The next 24 bits of a shingle above 8 bits that stand for its frequency; a bucket is sorted.
  const uint32_t* entries_ = nullptr;
  std::unique_ptr<Filter> filter_;
  uint64_t story_count_ = 0;
  uint64_t fingerprint_ = 0;
  uint32_t least_stories_ = 0;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_PACKED_FREQUENCIES_H_
