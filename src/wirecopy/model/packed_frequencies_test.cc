#include "wirecopy/model/packed_frequencies.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/base/parallel.h"

namespace wirecopy {
namespace {

using Entry = Background::Entry;

std::vector<Entry> RandomEntries(size_t count, uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<Entry> entries(count);
  for (Entry& entry : entries)
    entry = {random(), 2 + static_cast<uint32_t>(random() % (random() % 8 == 0 ? 5000 : 200))};
  return entries;
}

TEST(PackedFrequenciesTest, HoldsWhatWasPackedAndLittleElse) {
  for (size_t count : {0, 1, 70000}) {
    const std::vector<Entry> entries = RandomEntries(count, 7 + count);
    const std::string bytes = PackFrequencies({1000, 2}, entries);
    EXPECT_EQ(bytes.size(), 40 + 4 * (65537 + count));
    const auto packed = PackedFrequencies::Create(bytes);
    ASSERT_TRUE(packed.ok()) << packed.status();
    EXPECT_TRUE(packed->IsWhole());
    EXPECT_EQ(packed->entry_count(), count);
    EXPECT_EQ(packed->story_count(), 1000u);
    EXPECT_EQ(packed->least_stories(), 2u);
    std::vector<uint64_t> asked;
    std::vector<uint32_t> frequencies;
    for (const Entry& entry : entries) {
      const uint32_t held = packed->StoryFrequency(entry.shingle);
      ASSERT_LE(held, entry.stories);
      ASSERT_GE(held, (entry.stories <= 200 ? 1 : 0.89) * entry.stories) << entry.shingle;
      asked.push_back(entry.shingle);
      frequencies.push_back(held + 5);
    }
    // 70,000 of 2^40: about one stranger in 16 million is taken for one of them.
    std::mt19937_64 random(3);
    for (int i = 0; i < 10000; ++i) {
      asked.push_back(random());
      frequencies.push_back(5);
      ASSERT_EQ(packed->StoryFrequency(asked.back()), 0u);
    }
    for (const char* filter : {"before there is a filter", "through the filter"}) {
      std::vector<uint32_t> added(asked.size(), 5);
      packed->AddStoryFrequencies(asked, added);
      EXPECT_EQ(added, frequencies) << filter;
    }
  }
}

TEST(PackedFrequenciesTest, ThreadsMayLookUpWhileTheFilterIsMade) {
  const std::vector<Entry> entries = RandomEntries(5000, 4);
  const std::string bytes = PackFrequencies({1000, 2}, entries);
  const auto packed = PackedFrequencies::Create(bytes);
  ASSERT_TRUE(packed.ok()) << packed.status();
  std::vector<uint64_t> asked;
  std::vector<uint32_t> frequencies;
  for (const Entry& entry : entries) {
    asked.push_back(entry.shingle);
    frequencies.push_back(packed->StoryFrequency(entry.shingle));
  }
  ParallelFor(64, 4, 1, [&](size_t, size_t, unsigned) {
    std::vector<uint32_t> added(1000, 0);
    packed->AddStoryFrequencies(std::span(asked).first(1000), added);
    EXPECT_TRUE(std::ranges::equal(added, std::span(frequencies).first(1000)));
  });
}

TEST(PackedFrequenciesTest, EqualEntriesGiveEqualBytes) {
  std::vector<Entry> entries = RandomEntries(500, 1);
  const std::string bytes = PackFrequencies({1000, 2}, entries);
  std::ranges::reverse(entries);
  EXPECT_EQ(PackFrequencies({1000, 2}, entries), bytes);
  EXPECT_NE(PackFrequencies({1001, 2}, entries), bytes);
  const auto packed = PackedFrequencies::Create(bytes);
  ++entries[0].stories;
  const std::string other = PackFrequencies({1000, 2}, entries);
  EXPECT_NE(PackedFrequencies::Create(other)->fingerprint(), packed->fingerprint());
}

TEST(PackedFrequenciesTest, OfShinglesThatItCannotTellApartTheMoreFrequentCounts) {
  const std::vector<Entry> entries = {{0x1234567890123456, 30}, {0x1234567890ffffff, 9}};
  const std::string bytes = PackFrequencies({1000, 2}, entries);
  const auto packed = PackedFrequencies::Create(bytes);
  EXPECT_EQ(packed->entry_count(), 1u);
  EXPECT_EQ(packed->StoryFrequency(entries[1].shingle), 30u);
}

TEST(PackedFrequenciesTest, TheRarestAndTheMostFrequentFit) {
  const std::vector<Entry> entries = {{1ull << 30, 1}, {2ull << 30, 200}, {3ull << 30, UINT32_MAX}};
  const std::string bytes = PackFrequencies({1u << 31, 1}, entries);
  const auto packed = PackedFrequencies::Create(bytes);
  EXPECT_EQ(packed->StoryFrequency(1ull << 30), 1u);
  EXPECT_EQ(packed->StoryFrequency(2ull << 30), 200u);
  EXPECT_NEAR(packed->StoryFrequency(3ull << 30), 23480, 30);
}

TEST(PackedFrequenciesTest, RefusesWhatItCannotUse) {
  const std::string good = PackFrequencies({1000, 2}, RandomEntries(50, 2));
  const auto with = [&](size_t at, char byte) {
    std::string bytes = good;
    bytes[at] = byte;
    return bytes;
  };
  struct Case {
    const char* name;
    std::string bytes;
    absl::StatusCode code;
  };
  for (const Case& c : {
           Case{"empty", "", absl::StatusCode::kDataLoss},
           Case{"head only", good.substr(0, 40), absl::StatusCode::kDataLoss},
           Case{"cut off", good.substr(0, good.size() - 1), absl::StatusCode::kDataLoss},
           Case{"longer", good + "x", absl::StatusCode::kDataLoss},
           Case{"magic", with(0, 'x'), absl::StatusCode::kDataLoss},
           Case{"format", with(8, 9), absl::StatusCode::kUnimplemented},
           Case{"shingles", with(12, 9), absl::StatusCode::kUnimplemented},
           Case{"count", with(39, 0x7f), absl::StatusCode::kDataLoss},
           Case{"last offset", with(40 + 4 * 65536, 51), absl::StatusCode::kDataLoss},
       }) {
    EXPECT_EQ(PackedFrequencies::Create(c.bytes).status().code(), c.code) << c.name;
  }
  const std::string damaged = with(good.size() - 2, static_cast<char>(~good[good.size() - 2]));
  ASSERT_TRUE(PackedFrequencies::Create(damaged).ok());
  EXPECT_FALSE(PackedFrequencies::Create(damaged)->IsWhole());
}

}  // namespace
}  // namespace wirecopy
