#include "wirecopy/base/kernel_choice.h"

#include <cstdint>

#include "gtest/gtest.h"

// Highway compiles this file once for each instruction set.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "wirecopy/base/kernel_choice_test.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
// After foreach_target.h.
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace wirecopy {
namespace HWY_NAMESPACE {

int64_t TargetKernel() { return HWY_TARGET; }

}  // namespace HWY_NAMESPACE
}  // namespace wirecopy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wirecopy {
namespace {

constexpr KernelVariants kTarget = WIRECOPY_KERNEL_VARIANTS(TargetKernel);

// A target with a lower bit is better.
int64_t BestOf(int64_t targets) { return targets & -targets; }

TEST(KernelChoiceTest, TheCompilersOwnTargetCanAlwaysBeRun) {
  EXPECT_NE(RunnableTargets() & HWY_STATIC_TARGET, 0);
}

TEST(KernelChoiceTest, EachTargetRunsTheVariantCompiledForIt) {
  for (int64_t rest = RunnableTargets(); rest != 0; rest &= rest - 1) {
    LimitTargetsForTest(BestOf(rest));
    EXPECT_EQ(kTarget.Chosen()(), BestOf(rest));
  }
  LimitTargetsForTest(0);
}

TEST(KernelChoiceTest, TheBestTargetIsChosen) {
  EXPECT_EQ(kTarget.Chosen()(), BestOf(RunnableTargets()));
  LimitTargetsForTest(HWY_STATIC_TARGET);
  LimitTargetsForTest(0);
  EXPECT_EQ(kTarget.Chosen()(), BestOf(RunnableTargets()));
}

TEST(KernelChoiceTest, ATargetThatCannotBeRunIsNotChosen) {
  LimitTargetsForTest(~RunnableTargets());
  EXPECT_EQ(kTarget.Chosen()(), HWY_STATIC_TARGET);
  LimitTargetsForTest(0);
}

int64_t Fallback() { return 0; }

TEST(KernelChoiceTest, WhereAVariantWasNotCompiledTheFallbackRuns) {
  constexpr KernelVariants kNoneCompiled(&Fallback, nullptr, nullptr, nullptr, nullptr);
  EXPECT_EQ(kNoneCompiled.Chosen()(), 0);
}

}  // namespace
}  // namespace wirecopy
#endif  // HWY_ONCE
