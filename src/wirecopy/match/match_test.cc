#include "wirecopy/match/match.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

// A sketch with keys alone. Band i has key keys[i]; key 0: no key in that band.
Sketch WithKeys(const std::vector<uint64_t>& keys, std::vector<uint64_t> sample = {}) {
  Sketch sketch;
  for (size_t band = 0; band < keys.size(); ++band) {
    if (keys[band] == 0) continue;
    sketch.band_keys.push_back(keys[band]);
    sketch.band_numbers.push_back(static_cast<uint16_t>(band));
  }
  std::sort(sample.begin(), sample.end());
  sketch.sample = std::move(sample);
  return sketch;
}

bool Holds(const std::vector<CandidatePair>& pairs, uint32_t first, uint32_t second) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const CandidatePair& pair) {
    return pair.first == first && pair.second == second;
  });
}

TEST(FindCandidatesTest, OfNothingAndOfNoKeys) {
  EXPECT_TRUE(FindCandidates({}, {}).empty());
  EXPECT_TRUE(FindCandidates(std::vector<Sketch>(3), {}).empty());
  const std::vector<Sketch> one = {WithKeys({1, 2}, {10, 20})};
  EXPECT_TRUE(FindCandidates(one, {}).empty());
}

TEST(FindCandidatesTest, EqualKeysOfOneBandJoin) {
  const std::vector<Sketch> sketches = {WithKeys({5, 6}), WithKeys({7, 6}), WithKeys({8, 9})};
  EXPECT_EQ(FindCandidates(sketches, {}), (std::vector<CandidatePair>{{0, 1, 1, 0}}));
}

TEST(FindCandidatesTest, AMissingBandMovesNoKeyToAnother) {
  // The second has no key in band 0, so its first stored key is of band 1.
  const std::vector<Sketch> sketches = {WithKeys({5, 6}), WithKeys({0, 5}), WithKeys({0, 6})};
  EXPECT_EQ(FindCandidates(sketches, {}), (std::vector<CandidatePair>{{0, 2, 1, 0}}));
}

TEST(FindCandidatesTest, SharedSamplesJoinFromTheirLeastNumber) {
  const std::vector<Sketch> sketches = {WithKeys({}, {1, 2, 3}), WithKeys({}, {2, 3, 9}),
                                        WithKeys({}, {3, 9, 10})};
  EXPECT_EQ(FindCandidates(sketches, {.min_containment = 0, .min_shared_samples = 2}),
            (std::vector<CandidatePair>{{0, 1, 0, 2}, {1, 2, 0, 2}}));
  EXPECT_EQ(FindCandidates(sketches, {.min_containment = 0, .min_shared_samples = 1}).size(), 3u);
  EXPECT_TRUE(FindCandidates(sketches, {.min_containment = 0, .min_shared_samples = 3}).empty());
}

// Hashes [begin, end), spread over their range as those of shingles are.
std::vector<uint64_t> Hashes(uint64_t begin, uint64_t end) {
  std::vector<uint64_t> hashes;
  for (uint64_t i = begin; i < end; ++i) hashes.push_back(MixHash(i));
  return hashes;
}

// Of a short text all shingles are sampled, of the long one that holds it a few.
TEST(FindCandidatesTest, OneHashIsEnoughWhereItIsAPartOfTheFewThatAreComparable) {
  constexpr double kRate = 1.0 / 8;
  const auto at_rate = [](std::vector<uint64_t> hashes) {
    std::erase_if(hashes, [](uint64_t hash) { return hash > ~uint64_t{0} / 8; });
    return hashes;
  };
  const std::vector<uint64_t> part = Hashes(1000, 1040);
  const size_t shared = at_rate(part).size();
  ASSERT_GE(shared, 1u);
  ASSERT_LT(shared, 20u);
  Sketch whole = WithKeys({}, at_rate(Hashes(1, 2000)));
  whole.sample_rate = kRate;
  const std::vector<Sketch> sketches = {whole, WithKeys({}, part)};
  const std::vector<CandidatePair> expected = {{0, 1, 0, static_cast<uint16_t>(shared)}};
  EXPECT_EQ(FindCandidates(sketches, {.min_shared_samples = 20}), expected);
  // One of many is not.
  const std::vector<Sketch> strangers = {WithKeys({}, Hashes(1, 200)),
                                         WithKeys({}, Hashes(199, 400))};
  EXPECT_TRUE(FindCandidates(strangers, {}).empty());
}

