// The plain twin of CountBins (wirecopy/sketch/bin_counts.h).
#ifndef WIRECOPY_TESTS_REFERENCE_BIN_COUNTS_REFERENCE_H_
#define WIRECOPY_TESTS_REFERENCE_BIN_COUNTS_REFERENCE_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "wirecopy/sketch/bin_counts.h"

namespace wirecopy::reference {

inline BinCounts CountBins(std::span<const uint8_t> a, std::span<const uint8_t> b) {
  BinCounts counts;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i] != 0 || b[i] != 0) ++counts.any;
    if (a[i] != 0 && b[i] != 0) ++counts.both;
    if (a[i] != 0 && a[i] == b[i]) ++counts.equal;
  }
  return counts;
}

}  // namespace wirecopy::reference

#endif  // WIRECOPY_TESTS_REFERENCE_BIN_COUNTS_REFERENCE_H_
