#include "wirecopy/sketch/bin_counts.h"

#include <cassert>

// Highway compiles this file once for each instruction set.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "wirecopy/sketch/bin_counts.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
// After foreach_target.h.
#include "hwy/highway.h"
#include "wirecopy/base/kernel_choice.h"

HWY_BEFORE_NAMESPACE();
namespace wirecopy {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

BinCounts CountBinsKernel(const uint8_t* HWY_RESTRICT a, const uint8_t* HWY_RESTRICT b,
                          size_t size) {
  const hn::ScalableTag<uint8_t> tag;
  const size_t lanes = hn::Lanes(tag);
  const auto zero = hn::Zero(tag);
  size_t equal = 0;
  size_t empty_in_either = 0;
  size_t empty_in_both = 0;
  size_t i = 0;
  for (; i + lanes <= size; i += lanes) {
    const auto in_a = hn::LoadU(tag, a + i);
    const auto in_b = hn::LoadU(tag, b + i);
    const auto empty_a = hn::Eq(in_a, zero);
    const auto empty_b = hn::Eq(in_b, zero);
    equal += hn::CountTrue(tag, hn::AndNot(empty_a, hn::Eq(in_a, in_b)));
    empty_in_either += hn::CountTrue(tag, hn::Or(empty_a, empty_b));
    empty_in_both += hn::CountTrue(tag, hn::And(empty_a, empty_b));
  }
  for (; i < size; ++i) {
    equal += a[i] != 0 && a[i] == b[i];
    empty_in_either += a[i] == 0 || b[i] == 0;
    empty_in_both += a[i] == 0 && b[i] == 0;
  }
  return {.equal = static_cast<uint32_t>(equal),
          .both = static_cast<uint32_t>(size - empty_in_either),
          .any = static_cast<uint32_t>(size - empty_in_both)};
}

}  // namespace HWY_NAMESPACE
}  // namespace wirecopy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wirecopy {

namespace {

constexpr KernelVariants kCountBins = WIRECOPY_KERNEL_VARIANTS(CountBinsKernel);

}  // namespace

BinCounts CountBins(std::span<const uint8_t> a, std::span<const uint8_t> b) {
  assert(a.size() == b.size());
  return kCountBins.Chosen()(a.data(), b.data(), a.size());
}

}  // namespace wirecopy
#endif  // HWY_ONCE
