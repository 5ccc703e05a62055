#include "wirecopy/model/background.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <vector>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

TEST(BackgroundTest, OfNothingFindsEverythingRare) {
  const Background background;
  EXPECT_EQ(background.StoryFrequency(0), 1u);
  EXPECT_EQ(background.StoryFrequency(12345), 1u);
  EXPECT_FALSE(background.IsOutletFurniture(1, 2));
  EXPECT_EQ(background.entry_count(), 0u);
  EXPECT_EQ(background.fingerprint(), 0u);
  EXPECT_DOUBLE_EQ(background.Bits(1), 14);  // of 2^14 stories
}

TEST(BackgroundTest, BitsFallFromRareToFormula) {
  const Background background(1000, {}, {});
  EXPECT_NEAR(background.Bits(1), 9.965784, 1e-6);   // log2(1000)
  EXPECT_NEAR(background.Bits(3), 8.380822, 1e-6);   // log2(1000 / 3), the last of full weight
  EXPECT_NEAR(background.Bits(40), 0.348289, 1e-6);  // log2(25) * 3 / 40
  EXPECT_DOUBLE_EQ(background.Bits(0), background.Bits(1));
  EXPECT_EQ(background.Bits(1000), 0);
  EXPECT_EQ(background.Bits(5000), 0);
  for (uint32_t f = 1; f < 1000; ++f) EXPECT_GT(background.Bits(f), background.Bits(f + 1)) << f;
}

// Random entries against a map, with keys 0 and 1 (a free slot's mark and its stand-in) kept apart
// from the rest.
TEST(BackgroundTest, AgreesWithAMap) {
  std::mt19937_64 random(41);
  for (size_t size : {1, 10, 1000, 20000}) {
    std::map<uint64_t, uint32_t> truth;
    std::set<uint64_t> outlet_truth;
    while (truth.size() < size) truth[random() >> (random() % 40)] = 2 + random() % 100;
    while (outlet_truth.size() < size)
      outlet_truth.insert(Background::OutletKey(random() % 5, random()));
    truth.erase(1);
    std::vector<Background::Entry> entries;
    for (auto [shingle, stories] : truth) entries.push_back({shingle, stories});
    std::shuffle(entries.begin(), entries.end(), random);
    std::vector<uint64_t> outlets(outlet_truth.begin(), outlet_truth.end());
    const Background background(100000, entries, outlets);
    EXPECT_EQ(background.entry_count(), truth.size());
    EXPECT_EQ(background.outlet_shingle_count(), outlet_truth.size());
    std::vector<uint64_t> asked;
    for (auto [shingle, stories] : truth) {
      ASSERT_EQ(background.StoryFrequency(shingle), stories) << shingle;
      asked.push_back(shingle);
      asked.push_back(random());
    }
    const std::vector<uint32_t> frequencies = background.StoryFrequencies(asked);
    for (size_t i = 0; i < asked.size(); ++i)
      ASSERT_EQ(frequencies[i], background.StoryFrequency(asked[i])) << asked[i];
    for (int i = 0; i < 2000; ++i) {
      const uint64_t shingle = random();
      ASSERT_EQ(background.StoryFrequency(shingle), truth.contains(shingle) ? truth[shingle] : 1);
    }
  }
}

TEST(BackgroundTest, FurnitureBelongsToItsOutlet) {
  const std::vector<uint64_t> keys = {Background::OutletKey(7, 100), Background::OutletKey(8, 200)};
  const Background background(10, {}, keys);
  EXPECT_TRUE(background.IsOutletFurniture(7, 100));
  EXPECT_TRUE(background.IsOutletFurniture(8, 200));
  EXPECT_FALSE(background.IsOutletFurniture(7, 200));
  EXPECT_FALSE(background.IsOutletFurniture(100, 7));
}

TEST(BackgroundTest, FingerprintIsPinnedAndSeesEverything) {
  std::vector<Background::Entry> entries = {{5, 3}, {0, 2}, {9, 40}};
  const std::vector<uint64_t> outlets = {Background::OutletKey(1, 2)};
  const uint64_t fingerprint = Background(1000, entries, outlets).fingerprint();
  EXPECT_EQ(fingerprint, 0x04e025156b87f80fu);
  std::reverse(entries.begin(), entries.end());
  EXPECT_EQ(Background(1000, entries, outlets).fingerprint(), fingerprint)
      << "order does not matter";
  EXPECT_NE(Background(1001, entries, outlets).fingerprint(), fingerprint);
  EXPECT_NE(Background(1000, entries, {}).fingerprint(), fingerprint);
  entries[0].stories++;
  EXPECT_NE(Background(1000, entries, outlets).fingerprint(), fingerprint);
}

}  // namespace
}  // namespace wirecopy
