// The memory a run may hold.
#include <malloc.h>

#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/detect/detector_state.h"
#include "wirecopy/detect/made_news_test.h"

namespace wirecopy {
namespace {

using testing::HasSubstr;

TEST(MemoryCapTest, AnArticleThatDoesNotFitIsNotAdded) {
  const std::vector<Article> articles = Crawl(50, 4);
  Detector detector = MadeDetector(100'000);
  const absl::Status status = detector.AddAll(ViewsOf(articles));
  EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_THAT(std::string(status.message()), HasSubstr("to add article s"));
  EXPECT_THAT(std::string(status.message()), HasSubstr("max_memory_bytes is 100000"));
  EXPECT_GT(detector.size(), 10u);
  EXPECT_LT(detector.size(), articles.size());
  EXPECT_LE(detector.held_bytes(), 100'000u);
  EXPECT_EQ(detector.Add(articles.back().View()).code(), absl::StatusCode::kResourceExhausted);
}

TEST(MemoryCapTest, TextsInAStoreOfTheCallersDoNotCount) {
  const std::vector<Article> articles = Crawl(20, 4);
  Detector holds_texts = MadeDetector(0);
  MemoryBlobStore store;
  Detector spools_texts = MadeDetector(0, &store);
  ASSERT_TRUE(holds_texts.AddAll(ViewsOf(articles)).ok());
  ASSERT_TRUE(spools_texts.AddAll(ViewsOf(articles)).ok());
  EXPECT_EQ(holds_texts.held_bytes(), spools_texts.held_bytes() + store.held_bytes());
  EXPECT_GT(store.held_bytes(), articles.size() * 4 * 24 * 14);  // a token is four bytes
}

// Whatever the cap: either the same stories, or ResourceExhausted; never more held than allowed.
TEST(MemoryCapTest, EveryStageHoldsToIt) {
  const std::vector<Article> articles = Crawl(30, 4);
  std::vector<std::string> refused;
  bool ran = false;
  for (uint64_t cap = 50'000; cap < 20'000'000; cap += cap / 8) {
    Detector detector = MadeDetector(cap);
    absl::Status status = detector.AddAll(ViewsOf(articles));
    if (status.ok()) {
      const absl::StatusOr<Result> result = detector.Run();
      status = result.status();
      if (result.ok()) {
        EXPECT_EQ(result->stories.size(), 30u);
      }
    }
    EXPECT_LE(detector.held_bytes(), cap);
    EXPECT_TRUE(!ran || status.ok()) << cap << ": " << status;  // what fits, fits with more
    ran = status.ok();
    if (status.ok()) continue;
    EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted);
    const std::string message(status.message());
    refused.push_back(message.substr(0, message.find(' ', 3)));
  }
  EXPECT_TRUE(ran);
  EXPECT_THAT(refused, testing::Contains("to add"));
  EXPECT_THAT(refused, testing::Contains("to learn"));
}

// Under a cap that leaves sketches little room they wait in the caller's store.
TEST(MemoryCapTest, WhereSketchesWaitChangesNothing) {
  const std::vector<Article> articles = Crawl(30, 4);
  for (const Verify verify : {Verify::kAlign, Verify::kSketch}) {
    std::vector<std::string> free_names;
    uint64_t free_bytes = 0;
    uint64_t capped_bytes = 0;
    for (uint64_t cap = 0; cap < 20'000'000; cap = cap == 0 ? 200'000 : cap + cap / 8) {
      MemoryBlobStore store;
      DetectorOptions options;
      options.verify = verify;
      options.max_memory_bytes = cap;
      options.store = &store;
      Detector detector = *Detector::Create(options);
      if (!detector.AddAll(ViewsOf(articles)).ok()) continue;
      const absl::StatusOr<Result> result = detector.Run();
      if (!result.ok()) continue;
      std::vector<std::string> names;
      for (const Story& story : result->stories) names.push_back(story.name);
      if (cap == 0) {
        free_names = names;
        free_bytes = store.held_bytes();
        ASSERT_EQ(names.size(), 30u);
        continue;
      }
      EXPECT_EQ(names, free_names) << cap;
      capped_bytes = std::max(capped_bytes, store.held_bytes());
    }
    // Learning from a few texts takes more than their sketches.
    if (verify == Verify::kSketch) {
      EXPECT_GT(capped_bytes, free_bytes + 120 * 300) << "no run spooled its sketches";
    }
  }
}

// Two long texts, which a cap that holds their sketches and more does not allow to be compared.
TEST(MemoryCapTest, ALongPairIsNotComparedWhereItDoesNotFit) {
  std::string page;
  for (uint64_t i = 0; i < 400; ++i) page += MadePage(5000 + i);
  const std::vector<Article> articles = {MadeArticle("a", page, "one"),
                                         MadeArticle("b", page + MadePage(9000), "two")};
  MemoryBlobStore store;
  uint64_t allowed = 0;
  std::string refused;
  for (uint64_t cap = 1 << 20; allowed == 0; cap += cap / 16) {
    Detector detector = MadeDetector(cap, &store);
    absl::Status status = detector.AddAll(ViewsOf(articles));
    if (status.ok()) status = detector.Run().status();
    if (status.ok()) allowed = cap;
    if (!status.ok()) refused = std::string(status.message());
  }
  EXPECT_THAT(refused, HasSubstr("to judge 1 pairs"));
  DetectorOptions options;
  options.store = &store;
  Detector free = *Detector::Create(options);
  ASSERT_TRUE(free.AddAll(ViewsOf(articles)).ok());
  ASSERT_TRUE(free.Run().ok());
  const uint64_t tokens = free.article(0).body_tokens + free.article(1).body_tokens;
  ASSERT_GT(tokens, 200'000u);
  EXPECT_GT(allowed, 60 * tokens);
  EXPECT_LT(allowed, 120 * tokens);
}

TEST(MemoryCapTest, ARunRefusedLeavesADetectorThatCanBeAsked) {
  const std::vector<Article> articles = Crawl(30, 4);
  Detector measured = MadeDetector(0);
  ASSERT_TRUE(measured.AddAll(ViewsOf(articles)).ok());
  Detector detector = MadeDetector(measured.held_bytes() + 100'000);
  ASSERT_TRUE(detector.AddAll(ViewsOf(articles)).ok());
  EXPECT_EQ(detector.Run().status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_TRUE(detector.Ask(articles[0].View()).ok());
  EXPECT_GT(detector.Judge(0, 1)->probability, 0.5);
}

TEST(HeldBytesTest, FollowsWhatTheAllocatorGives) {
  const std::vector<Article> articles = Crawl(60, 4);
  const std::vector<ArticleView> views = ViewsOf(articles);
  const size_t before = mallinfo2().uordblks;
  Detector detector = MadeDetector(0);
  ASSERT_TRUE(detector.AddAll(views).ok());
  const size_t added = mallinfo2().uordblks - before;
  if (mallinfo2().uordblks == 0) GTEST_SKIP() << "the allocator keeps no account";
  EXPECT_GT(detector.held_bytes(), added / 2);
  EXPECT_LT(detector.held_bytes(), 2 * added);
  ASSERT_TRUE(detector.Run().ok());
  const size_t after = mallinfo2().uordblks - before;
  EXPECT_GT(detector.held_bytes(), after / 2);
  EXPECT_LT(detector.held_bytes(), 2 * after);
}

}  // namespace
}  // namespace wirecopy
