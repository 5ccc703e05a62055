#include "wirecopy/background/outlet_furniture.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <utility>

#include "gtest/gtest.h"
#include "wirecopy/model/shingle.h"

namespace wirecopy {
namespace {

using Shingles = std::vector<std::vector<uint64_t>>;

std::vector<uint64_t> Learnt(const std::vector<OutletPage>& pages, const Shingles& shingles) {
  return LearnOutletFurniture(pages, [&](uint32_t page) { return shingles[page]; });
}

// Slow twin: for each outlet and shingle the set of groups it stands in.
std::vector<uint64_t> LearntByCounting(const std::vector<OutletPage>& pages,
                                       const Shingles& shingles) {
  std::map<uint64_t, std::set<uint32_t>> groups_of_outlet;
  std::map<std::pair<uint64_t, uint64_t>, std::set<uint32_t>> groups_of_shingle;
  for (const OutletPage& page : pages) {
    if (page.outlet == 0) continue;
    groups_of_outlet[page.outlet].insert(page.group);
    for (uint64_t shingle : shingles[page.page])
      groups_of_shingle[{page.outlet, shingle}].insert(page.group);
  }
  std::vector<uint64_t> keys;
  for (const auto& [key, groups] : groups_of_shingle) {
    const double share =
        kMinFurnitureShare * static_cast<double>(groups_of_outlet[key.first].size());
    if (groups.size() >= kMinFurniturePages && static_cast<double>(groups.size()) >= share) {
      keys.push_back(Background::OutletKey(key.first, key.second));
    }
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::vector<Token> Characters(size_t count, uint32_t first) {
  std::vector<Token> tokens(count);
  for (size_t i = 0; i < count; ++i)
    tokens[i] = CharacterToken(U'\U00020000') + first + static_cast<uint32_t>(i);
  return tokens;
}

// A background in which `outlet` repeats the shingles of each of the stretches.
Background Repeating(uint64_t outlet, const std::vector<std::vector<Token>>& stretches) {
  std::vector<uint64_t> keys;
  for (const auto& stretch : stretches) {
    for (uint64_t shingle : ShingleSet(stretch))
      keys.push_back(Background::OutletKey(outlet, shingle));
  }
  return Background(1 << 14, {}, keys);
}

TEST(LearnOutletFurnitureTest, NeedsEnoughStoriesOfOneOutlet) {
  const Shingles shingles(8, {7, 9});
  std::vector<OutletPage> pages;
  for (uint32_t page = 0; page < 8; ++page) pages.push_back({1, page, page});
  const auto first = [&](size_t count) {
    return std::vector<OutletPage>(pages.begin(), pages.begin() + count);
  };
  EXPECT_TRUE(Learnt({}, shingles).empty());
  EXPECT_TRUE(Learnt(first(kMinFurniturePages - 1), shingles).empty());
  EXPECT_EQ(Learnt(first(kMinFurniturePages), shingles).size(), 2u);
}

TEST(LearnOutletFurnitureTest, PagesOfOneStoryCountOnce) {
  const Shingles shingles(20, {7});
  std::vector<OutletPage> pages;
  for (uint32_t page = 0; page < 20; ++page) pages.push_back({1, page % 3, page});
  EXPECT_TRUE(Learnt(pages, shingles).empty());
}

TEST(LearnOutletFurnitureTest, AnUnknownOutletTeachesNothing) {
  const Shingles shingles(20, {7});
  std::vector<OutletPage> pages;
  for (uint32_t page = 0; page < 20; ++page) pages.push_back({0, page, page});
  EXPECT_TRUE(Learnt(pages, shingles).empty());
}

TEST(LearnOutletFurnitureTest, NeedsItsShareOfALargeOutlet) {
  for (const uint32_t holders : {19u, 20u}) {  // of 100
    Shingles shingles(100);
    std::vector<OutletPage> pages;
    for (uint32_t page = 0; page < 100; ++page) {
      pages.push_back({5, page, page});
      if (page < holders) shingles[page] = {77};
    }
    EXPECT_EQ(Learnt(pages, shingles).size(), holders == 20 ? 1u : 0u);
  }
}

TEST(LearnOutletFurnitureTest, IsWhatPlainCountingFinds) {
  std::mt19937_64 random(41);
  size_t found = 0;
  for (int round = 0; round < 60; ++round) {
    const uint32_t count = 1 + random() % 120;
    Shingles shingles(count);
    std::vector<OutletPage> pages;
    for (uint32_t page = 0; page < count; ++page) {
      pages.push_back({random() % 4, static_cast<uint32_t>(random() % count), page});
      std::set<uint64_t> distinct;
      for (int i = 0; i < 8; ++i) distinct.insert(random() % 60);
      shingles[page].assign(distinct.begin(), distinct.end());
    }
    const std::vector<uint64_t> expected = LearntByCounting(pages, shingles);
    EXPECT_EQ(Learnt(pages, shingles), expected) << "round " << round;
    std::shuffle(pages.begin(), pages.end(), random);
    EXPECT_EQ(Learnt(pages, shingles), expected) << "shuffled, round " << round;
    found += expected.size();
  }
  EXPECT_GT(found, 100u);
}

TEST(OutletFurnitureTest, MasksWhatTheOutletRepeats) {
  const std::vector<Token> menu = Characters(12, 0);
  std::vector<Token> page = menu;
  const std::vector<Token> prose = Characters(50, 1000);
  page.insert(page.end(), prose.begin(), prose.end());
  const Background background = Repeating(3, {menu});
  EXPECT_EQ(OutletFurniture(page, 3, background), (std::vector<TokenRange>{{0, 12}}));
  EXPECT_TRUE(OutletFurniture(page, 4, background).empty());
  EXPECT_TRUE(OutletFurniture(page, 0, background).empty());
  EXPECT_TRUE(OutletFurniture(page, 3, Background()).empty());
  EXPECT_TRUE(OutletFurniture({}, 3, background).empty());
}

TEST(OutletFurnitureTest, LeavesShortRuns) {
  for (const size_t length : {7u, 8u}) {
    const std::vector<Token> menu = Characters(length, 0);
    std::vector<Token> page = Characters(30, 1000);
    page.insert(page.begin() + 10, menu.begin(), menu.end());
    const auto masked = OutletFurniture(page, 3, Repeating(3, {menu}));
    EXPECT_EQ(masked.size(), length == 8 ? 1u : 0u);
  }
}

TEST(OutletFurnitureTest, JoinsOverShortGaps) {
  const std::vector<Token> head = Characters(10, 0);
  const std::vector<Token> tail = Characters(10, 100);
  for (const size_t gap : {6u, 7u}) {
    std::vector<Token> page = head;
    const std::vector<Token> between = Characters(gap, 1000);
    page.insert(page.end(), between.begin(), between.end());
    page.insert(page.end(), tail.begin(), tail.end());
    const auto masked = OutletFurniture(page, 3, Repeating(3, {head, tail}));
    const std::vector<TokenRange> expected =
        gap == 6 ? std::vector<TokenRange>{{0, 26}} : std::vector<TokenRange>{{0, 10}, {17, 27}};
    EXPECT_EQ(masked, expected);
  }
}

}  // namespace
}  // namespace wirecopy
