#include "wirecopy/match/neighbours.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

TEST(NeighboursTest, OfNobody) {
  const Neighbours neighbours({}, 2);
  EXPECT_TRUE(neighbours.Of(0).empty());
  EXPECT_TRUE(neighbours.Of(1).empty());
  EXPECT_FALSE(neighbours.HaveCommon(0, 1));
}

TEST(NeighboursTest, ThemselvesAreNotInCommon) {
  const Neighbours neighbours(std::vector<CandidatePair>{{0, 1, 1, 0}}, 2);
  EXPECT_FALSE(neighbours.HaveCommon(0, 1));
}

TEST(NeighboursTest, AgreeWithSets) {
  constexpr uint32_t kArticles = 40;
  std::mt19937_64 random(40);
  std::set<std::pair<uint32_t, uint32_t>> joined;
  while (joined.size() < 100) {
    const auto x = static_cast<uint32_t>(random() % kArticles);
    const auto y = static_cast<uint32_t>(random() % kArticles);
    if (x != y) joined.insert(std::minmax(x, y));
  }
  std::vector<CandidatePair> pairs;
  std::vector<std::set<uint32_t>> sets(kArticles);
  for (const auto& [first, second] : joined) {
    pairs.push_back({first, second, 1, 0});
    sets[first].insert(second);
    sets[second].insert(first);
  }
  const Neighbours neighbours(pairs, kArticles);
  for (uint32_t a = 0; a < kArticles; ++a) {
    EXPECT_TRUE(std::ranges::equal(neighbours.Of(a), sets[a])) << a;
    for (uint32_t b = 0; b < kArticles; ++b) {
      const bool common =
          std::ranges::any_of(sets[a], [&](uint32_t one) { return sets[b].contains(one); });
      EXPECT_EQ(neighbours.HaveCommon(a, b), common) << a << " " << b;
    }
  }
}

}  // namespace
}  // namespace wirecopy
