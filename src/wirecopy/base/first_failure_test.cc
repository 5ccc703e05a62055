#include "wirecopy/base/first_failure.h"

#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/base/parallel.h"

namespace wirecopy {
namespace {

TEST(FirstFailureTest, KeepsTheSmallestIndexInAnyOrder) {
  FirstFailure failure;
  EXPECT_TRUE(failure.status().ok());
  EXPECT_FALSE(failure.IsBefore(1'000'000));
  failure.Note(7, absl::DataLossError("seven"));
  failure.Note(9, absl::DataLossError("nine"));
  EXPECT_EQ(failure.status().message(), "seven");
  failure.Note(3, absl::UnavailableError("three"));
  EXPECT_EQ(failure.status(), absl::UnavailableError("three"));
  EXPECT_TRUE(failure.IsBefore(4));
  EXPECT_FALSE(failure.IsBefore(3));
}

TEST(FirstFailureTest, ThreadsChangeNothing) {
  for (int round = 0; round < 20; ++round) {
    FirstFailure failure;
    ParallelFor(1000, 8, 1, [&](size_t begin, size_t, unsigned) {
      if (failure.IsBefore(begin)) return;
      if (begin % 7 == 5) failure.Note(begin, absl::DataLossError(std::to_string(begin)));
    });
    EXPECT_EQ(failure.status().message(), "5");
  }
}

}  // namespace
}  // namespace wirecopy
