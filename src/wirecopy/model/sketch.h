// An article as numbers: what resemblance and containment are estimated from, and what candidates
// are found by.
#ifndef WIRECOPY_MODEL_SKETCH_H_
#define WIRECOPY_MODEL_SKETCH_H_

#include <cstdint>
#include <functional>
#include <vector>

namespace wirecopy {

// Takes from a list of hashes those that are not to count; the order of the rest stays. It may be
// asked several times about a hash. Null: all count.
using KeepHashes = std::function<void(std::vector<uint64_t>& hashes)>;

struct Sketch {
  // One permutation, `bins.size()` bins of 8 bits; 0 = empty bin (kept as a value, not densified).
  std::vector<uint8_t> bins;
  // One key a band; a band without a single real value has no key, so there may be fewer than
  // bands. `band_numbers[i]` is the band of `band_keys[i]`, rising.
  std::vector<uint64_t> band_keys;
  std::vector<uint16_t> band_numbers;
  // FracMinHash: every shingle hash below the sampling bound, sorted, distinct.
  std::vector<uint64_t> sample;
  // The sampling bound as a share of all hashes, in (0, 1]: denser on short texts.
  double sample_rate = 1;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_SKETCH_H_
