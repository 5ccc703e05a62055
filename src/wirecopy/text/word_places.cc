#include "wirecopy/text/word_places.h"

#include <cstring>

// Highway compiles this file once for each instruction set.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "wirecopy/text/word_places.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
// After foreach_target.h.
#include "hwy/highway.h"
#include "wirecopy/base/kernel_choice.h"

HWY_BEFORE_NAMESPACE();
namespace wirecopy {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::CappedTag<uint32_t, 64>;
using Values = hn::Vec<Tag>;

// The bits of these slots, each the lowest of its lane.
HWY_INLINE Values UsedAt(const uint32_t* used, Values slots) {
  const Tag tag;
  const auto words = hn::BitCast(hn::RebindToSigned<Tag>(), hn::ShiftRight<5>(slots));
  return hn::Shr(hn::GatherIndex(tag, used, words), hn::And(slots, hn::Set(tag, 31)));
}

uint64_t MayBeginKernel(const uint32_t* chars, const uint32_t* used) {
  const Tag tag;
  uint64_t places = 0;
  for (size_t i = 0; i < 64; i += hn::Lanes(tag)) {
    const Values first = hn::Mul(hn::LoadU(tag, chars + i), hn::Set(tag, WordPlaces::kFirstFactor));
    const Values second =
        hn::Mul(hn::LoadU(tag, chars + i + 1), hn::Set(tag, WordPlaces::kSecondFactor));
    const Values found = hn::Or(UsedAt(used, hn::ShiftRight<17>(hn::Xor(first, second))),
                                UsedAt(used, hn::ShiftRight<17>(first)));
    uint8_t bytes[8] = {};
    hn::StoreMaskBits(tag, hn::Ne(hn::And(found, hn::Set(tag, 1)), hn::Zero(tag)), bytes);
    uint64_t bits;
    std::memcpy(&bits, bytes, 8);
    places |= bits << i;
  }
  return places;
}

}  // namespace HWY_NAMESPACE
}  // namespace wirecopy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wirecopy {
namespace {

constexpr KernelVariants kMayBegin = WIRECOPY_KERNEL_VARIANTS(MayBeginKernel);

}  // namespace

uint64_t WordPlaces::MayBegin(const char32_t* chars) const {
  return kMayBegin.Chosen()(reinterpret_cast<const uint32_t*>(chars), used_.data());
}

}  // namespace wirecopy
#endif  // HWY_ONCE
