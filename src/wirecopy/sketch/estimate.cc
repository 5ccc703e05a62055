#include <algorithm>

#include "wirecopy/model/sample_overlap.h"
#include "wirecopy/sketch/bin_counts.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy {

double EstimateResemblance(const Sketch& a, const Sketch& b) {
  const BinCounts counts = CountBins(a.bins, b.bins);
  if (counts.any == 0) return 0;
  // Two different minima have equal 8-bit values once in 255.
  const double chance = 1.0 / 255;
  return std::clamp((counts.equal - counts.both * chance) / (1 - chance) / counts.any, 0.0, 1.0);
}

double EstimateContainment(const Sketch& a, const Sketch& b) {
  const SampleOverlap overlap = OverlapOf(a, b);
  return overlap.a == 0 ? -1 : static_cast<double>(overlap.shared) / overlap.a;
}

}  // namespace wirecopy
