// Compares the bins of two sketches: the three counts an estimate is made from.
//
//   BinCounts counts = CountBins(a.bins, b.bins);
//
// Cost: about 64 bins an instruction group where the processor has AVX-512, 16 at least; chosen at
// run time, equal results everywhere (tests/reference/bin_counts_reference.h is the plain twin).
// Threads: pure function.
#ifndef WIRECOPY_SKETCH_BIN_COUNTS_H_
#define WIRECOPY_SKETCH_BIN_COUNTS_H_

#include <cstdint>
#include <span>

namespace wirecopy {

struct BinCounts {
  uint32_t equal = 0;  // filled in both, equal values
  uint32_t both = 0;   // filled in both
  uint32_t any = 0;    // filled in at least one

  bool operator==(const BinCounts&) const = default;
};

// REQUIRES: a.size() == b.size() < 2^32.
BinCounts CountBins(std::span<const uint8_t> a, std::span<const uint8_t> b);

}  // namespace wirecopy

#endif  // WIRECOPY_SKETCH_BIN_COUNTS_H_
