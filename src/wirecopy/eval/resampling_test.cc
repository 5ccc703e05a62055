#include "wirecopy/eval/resampling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

// Counts of numpy 2.4: r = default_rng(seed); np.bincount(r.integers(0, n, n), minlength=n), first
// and second call.
TEST(StoryResamplerTest, DrawsWhatNumpyDraws) {
  StoryResampler one(1);
  EXPECT_THAT(one.Weights(10), ElementsAre(1, 1, 1, 1, 1, 1, 0, 1, 1, 2));
  EXPECT_THAT(one.Weights(10), ElementsAre(2, 0, 2, 0, 2, 1, 1, 0, 2, 0));
  StoryResampler zero(0);
  EXPECT_THAT(zero.Weights(7), ElementsAre(2, 1, 1, 1, 1, 1, 0));
  EXPECT_THAT(zero.Weights(7), ElementsAre(1, 1, 0, 1, 2, 1, 1));
}

// A seed of more than 32 bits fills two words of the seed sequence; odd counts leave half a draw
// for the next call.
TEST(StoryResamplerTest, KeepsTheSpareHalfAndTheHighHalfOfTheSeed) {
  StoryResampler resampler(7);
  EXPECT_THAT(resampler.Weights(3), ElementsAre(0, 1, 2));
  EXPECT_THAT(resampler.Weights(3), ElementsAre(0, 1, 2));
  const std::vector<double> with_high_half = StoryResampler(12345678901234).Weights(100);
  EXPECT_EQ(std::accumulate(with_high_half.begin(), with_high_half.end(), 0.0), 100);
  EXPECT_THAT(std::vector<double>(with_high_half.begin(), with_high_half.begin() + 14),
              ElementsAre(1, 1, 2, 2, 1, 0, 0, 0, 2, 1, 0, 5, 2, 4));
}

TEST(StoryResamplerTest, OneStoryIsDrawnWithoutADraw) {
  StoryResampler resampler(1);
  EXPECT_THAT(resampler.Weights(0), ElementsAre());
  EXPECT_THAT(resampler.Weights(1), ElementsAre(1));
  EXPECT_THAT(resampler.Weights(10), ElementsAreArray(StoryResampler(1).Weights(10)));
}

TEST(MiddleNinetyFiveTest, InterpolatesBetweenNeighbours) {
  EXPECT_EQ(MiddleNinetyFive({}), std::pair(0.0, 0.0));
  EXPECT_EQ(MiddleNinetyFive(std::vector{.5}), std::pair(.5, .5));
  std::vector<double> values(41);
  std::iota(values.rbegin(), values.rend(), 0.0);
  const auto [low, high] = MiddleNinetyFive(values);
  EXPECT_DOUBLE_EQ(low, 1);
  EXPECT_DOUBLE_EQ(high, 39);
  EXPECT_DOUBLE_EQ(MiddleNinetyFive(std::vector{0., 1.}).first, .025);
}

}  // namespace
}  // namespace wirecopy
