// Chooses which variant of a kernel runs: Highway compiles one for each instruction set.
//
//   constexpr KernelVariants kCountBins = WIRECOPY_KERNEL_VARIANTS(CountBinsKernel);
//   return kCountBins.Chosen()(a, b, size);
//
// In place of HWY_EXPORT and HWY_DYNAMIC_DISPATCH: these need Highway's shared library, which
// measures a timer for milliseconds in every program that loads it. Its headers need no library.
//
// Cost: a load and a jump. Threads: safe; the first call asks the processor.
#ifndef WIRECOPY_BASE_KERNEL_CHOICE_H_
#define WIRECOPY_BASE_KERNEL_CHOICE_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "hwy/detect_targets.h"

namespace wirecopy {

// Among which a variant is chosen while running, the best last. What the compiler may use anyway is
// not among them.
inline constexpr std::array<int64_t, 4> kChosenTargets = {HWY_SSSE3, HWY_SSE4, HWY_AVX2, HWY_AVX3};

// Those of Highway's targets (HWY_AVX2, ...) that were compiled and that this processor runs, as
// bits. Never 0.
int64_t RunnableTargets();

// From now on every kernel runs its best variant of `targets`; 0: of all. For tests only, while no
// kernel runs.
void LimitTargetsForTest(int64_t targets);

namespace kernel_choice_internal {

inline constexpr int kNotChosen = -1;
// Into kChosenTargets, 1 more; 0: what the compiler may use anyway.
extern std::atomic<int> chosen_level;
int ChooseLevel();

}  // namespace kernel_choice_internal

// A variant that was not compiled is nullptr; `fallback` takes its place.
template <typename Kernel>
class KernelVariants {
 public:
  constexpr KernelVariants(Kernel* fallback, std::type_identity_t<Kernel*> ssse3,
                           std::type_identity_t<Kernel*> sse4, std::type_identity_t<Kernel*> avx2,
                           std::type_identity_t<Kernel*> avx3)
      : of_level_{fallback, ssse3, sse4, avx2, avx3} {
    for (Kernel*& variant : of_level_) {
      if (variant == nullptr) variant = fallback;
    }
  }

  Kernel* Chosen() const {
    int level = kernel_choice_internal::chosen_level.load(std::memory_order_relaxed);
    if (level == kernel_choice_internal::kNotChosen) level = kernel_choice_internal::ChooseLevel();
    return of_level_[static_cast<size_t>(level)];
  }

 private:
  std::array<Kernel*, kChosenTargets.size() + 1> of_level_;
};

}  // namespace wirecopy

// Where HWY_ONCE holds, in the namespace around the kernel's HWY_NAMESPACE.
#define WIRECOPY_KERNEL_VARIANTS(NAME)                                          \
  ::wirecopy::KernelVariants(HWY_CHOOSE_FALLBACK(NAME), HWY_CHOOSE_SSSE3(NAME), \
                             HWY_CHOOSE_SSE4(NAME), HWY_CHOOSE_AVX2(NAME), HWY_CHOOSE_AVX3(NAME))

#endif  // WIRECOPY_BASE_KERNEL_CHOICE_H_
