// How a run goes: its phases, how it is stopped, what becomes of a store that fails.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/detect/failing_store_test.h"
#include "wirecopy/detect/made_crawl_test.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(DetectorTest, ReportsItsPhases) {
  Detector detector = Filled(SmallCrawl());
  std::vector<std::string> phases;
  bool sane = true;
  RunControl control;
  control.on_progress = [&](const Progress& progress) {
    if (phases.empty() || phases.back() != progress.phase) phases.emplace_back(progress.phase);
    sane = sane && progress.done <= progress.total;
  };
  ASSERT_TRUE(detector.Run(control).ok());
  EXPECT_THAT(phases, ElementsAre("learn", "sketch", "match", "compare", "cluster"));
  EXPECT_TRUE(sane);
}

TEST(DetectorTest, StopsWhereverItIsCancelled) {
  for (const std::string phase : {"learn", "sketch", "match", "compare", "cluster"}) {
    Detector detector = Filled(SmallCrawl());
    std::atomic<bool> cancelled = false;
    RunControl control;
    control.cancelled = &cancelled;
    control.on_progress = [&](const Progress& progress) {
      cancelled = cancelled || progress.phase == phase;
    };
    const absl::StatusOr<Result> result = detector.Run(control);
    EXPECT_EQ(result.status().code(), absl::StatusCode::kCancelled) << phase;
    EXPECT_EQ(detector.Run().status().code(), absl::StatusCode::kFailedPrecondition);
    // What is left can be asked without harm.
    EXPECT_TRUE(detector.Ask(MadeArticle("q", MadePage(100)).View()).ok());
  }
}

TEST(DetectorTest, AFailingStoreIsReported) {
  const std::vector<Article> articles = SmallCrawl();
  for (const int puts : {0, 1, 9}) {
    FailingStore store(puts);
    DetectorOptions options;
    options.store = &store;
    auto detector = Detector::Create(options);
    std::vector<ArticleView> views;
    for (const Article& article : articles) views.push_back(article.View());
    EXPECT_EQ(detector->AddAll(views).code(), absl::StatusCode::kDataLoss);
    EXPECT_EQ(detector->size(), static_cast<size_t>(puts));
  }
  for (const unsigned threads : {1u, 4u}) {
    FailingStore store(-1);
    DetectorOptions options;
    options.store = &store;
    options.threads = threads;
    Detector detector = Filled(articles, options);
    store.gets_fail = true;
    EXPECT_EQ(detector.Run().status().code(), absl::StatusCode::kUnavailable);
  }
  FailingStore store(-1);
  DetectorOptions options;
  options.store = &store;
  Detector detector = Filled(articles, options);
  ASSERT_TRUE(detector.Run().ok());
  store.gets_fail = true;
  EXPECT_EQ(detector.Judge(0, 1).status().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(detector.Ask(articles[0].View()).status().code(), absl::StatusCode::kUnavailable);
}

// Fails for every blob, each with a message of its own, and for one of them late.
class TardyStore : public BlobStore {
 public:
  explicit TardyStore(std::string tardy) : tardy_(std::move(tardy)) {}
  absl::StatusOr<BlobRef> Put(std::string_view) override { return BlobRef{puts_++, 0}; }
  absl::Status Get(const BlobRef& ref, std::string*) const override {
    const std::string name = "blob " + std::to_string(ref.offset);
    if (name == tardy_) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return absl::DataLossError(name);
  }

 private:
  std::string tardy_;
  uint64_t puts_ = 0;
};

TEST(DetectorTest, WhichFailureIsReportedDoesNotDependOnThreads) {
  std::vector<Article> articles;
  for (uint64_t i = 0; i < 300; ++i)
    articles.push_back(MadeArticle(std::to_string(i), MadePage(3000 + i, 2)));
  std::string first;
  for (const unsigned threads : {1u, 2u, 8u}) {
    TardyStore store(first);
    DetectorOptions options;
    options.store = &store;
    options.threads = threads;
    const absl::Status status = Filled(articles, options).Run().status();
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss);
    if (first.empty()) first = std::string(status.message());
    EXPECT_EQ(status.message(), first) << threads;
  }
}

TEST(DetectorTest, AStoreThatFailsLateIsReportedInEveryPhase) {
  for (const std::string phase : {"sketch", "compare", "cluster"}) {
    FailingStore store(-1);
    DetectorOptions options;
    options.store = &store;
    std::vector<Article> crawl = SmallCrawl();
    // So many copies that not every two are nominated: pairs are judged while groups join.
    for (uint64_t copy = 0; copy < 60; ++copy)
      crawl.push_back(MadeArticle("copy" + std::to_string(copy), Damaged(MadePage(900), copy, 40)));
    Detector detector = Filled(crawl, options);
    RunControl control;
    control.on_progress = [&](const Progress& progress) {
      store.gets_fail = store.gets_fail || progress.phase == phase;
    };
    EXPECT_EQ(detector.Run(control).status().code(), absl::StatusCode::kUnavailable) << phase;
  }
}

}  // namespace
}  // namespace wirecopy
