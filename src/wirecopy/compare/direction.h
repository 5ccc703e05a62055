// Which of two texts was made from the other, as far as the texts alone tell: what was cut is the
// copy, and so is what is ill-formed where the other is well formed.
//
// Threads: pure function. Source: docs/algorithms.md, "Who copied whom".
#ifndef WIRECOPY_COMPARE_DIRECTION_H_
#define WIRECOPY_COMPARE_DIRECTION_H_

#include "wirecopy/compare/pair_features.h"
#include "wirecopy/compare/prepared_text.h"

namespace wirecopy {

// Log-odds that `a` was made from `b`; negative: `b` from `a`; 0: nothing tells. The other sign
// with the sides exchanged. `measures`: of a and b in this order, their slots in place.
double DirectionOf(const PreparedText& a, const PreparedText& b, const PairMeasures& measures);

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_DIRECTION_H_
