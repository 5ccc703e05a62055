#include <algorithm>

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
  const uint64_t bound = SampleBound(std::min(a.sample_rate, b.sample_rate));
  const auto a_end = std::upper_bound(a.sample.begin(), a.sample.end(), bound);
  if (a_end == a.sample.begin()) return -1;
  size_t shared = 0;
  auto other = b.sample.begin();
  for (auto hash = a.sample.begin(); hash != a_end; ++hash) {
    while (other != b.sample.end() && *other < *hash) ++other;
    shared += other != b.sample.end() && *other == *hash;
  }
  return static_cast<double>(shared) / static_cast<double>(a_end - a.sample.begin());
}

}  // namespace wirecopy
