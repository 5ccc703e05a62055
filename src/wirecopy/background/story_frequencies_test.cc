#include "wirecopy/background/story_frequencies.h"

#include <algorithm>
#include <map>
#include <random>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

using Groups = std::vector<std::vector<uint64_t>>;

std::map<uint64_t, uint32_t> Counted(const Groups& groups) {
  std::map<uint64_t, uint32_t> counts;
  for (const Background::Entry& entry : CountStories(
           groups.size(), [&](size_t g) { return std::span<const uint64_t>(groups[g]); })) {
    EXPECT_TRUE(counts.emplace(entry.shingle, entry.stories).second) << "an entry twice";
  }
  return counts;
}

// Slow twin.
std::map<uint64_t, uint32_t> CountedOneByOne(const Groups& groups) {
  std::map<uint64_t, uint32_t> counts;
  for (const auto& group : groups) {
    for (uint64_t shingle : group) ++counts[shingle];
  }
  std::erase_if(counts, [](const auto& entry) { return entry.second < 2; });
  return counts;
}

Groups RandomGroups(std::mt19937_64& random, size_t count, uint64_t alphabet) {
  Groups groups(count);
  for (auto& group : groups) {
    for (size_t i = random() % 60; i > 0; --i) group.push_back(MixHash(random() % alphabet));
    std::sort(group.begin(), group.end());
    group.erase(std::unique(group.begin(), group.end()), group.end());
  }
  return groups;
}

TEST(CountStoriesTest, OfNothing) {
  EXPECT_TRUE(Counted({}).empty());
  EXPECT_TRUE(Counted({{}}).empty());
  EXPECT_TRUE(Counted({{1, 2, 3}}).empty());
}

TEST(CountStoriesTest, CountsGroups) {
  EXPECT_EQ(Counted({{1, 2}, {2, 3}, {2, 3, 4}}), (std::map<uint64_t, uint32_t>{{2, 3}, {3, 2}}));
}

TEST(CountStoriesTest, HashesThatShareTheirLowBitsAreToldApart) {
  Groups groups(50);
  for (uint64_t g = 0; g < groups.size(); ++g) groups[g] = {g << 40, (1000 + g / 2) << 40};
  const auto counts = Counted(groups);
  EXPECT_EQ(counts.size(), 25u);
  EXPECT_EQ(counts, CountedOneByOne(groups));
}

TEST(CountStoriesTest, IsWhatAPlainMapCounts) {
  std::mt19937_64 random(31);
  for (int round = 0; round < 40; ++round) {
    const Groups groups = RandomGroups(random, random() % 80, 1 + random() % 4000);
    EXPECT_EQ(Counted(groups), CountedOneByOne(groups)) << "round " << round;
  }
}

TEST(CountStoriesTest, OrderChangesNothing) {
  std::mt19937_64 random(32);
  Groups groups = RandomGroups(random, 60, 300);
  const auto entries_of = [&] {
    return CountStories(groups.size(),
                        [&](size_t g) { return std::span<const uint64_t>(groups[g]); });
  };
  const std::vector<Background::Entry> expected = entries_of();
  ASSERT_FALSE(expected.empty());
  std::shuffle(groups.begin(), groups.end(), random);
  const std::vector<Background::Entry> shuffled = entries_of();
  ASSERT_EQ(shuffled.size(), expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(shuffled[i].shingle, expected[i].shingle);
    EXPECT_EQ(shuffled[i].stories, expected[i].stories);
    if (i > 0) {
      EXPECT_LT(expected[i - 1].shingle, expected[i].shingle);
    }
  }
}

}  // namespace
}  // namespace wirecopy
