#include "wirecopy/detect/judging.h"

#include <atomic>
#include <chrono>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/detect/failing_store_test.h"
#include "wirecopy/detect/made_news_test.h"
#include "wirecopy/sketch/sketch.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

// Eight pages of two stories, in a closed table.
struct MadeTable {
  MadeTable() {
    for (uint64_t i = 0; i < 8; ++i) {
      const Article article =
          MadeArticle("a" + std::to_string(i), Damaged(MadePage(40 + i % 2), i, 30), "",
                      static_cast<int64_t>(i));
      EXPECT_TRUE(table.Add(article.View(), Clean(article.text)).ok());
    }
    table.Close(12);
    for (uint32_t i = 0; i < 8; ++i) {
      for (uint32_t j = i + 1; j < 8; ++j) pairs.push_back({i, j, 1, 1});
    }
  }
  bool Same(const CandidatePair& pair) const {
    return table.ArticleOf(pair.first) % 2 == table.ArticleOf(pair.second) % 2;
  }

  FailingStore store{-1};
  ArticleTable table{&store};
  std::vector<CandidatePair> pairs;
};

TEST(PairJudgeTest, JudgesTextsAndArticlesAlike) {
  MadeTable made;
  const Background background;
  PairJudge judge(made.table, background, {});
  for (const CandidatePair& pair : made.pairs) {
    const auto of_texts = judge.Judge(pair.first, pair.second);
    const auto of_articles =
        judge.JudgeArticles(made.table.ArticleOf(pair.first), made.table.ArticleOf(pair.second));
    ASSERT_TRUE(of_texts.ok() && of_articles.ok());
    EXPECT_EQ(of_texts->probability, of_articles->probability);
    EXPECT_EQ(of_texts->probability >= 0.5, made.Same(pair));
    // Back again, though another text was loaded first in between.
    const auto mirrored = judge.Judge(pair.second, pair.first);
    EXPECT_EQ(mirrored->coverage_a, of_texts->coverage_b);
  }
}

// Counts what is loaded.
class CountingStore : public BlobStore {
 public:
  absl::StatusOr<BlobRef> Put(std::string_view bytes) override { return store_.Put(bytes); }
  absl::Status Get(const BlobRef& ref, std::string* out) const override {
    ++gets;
    large_gets += ref.size_bytes > 10000;
    return store_.Get(ref, out);
  }
  mutable int gets = 0;
  mutable int large_gets = 0;

 private:
  MemoryBlobStore store_;
};

TEST(PairJudgeTest, ATextIsLoadedOnceForItsPartnersInARow) {
  CountingStore store;
  ArticleTable table{&store};
  for (uint64_t i = 0; i < 6; ++i) {
    const Article article = MadeArticle("a" + std::to_string(i), MadePage(50 + i, 2));
    ASSERT_TRUE(table.Add(article.View(), Clean(article.text)).ok());
  }
  table.Close(12);
  const Background background;
  PairJudge all_kept(table, background, {});
  PairJudge none_kept(table, background, {}, nullptr, 0);
  struct Case {
    PairJudge* judge;
    int gets;
  };
  for (const Case& c : {Case{&all_kept, 6}, Case{&none_kept, 6 + 4}}) {
    store.gets = 0;
    // One side or the other is the text before.
    for (uint32_t i = 0; i < 5; ++i) ASSERT_TRUE(c.judge->Judge(i, 5).ok());
    for (uint32_t i = 0; i < 4; ++i) ASSERT_TRUE(c.judge->Judge(4, i).ok());
    EXPECT_EQ(store.gets, c.gets);
  }
}

TEST(PairJudgeTest, FailsWithTheStoreAndRecovers) {
  MadeTable made;
  const Background background;
  PairJudge judge(made.table, background, {});
  const double before = judge.Judge(0, 1)->probability;
  made.store.gets_fail = true;
  EXPECT_EQ(judge.Judge(2, 3).status().code(), absl::StatusCode::kUnavailable);
  made.store.gets_fail = false;
  EXPECT_EQ(judge.Judge(0, 1)->probability, before);
}

TEST(JudgePairsTest, ThreadsChangeNothing) {
  MadeTable made;
  const Background background;
  const RunControl control;
  PhaseProgress progress(control);
  const auto one = JudgePairs(made.pairs, {&made.table, &background, {}, 1}, progress);
  const auto many = JudgePairs(made.pairs, {&made.table, &background, {}, 8}, progress);
  ASSERT_TRUE(one.ok() && many.ok());
  ASSERT_EQ(one->size(), made.pairs.size());
  for (size_t i = 0; i < one->size(); ++i) EXPECT_EQ((*one)[i].probability, (*many)[i].probability);
}

// Fails for two blobs, for the earlier one late.
class TwoFailures : public BlobStore {
 public:
  TwoFailures(const uint64_t* late, const uint64_t* at_once) : late_(late), at_once_(at_once) {}
  absl::StatusOr<BlobRef> Put(std::string_view bytes) override { return store_.Put(bytes); }
  absl::Status Get(const BlobRef& ref, std::string* out) const override {
    if (ref.offset == *at_once_) return absl::UnavailableError("at once");
    if (ref.offset != *late_) return store_.Get(ref, out);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return absl::DataLossError("late");
  }

 private:
  const uint64_t* late_;
  const uint64_t* at_once_;
  MemoryBlobStore store_;
};

