// The stages of a run; what they find is tested in detector_test.cc.
#include <numeric>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/detect/detector_state.h"
#include "wirecopy/detect/made_news_test.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

using testing::HasSubstr;

// Pages of one outlet with a line of its own that no rule knows.
std::vector<Article> PagesWithAMenu(size_t count) {
  const std::string menu = MadeSentences(5, 1)[0] + "\n";
  std::vector<Article> articles;
  for (uint64_t i = 0; i < count; ++i) {
    articles.push_back(MadeArticle("p" + std::to_string(i), menu + MadePage(2000 + i), "outlet"));
  }
  return articles;
}

TEST(RunCountsTest, FurnitureLearntCountsAsMasked) {
  const std::vector<Article> articles = PagesWithAMenu(12);
  Detector detector = MadeDetector(0);
  ASSERT_TRUE(detector.AddAll(ViewsOf(articles)).ok());
  const absl::StatusOr<Result> result = detector.Run();
  ASSERT_TRUE(result.ok());
  const uint64_t menu = Clean(MadeSentences(5, 1)[0]).tokens.size();
  EXPECT_EQ(result->counts.furniture_tokens, 12 * menu);
}

TEST(ResultPairsTest, CarryNoRangesOfBodies) {
  const std::vector<Article> articles = Crawl(2, 3);
  DetectorOptions options;
  options.keep_rejected_pairs = true;
  auto detector = Detector::Create(options);
  ASSERT_TRUE(detector->AddAll(ViewsOf(articles)).ok());
  const absl::StatusOr<Result> result = detector->Run();
  ASSERT_TRUE(result.ok());
  ASSERT_GE(result->pairs.size(), 6u);
  for (const PairVerdict& pair : result->pairs) {
    EXPECT_TRUE(pair.verdict.passages.empty());
    EXPECT_TRUE(pair.verdict.slots.empty());
  }
}

TEST(RunCountsTest, PairsByRelationCountRejectedOnesToo) {
  const std::vector<Article> articles = Crawl(3, 4);
  uint64_t listed = 0;
  for (const bool keep : {false, true}) {
    DetectorOptions options;
    options.min_probability = 1;
    options.keep_rejected_pairs = keep;
    auto detector = Detector::Create(options);
    ASSERT_TRUE(detector->AddAll(ViewsOf(articles)).ok());
    const absl::StatusOr<Result> result = detector->Run();
    ASSERT_TRUE(result.ok());
    const auto& by_relation = result->counts.pairs_by_relation;
    EXPECT_EQ(std::accumulate(by_relation.begin(), by_relation.end(), uint64_t{0}),
              result->counts.candidates);
    EXPECT_GE(result->counts.candidates, 18u);
    listed += result->pairs.size();
  }
  EXPECT_GE(listed, 18u);
}

// A line that one outlet repeats and the other does not is masked on one side only.
TEST(JudgeTest, ExactCopiesAreExactWhateverTheirOutletsRepeat) {
  std::vector<Article> articles = PagesWithAMenu(12);
  articles.push_back(articles[0]);
  articles.back().id = "copy";
  articles.back().outlet = "elsewhere";
  Detector detector = MadeDetector(0);
  ASSERT_TRUE(detector.AddAll(ViewsOf(articles)).ok());
  ASSERT_TRUE(detector.Run().ok());
  ASSERT_GT(detector.background().outlet_shingle_count(), 0u);
  EXPECT_EQ(detector.Judge(0, 12)->relation, Relation::kExact);
  EXPECT_EQ(detector.Judge(0, 12)->probability, 1);
}

// The verdict of a run, of Judge and of `compare` are one, for exact copies of different dates too.
TEST(ResultPairsTest, AreJudgedAsJudgeDoes) {
  std::vector<Article> articles = PagesWithAMenu(8);
  for (uint64_t i = 0; i < 8; ++i) {
    articles.push_back(MadeArticle("q" + std::to_string(i), Damaged(MadePage(2000 + i), i, 25),
                                   "elsewhere", static_cast<int64_t>(100 * i)));
    articles.push_back(articles.back());
    articles.back().id = "a copy of " + articles.back().id;
    articles.back().published_at->earliest_s += 86400;
    articles.back().published_at->latest_s += 86400;
  }
  Detector detector = MadeDetector(0);
  ASSERT_TRUE(detector.AddAll(ViewsOf(articles)).ok());
  const absl::StatusOr<Result> result = detector.Run();
  ASSERT_TRUE(result.ok());
  ASSERT_GE(result->pairs.size(), 8u);
  const absl::StatusOr<Verdict> copies = detector.Judge(8, 9);
  ASSERT_TRUE(copies.ok());
  EXPECT_EQ(copies->relation, Relation::kExact);
  EXPECT_EQ(copies->gap_s, 86400);
  EXPECT_EQ(copies->reasons.back(), "published 24 h apart");
  for (const PairVerdict& pair : result->pairs) {
    const absl::StatusOr<Verdict> verdict = detector.Judge(pair.a, pair.b);
    ASSERT_TRUE(verdict.ok());
    EXPECT_EQ(verdict->probability, pair.verdict.probability);
    EXPECT_EQ(verdict->relation, pair.verdict.relation);
    EXPECT_EQ(verdict->coverage_a, pair.verdict.coverage_a);
    EXPECT_EQ(verdict->bits_b, pair.verdict.bits_b);
    EXPECT_EQ(verdict->gap_s, pair.verdict.gap_s);
  }
}

}  // namespace
}  // namespace wirecopy
