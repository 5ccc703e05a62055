#include "wirecopy/model/character_windows.h"

#include <cassert>

// Highway compiles this file once for each instruction set.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "wirecopy/model/character_windows.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
// After foreach_target.h.
#include "hwy/highway.h"
#include "wirecopy/base/kernel_choice.h"

HWY_BEFORE_NAMESPACE();
namespace wirecopy {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET <= HWY_AVX3  // what multiplies 64-bit lanes
template <class Vector>
Vector MixLanes(Vector x) {
  const hn::DFromV<Vector> tag;
  x = hn::Xor(x, hn::ShiftRight<30>(x));
  x = hn::Mul(x, hn::Set(tag, 0xbf58476d1ce4e5b9ULL));
  x = hn::Xor(x, hn::ShiftRight<27>(x));
  x = hn::Mul(x, hn::Set(tag, 0x94d049bb133111ebULL));
  return hn::Xor(x, hn::ShiftRight<31>(x));
}

size_t HashLanes(const Token* HWY_RESTRICT tokens, size_t count, uint64_t* HWY_RESTRICT out) {
  const hn::ScalableTag<uint64_t> tag;
  const hn::Rebind<Token, decltype(tag)> token_tag;
  const size_t lanes = hn::Lanes(tag);
  const auto factor = hn::Set(tag, kWindowFactor);
  size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    auto hash = hn::Set(tag, kWindowSeed * kWindowCharacters);
    for (size_t k = 0; k < kWindowCharacters; ++k) {
      const auto token = hn::PromoteTo(tag, hn::LoadU(token_tag, tokens + i + k));
      hash = hn::Add(hn::Mul(hn::Xor(hash, token), factor), hn::ShiftRight<29>(hash));
    }
    hn::StoreU(MixLanes(hash), tag, out + i);
  }
  return i;
}
#else
size_t HashLanes(const Token*, size_t, uint64_t*) { return 0; }
#endif

void HashWindowsKernel(const Token* HWY_RESTRICT tokens, size_t count, uint64_t* HWY_RESTRICT out) {
  for (size_t i = HashLanes(tokens, count, out); i < count; ++i)
    out[i] = HashWindow(std::span<const Token>(tokens + i, kWindowCharacters));
}

}  // namespace HWY_NAMESPACE
}  // namespace wirecopy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wirecopy {

namespace {

constexpr KernelVariants kHashWindows = WIRECOPY_KERNEL_VARIANTS(HashWindowsKernel);

}  // namespace

void HashCharacterWindows(std::span<const Token> tokens, std::span<uint64_t> out) {
  if (out.empty()) return;
  assert(tokens.size() >= out.size() + kWindowCharacters - 1);
  kHashWindows.Chosen()(tokens.data(), out.size(), out.data());
}

}  // namespace wirecopy
#endif  // HWY_ONCE
