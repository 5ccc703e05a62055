// One-permutation hashing: every hash falls into one of n bins, and each bin keeps its least rank.
// One pass over the hashes gives n minima, where n independent permutations would cost n passes.
//
//   std::vector<uint32_t> minima = BinMinima(hashes, salt, 128);
//   Densify(minima);   // where every bin needs a value
//
// Accuracy: two sets agree in a filled bin with probability J, their Jaccard resemblance; after
// Densify in every bin. Cost: BinMinima is linear in hashes + bins; Densify n log n expected for n
// bins. Threads: pure functions. Stability: values are part of the stored formats. Source: Li,
// Owen, Zhang 2012, "One permutation hashing"; Mai et al. 2020, "On densification for minwise
// hashing".
#ifndef WIRECOPY_SKETCH_ONE_PERMUTATION_H_
#define WIRECOPY_SKETCH_ONE_PERMUTATION_H_

#include <cstdint>
#include <span>
#include <vector>

#include "wirecopy/model/sketch.h"

namespace wirecopy {

// The rank of a bin that no hash fell into; greater than every real rank.
inline constexpr uint32_t kEmptyBin = 0xffffffff;

// The least rank of each of `bins` bins. `salt` tells permutations apart; hashes may repeat.
// REQUIRES: bins >= 1; the hashes are uniform (as those of ShinglesOf are).
std::vector<uint32_t> BinMinima(std::span<const uint64_t> hashes, uint64_t salt, uint32_t bins);

// BinMinima of the hashes that `keep` keeps. Cost: `keep` is asked about little more than a hash
// for each bin, unless it keeps few.
std::vector<uint32_t> KeptBinMinima(std::span<const uint64_t> hashes, const KeepHashes& keep,
                                    uint64_t salt, uint32_t bins);

// Fills empty bins with copies from filled ones, chosen so that two sets still agree in a bin with
// probability J. All empty: nothing happens.
void Densify(std::span<uint32_t> minima);

}  // namespace wirecopy

#endif  // WIRECOPY_SKETCH_ONE_PERMUTATION_H_