TEST(FindCandidatesTest, TwoPartsAreJoinedByTheTextThatHoldsBoth) {
  const Sketch first = WithKeys({}, Hashes(1, 60));
  const Sketch second = WithKeys({}, Hashes(57, 120));  // three of 59 are shared
  const Sketch whole = WithKeys({}, Hashes(1, 120));
  EXPECT_TRUE(FindCandidates(std::vector<Sketch>{first, second}, {}).empty());
  EXPECT_TRUE(Holds(FindCandidates(std::vector<Sketch>{first, second, whole}, {}), 0, 1));
  // A text that quotes a fourth of either is a candidate of both, and joins nobody.
  std::vector<uint64_t> quotes = Hashes(1, 15);
  for (uint64_t hash : Hashes(100, 120)) quotes.push_back(hash);
  for (uint64_t hash : Hashes(1000, 1100)) quotes.push_back(hash);
  const std::vector<CandidatePair> pairs =
      FindCandidates(std::vector<Sketch>{first, second, WithKeys({}, quotes)}, {});
  EXPECT_TRUE(Holds(pairs, 0, 2));
  EXPECT_TRUE(Holds(pairs, 1, 2));
  EXPECT_FALSE(Holds(pairs, 0, 1));
}

TEST(FindCandidatesTest, TakesEveryHash) {
  // The ends of the range of hashes, where parts of it are cut.
  const std::vector<uint64_t> ends = {0, 1, ~uint64_t{0} - 1, ~uint64_t{0}};
  const std::vector<Sketch> sketches = {WithKeys({}, ends), WithKeys({}, ends)};
  EXPECT_EQ(FindCandidates(sketches, {}), (std::vector<CandidatePair>{{0, 1, 0, 4}}));
}

TEST(FindCandidatesTest, SharedSamplesAreHeldToTheShareOfTheSmaller) {
  std::vector<uint64_t> long_sample;
  std::vector<uint64_t> other_long = {1, 2, 3};
  for (uint64_t i = 1; i <= 50; ++i) long_sample.push_back(i);
  for (uint64_t i = 100; i < 147; ++i) other_long.push_back(i);
  const std::vector<Sketch> sketches = {WithKeys({}, long_sample), WithKeys({}, other_long),
                                        WithKeys({}, {4, 5, 6})};
  // 3 of 50 hashes are shared by the first two, 3 of 3 by the first and the last.
  EXPECT_EQ(FindCandidates(sketches, {.min_containment = .06}),
            (std::vector<CandidatePair>{{0, 1, 0, 3}, {0, 2, 0, 3}}));
  EXPECT_EQ(FindCandidates(sketches, {.min_containment = .07}),
            (std::vector<CandidatePair>{{0, 2, 0, 3}}));
  // A band joins whatever the samples say.
  const std::vector<Sketch> banded = {WithKeys({7}, long_sample), WithKeys({7}, other_long)};
  EXPECT_EQ(FindCandidates(banded, {.min_containment = 1}),
            (std::vector<CandidatePair>{{0, 1, 1, 3}}));
}

// Noisy copies of one text of 64 samples, and an excerpt that has six of them and six of its own.
std::vector<Sketch> StoryWithExcerpt(uint32_t copies, uint32_t excerpt_at, double lost) {
  std::mt19937_64 random(1000);
  std::bernoulli_distribution loses(lost);
  std::vector<Sketch> sketches;
  for (uint32_t article = 0; article <= copies; ++article) {
    std::vector<uint64_t> sample;
    for (uint64_t i = 0; i < (article == excerpt_at ? 12 : 64); ++i) {
      const bool keeps = article == excerpt_at ? i < 6 : !loses(random);
      sample.push_back(keeps ? MixHash(i + 1) : random());
    }
    sketches.push_back(WithKeys({}, std::move(sample)));
  }
  return sketches;
}

TEST(FindCandidatesTest, AnExcerptOfAnOftenReprintedStoryFindsIt) {
  for (double lost : {0.0, 0.2, 0.4}) {
    for (uint32_t at : {0u, 1u, 500u, 1000u}) {
      const std::vector<CandidatePair> pairs = FindCandidates(StoryWithExcerpt(1000, at, lost), {});
      const auto of_excerpt = std::count_if(
          pairs.begin(), pairs.end(),
          [&](const CandidatePair& pair) { return pair.first == at || pair.second == at; });
      EXPECT_GE(of_excerpt, 1) << "excerpt at " << at << ", copies lose " << lost;
      EXPECT_LE(pairs.size(), 1001u * 64 * MatchOptions().chain_reach);
    }
  }
}

