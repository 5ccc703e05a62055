// Where each shingle of a text stands in it.
//
//   const ShingleIndex index(shingles);
//   for (uint32_t at = index.First(shingles, hash); at != ShingleIndex::kNone; at = index.Next(at))
//   …
//
// Cost: built in one pass; a look-up is one probe into a table of 8 bytes a slot, which for an
// ordinary text stays in the first levels of the cache. Memory: 20 to 36 bytes a shingle. Threads:
// not changed after it is built.
#ifndef WIRECOPY_COMPARE_SHINGLE_INDEX_H_
#define WIRECOPY_COMPARE_SHINGLE_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "wirecopy/model/shingle.h"

namespace wirecopy {

class ShingleIndex {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  ShingleIndex() = default;
  // Looks up in `shingles` by their places there; the caller hands the same list to each call.
  explicit ShingleIndex(std::span<const Shingle> shingles);

  // The first place of the hash, kNone where it does not stand.
  uint32_t First(std::span<const Shingle> shingles, uint64_t hash) const {
    if (slots_.empty()) return kNone;
    const size_t mask = slots_.size() - 1;
    for (size_t at = hash & mask; slots_[at].head != 0; at = (at + 1) & mask) {
      if (slots_[at].tag == TagOf(hash) && shingles[slots_[at].head - 1].hash == hash)
        return slots_[at].head - 1;
    }
    return kNone;
  }
  // The next place of the shingle that stands at `place`; kNone behind the last.
  uint32_t Next(uint32_t place) const { return (places_[place] & kNextMask) - 1; }
  // Whether the shingle that stands at `place` stands elsewhere, too.
  bool Repeats(uint32_t place) const { return (places_[place] & kRepeats) != 0; }

  uint32_t distinct() const { return distinct_; }

 private:
  struct Slot {
    uint32_t tag;
    uint32_t head;  // first place plus one; 0: free
  };
  static constexpr uint32_t kRepeats = 1U << 31;
  static constexpr uint32_t kNextMask = kRepeats - 1;
  static uint32_t TagOf(uint64_t hash) { return static_cast<uint32_t>(hash >> 32); }

  std::vector<Slot> slots_;       // open addressing, size a power of two
  std::vector<uint32_t> places_;  // of each place the next plus one, 0: none; kRepeats
  uint32_t distinct_ = 0;
};

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_SHINGLE_INDEX_H_
