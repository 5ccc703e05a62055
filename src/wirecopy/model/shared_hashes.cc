#include "wirecopy/model/shared_hashes.h"

#include <cstddef>

#include "wirecopy/base/kernel_choice.h"

// Highway compiles this file once for each instruction set.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "wirecopy/model/shared_hashes.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
// After foreach_target.h.
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace wirecopy {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

uint32_t CountSharedKernel(const uint64_t* HWY_RESTRICT a, size_t a_size,
                           const uint64_t* HWY_RESTRICT b, size_t b_size) {
  size_t i = 0;
  size_t j = 0;
  size_t shared = 0;
#if HWY_TARGET <= HWY_AVX2  // with narrower vectors one at a time is as fast
  const hn::CappedTag<uint64_t, 8> tag;
  constexpr size_t kLanes = hn::MaxLanes(tag);
  while (i + kLanes <= a_size && j + kLanes <= b_size) {
    const auto of_a = hn::LoadU(tag, a + i);
    auto found = hn::Eq(of_a, hn::Set(tag, b[j]));
    for (size_t k = 1; k < kLanes; ++k) found = hn::Or(found, hn::Eq(of_a, hn::Set(tag, b[j + k])));
    shared += hn::CountTrue(tag, found);
    // Whichever ends first has met all it can meet.
    const uint64_t last_a = a[i + kLanes - 1];
    const uint64_t last_b = b[j + kLanes - 1];
    i += last_a <= last_b ? kLanes : 0;
    j += last_b <= last_a ? kLanes : 0;
  }
#endif
  while (i < a_size && j < b_size) {
    const uint64_t x = a[i];
    const uint64_t y = b[j];
    shared += x == y;
    i += x <= y;
    j += y <= x;
  }
  return static_cast<uint32_t>(shared);
}

}  // namespace HWY_NAMESPACE
}  // namespace wirecopy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wirecopy {

namespace {

constexpr KernelVariants kCountShared = WIRECOPY_KERNEL_VARIANTS(CountSharedKernel);

}  // namespace

uint32_t CountSharedHashes(std::span<const uint64_t> a, std::span<const uint64_t> b) {
  return kCountShared.Chosen()(a.data(), a.size(), b.data(), b.size());
}

}  // namespace wirecopy
#endif  // HWY_ONCE