// Every copy of the story hangs together with every other through candidates.
TEST(FindCandidatesTest, AnOftenReprintedStoryHangsTogether) {
  const std::vector<Sketch> sketches = StoryWithExcerpt(1000, 700, 0.3);
  std::vector<uint32_t> group(sketches.size());
  for (uint32_t i = 0; i < group.size(); ++i) group[i] = i;
  auto root = [&](uint32_t i) {
    while (group[i] != i) i = group[i] = group[group[i]];
    return i;
  };
  for (const CandidatePair& pair : FindCandidates(sketches, {}))
    group[root(pair.first)] = root(pair.second);
  for (uint32_t i = 0; i < group.size(); ++i) ASSERT_EQ(root(i), root(0)) << i;
}

TEST(FindCandidatesTest, OneKeyInEveryArticleCostsItsLinksOnly) {
  constexpr uint32_t kArticles = 200000;  // all pairs would be 2 * 10^10
  const std::vector<Sketch> sketches(kArticles, WithKeys({42}, {7, 8}));
  const std::vector<CandidatePair> pairs =
      FindCandidates(sketches, {.chain_reach = 3, .all_pairs_bucket = 16});
  EXPECT_EQ(pairs.size(), 3u * kArticles - 6);
  EXPECT_EQ(pairs.front(), (CandidatePair{0, 1, 1, 2}));
  EXPECT_EQ(pairs.back(), (CandidatePair{kArticles - 2, kArticles - 1, 1, 2}));
}

// Random small groups that share keys and samples; the whole against comparing every two articles.
std::vector<Sketch> RandomSketches(uint32_t articles, uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<Sketch> sketches;
  for (uint32_t article = 0; article < articles; ++article) {
    const uint64_t story = article % (articles / 4 + 1);
    std::vector<uint64_t> keys;
    for (uint64_t band = 0; band < 8; ++band) {
      const uint64_t pick = random() % 4;
      keys.push_back(pick == 0 ? 0 : pick == 1 ? MixHash(story * 8 + band + 1) : random() | 1);
    }
    std::vector<uint64_t> sample;
    for (uint64_t i = 0; i < 20; ++i)
      sample.push_back(random() % 3 == 0 ? MixHash(story << 20 | i) : random());
    sketches.push_back(WithKeys(keys, sample));
  }
  return sketches;
}

TEST(FindCandidatesTest, AgreesWithComparingEveryTwo) {
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    const std::vector<Sketch> sketches = RandomSketches(300, seed);
    const MatchOptions options = {.min_containment = seed % 2 == 0 ? 0 : .2,
                                  .min_shared_samples = 2};
    std::set<std::pair<uint32_t, uint32_t>> expected;
    for (uint32_t first = 0; first < sketches.size(); ++first) {
      for (uint32_t second = first + 1; second < sketches.size(); ++second) {
        std::vector<uint64_t> shared;
        std::set_intersection(sketches[first].sample.begin(), sketches[first].sample.end(),
                              sketches[second].sample.begin(), sketches[second].sample.end(),
                              std::back_inserter(shared));
        // Every sample holds 20 hashes.
        if (shared.size() >= (seed % 2 == 0 ? 2u : 4u)) expected.insert({first, second});
      }
    }
    const std::vector<CandidatePair> pairs = FindCandidates(sketches, options);
    for (const auto& [first, second] : expected)
      EXPECT_TRUE(Holds(pairs, first, second)) << first << " " << second;
    for (const CandidatePair& pair : pairs) {
      EXPECT_TRUE(pair.shared_bands > 0 || expected.contains({pair.first, pair.second}));
      // Bands are numbered, so a band link means an equal key in an equal band.
      uint32_t equal_bands = 0;
      for (uint16_t band = 0; band < 8; ++band) {
        auto key_of = [&](const Sketch& sketch) {
          const auto at = std::find(sketch.band_numbers.begin(), sketch.band_numbers.end(), band);
          return at == sketch.band_numbers.end()
                     ? 0
                     : sketch.band_keys[at - sketch.band_numbers.begin()];
        };
        const uint64_t key = key_of(sketches[pair.first]);
        equal_bands += key != 0 && key == key_of(sketches[pair.second]);
      }
      EXPECT_LE(pair.shared_bands, equal_bands);
    }
  }
}

TEST(FindCandidatesTest, TheNumberOfThreadsDoesNotShow) {
  const std::vector<Sketch> sketches = RandomSketches(5000, 77);
  const std::vector<CandidatePair> one = FindCandidates(sketches, {.threads = 1});
  ASSERT_GT(one.size(), 1000u);
  EXPECT_TRUE(std::is_sorted(one.begin(), one.end()));
  for (unsigned threads : {2u, 8u}) EXPECT_EQ(FindCandidates(sketches, {.threads = threads}), one);
}

}  // namespace
}  // namespace wirecopy
