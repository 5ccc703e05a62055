#include "wirecopy/compare/shingle_index.h"

#include <algorithm>
#include <bit>

namespace wirecopy {

ShingleIndex::ShingleIndex(std::span<const Shingle> shingles) {
  slots_.assign(std::bit_ceil(std::max<size_t>(64, shingles.size() * 2)), {0, 0});
  places_.assign(shingles.size(), 0);
  const size_t mask = slots_.size() - 1;
  // Backwards, so that the places of a shingle are listed as they stand.
  for (auto i = static_cast<uint32_t>(shingles.size()); i-- > 0;) {
    const uint64_t hash = shingles[i].hash;
    size_t at = hash & mask;
    while (slots_[at].head != 0 &&
           (slots_[at].tag != TagOf(hash) || shingles[slots_[at].head - 1].hash != hash)) {
      at = (at + 1) & mask;
    }
    if (const uint32_t next = slots_[at].head; next != 0) {
      places_[i] = next | kRepeats;
      places_[next - 1] |= kRepeats;
    } else {
      ++distinct_;
    }
    slots_[at] = {TagOf(hash), i + 1};
  }
}

}  // namespace wirecopy
