// Kernels at every instruction set that was compiled and that this machine runs.
//
//   for (const int64_t target : EveryTarget()) {
//     const LimitedTo limited(target);
//     ...  // kernels run the variant of `target`
//   }
#ifndef WIRECOPY_TESTS_REFERENCE_EVERY_TARGET_H_
#define WIRECOPY_TESTS_REFERENCE_EVERY_TARGET_H_

#include <cstdint>
#include <vector>

#include "hwy/targets.h"
#include "wirecopy/base/kernel_choice.h"

namespace wirecopy::reference {

inline std::vector<int64_t> EveryTarget() {
  std::vector<int64_t> targets;
  for (int64_t rest = RunnableTargets(); rest != 0; rest &= rest - 1)
    targets.push_back(rest & -rest);
  return targets;
}

class LimitedTo {
 public:
  explicit LimitedTo(int64_t target) { LimitTargetsForTest(target); }
  ~LimitedTo() { LimitTargetsForTest(0); }
  LimitedTo(const LimitedTo&) = delete;
  LimitedTo& operator=(const LimitedTo&) = delete;
};

}  // namespace wirecopy::reference

#endif  // WIRECOPY_TESTS_REFERENCE_EVERY_TARGET_H_
