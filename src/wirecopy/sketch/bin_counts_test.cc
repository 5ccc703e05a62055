#include "wirecopy/sketch/bin_counts.h"

#include <cstdint>
#include <ostream>
#include <random>
#include <span>
#include <vector>

#include "gtest/gtest.h"
#include "tests/reference/bin_counts_reference.h"
#include "tests/reference/every_target.h"
#include "wirecopy/base/hash.h"
#include "wirecopy/sketch/sketch.h"

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

// The kernel at every instruction set of this machine against the plain twin.
void ExpectTheTwinsCounts(std::span<const uint8_t> a, std::span<const uint8_t> b) {
  for (const int64_t target : reference::EveryTarget()) {
    const reference::LimitedTo limited(target);
    ASSERT_EQ(CountBins(a, b), reference::CountBins(a, b))
        << hwy::TargetName(target) << ", " << a.size() << " bins";
  }
}

// At sizes around every vector length.
TEST(CountBinsTest, EveryTargetAgreesWithThePlainTwin) {
  std::mt19937 random(512);
  for (size_t size : {1, 15, 16, 17, 63, 64, 65, 100, 256, 512, 1024, 4096}) {
    for (int round = 0; round < 50; ++round) {
      std::vector<uint8_t> a(size);
      std::vector<uint8_t> b(size);
      const unsigned values = 1 + random() % 255;  // few values: many equal and many empty bins
      for (uint8_t& bin : a) bin = static_cast<uint8_t>(random() % values);
      for (uint8_t& bin : b) bin = static_cast<uint8_t>(random() % values);
      ExpectTheTwinsCounts(a, b);
    }
  }
}

// Bytes that only look equal, or only empty, when lanes are mixed up.
TEST(CountBinsTest, EveryTargetAgreesOnHostileBins) {
  const std::vector<uint8_t> values = {0, 1, 0x7f, 0x80, 0xff};
  for (size_t size : {1u, 31u, 32u, 33u, 127u, 128u, 129u, 4096u}) {
    for (const uint8_t x : values) {
      for (const uint8_t y : values) {
        const std::vector<uint8_t> a(size, x);
        std::vector<uint8_t> b(size, y);
        ExpectTheTwinsCounts(a, b);
        for (size_t place : {size_t{0}, size / 2, size - 1}) {
          b[place] = x;
          ExpectTheTwinsCounts(a, b);
        }
      }
    }
  }
}

// Two sketches as articles give them, and parts of them at any alignment.
TEST(CountBinsTest, EveryTargetAgreesOnSketches) {
  const auto sketcher = Sketcher::Create({});
  ASSERT_TRUE(sketcher.ok()) << sketcher.status();
  const auto bins_of = [&](uint64_t begin, uint64_t end) {
    std::vector<uint64_t> hashes;
    for (uint64_t i = begin; i < end; ++i) hashes.push_back(MixHash(i));
    return sketcher->MakeSketch(hashes).bins;
  };
  for (const uint64_t shingles : {3u, 60u, 700u, 9000u}) {
    const std::vector<uint8_t> a = bins_of(1, 1 + shingles);
    const std::vector<uint8_t> b = bins_of(1 + shingles / 3, 1 + shingles / 3 + shingles);
    ASSERT_GT(CountBins(a, b).any, 0u);
    for (size_t offset = 0; offset < 70; ++offset)
      ExpectTheTwinsCounts(std::span(a).subspan(offset), std::span(b).first(b.size() - offset));
  }
}

}  // namespace
}  // namespace wirecopy
