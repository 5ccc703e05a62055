#include "wirecopy/match/links.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <ostream>
#include <random>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

Buckets BucketsOf(const std::vector<std::vector<uint32_t>>& lists) {
  Buckets buckets;
  for (const std::vector<uint32_t>& list : lists) {
    buckets.articles.insert(buckets.articles.end(), list.begin(), list.end());
    buckets.sizes.push_back(static_cast<uint32_t>(list.size()));
  }
  return buckets;
}

bool NeverFew(const CandidatePair&, unsigned) { return false; }

// All pairs at once; each list of buckets cut in two.
std::vector<CandidatePair> PairsOf(const Buckets& bands, const Buckets& samples, uint32_t articles,
                                   const MatchOptions& options, const FewLinksRule& few_links_do) {
  const auto halves = [](const Buckets& all) {
    std::vector<Buckets> lists(2);
    size_t i = 0;
    all.ForEach([&](std::span<const uint32_t> bucket) {
      Buckets& list = lists[i++ % 2];
      list.articles.insert(list.articles.end(), bucket.begin(), bucket.end());
      list.sizes.push_back(static_cast<uint32_t>(bucket.size()));
    });
    return lists;
  };
  std::vector<CandidatePair> pairs;
  const absl::Status status = ForEachPairs(halves(bands), halves(samples), articles, options,
                                           few_links_do, [&](std::vector<CandidatePair> some) {
                                             pairs.insert(pairs.end(), some.begin(), some.end());
                                             return absl::OkStatus();
                                           });
  EXPECT_TRUE(status.ok());
  return pairs;
}

struct Case {
  const char* name;
  std::vector<std::vector<uint32_t>> bands;
  std::vector<std::vector<uint32_t>> samples;
  MatchOptions options;
  std::vector<CandidatePair> pairs;
};
void PrintTo(const Case& row, std::ostream* out) { *out << row.name; }

class ForEachPairsTest : public testing::TestWithParam<Case> {};

TEST_P(ForEachPairsTest, LinksAndCounts) {
  const Case& row = GetParam();
  EXPECT_EQ(PairsOf(BucketsOf(row.bands), BucketsOf(row.samples), 100, row.options, NeverFew),
            row.pairs);
}

constexpr MatchOptions kTwo = {.min_shared_samples = 2, .chain_reach = 2, .all_pairs_bucket = 3};
constexpr MatchOptions kOne = {.min_shared_samples = 1, .chain_reach = 2, .all_pairs_bucket = 3};

INSTANTIATE_TEST_SUITE_P(
    Buckets, ForEachPairsTest,
    testing::Values(
        Case{"nothing", {}, {}, kTwo, {}}, Case{"a band joins", {{1, 4}}, {}, kTwo, {{1, 4, 1, 0}}},
        Case{"bands are chains", {{1, 4, 7}}, {}, kTwo, {{1, 4, 1, 0}, {4, 7, 1, 0}}},
        Case{"band links add up",
             {{1, 4}, {1, 4}, {0, 1, 4}},
             {},
             kTwo,
             {{0, 1, 1, 0}, {1, 4, 3, 0}}},
        Case{"one shared sample is not enough", {}, {{1, 4}}, kTwo, {}},
        Case{"or is, where one will do", {}, {{1, 4}}, kOne, {{1, 4, 0, 1}}},
        Case{"sample links add up", {}, {{1, 4}, {1, 4}}, kTwo, {{1, 4, 0, 2}}},
        Case{"a small bucket is linked completely",
             {},
             {{1, 2, 3}},
             kOne,
             {{1, 2, 0, 1}, {1, 3, 0, 1}, {2, 3, 0, 1}}},
        Case{"a larger one to its neighbours",
             {},
             {{1, 2, 3, 4}},
             kOne,
             {{1, 2, 0, 1}, {1, 3, 0, 1}, {2, 3, 0, 1}, {2, 4, 0, 1}, {3, 4, 0, 1}}},
        Case{"a band and a sample are counted apart", {{1, 4}}, {{1, 4}}, kTwo, {{1, 4, 1, 1}}},
        Case{"first and last article", {{0, 99}}, {}, kTwo, {{0, 99, 1, 0}}}));