TEST(JudgePairsTest, ReportsTheFirstPairThatFailed) {
  uint64_t late = 0;
  uint64_t at_once = 0;
  TwoFailures store(&late, &at_once);
  ArticleTable table{&store};
  for (uint64_t i = 0; i < 4; ++i) {
    const Article article = MadeArticle("a" + std::to_string(i), MadePage(50 + i, 2));
    ASSERT_TRUE(table.Add(article.View(), Clean(article.text)).ok());
  }
  table.Close(12);
  late = table.ArticleOf(2);
  at_once = table.ArticleOf(3);
  // Work goes by the texts' order. Two blocks of pairs: the first ends with the late failure, the
  // second begins with the other.
  std::vector<CandidatePair> pairs(64, CandidatePair{0, 3, 1, 1});
  pairs.resize(127, CandidatePair{0, 1, 1, 1});
  pairs.push_back({0, 2, 1, 1});
  const Background background;
  const RunControl control;
  for (const unsigned threads : {1u, 2u, 8u}) {
    PhaseProgress progress(control);
    const absl::Status status =
        JudgePairs(pairs, {&table, &background, {}, threads}, progress).status();
    EXPECT_EQ(status, absl::DataLossError("late")) << threads;
  }
}

// All pairs of eight texts, of which two take more than may be kept.
TEST(JudgePairsTest, ATextThatIsTooLargeToKeepIsPreparedOnceForItsPartners) {
  CountingStore store;
  ArticleTable table{&store};
  for (uint64_t i = 0; i < 8; ++i) {
    const Article article = MadeArticle("a" + std::to_string(i), MadePage(70 + i, i < 2 ? 400 : 3));
    ASSERT_TRUE(table.Add(article.View(), Clean(article.text)).ok());
  }
  table.Close(12);
  std::vector<CandidatePair> pairs;
  for (uint32_t x = 0; x < 8; ++x) {
    for (uint32_t y = x + 1; y < 8; ++y) pairs.push_back({x, y, 1, 1});
  }
  const Background background;
  const RunControl control;
  PhaseProgress progress(control);
  constexpr uint64_t kKeptBytes = 100000;
  ASSERT_TRUE(JudgePairs(pairs, {&table, &background, {}, 1, nullptr, kKeptBytes}, progress).ok());
  EXPECT_LE(store.large_gets, 3);  // the second as a partner of the first, too
}

TEST(JudgePairsTest, StopsWhereCancelledOrFailing) {
  MadeTable made;
  const Background background;
  const std::atomic<bool> cancelled = true;
  RunControl control;
  control.cancelled = &cancelled;
  PhaseProgress progress(control);
  EXPECT_EQ(JudgePairs(made.pairs, {&made.table, &background, {}, 2}, progress).status().code(),
            absl::StatusCode::kCancelled);
  const RunControl calm;
  PhaseProgress on(calm);
  made.store.gets_fail = true;
  EXPECT_EQ(JudgePairs(made.pairs, {&made.table, &background, {}, 2}, on).status().code(),
            absl::StatusCode::kUnavailable);
}

TEST(EdgeOfTest, CarriesTheBestPassage) {
  Verdict verdict;
  verdict.probability = 0.75;
  verdict.coverage_a = 0.5;
  verdict.coverage_b = 0.25;
  verdict.shared_bits = 300;
  verdict.number_conflicts = 60000;
  verdict.name_conflicts = 60000;
  verdict.passages = {{{1, 9}, {2, 12}, 7, 90}, {{20, 30}, {20, 30}, 10, 20}};
  const EvidenceEdge edge = EdgeOf(3, 8, verdict);
  EXPECT_EQ(edge.a, 3u);
  EXPECT_EQ(edge.b, 8u);
  EXPECT_EQ(edge.probability, 0.75f);
  EXPECT_EQ(edge.coverage_a, 0.5f);
  EXPECT_EQ(edge.coverage_b, 0.25f);
  EXPECT_EQ(edge.conflicts, 65535);
  EXPECT_EQ(edge.span_a, (TokenRange{1, 9}));
  EXPECT_EQ(edge.span_b, (TokenRange{2, 12}));
  EXPECT_EQ(edge.span_matched, 7u);
  EXPECT_EQ(edge.span_bits, 90.0f);
  EXPECT_EQ(EdgeOf(0, 1, Verdict()).span_matched, 0u);
}

TEST(EstimateVerdictTest, FollowsTheOverlap) {
  const auto sketcher = Sketcher::Create({});
  std::vector<uint64_t> all;
  for (uint64_t i = 0; i < 1000; ++i) all.push_back(MixHash(i));
  const auto of = [&](size_t begin, size_t end) {
    const std::span<const uint64_t> part =
        std::span<const uint64_t>(all).subspan(begin, end - begin);
    return sketcher->MakeSketch(part);
  };
  const Verdict same = EstimateVerdict(of(0, 500), of(0, 500), 60, 0.5);
  EXPECT_EQ(same.relation, Relation::kReprint);
  EXPECT_GT(same.probability, 0.9);
  EXPECT_EQ(same.gap_s, 60);
  const Verdict part = EstimateVerdict(of(0, 900), of(0, 150), std::nullopt, 0.5);
  EXPECT_EQ(part.relation, Relation::kExcerpt);
  const Verdict strangers = EstimateVerdict(of(0, 500), of(500, 1000), std::nullopt, 0.5);
  EXPECT_EQ(strangers.relation, Relation::kUnrelated);
  EXPECT_LT(strangers.probability, 0.1);
  const Verdict nothing = EstimateVerdict({}, {}, std::nullopt, 0.5);
  EXPECT_EQ(nothing.relation, Relation::kUnrelated);
}

}  // namespace
}  // namespace wirecopy
