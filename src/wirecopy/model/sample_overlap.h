// What two sketches' samples have in common: what containment is estimated from, and what a
// candidate is held to.
//
//   SampleOverlap overlap = OverlapOf(a, b);
//   double share_of_a = double(overlap.shared) / overlap.a;
//
// Cost: one pass over the two samples. Threads: pure functions.
// Source: Irber et al. 2022 for FracMinHash: samples of two rates compare at the lower.
#ifndef WIRECOPY_MODEL_SAMPLE_OVERLAP_H_
#define WIRECOPY_MODEL_SAMPLE_OVERLAP_H_

#include <cstdint>

#include "wirecopy/model/sketch.h"

namespace wirecopy {

// The greatest hash that a sample of that rate may hold. `sample_rate` in (0, 1].
uint64_t SampleBound(double sample_rate);

// Counts of sample hashes below the bound of the lower of the two rates.
struct SampleOverlap {
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t shared = 0;

  bool operator==(const SampleOverlap&) const = default;
};

// How many hashes a sample holds at that rate, where it is no higher than its own; else all.
uint32_t SampleSize(const Sketch& sketch, double sample_rate);

SampleOverlap OverlapOf(const Sketch& a, const Sketch& b);

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_SAMPLE_OVERLAP_H_
