#include "wirecopy/eval/evaluate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

// Two stories of two, one single article, and a roundup of both stories.
std::vector<GoldRow> SmallGold() {
  return {{"a1", "s1", "original", {}, {}},
          {"a2", "s1", "reprint", {"cut", "pinyin"}, {}},
          {"b1", "s2", "original", {}, {}},
          {"b2", "s2", "reprint", {"cut"}, {}},
          {"c1", "s3", "unrelated", {"pinyin"}, {}},
          {"r1", "s4", "roundup", {"roundup"}, {"s1", "s2"}}};
}

ClusterAssignment ClustersOf(std::initializer_list<std::vector<const char*>> clusters) {
  ClusterAssignment assignment;
  int number = 0;
  for (const auto& cluster : clusters) {
    ++number;
    for (const char* id : cluster) assignment.Put(id, std::to_string(number));
  }
  return assignment;
}

TEST(EvaluateClustersTest, PerfectStoriesWithARoundupInEach) {
  const auto report =
      EvaluateClusters(SmallGold(), ClustersOf({{"a1", "a2", "r1"}, {"b1", "b2", "r1"}}),
                       std::vector<LabelledPair>{{"a1", "b1", ".3-.4"}}, {});
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->articles, 5u);
  EXPECT_EQ(report->stories, 3u);
  EXPECT_EQ(report->predicted_clusters, 3u);
  EXPECT_EQ(report->adjusted_rand, 1);
  EXPECT_EQ(report->roundups, 1u);
  EXPECT_EQ(report->roundups_glued, 0);
  EXPECT_EQ(report->roundups_attached, 1);
  EXPECT_EQ(report->hard_negatives.at(".3-.4").joined, 0u);
  EXPECT_EQ(report->articles_in_two_clusters, 0u);  // roundups may be in several
}

TEST(EvaluateClustersTest, ARoundupThatGluesIsCountedAndTheFirstClusterWins) {
  ClusterAssignment clusters = ClustersOf({{"a1", "b1", "b2", "r1"}, {"a2"}, {"a2", "b2", "zz"}});
  const auto report = EvaluateClusters(
      SmallGold(), clusters,
      std::vector<LabelledPair>{{"a1", "b1", "near"}, {"a2", "b2", "near"}, {"a1", "c1", "far"}},
      {.resamples = 0});
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->roundups_glued, 1);
  EXPECT_EQ(report->mixed_clusters, 1u);
  EXPECT_DOUBLE_EQ(report->mixed_articles_share, 3. / 5);
  EXPECT_EQ(report->articles_in_two_clusters, 2u);
  EXPECT_EQ(report->unknown_ids, 1u);
  EXPECT_EQ(report->hard_negatives.at("near").joined, 2u);  // by any cluster they share
  EXPECT_EQ(report->hard_negatives.at("far").Rate(), 0);
  EXPECT_FALSE(report->adjusted_rand_interval.has_value());
  EXPECT_EQ(report->recall_by_group.at("cut").articles, 2u);
  EXPECT_EQ(report->recall_by_group.at("cut").recall, .5);
  EXPECT_EQ(report->recall_by_group.at("pinyin").articles,
            1u);  // the single article has nobody to be found with
  EXPECT_EQ(report->recall_by_group.at("relation:original").recall, .5);
  EXPECT_FALSE(report->recall_by_group.contains("relation:unrelated"));
}

TEST(EvaluateClustersTest, AloneArticlesNeverMeetANumberedCluster) {
  const auto report = EvaluateClusters(SmallGold(), ClustersOf({{"a1"}}), {}, {});
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->predicted_clusters, 5u);
  EXPECT_EQ(report->pairs.recall, 0);
  EXPECT_EQ(report->roundups_attached, 0);
}

TEST(EvaluateClustersTest, IntervalsHoldTheMeasureAndRepeatBySeed) {
  std::vector<GoldRow> gold;
  ClusterAssignment clusters;
  for (int story = 0; story < 60; ++story) {
    for (int copy = 0; copy < 3; ++copy) {
      const std::string id = std::to_string(story) + "/" + std::to_string(copy);
      gold.push_back({id, std::to_string(story), "reprint", {"cut"}, {}});
      clusters.Put(id, std::to_string(story % 7 == 0 && copy == 2 ? story + 1 : story));
    }
  }
  const auto report = EvaluateClusters(gold, clusters, {}, {});
  const auto again = EvaluateClusters(gold, clusters, {}, {});
  const auto other = EvaluateClusters(gold, clusters, {}, {.seed = 2});
  ASSERT_TRUE(report.ok() && again.ok() && other.ok());
  ASSERT_TRUE(report->adjusted_rand_interval.has_value());
  const EvalInterval interval = *report->adjusted_rand_interval;
  EXPECT_LT(interval.low, report->adjusted_rand);
  EXPECT_GT(interval.high, report->adjusted_rand);
  EXPECT_EQ(interval.low, again->adjusted_rand_interval->low);
  EXPECT_NE(interval.low, other->adjusted_rand_interval->low);
  const GroupRecall& cut = report->recall_by_group.at("cut");
  EXPECT_LT(cut.interval->low, cut.recall);
  EXPECT_GT(cut.interval->high, cut.recall);
  EXPECT_LT(report->bcubed_multi_f1_interval->low, report->bcubed_multi.F1());
  EXPECT_GT(report->bcubed_multi_f1_interval->high, report->bcubed_multi.F1());
}

TEST(EvaluateClustersTest, RefusesGoldItCannotTrust) {
  std::vector<GoldRow> twice = SmallGold();
  twice.push_back(twice.front());
  EXPECT_THAT(std::string(EvaluateClusters(twice, {}, {}, {}).status().message()),
              HasSubstr("\"a1\" occurs twice"));
  EXPECT_THAT(std::string(EvaluateClusters(SmallGold(), {},
                                           std::vector<LabelledPair>{{"a1", "zz", "x"}}, {})
                              .status()
                              .message()),
              HasSubstr("\"zz\" is not in gold"));
  EXPECT_FALSE(EvaluateClusters(SmallGold(), {}, {}, {.resamples = 1'000'000}).ok());
  const auto empty = EvaluateClusters({}, {}, {}, {});
  ASSERT_TRUE(empty.ok());
  EXPECT_EQ(empty->articles, 0u);
}

TEST(EvaluatePairsTest, CountsJoinedPairsByLabel) {
  const PairReport report = EvaluatePairs(
      std::vector<LabelledPair>{
          {"a1", "a2", "same"}, {"a1", "b1", "same"}, {"a1", "b1", "other"}, {"x", "y", "same"}},
      ClustersOf({{"a1", "a2"}, {"b1"}}));
  EXPECT_EQ(report.by_label.at("same").pairs, 3u);
  EXPECT_EQ(report.by_label.at("same").joined, 1u);
  EXPECT_EQ(report.by_label.at("other").joined, 0u);
  EXPECT_EQ(report.unnamed_ids, 2u);
}

}  // namespace
}  // namespace wirecopy
