#include "wirecopy/model/sample_overlap.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <ostream>
#include <random>
#include <vector>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

Sketch WithSample(std::vector<uint64_t> sample, double rate) {
  Sketch sketch;
  sketch.sample = std::move(sample);
  sketch.sample_rate = rate;
  return sketch;
}

constexpr uint64_t kHalf = uint64_t{1} << 63;

struct Case {
  const char* name;
  Sketch a;
  Sketch b;
  SampleOverlap overlap;
};
void PrintTo(const Case& row, std::ostream* out) { *out << row.name; }

class OverlapOfTest : public testing::TestWithParam<Case> {};

TEST_P(OverlapOfTest, Counts) {
  EXPECT_EQ(OverlapOf(GetParam().a, GetParam().b), GetParam().overlap);
  const SampleOverlap turned = OverlapOf(GetParam().b, GetParam().a);
  EXPECT_EQ(turned,
            (SampleOverlap{GetParam().overlap.b, GetParam().overlap.a, GetParam().overlap.shared}));
}

INSTANTIATE_TEST_SUITE_P(
    Samples, OverlapOfTest,
    testing::Values(
        Case{"nothing", WithSample({}, 1), WithSample({}, 1), {0, 0, 0}},
        Case{"one side empty", WithSample({1, 2}, 1), WithSample({}, 1), {2, 0, 0}},
        Case{"some shared", WithSample({1, 3, 5}, 1), WithSample({0, 3, 4, 5, 9}, 1), {3, 5, 2}},
        Case{"the lower rate counts",
             WithSample({1, kHalf + 1}, 1),
             WithSample({1, 2}, .5),
             {1, 2, 1}},
        Case{"the bound itself counts", WithSample({kHalf}, 1), WithSample({kHalf}, .5), {1, 1, 1}},
        Case{"the greatest hash",
             WithSample({~uint64_t{0}}, 1),
             WithSample({~uint64_t{0}}, 1),
             {1, 1, 1}}));

TEST(OverlapOfTest, AgreesWithSetIntersection) {
  std::mt19937_64 random(12);
  for (int round = 0; round < 300; ++round) {
    std::vector<uint64_t> sides[2];
    for (auto& side : sides) {
      for (uint64_t hash = 0; hash < 200; ++hash) {
        if (random() % 3 == 0) side.push_back(hash);
      }
    }
    std::vector<uint64_t> shared;
    std::set_intersection(sides[0].begin(), sides[0].end(), sides[1].begin(), sides[1].end(),
                          std::back_inserter(shared));
    ASSERT_EQ(OverlapOf(WithSample(sides[0], 1), WithSample(sides[1], 1)).shared, shared.size())
        << round;
  }
}

TEST(SampleBoundTest, IsTheShareOfAllHashes) {
  EXPECT_EQ(SampleBound(1), ~uint64_t{0});
  EXPECT_EQ(SampleBound(.5), kHalf);
  EXPECT_EQ(SampleBound(1.0 / 16), uint64_t{1} << 60);
  EXPECT_LE(SampleBound(1e-18), 20u);
}

}  // namespace
}  // namespace wirecopy
