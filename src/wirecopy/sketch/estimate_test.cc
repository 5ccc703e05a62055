#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <ostream>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/base/hash.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy {
namespace {

std::vector<uint64_t> Hashes(uint64_t begin, uint64_t end) {
  std::vector<uint64_t> hashes;
  for (uint64_t i = begin; i < end; ++i) hashes.push_back(MixHash(i + 1));
  return hashes;
}

Sketch SketchOf(uint64_t begin, uint64_t end, const SketchOptions& options = {}) {
  const std::vector<uint64_t> hashes = Hashes(begin, end);
  return Sketcher::Create(options)->MakeSketch(hashes);
}

TEST(EstimateResemblanceTest, OfAnEmptySide) {
  EXPECT_EQ(EstimateResemblance(SketchOf(0, 0), SketchOf(0, 0)), 0);
  EXPECT_EQ(EstimateResemblance(SketchOf(0, 0), SketchOf(0, 500)), 0);
}

TEST(EstimateResemblanceTest, OfACopyIsOneAndOfStrangersNearNothing) {
  for (uint64_t size : {1, 10, 100, 1000, 100000}) {
    EXPECT_DOUBLE_EQ(EstimateResemblance(SketchOf(0, size), SketchOf(0, size)), 1) << size;
    EXPECT_LT(EstimateResemblance(SketchOf(0, size), SketchOf(size, 2 * size)), 0.05) << size;
  }
}

TEST(EstimateResemblanceTest, DoesNotDependOnTheOrder) {
  for (uint64_t shift : {1, 100, 400, 900}) {
    const Sketch a = SketchOf(0, 1000);
    const Sketch b = SketchOf(shift, 1300 + shift);
    EXPECT_EQ(EstimateResemblance(a, b), EstimateResemblance(b, a));
  }
}

struct AccuracyCase {
  const char* name;
  uint64_t shingles;
  double resemblance;
  double max_rmse;
};
void PrintTo(const AccuracyCase& row, std::ostream* out) { *out << row.name; }

class ResemblanceAccuracyTest : public testing::TestWithParam<AccuracyCase> {};

// No bias (within 5 standard errors over independent pairs), and an error no greater than the
// header promises.
TEST_P(ResemblanceAccuracyTest, HasNoBiasAndASmallError) {
  const auto [name, shingles, wanted, max_rmse] = GetParam();
  const auto shared = static_cast<uint64_t>(std::lround(2.0 * shingles * wanted / (1 + wanted)));
  const double exact = static_cast<double>(shared) / (2.0 * shingles - shared);
  constexpr int kPairs = 600;
  double bias = 0;
  double squares = 0;
  for (uint64_t pair = 0; pair < kPairs; ++pair) {
    const uint64_t base = pair << 32;
    const double error =
        EstimateResemblance(SketchOf(base, base + shingles),
                            SketchOf(base + shingles - shared, base + 2 * shingles - shared)) -
        exact;
    bias += error / kPairs;
    squares += error * error / kPairs;
  }
  const double rmse = std::sqrt(squares);
  EXPECT_LE(std::abs(bias), 5 * rmse / std::sqrt(kPairs));
  EXPECT_LE(rmse, max_rmse);
  EXPECT_GT(rmse, max_rmse / 3);  // the bound says something
}

// Bounds: binomial over 512 bins where all are filled, less where few are (nothing is lost then but
// to equal values).
INSTANTIATE_TEST_SUITE_P(Sizes, ResemblanceAccuracyTest,
                         testing::Values(AccuracyCase{"60 shingles, J .5", 60, .5, .022},
                                         AccuracyCase{"200 shingles, J .7", 200, .7, .019},
                                         AccuracyCase{"1462 shingles, J .5", 1462, .5, .023},
                                         AccuracyCase{"1462 shingles, J .7", 1462, .7, .021},
                                         AccuracyCase{"1462 shingles, J .9", 1462, .9, .014},
                                         AccuracyCase{"6000 shingles, J .7", 6000, .7, .023},
                                         AccuracyCase{"6000 shingles, J .05", 6000, .05, .013}));

TEST(EstimateContainmentTest, OfAnEmptySide) {
  EXPECT_LT(EstimateContainment(SketchOf(0, 0), SketchOf(0, 500)), 0) << "unknown";
  EXPECT_EQ(EstimateContainment(SketchOf(0, 500), SketchOf(0, 0)), 0);
}

TEST(EstimateContainmentTest, IsExactWhereBothSamplesHoldEverything) {
  const SketchOptions everything = {.sample_rate = 1};
  EXPECT_DOUBLE_EQ(
      EstimateContainment(SketchOf(0, 100, everything), SketchOf(75, 2000, everything)), .25);
  EXPECT_DOUBLE_EQ(
      EstimateContainment(SketchOf(75, 2000, everything), SketchOf(0, 100, everything)),
      25 / 1925.);
}

TEST(EstimateContainmentTest, OfAPartIsOne) {
  // The short text is sampled more densely; only what the longer one could have sampled counts.
  const Sketch part = SketchOf(1000, 1200);
  const Sketch whole = SketchOf(0, 5000);
  ASSERT_GT(part.sample_rate, whole.sample_rate);
  EXPECT_DOUBLE_EQ(EstimateContainment(part, whole), 1);
  EXPECT_NEAR(EstimateContainment(whole, part), 200 / 5000., .04);
}

// Over independent pairs: no bias, and the error of a binomial sample.
TEST(EstimateContainmentTest, HasNoBias) {
  constexpr int kPairs = 600;
  const SketchOptions options = {.sample_rate = 1.0 / 16};
  double sum = 0;
  double squares = 0;
  for (uint64_t pair = 0; pair < kPairs; ++pair) {
    const uint64_t base = pair << 32;
    const double estimate =
        EstimateContainment(SketchOf(base, base + 1600, options),
                            SketchOf(base + 640, base + 5000, options));  // 960 of 1600
    sum += estimate;
    squares += estimate * estimate;
  }
  const double mean = sum / kPairs;
  const double deviation = std::sqrt(squares / kPairs - mean * mean);
  EXPECT_NEAR(mean, .6, 5 * deviation / std::sqrt(kPairs));
  EXPECT_NEAR(deviation, std::sqrt(.6 * .4 / 100), .01);  // about 100 of 1600 shingles at 1/16
}

}  // namespace
}  // namespace wirecopy
