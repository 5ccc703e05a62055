#include "wirecopy/model/shared_hashes.h"

#include <algorithm>
#include <random>
#include <vector>

#include "gtest/gtest.h"
#include "tests/reference/every_target.h"
#include "tests/reference/shared_hashes_reference.h"

namespace wirecopy {
namespace {

// At every instruction set of this machine, from both sides.
void ExpectTheTwinsCount(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  const uint32_t expected = reference::CountSharedHashes(a, b);
  for (const int64_t target : reference::EveryTarget()) {
    const reference::LimitedTo limited(target);
    ASSERT_EQ(CountSharedHashes(a, b), expected)
        << hwy::TargetName(target) << ", " << a.size() << " and " << b.size();
    ASSERT_EQ(CountSharedHashes(b, a), expected) << hwy::TargetName(target);
  }
}

std::vector<uint64_t> Drawn(size_t size, uint64_t below, std::mt19937_64& random) {
  std::vector<uint64_t> hashes(size);
  for (uint64_t& hash : hashes) hash = below == 0 ? random() : random() % below;
  std::ranges::sort(hashes);
  hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
  return hashes;
}

TEST(CountSharedHashesTest, OfFewHashes) {
  EXPECT_EQ(CountSharedHashes({}, {}), 0u);
  EXPECT_EQ(CountSharedHashes(std::vector<uint64_t>{1, 2}, {}), 0u);
  EXPECT_EQ(CountSharedHashes(std::vector<uint64_t>{1, 3, 5}, std::vector<uint64_t>{0, 3, 4, 5}),
            2u);
}

// Of dense lists most are shared, of sparse ones none; at sizes around every vector length.
TEST(CountSharedHashesTest, EveryTargetAgreesWithThePlainTwin) {
  std::mt19937_64 random(64);
  for (size_t a : {0, 1, 7, 8, 9, 16, 40, 190}) {
    for (size_t b : {1, 4, 8, 15, 17, 64, 191, 700}) {
      for (uint64_t below : {uint64_t{0}, uint64_t{300}, uint64_t{2000}}) {
        ExpectTheTwinsCount(Drawn(a, below, random), Drawn(b, below, random));
      }
    }
  }
}

// Ends of blocks that are equal, the greatest numbers, one list within the other.
TEST(CountSharedHashesTest, EveryTargetAgreesOnHostileLists) {
  std::vector<uint64_t> all;
  for (uint64_t i = 0; i < 64; ++i) all.push_back(~uint64_t{63} + i);
  ASSERT_EQ(all.back(), ~uint64_t{0});
  std::vector<uint64_t> odd, low;
  for (uint64_t hash : all) {
    if (hash % 2 == 1) odd.push_back(hash);
    low.push_back(hash & 63);
  }
  const std::vector<uint64_t> middle(all.begin() + 13, all.begin() + 40);
  for (const auto& a : {all, odd, low, middle}) {
    for (const auto& b : {all, odd, low, middle}) ExpectTheTwinsCount(a, b);
  }
}

}  // namespace
}  // namespace wirecopy
