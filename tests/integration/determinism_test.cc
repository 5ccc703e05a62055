// Threads, the order of arrival and the instruction set change nothing: the same bytes from the
// story writer, the same verdicts.
#include <cstdint>
#include <string>
#include <vector>

#include "run_detector_test.h"
#include "sample_articles_test.h"
#include "seeded_random.h"
#include "tests/reference/every_target.h"
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

std::string Clustered(const std::vector<Article>& articles, unsigned threads,
                      Verify verify = Verify::kAlign) {
  DetectorOptions options;
  options.threads = threads;
  options.verify = verify;
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

TEST_F(Determinism, InstructionSetsChangeNothing) {
  // Pages that no sentence resembles: one mark, five, every kind of token, what is no UTF-8.
  for (const char* text :
       {"。", "一二三四五", "第7号 pier of 第8号 岁𠮷 ย่อหน้า 12345678901234567890",
        "\xff\xfe\x80 松溪县 \xed\xa0\x80 图书馆 \xf8\x88\x80\x80\x80 重新开放"}) {
    for (int copies = 1; copies <= 1000; copies *= 10) {
      Article& page = articles_.emplace_back();
      page.id = "page-" + std::to_string(articles_.size());
      for (int i = 0; i < copies; ++i) page.text += text;
    }
  }
  for (const Verify verify : {Verify::kAlign, Verify::kSketch}) {
    const std::string expected = Clustered(articles_, 2, verify);
    for (const int64_t target : reference::EveryTarget()) {
      const reference::LimitedTo limited(target);
      EXPECT_TRUE(Clustered(articles_, 2, verify) == expected) << hwy::TargetName(target);
    }
  }
}

TEST_F(Determinism, AnotherTextChangesTheBytes) {
  articles_.front().text += "又及：以上内容经过修改。";
  articles_.pop_back();
  EXPECT_FALSE(Clustered(articles_, 1) == expected_);
}

}  // namespace
}  // namespace wirecopy
