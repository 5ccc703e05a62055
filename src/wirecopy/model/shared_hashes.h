// How many hashes two sorted lists have in common.
//
// Cost: a few cycles a hash; eight of one list are compared with each of eight of the other at a
// time, where the processor can, so that no branch depends on which is less. Threads: pure
// function. Source: Schlegel, Willhalm, Lehner 2011, "Fast sorted-set intersection using SIMD
// instructions".
#ifndef WIRECOPY_MODEL_SHARED_HASHES_H_
#define WIRECOPY_MODEL_SHARED_HASHES_H_

#include <cstdint>
#include <span>

namespace wirecopy {

// REQUIRES: both are sorted and distinct.
uint32_t CountSharedHashes(std::span<const uint64_t> a, std::span<const uint64_t> b);

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_SHARED_HASHES_H_
