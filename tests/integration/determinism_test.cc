// Threads and the order of arrival change nothing: the same bytes from the story writer, the same
// verdicts.
#include <algorithm>
#include <string>

#include "run_detector_test.h"
#include "sample_articles_test.h"
#include "seeded_random.h"
#include "wirecopy/report/series_json.h"
#include "wirecopy/report/story_json.h"

namespace wirecopy {
namespace {

std::string Bytes(const Result& result) {
  std::string out;
  for (const Story& story : result.stories) AppendStoryLine(result, story, &out);
  for (const Series& series : result.series) AppendSeriesLine(result, series, &out);
  for (const PairVerdict& pair : result.pairs) {
    AppendPairLine({result.articles[pair.a].id, result.articles[pair.b].id, &pair.verdict,
                    result.background_fingerprint},
                   &out);
  }
  return out;
}

std::string Clustered(std::vector<Article> articles, unsigned threads) {
  DetectorOptions options;
  options.threads = threads;
  return Bytes(RunDetector(articles, options));
}

class Determinism : public testing::Test {
 protected:
  void SetUp() override {
    articles_ = ReadSampleArticles();
    expected_ = Clustered(articles_, 1);
    ASSERT_GT(expected_.size(), 10000u);
  }
  std::vector<Article> articles_;
  std::string expected_;
};

TEST_F(Determinism, ThreadsChangeNothing) {
  for (unsigned threads : {1u, 2u, 8u})
    EXPECT_TRUE(Clustered(articles_, threads) == expected_) << threads;
}

TEST_F(Determinism, InputOrderChangesNothing) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    SeededRandom random(seed);
    random.Shuffle(articles_);
    EXPECT_TRUE(Clustered(articles_, seed % 2 == 0 ? 8 : 1) == expected_) << "seed " << seed;
  }
}

TEST_F(Determinism, AnotherTextChangesTheBytes) {
  articles_.front().text += "又及：以上内容经过修改。";
  articles_.pop_back();
  EXPECT_FALSE(Clustered(articles_, 1) == expected_);
}

}  // namespace
}  // namespace wirecopy
