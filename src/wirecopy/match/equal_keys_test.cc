#include "wirecopy/match/equal_keys.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <ostream>
#include <random>
#include <set>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

using BucketSet = std::multiset<std::vector<uint32_t>>;

BucketSet BucketsOf(std::vector<KeyedArticle> entries, KeyGrouper& grouper) {
  Buckets buckets;
  grouper.Group(entries, buckets);
  BucketSet set;
  size_t begin = 0;
  for (uint32_t size : buckets.sizes) {
    set.emplace(buckets.articles.begin() + begin, buckets.articles.begin() + begin + size);
    begin += size;
  }
  EXPECT_EQ(begin, buckets.articles.size());
  return set;
}

// The slow twin: a map from key to its articles.
BucketSet SlowBuckets(const std::vector<KeyedArticle>& entries) {
  std::map<uint64_t, std::vector<uint32_t>> by_key;
  for (const KeyedArticle& entry : entries) by_key[entry.key].push_back(entry.article);
  BucketSet set;
  for (const auto& [key, articles] : by_key) {
    if (articles.size() >= 2) set.insert(articles);
  }
  return set;
}

struct Case {
  const char* name;
  std::vector<KeyedArticle> entries;
  BucketSet buckets;
};
void PrintTo(const Case& row, std::ostream* out) { *out << row.name; }

class KeyGrouperTest : public testing::TestWithParam<Case> {};

TEST_P(KeyGrouperTest, Groups) {
  KeyGrouper grouper;
  EXPECT_EQ(BucketsOf(GetParam().entries, grouper), GetParam().buckets);
}

constexpr uint64_t kHigh = uint64_t{1} << 63;

INSTANTIATE_TEST_SUITE_P(
    Entries, KeyGrouperTest,
    testing::Values(
        Case{"nothing", {}, {}}, Case{"one entry", {{7, 0}}, {}},
        Case{"all different", {{7, 0}, {8, 1}, {9, 2}}, {}},
        Case{"two equal", {{7, 0}, {8, 1}, {7, 2}}, {{0, 2}}},
        Case{"key 0 is a key", {{0, 3}, {0, 4}}, {{3, 4}}},
        Case{"one article in two buckets", {{1, 0}, {2, 0}, {1, 1}, {2, 1}}, {{0, 1}, {0, 1}}},
        Case{"equal low bits, mixed",
             {{5, 0}, {kHigh | 5, 1}, {5, 2}, {kHigh | 5, 3}},
             {{0, 2}, {1, 3}}},
        Case{"equal low bits, no bucket", {{5, 0}, {kHigh | 5, 1}}, {}}));

TEST(KeyGrouperTest, AgreesWithTheSlowTwin) {
  std::mt19937_64 random(64);
  KeyGrouper grouper;  // reused: its scratch memory must not show
  for (int round = 0; round < 200; ++round) {
    const size_t size = random() % (round % 10 == 0 ? 30000 : 300);
    const uint64_t distinct = 1 + random() % (2 * size + 1);
    // Some rounds have keys that differ in their highest bits only.
    const int shift = round % 3 == 0 ? 50 : 0;
    std::vector<KeyedArticle> entries;
    for (uint32_t article = 0; article < size; ++article) {
      const uint64_t key = random() % distinct;
      entries.push_back({shift > 0 ? key << shift : MixHash(key), article});
    }
    ASSERT_EQ(BucketsOf(entries, grouper), SlowBuckets(entries)) << "round " << round;
  }
}

TEST(KeyGrouperTest, AppendsInAnOrderOfItsOwn) {
  std::vector<KeyedArticle> entries;
  for (uint32_t article = 0; article < 1000; ++article)
    entries.push_back({MixHash(article % 400), article});
  Buckets first;
  Buckets second;
  KeyGrouper grouper;
  std::vector<KeyedArticle> copy = entries;
  grouper.Group(copy, first);
  grouper.Group(entries, second);
  EXPECT_EQ(first.articles, second.articles);
  EXPECT_EQ(first.sizes, second.sizes);
  std::vector<KeyedArticle> more = {{1, 5}, {1, 9}};
  grouper.Group(more, second);
  EXPECT_EQ(second.sizes.size(), first.sizes.size() + 1);
  EXPECT_EQ(second.articles.back(), 9u);
}

}  // namespace
}  // namespace wirecopy
