#include "wirecopy/detect/dedup.h"

#include <map>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "wirecopy/detect/made_news_test.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

// Dropped id -> survivor id.
using Plan = std::map<std::string, std::string>;

Plan PlanOf(const std::vector<Article>& articles, const DedupOptions& options = {},
            const std::vector<uint32_t>& references = {}) {
  auto detector = Detector::Create({});
  for (const Article& article : articles) EXPECT_TRUE(detector->Add(article.View()).ok());
  for (uint32_t reference : references) detector->MarkAsReference(reference);
  const absl::StatusOr<Result> result = detector->Run();
  EXPECT_TRUE(result.ok());
  const auto dropped = PlanDedup(*detector, *result, options);
  EXPECT_TRUE(dropped.ok());
  Plan plan;
  uint32_t last = 0;
  for (const Dropped& drop : *dropped) {
    EXPECT_GE(drop.article, last);
    last = drop.article;
    // The safety rule: compared directly, and a survivor stays.
    const absl::StatusOr<Verdict> verdict = detector->Judge(drop.survivor, drop.article);
    EXPECT_GE(verdict->probability, options.min_probability);
    EXPECT_EQ(verdict->relation, drop.relation);
    EXPECT_TRUE(options.drop.contains(drop.relation));
    EXPECT_FALSE(result->articles[drop.article].reference);
    for (const Dropped& other : *dropped) EXPECT_NE(drop.survivor, other.article);
    plan[result->articles[drop.article].id] = result->articles[drop.survivor].id;
  }
  return plan;
}

// One report three times: the first added is the latest, the last is the longest.
std::vector<Article> ThreeCopies() {
  const std::vector<std::string> sentences = MadeSentences(900, 30);
  return {MadeArticle("m", PageOf(sentences, 0, 26), "", 9),
          MadeArticle("k", PageOf(sentences, 1, 27), "", 2),
          MadeArticle("z", PageOf(sentences, 0, 30), "", 5)};
}

TEST(PlanDedupTest, KeepsTheEarliest) {
  EXPECT_THAT(PlanOf(ThreeCopies()), ElementsAre(Pair("m", "k"), Pair("z", "k")));
}

TEST(PlanDedupTest, AVagueDateIsNoEarlyOne) {
  std::vector<Article> articles = ThreeCopies();
  articles[0].published_at = TimeInterval{0, 86399};  // some time of the day
  articles[1].published_at = TimeInterval{36000, 36000};
  articles[2].published_at.reset();
  EXPECT_THAT(PlanOf(articles), ElementsAre(Pair("m", "k"), Pair("z", "k")));
}

TEST(PlanDedupTest, KeepsTheLongest) {
  EXPECT_THAT(PlanOf(ThreeCopies(), {.keep = Keep::kLongest}),
              ElementsAre(Pair("k", "z"), Pair("m", "z")));
}

TEST(PlanDedupTest, KeepsTheFirstAdded) {
  EXPECT_THAT(PlanOf(ThreeCopies(), {.keep = Keep::kFirst}),
              ElementsAre(Pair("k", "m"), Pair("z", "m")));
}

TEST(PlanDedupTest, TiesAndUnknownDatesGoById) {
  const std::string page = MadePage(901);
  EXPECT_THAT(PlanOf({MadeArticle("c", page), MadeArticle("a", page), MadeArticle("b", page)}),
              ElementsAre(Pair("b", "a"), Pair("c", "a")));
  EXPECT_THAT(PlanOf({MadeArticle("a", page), MadeArticle("b", page, "", 1)}),
              ElementsAre(Pair("a", "b")));
}

TEST(PlanDedupTest, ReferencesSurviveAndAreNeverDropped) {
  EXPECT_THAT(PlanOf(ThreeCopies(), {}, {0}), ElementsAre(Pair("k", "m"), Pair("z", "m")));
  EXPECT_THAT(PlanOf(ThreeCopies(), {}, {0, 2}), ElementsAre(Pair("k", "z")));
  EXPECT_THAT(PlanOf(ThreeCopies(), {}, {0, 1, 2}), IsEmpty());
}

TEST(PlanDedupTest, NothingIsDroppedThroughAChain) {
  // Each resembles its neighbours; the first and the last share nothing.
  const std::vector<std::string> sentences = MadeSentences(902, 120);
  std::vector<Article> articles;
  for (size_t i = 0; i < 12; ++i) {
    articles.push_back(MadeArticle("p" + std::to_string(10 + i),
                                   PageOf(sentences, 6 * i, 6 * i + 24), "",
                                   static_cast<int64_t>(i)));
  }
  const Plan plan = PlanOf(articles);  // PlanOf holds every drop to its own survivor
  EXPECT_LT(plan.size(), 11u);
}

TEST(PlanDedupTest, AnExcerptStaysUnlessAskedFor) {
  const std::vector<std::string> sentences = MadeSentences(903, 40);
  const std::vector<Article> articles = {MadeArticle("whole", PageOf(sentences, 0, 40), "", 1),
                                         MadeArticle("part", PageOf(sentences, 0, 12), "", 2)};
  EXPECT_THAT(PlanOf(articles), IsEmpty());
  DedupOptions options;
  options.drop.insert(Relation::kExcerpt);
  EXPECT_THAT(PlanOf(articles, options), ElementsAre(Pair("part", "whole")));
}

TEST(PlanDedupTest, OfNothing) { EXPECT_THAT(PlanOf({}), IsEmpty()); }

}  // namespace
}  // namespace wirecopy
