#include "wirecopy/model/sample_overlap.h"

#include <algorithm>
#include <span>

#include "wirecopy/model/shared_hashes.h"

namespace wirecopy {
namespace {

std::span<const uint64_t> UpTo(uint64_t bound, const Sketch& sketch) {
  const auto end = std::upper_bound(sketch.sample.begin(), sketch.sample.end(), bound);
  return {sketch.sample.begin(), end};
}

}  // namespace

uint64_t SampleBound(double sample_rate) {
  if (sample_rate >= 1) return ~uint64_t{0};
  return static_cast<uint64_t>(sample_rate * 0x1p64);
}

uint32_t SampleSize(const Sketch& sketch, double sample_rate) {
  if (sketch.sample_rate <= sample_rate) return static_cast<uint32_t>(sketch.sample.size());
  return static_cast<uint32_t>(UpTo(SampleBound(sample_rate), sketch).size());
}

SampleOverlap OverlapOf(const Sketch& a, const Sketch& b) {
  const uint64_t bound = SampleBound(std::min(a.sample_rate, b.sample_rate));
  const std::span<const uint64_t> in_a = UpTo(bound, a);
  const std::span<const uint64_t> in_b = UpTo(bound, b);
  return {static_cast<uint32_t>(in_a.size()), static_cast<uint32_t>(in_b.size()),
          CountSharedHashes(in_a, in_b)};
}

}  // namespace wirecopy
