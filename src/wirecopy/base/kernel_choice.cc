#include "wirecopy/base/kernel_choice.h"

namespace wirecopy {
namespace {

// What Highway's variants are compiled for (HWY_TARGET_STR in hwy/ops/set_macros-inl.h).
int64_t TargetsOfProcessor() {
  int64_t targets = HWY_STATIC_TARGET;
#if HWY_ARCH_X86
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("ssse3")) return targets;
  targets |= HWY_SSSE3;
  if (!__builtin_cpu_supports("sse4.1") || !__builtin_cpu_supports("sse4.2") ||
      !__builtin_cpu_supports("aes") || !__builtin_cpu_supports("pclmul")) {
    return targets;
  }
  targets |= HWY_SSE4;
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi") ||
      !__builtin_cpu_supports("bmi2") || !__builtin_cpu_supports("fma") ||
      !__builtin_cpu_supports("f16c")) {
    return targets;
  }
  targets |= HWY_AVX2;
  if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512vl") ||
      !__builtin_cpu_supports("avx512dq") || !__builtin_cpu_supports("avx512bw")) {
    return targets;
  }
  targets |= HWY_AVX3;
#endif
  return targets;
}

int BestLevel(int64_t targets) {
  int level = static_cast<int>(kChosenTargets.size());
  while (level > 0 && (targets & kChosenTargets[static_cast<size_t>(level - 1)]) == 0) --level;
  return level;
}

}  // namespace

namespace kernel_choice_internal {

constinit std::atomic<int> chosen_level = kNotChosen;

int ChooseLevel() {
  const int level = BestLevel(RunnableTargets());
  chosen_level.store(level, std::memory_order_relaxed);
  return level;
}

}  // namespace kernel_choice_internal

int64_t RunnableTargets() { return TargetsOfProcessor() & HWY_TARGETS; }

void LimitTargetsForTest(int64_t targets) {
  const int64_t all = RunnableTargets();
  kernel_choice_internal::chosen_level.store(BestLevel(targets == 0 ? all : all & targets),
                                             std::memory_order_relaxed);
}

}  // namespace wirecopy
