// Two articles worth comparing, and why.
#ifndef WIRECOPY_MODEL_CANDIDATE_PAIR_H_
#define WIRECOPY_MODEL_CANDIDATE_PAIR_H_

#include <compare>
#include <cstdint>

namespace wirecopy {

struct CandidatePair {
  uint32_t first = 0;  // indices in canonical order (content hash, then id); first < second
  uint32_t second = 0;
  uint16_t shared_bands = 0;    // links by equal band keys
  uint16_t shared_samples = 0;  // links by equal sample hashes, capped at 65,535

  bool operator==(const CandidatePair&) const = default;
  auto operator<=>(const CandidatePair&) const = default;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_CANDIDATE_PAIR_H_
