#include "wirecopy/eval/partition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace wirecopy {
namespace {

using testing::ElementsAre;
using Labels = std::vector<uint32_t>;

// Stories {0,1,2} {3,4} {5}; clusters {0,1} {2,3,4} {5}.
// Pairs: 2 of 4 predicted and of 4 gold ones; 15 in all: expected 16/15, ARI (2 - 16/15) / (4 -
// 16/15) = 14/44.
TEST(PartitionTest, AgreesWithAHandComputation) {
  const Partition partition(Labels{0, 0, 0, 1, 1, 2}, Labels{0, 0, 1, 1, 1, 2});
  EXPECT_EQ(partition.story_count(), 3u);
  EXPECT_EQ(partition.stories_of_two_or_more(), 2u);
  EXPECT_EQ(partition.cluster_count(), 3u);
  EXPECT_EQ(partition.largest_cluster(), 3u);
  EXPECT_EQ(partition.mixed_clusters(), 1u);
  EXPECT_EQ(partition.mixed_articles(), 3u);
  EXPECT_NEAR(partition.AdjustedRand(), 14. / 44, 1e-12);
  EXPECT_NEAR(partition.Pairs().precision, .5, 1e-12);
  EXPECT_NEAR(partition.Pairs().recall, .5, 1e-12);
  EXPECT_NEAR(partition.BCubed().precision, (1 + 1 + 1. / 3 + 2. / 3 + 2. / 3 + 1) / 6, 1e-12);
  EXPECT_NEAR(partition.BCubed().recall, (2. / 3 + 2. / 3 + 1. / 3 + 1 + 1 + 1) / 6, 1e-12);
  EXPECT_NEAR(partition.BCubed(2).precision, (1 + 1 + 1. / 3 + 2. / 3 + 2. / 3) / 5, 1e-12);
  EXPECT_THAT(partition.WithTheOthers(), ElementsAre(true, true, false, true, true, false));
}

TEST(PartitionTest, AnArticleOfATornPairIsWithNobody) {
  EXPECT_THAT(Partition(Labels{0, 0}, Labels{0, 1}).WithTheOthers(), ElementsAre(false, false));
  // Two and two: one other beside it, two elsewhere.
  EXPECT_THAT(Partition(Labels{0, 0, 0, 0}, Labels{0, 0, 1, 1}).WithTheOthers(),
              ElementsAre(false, false, false, false));
  // Two and one: one other beside it and one elsewhere, a tie, which counts.
  EXPECT_THAT(Partition(Labels{0, 0, 0}, Labels{0, 0, 1}).WithTheOthers(),
              ElementsAre(true, true, false));
}

TEST(PartitionTest, EdgesAreDefined) {
  const Partition none(Labels{}, Labels{});
  EXPECT_EQ(none.AdjustedRand(), 1);
  EXPECT_EQ(none.Pairs().F1(), 0);
  EXPECT_EQ(none.BCubed().F1(), 0);
  EXPECT_EQ(none.largest_cluster(), 0u);
  const Partition alone(Labels{0, 1, 2}, Labels{2, 1, 0});
  EXPECT_EQ(alone.AdjustedRand(), 1);
  EXPECT_EQ(alone.BCubed().F1(), 1);
  EXPECT_EQ(alone.BCubed(2).F1(), 0);
  EXPECT_EQ(Partition(Labels{0, 0}, Labels{5, 5}).cluster_count(), 1u);
}

// Story 0 drawn twice, story 1 never: twice the pages {0,1} and {2}, which never meet their copies.
TEST(PartitionTest, WeightsCountAStorySoManyTimes) {
  const Partition partition(Labels{0, 0, 0, 1, 1}, Labels{0, 0, 1, 1, 1});
  const std::vector<double> weights = {2, 0};
  EXPECT_NEAR(partition.Pairs(weights).precision, 1, 1e-12);
  EXPECT_NEAR(partition.Pairs(weights).recall, 1. / 3, 1e-12);
  EXPECT_NEAR(partition.BCubed(2, weights).precision, 1, 1e-12);
  EXPECT_NEAR(partition.BCubed(2, weights).recall, 5. / 9, 1e-12);
}

// The same measures by going over all pairs of articles.
RC_GTEST_PROP(PartitionProperty, AgreesWithAllPairs, ()) {
  const size_t count = *rc::gen::inRange<size_t>(1, 30);
  const auto labels = rc::gen::container<Labels>(count, rc::gen::inRange<uint32_t>(0, 6));
  const Labels gold = *labels;
  const Labels predicted = *labels;
  double both = 0, in_gold = 0, in_predicted = 0, precision = 0, recall = 0;
  for (size_t i = 0; i < count; ++i) {
    double mine = 0, cluster = 0, story = 0;
    for (size_t j = 0; j < count; ++j) {
      const bool same_story = gold[i] == gold[j], same_cluster = predicted[i] == predicted[j];
      mine += same_story && same_cluster;
      story += same_story;
      cluster += same_cluster;
    }
    both += (mine - 1) / 2, in_gold += (story - 1) / 2, in_predicted += (cluster - 1) / 2;
    precision += mine / cluster / static_cast<double>(count);
    recall += mine / story / static_cast<double>(count);
  }
  const Partition partition(gold, predicted);
  const std::vector<double> once(*std::ranges::max_element(gold) + 1, 1.0);
  for (const std::span<const double> weights :
       {std::span<const double>(), std::span<const double>(once)}) {
    RC_ASSERT(std::abs(partition.Pairs(weights).precision - Ratio(both, in_predicted)) < 1e-9);
    RC_ASSERT(std::abs(partition.Pairs(weights).recall - Ratio(both, in_gold)) < 1e-9);
    RC_ASSERT(std::abs(partition.BCubed(1, weights).precision - precision) < 1e-9);
    RC_ASSERT(std::abs(partition.BCubed(1, weights).recall - recall) < 1e-9);
  }
}

}  // namespace
}  // namespace wirecopy