// A bucket of n equal keys gives no more than chain_reach * n links, each entry linked to its
// nearest on each side.
TEST(ForEachPairsTest, ALargeBucketCostsItsLinksOnly) {
  constexpr uint32_t kSize = 10000;
  std::vector<uint32_t> all(kSize);
  for (uint32_t i = 0; i < kSize; ++i) all[i] = i;
  for (uint32_t reach : {1u, 2u, 4u, 8u}) {
    const MatchOptions options = {
        .min_shared_samples = 1, .chain_reach = reach, .all_pairs_bucket = 16};
    const std::vector<CandidatePair> pairs =
        PairsOf({}, BucketsOf({all}), kSize, options, NeverFew);
    EXPECT_EQ(pairs.size(), size_t{reach} * kSize - reach * (reach + 1) / 2);
    for (const CandidatePair& pair : pairs) ASSERT_LE(pair.second - pair.first, reach);
  }
}

TEST(ForEachPairsTest, CountsStopAtTheirCap) {
  const std::vector<std::vector<uint32_t>> same(70000, {3, 5});
  const std::vector<CandidatePair> pairs =
      PairsOf(BucketsOf(same), BucketsOf(same), 6, kTwo, NeverFew);
  EXPECT_EQ(pairs, (std::vector<CandidatePair>{{3, 5, 65535, 65535}}));
}

// Enough links for several ranges of articles, against a map of pairs; and for any number of
// threads.
TEST(ForEachPairsTest, RangesAndThreadsDoNotShow) {
  constexpr uint32_t kArticles = 3000;
  std::mt19937 random(9);
  std::vector<std::vector<uint32_t>> lists;
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> truth;
  const MatchOptions options = {
      .min_shared_samples = 30, .chain_reach = 12, .all_pairs_bucket = 16};
  for (int bucket = 0; bucket < 500; ++bucket) {
    std::vector<uint32_t> list;
    const uint32_t step = 1 + random() % (bucket % 5 == 0 ? 400 : 2);
    for (uint32_t article = random() % step; article < kArticles; article += 1 + random() % step) {
      list.push_back(article);
    }
    if (list.size() < 2) continue;
    const size_t reach = list.size() <= 16 ? list.size() : 12;
    for (size_t i = 0; i < list.size(); ++i) {
      for (size_t j = i + 1; j < std::min(list.size(), i + reach + 1); ++j)
        ++truth[{list[i], list[j]}];
    }
    lists.push_back(std::move(list));
  }
  std::vector<CandidatePair> expected;
  for (const auto& [pair, links] : truth) {
    if (links < 30) continue;
    expected.push_back({pair.first, pair.second, 0, static_cast<uint16_t>(links)});
  }
  ASSERT_GT(expected.size(), 1000u);
  const Buckets samples = BucketsOf(lists);
  uint64_t links = 0;
  for (const auto& [pair, count] : truth) links += count;
  ASSERT_GT(links, 2u * (4 << 20)) << "too few links";
  for (unsigned threads : {1u, 3u, 8u}) {
    MatchOptions with_threads = options;
    with_threads.threads = threads;
    EXPECT_EQ(PairsOf({}, samples, kArticles, with_threads, NeverFew), expected)
        << threads << " threads";
  }
}

TEST(ForEachPairsTest, FewLinksDoWhereTheRuleSaysSo) {
  std::vector<std::pair<uint32_t, uint32_t>> asked;
  const std::vector<CandidatePair> pairs =
      PairsOf(BucketsOf({{0, 1}}), BucketsOf({{0, 1}, {2, 5}, {2, 5}, {3, 4}, {4, 5}}), 6, kTwo,
              [&](const CandidatePair& pair, unsigned) {
                asked.emplace_back(pair.first, pair.second);
                return pair.first == 3;
              });
  EXPECT_EQ(pairs, (std::vector<CandidatePair>{{0, 1, 1, 1}, {2, 5, 0, 2}, {3, 4, 0, 1}}));
  // Not where a band or links enough join them.
  EXPECT_EQ(asked, (std::vector<std::pair<uint32_t, uint32_t>>{{3, 4}, {4, 5}}));
}

TEST(ForEachPairsTest, AFailureEndsTheWork) {
  int calls = 0;
  const absl::Status status = ForEachPairs({BucketsOf({{0, 1}, {64, 65}})}, {}, 100, kTwo, NeverFew,
                                           [&](const std::vector<CandidatePair>& pairs) {
                                             ++calls;
                                             EXPECT_EQ(pairs.size(), 2u);
                                             return absl::DataLossError("full");
                                           });
  EXPECT_EQ(status.message(), "full");
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace wirecopy
