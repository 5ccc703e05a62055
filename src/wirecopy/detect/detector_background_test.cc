// What a Detector learns from its articles, and what it knows before.
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "wirecopy/background/background_file.h"
#include "wirecopy/background/default_background.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/detect/made_crawl_test.h"
#include "wirecopy/model/body.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

using testing::IsEmpty;

TEST(DetectorTest, AStoryOfManyDamagedCopiesNeverBecomesAFormula) {
  const std::string page = MadePage(500, 30);
  std::vector<Article> articles;
  for (uint64_t copy = 0; copy < 300; ++copy) {
    articles.push_back(MadeArticle("copy" + std::to_string(copy),
                                   Damaged(page, 1000 + copy, 15 + copy % 40),
                                   "outlet" + std::to_string(copy % 60)));
  }
  for (uint64_t stranger = 0; stranger < 40; ++stranger) {
    articles.push_back(
        MadeArticle("x" + std::to_string(stranger), MadePage(600 + stranger), "outlet0"));
  }
  Detector detector = Filled(articles);
  const absl::StatusOr<Result> result = detector.Run();
  ASSERT_TRUE(result.ok()) << result.status();
  const CleanText clean = Clean(page);
  for (uint64_t shingle : ShingleSet(MakeBody(clean.tokens, clean.furniture).tokens)) {
    EXPECT_EQ(detector.background().StoryFrequency(shingle), 1u);
  }
  ASSERT_EQ(result->stories.size(), 1u);
  EXPECT_EQ(result->stories[0].members.size(), 300u);
}

TEST(DetectorTest, ALineOfManyStoriesBecomesAFormula) {
  const std::string formula = MadePage(700, 2);
  std::vector<Article> articles;
  for (uint64_t story = 0; story < 30; ++story) {
    articles.push_back(MadeArticle("s" + std::to_string(story), MadePage(710 + story) + formula));
  }
  Detector detector = Filled(articles);
  const absl::StatusOr<Result> result = detector.Run();
  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_THAT(result->stories, IsEmpty());
  const CleanText clean = Clean(formula);
  for (uint64_t shingle : ShingleSet(clean.tokens))
    EXPECT_EQ(detector.background().StoryFrequency(shingle), 30u);
}

TEST(DetectorTest, WhatIsLearntRestsOnTheBackgroundGiven) {
  const Background prior(1000, std::vector<Background::Entry>{{12345, 70}}, {});
  DetectorOptions options;
  options.background = &prior;
  Detector detector = Filled(SmallCrawl(), options);
  const absl::StatusOr<Result> result = detector.Run();
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(detector.background().prior(), &prior);
  EXPECT_EQ(detector.background().StoryFrequency(12345), 69u);
  EXPECT_GT(detector.background().story_count(), 0u);
  EXPECT_EQ(result->background_fingerprint, detector.background().fingerprint());
  EXPECT_NE(result->background_fingerprint, prior.fingerprint());
}

TEST(DetectorTest, SketchesAloneLearnNothing) {
  const Background prior(1000, std::vector<Background::Entry>{{12345, 70}}, {});
  DetectorOptions options;
  options.verify = Verify::kSketch;
  options.background = &prior;
  Detector detector = Filled(SmallCrawl(), options);
  const absl::StatusOr<Result> result = detector.Run();
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(detector.background().story_count(), 0u);
  EXPECT_EQ(detector.background().StoryFrequency(12345), 70u);
  EXPECT_EQ(result->background_fingerprint, prior.fingerprint());
}

TEST(DetectorTest, TheDefaultBackgroundIsUsedUnlessAnEmptyOneIsGiven) {
  const Detector with = Filled(SmallCrawl());
  EXPECT_EQ(with.background().prior(), &DefaultBackground());
  const Background nothing;
  DetectorOptions options;
  options.background = &nothing;
  const Detector without = Filled(SmallCrawl(), options);
  EXPECT_EQ(without.background().prior(), &nothing);
}

TEST(DetectorTest, LearnsWithoutARun) {
  Detector learner = Filled(SmallCrawl());
  ASSERT_TRUE(learner.Learn().ok());
  Detector runner = Filled(SmallCrawl());
  ASSERT_TRUE(runner.Run().ok());
  EXPECT_EQ(learner.background().fingerprint(), runner.background().fingerprint());
  EXPECT_EQ(learner.Run().status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(learner.Learn().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(learner.Judge(0, 1).status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(learner.Add({.id = "z", .text = "z"}).code(), absl::StatusCode::kFailedPrecondition);
}

// A report that a thousand sites carry, damaged in many ways, beside other stories: learnt, saved
// and loaded it is still one story whose text is no formula, and so its copies are found.
TEST(DetectorTest, AStoryOfAThousandDamagedCopiesIsNoFormulaForLaterRunsEither) {
  const std::string page = MadePage(900, 30);
  std::vector<Article> articles;
  for (uint64_t copy = 0; copy < 1000; ++copy) {
    articles.push_back(MadeArticle("copy" + std::to_string(copy),
                                   Damaged(page, 5000 + copy, 15 + copy % 40),
                                   "outlet" + std::to_string(copy % 150)));
  }
  for (uint64_t stranger = 0; stranger < 200; ++stranger)
    articles.push_back(MadeArticle("x" + std::to_string(stranger), MadePage(1000 + stranger)));
  DetectorOptions options;
  options.threads = 2;
  Detector learner = Filled(articles, options);
  ASSERT_TRUE(learner.Learn().ok());
  const absl::StatusOr<SavedBackground> loaded =
      ParseBackground(SerializeBackground(KeepFrequent(learner.background(), 2)));
  ASSERT_TRUE(loaded.ok()) << loaded.status();
  const CleanText clean = Clean(page);
  for (uint64_t shingle : ShingleSet(MakeBody(clean.tokens, clean.furniture).tokens))
    ASSERT_LE(loaded->learnt.StoryFrequency(shingle), 2u);
  options.background = &loaded->learnt;
  for (const Verify verify : {Verify::kAlign, Verify::kSketch}) {
    options.verify = verify;
    Detector detector = Filled(articles, options);
    const absl::StatusOr<Result> result = detector.Run();
    ASSERT_TRUE(result.ok()) << result.status();
    ASSERT_EQ(result->stories.size(), 1u);
    EXPECT_EQ(result->stories[0].members.size(), 1000u);
  }
}

}  // namespace
}  // namespace wirecopy
