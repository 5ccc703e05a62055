#include "wirecopy/model/background.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <ostream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/model/packed_frequencies.h"

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
  const Background background(1 << 20, {}, {});
  EXPECT_NEAR(background.Bits(1), 20, 1e-6);         // log2(2^20)
  EXPECT_NEAR(background.Bits(3), 18.415037, 1e-6);  // log2(2^20 / 3), the last of full weight
  EXPECT_NEAR(background.Bits(40), 1.100855, 1e-6);  // (20 - log2(40)) * 3 / 40
  EXPECT_DOUBLE_EQ(background.Bits(0), background.Bits(1));
  EXPECT_EQ(background.Bits(1 << 20), 0);
  EXPECT_EQ(background.Bits(5 << 20), 0);
  for (uint32_t f = 1; f < 3000; ++f) EXPECT_GT(background.Bits(f), background.Bits(f + 1)) << f;
}

TEST(BackgroundTest, OfFewStoriesNobodyCanTellWhatIsRare) {
  for (uint64_t stories : {0, 2, 1000, 1 << 14})
    EXPECT_DOUBLE_EQ(Background(stories, {}, {}).Bits(1), 14) << stories;
}

struct PriorCase {
  const char* name;
  uint64_t prior_stories;
  uint32_t prior_frequency;
  uint64_t own_stories;
  uint32_t own_frequency;  // 0: absent
  uint32_t told;
};
void PrintTo(const PriorCase& c, std::ostream* out) { *out << c.name; }

class PriorTest : public testing::TestWithParam<PriorCase> {};

TEST_P(PriorTest, TheGreaterCountIsTold) {
  const PriorCase& c = GetParam();
  std::vector<Background::Entry> before = {{7, c.prior_frequency}};
  std::vector<Background::Entry> own = {{7, c.own_frequency}};
  if (c.prior_frequency == 0) before.clear();
  if (c.own_frequency == 0) own.clear();
  const Background prior(c.prior_stories, before, {});
  const Background background(c.own_stories, own, {}, &prior);
  EXPECT_EQ(background.StoryFrequency(7), c.told);
  EXPECT_EQ(background.StoryFrequencies(std::vector<uint64_t>{7, 8}),
            (std::vector<uint32_t>{c.told, 1}));
}

INSTANTIATE_TEST_SUITE_P(
    BackgroundTest, PriorTest,
    testing::Values(PriorCase{"neither knows it", 1000, 0, 1000, 0, 1},
                    PriorCase{"only the run knows it", 1000, 0, 1000, 5, 5},
                    PriorCase{"only the prior knows it, a run of two pages", 1000, 60, 2, 0, 59},
                    PriorCase{"the prior alone", 1000, 60, 0, 0, 60},
                    PriorCase{"both, the prior more", 1000, 60, 0, 5, 60},
                    PriorCase{"both, the run more", 1000, 60, 1000, 100, 100},
                    PriorCase{"half faded after 4,096 stories", 1000, 60, 4096, 5, 30},
                    PriorCase{"nearly gone after 100,000", 1000, 60, 100000, 5, 5},
                    PriorCase{"of four times the stories a quarter", 1 << 17, 60, 0, 0, 15},
                    PriorCase{"what fades to nothing is rare", 1 << 20, 20, 0, 0, 1}));

TEST(BackgroundTest, RestsOnThePriorsFurnitureToo) {
  const Background prior(10, {}, std::vector<uint64_t>{Background::OutletKey(7, 100)});
  const Background background(10, {}, std::vector<uint64_t>{Background::OutletKey(8, 200)}, &prior);
  EXPECT_TRUE(background.IsOutletFurniture(7, 100));
  EXPECT_TRUE(background.IsOutletFurniture(8, 200));
  EXPECT_FALSE(background.IsOutletFurniture(7, 200));
  EXPECT_EQ(background.outlet_shingle_count(), 1u);
  EXPECT_TRUE(Background(0, {}, {}, &prior).KnowsFurniture());
  EXPECT_FALSE(Background(0, {}, {}).KnowsFurniture());
}

TEST(BackgroundTest, PackedCountsAreTold) {
  const std::vector<Background::Entry> entries = {{uint64_t{1} << 40, 9}, {uint64_t{3} << 60, 30}};
  const std::string bytes = PackFrequencies({1000, 2}, entries);
  const auto packed = PackedFrequencies::Create(bytes);
  const Background background(&*packed);
  EXPECT_EQ(background.story_count(), 1000u);
  EXPECT_EQ(background.entry_count(), 2u);
  EXPECT_EQ(background.StoryFrequency(uint64_t{1} << 40), 9u);
  const Background resting(0, {}, {}, &background);
  EXPECT_EQ(resting.StoryFrequencies(std::vector<uint64_t>{uint64_t{3} << 60, 5}),
            (std::vector<uint32_t>{30, 1}));
  EXPECT_NE(background.fingerprint(), 0u);
  EXPECT_EQ(resting.fingerprint(), background.fingerprint());
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
  const Background prior(9, entries, {});
  EXPECT_NE(Background(1000, entries, outlets, &prior).fingerprint(), fingerprint);
  const Background nothing;
  EXPECT_EQ(Background(1000, entries, outlets, &nothing).fingerprint(), fingerprint);
  EXPECT_EQ(Background(0, {}, {}, &prior).fingerprint(), prior.fingerprint());
  EXPECT_EQ(Background(0, {}, {}, &nothing).fingerprint(), 0u);
  entries[0].stories++;
  EXPECT_NE(Background(1000, entries, outlets).fingerprint(), fingerprint);
}

}  // namespace
}  // namespace wirecopy
