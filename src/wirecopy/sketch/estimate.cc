#include <algorithm>
#include <cassert>

#include "wirecopy/sketch/sketch.h"

namespace wirecopy {

double EstimateResemblance(const Sketch& a, const Sketch& b) {
  assert(a.bins.size() == b.bins.size());
  uint32_t equal = 0;
  uint32_t both = 0;
  uint32_t any = 0;
  for (size_t i = 0; i < a.bins.size(); ++i) {
    any += (a.bins[i] | b.bins[i]) != 0;
    both += a.bins[i] != 0 && b.bins[i] != 0;
    equal += a.bins[i] != 0 && a.bins[i] == b.bins[i];
  }
  if (any == 0) return 0;
  // Two different minima have equal 8-bit values once in 255.
  const double chance = 1.0 / 255;
  return std::clamp((equal - both * chance) / (1 - chance) / any, 0.0, 1.0);
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
