#include "wirecopy/compare/decision.h"

#include <cmath>
#include <random>
#include <utility>

#include "gtest/gtest.h"
#include "wirecopy/compare/decision_weights.h"

namespace wirecopy {
namespace {

TEST(ProbabilityTest, OfNoFeatureIsThatOfTheBias) {
  EXPECT_NEAR(ProbabilityOfSameStory({}), 1 / (1 + std::exp(-kDecisionBias)), 1e-12);
}

TEST(ProbabilityTest, LogOddsMoveByTheWeightOfAFeature) {
  for (size_t i = 0; i < kFeatureCount; ++i) {
    const auto feature = static_cast<Feature>(i);
    PairFeatures features;
    features[feature] = 0.5;
    const double p = ProbabilityOfSameStory(features);
    EXPECT_NEAR(std::log(p / (1 - p)), kDecisionBias + 0.5 * kDecisionWeights[i], 1e-6)
        << FeatureName(feature);
  }
}

TEST(ProbabilityTest, StaysBetweenZeroAndOne) {
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> exponent(-3, 300);
  for (int round = 0; round < 500; ++round) {
    PairFeatures features;
    for (double& value : features.values) {
      value = std::pow(10, exponent(random)) * (random() % 2 == 0 ? 1 : -1) / kFeatureCount / 10;
    }
    const double p = ProbabilityOfSameStory(features);
    ASSERT_GE(p, 0);
    ASSERT_LE(p, 1);
  }
}

struct RelationCase {
  double probability;
  double coverage_a;
  double coverage_b;
  double density;
  double shared_bits;
  uint32_t conflicts;
  Relation relation;
};

TEST(RelationTest, FollowsCoverage) {
  const RelationCase cases[] = {
      // Of one story:
      {.9, .95, .9, 1, 500, 0, Relation::kReprint},
      {.9, .75, .85, 1, 500, 0, Relation::kReprint},
      {.9, .74, .85, 1, 500, 0, Relation::kEdited},
      {.9, .8, .84, 1, 500, 0, Relation::kEdited},
      {.9, .95, .3, .95, 500, 0, Relation::kExcerpt},
      {.9, .95, .41, .85, 500, 0, Relation::kExcerpt},
      {.9, .95, .43, .95, 500, 0, Relation::kEdited},
      {.9, .95, .3, .8, 500, 0, Relation::kEdited},
      {.9, .6, .3, .95, 500, 0, Relation::kEdited},
      {.5, .95, .9, 1, 500, 3, Relation::kReprint},
      // Of two:
      {.49, .8, .8, .9, 500, 2, Relation::kSameTemplate},
      {.1, .5, .1, .9, 500, 1, Relation::kSameTemplate},
      {.1, .45, .35, .9, 500, 1, Relation::kSameTemplate},
      {.1, .45, .2, .9, 500, 1, Relation::kQuote},
      {.1, .6, .1, .9, 500, 0, Relation::kQuote},
      {.1, .14, .14, .9, 500, 0, Relation::kUnrelated},
      {.1, .3, .1, .9, 39, 0, Relation::kUnrelated},
      {.0, .0, .0, .0, 0, 0, Relation::kUnrelated},
  };
  for (const RelationCase& c : cases) {
    Verdict verdict;
    verdict.probability = c.probability;
    verdict.coverage_a = c.coverage_a;
    verdict.coverage_b = c.coverage_b;
    verdict.shared_bits = c.shared_bits;
    verdict.number_conflicts = c.conflicts;
    EXPECT_EQ(RelationName(RelationOf(verdict, c.density, .5)), RelationName(c.relation))
        << "case " << &c - cases;
    std::swap(verdict.coverage_a, verdict.coverage_b);
    EXPECT_EQ(RelationOf(verdict, c.density, .5), c.relation) << "mirrored case " << &c - cases;
  }
}

TEST(RelationTest, MinProbabilityDividesStories) {
  Verdict verdict;
  verdict.probability = .6;
  verdict.coverage_a = verdict.coverage_b = .9;
  verdict.shared_bits = 500;
  EXPECT_EQ(RelationOf(verdict, 1, .6), Relation::kReprint);
  EXPECT_EQ(RelationOf(verdict, 1, .61), Relation::kQuote);
}

}  // namespace
}  // namespace wirecopy
