#include "wirecopy/sketch/bin_counts.h"

#include <cstdint>
#include <ostream>
#include <random>
#include <vector>

#include "gtest/gtest.h"
#include "hwy/targets.h"
#include "tests/reference/bin_counts_reference.h"

namespace wirecopy {
namespace {

struct Case {
  const char* name;
  std::vector<uint8_t> a;
  std::vector<uint8_t> b;
  BinCounts counts;
};
void PrintTo(const Case& row, std::ostream* out) { *out << row.name; }

class CountBinsTest : public testing::TestWithParam<Case> {};

TEST_P(CountBinsTest, Counts) {
  EXPECT_EQ(CountBins(GetParam().a, GetParam().b), GetParam().counts);
  EXPECT_EQ(CountBins(GetParam().b, GetParam().a), GetParam().counts);
  EXPECT_EQ(reference::CountBins(GetParam().a, GetParam().b), GetParam().counts);
}

INSTANTIATE_TEST_SUITE_P(
    Bins, CountBinsTest,
    testing::Values(Case{"no bins", {}, {}, {0, 0, 0}},
                    Case{"both empty", {0, 0}, {0, 0}, {0, 0, 0}},
                    Case{"one side empty", {0, 7}, {0, 0}, {0, 0, 1}},
                    Case{"an empty bin equals nothing", {0, 1, 2, 3}, {0, 1, 5, 0}, {1, 2, 3}},
                    Case{"all equal",
                         std::vector<uint8_t>(512, 9),
                         std::vector<uint8_t>(512, 9),
                         {512, 512, 512}},
                    Case{"more than 255 an accumulator could hold",
                         std::vector<uint8_t>(4096, 255),
                         std::vector<uint8_t>(4096, 1),
                         {0, 4096, 4096}}));

// Every instruction set of this machine against the plain twin, at sizes around every vector
// length.
TEST(CountBinsTest, EveryTargetAgreesWithThePlainTwin) {
  const int64_t all = hwy::SupportedTargets();
  int checked = 0;
  for (int64_t rest = all; rest != 0; rest &= rest - 1) {
    hwy::SetSupportedTargetsForTest(rest & -rest);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    std::mt19937 random(512);
    for (size_t size : {1, 15, 16, 17, 63, 64, 65, 100, 256, 512, 1024, 4096}) {
      for (int round = 0; round < 50; ++round) {
        std::vector<uint8_t> a(size);
        std::vector<uint8_t> b(size);
        const unsigned values = 1 + random() % 255;  // few values: many equal and many empty bins
        for (uint8_t& bin : a) bin = static_cast<uint8_t>(random() % values);
        for (uint8_t& bin : b) bin = static_cast<uint8_t>(random() % values);
        ASSERT_EQ(CountBins(a, b), reference::CountBins(a, b))
            << hwy::TargetName(rest & -rest) << ", " << size << " bins, round " << round;
      }
    }
    ++checked;
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  EXPECT_GE(checked, 1);
}

}  // namespace
}  // namespace wirecopy
