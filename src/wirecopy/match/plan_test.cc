#include "wirecopy/match/plan.h"

#include <cmath>
#include <cstdint>
#include <ostream>
#include <random>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

struct BandCase {
  const char* name;
  uint32_t bands;
  uint32_t rows;
  double resemblance;
  double recall;
};
void PrintTo(const BandCase& row, std::ostream* out) { *out << row.name; }

class BandRecallTest : public testing::TestWithParam<BandCase> {};

TEST_P(BandRecallTest, IsTheBandingCurve) {
  const BandCase& row = GetParam();
  EXPECT_NEAR(BandRecall({.bands = row.bands, .rows_per_band = row.rows}, row.resemblance),
              row.recall, 1e-6);
}

INSTANTIATE_TEST_SUITE_P(
    Curve, BandRecallTest,
    testing::Values(BandCase{"strangers", 32, 4, 0, 0}, BandCase{"copies", 32, 4, 1, 1},
                    BandCase{"one row, one band is J", 1, 1, .37, .37},
                    BandCase{"32x4 at a half: 1 - (15/16)^32", 32, 4, .5, .873211},
                    BandCase{"2x1: 1 - .75^2", 2, 1, .25, .4375}));

TEST(BandRecallTest, KeepsSmallChances) {
  EXPECT_NEAR(BandRecall({.bands = 32, .rows_per_band = 8}, .01) / 32e-16, 1, 1e-9);
}

struct SampleCase {
  const char* name;
  uint32_t min_shared;
  uint32_t shared;
  uint32_t shingles;
  uint32_t other;
  double recall;
};
void PrintTo(const SampleCase& row, std::ostream* out) { *out << row.name; }

class SampleRecallTest : public testing::TestWithParam<SampleCase> {};

TEST_P(SampleRecallTest, IsTheBinomialTail) {
  const SampleCase& row = GetParam();
  const PlanOptions options = {
      .sample_rate = 1.0 / 16, .min_samples = 32, .min_shared_samples = row.min_shared};
  EXPECT_NEAR(SampleRecall(options, row.shared, row.shingles, row.other), row.recall, 1e-5);
}

INSTANTIATE_TEST_SUITE_P(
    Tail, SampleRecallTest,
    testing::Values(SampleCase{"nothing shared", 2, 0, 1000, 1000, 0},
                    SampleCase{"fewer shared than asked for", 2, 1, 1000, 1000, 0},
                    SampleCase{"two short texts are sampled whole", 2, 2, 20, 25, 1},
                    SampleCase{"the rate is that of the longer text", 1, 10, 20, 5000, 0.475540},
                    SampleCase{"short against short is denser", 1, 10, 100, 100, 0.999023},
                    SampleCase{"32 shared, one needed: 1 - (15/16)^32", 1, 32, 1000, 1000, .873211},
                    SampleCase{"32 shared, two needed", 2, 32, 1000, 1000, .602728}));

// Against drawing: 5 standard errors.
TEST(SampleRecallTest, AgreesWithDrawing) {
  std::mt19937_64 random(16);
  std::bernoulli_distribution sampled(1.0 / 16);
  const PlanOptions options = {.sample_rate = 1.0 / 16, .min_samples = 32, .min_shared_samples = 3};
  for (uint32_t shared : {16u, 48u, 100u}) {
    constexpr int kTrials = 20000;
    int found = 0;
    for (int trial = 0; trial < kTrials; ++trial) {
      uint32_t samples = 0;
      for (uint32_t i = 0; i < shared; ++i) samples += sampled(random);
      found += samples >= 3;
    }
    const double recall = SampleRecall(options, shared, 1000, 2000);
    EXPECT_NEAR(found / static_cast<double>(kTrials), recall,
                5 * std::sqrt(recall * (1 - recall) / kTrials));
  }
}

TEST(ExpectedStrangersTest, GrowWithTheCorpusAndFallWithRows) {
  const PlanOptions options = {.bands = 32, .rows_per_band = 4};
  EXPECT_EQ(ExpectedStrangers(options, 0, 1000000), 0);
  EXPECT_NEAR(ExpectedStrangers(options, 1e-9, 1000000), 0.032, 1e-6);
  EXPECT_NEAR(ExpectedStrangers(options, 1e-9, 10000000), 0.32, 1e-5);
  EXPECT_NEAR(ExpectedStrangers(options, 1, 100), 100, 1e-9);
}

}  // namespace
}  // namespace wirecopy
