// What of a text stands outside the passages it shares with another: its own words, and furniture,
// which is not compared.
//
//   const OutsidePassages outside = OutsideOf(clean, passages_of_this_side);
//
// Cost: O(n log n) in the passages, linear in the furniture. Threads: pure function.
#ifndef WIRECOPY_REPORT_OUTSIDE_PASSAGES_H_
#define WIRECOPY_REPORT_OUTSIDE_PASSAGES_H_

#include <cstdint>
#include <vector>

#include "wirecopy/model/clean_text.h"

namespace wirecopy {

struct OutsidePassages {
  std::vector<TokenRange> own;        // sorted, disjoint, without furniture
  std::vector<TokenRange> furniture;  // of the whole text
  uint32_t own_tokens = 0;
  uint32_t furniture_tokens = 0;
};

// REQUIRES: the ranges lie in the text; they may overlap.
OutsidePassages OutsideOf(const CleanText& clean, std::vector<TokenRange> shared);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_OUTSIDE_PASSAGES_H_
