#include "wirecopy/compare/decision.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

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

// A pair of two texts of 1,000 bits each, of one story or two; what is not said is the best.
struct RelationCase {
  const char* what;
  double probability = .9;
  double shared_a = 1000;  // bits
  double shared_b = 1000;
  double own_a = 0;
  double own_b = 0;
  double noise = 0;
  double moved = 0;
  double rare_bits = 1;  // for shared ones; more: formulas
  std::vector<SlotKind> slots = {};
  Relation relation = Relation::kReprint;
};

Relation RelationIn(const RelationCase& c, bool mirrored) {
  std::vector<Slot> slots;
  for (SlotKind kind : c.slots) slots.push_back({kind, {3, 5}, {3, 5}, false});
  PairMeasures m;
  m.bits_a = m.bits_b = 1000;
  m.shared_bits_a = mirrored ? c.shared_b : c.shared_a;
  m.shared_bits_b = mirrored ? c.shared_a : c.shared_b;
  m.own_bits_a = mirrored ? c.own_b : c.own_a;
  m.own_bits_b = mirrored ? c.own_a : c.own_b;
  m.noise_bits_a = m.noise_bits_b = c.noise;
  m.moved = c.moved;
  m.rare_bits = c.rare_bits * std::min(c.shared_a, c.shared_b);
  m.slots = slots;
  return RelationOf(m, c.probability, .5);
}

TEST(RelationTest, FollowsWhatWasDoneToTheText) {
  using enum Relation;
  using enum SlotKind;
  const RelationCase cases[] = {
      // Of one story:
      {.what = "as it was"},
      {.what = "small loss", .shared_b = 960, .own_b = 40},
      {.what = "noise", .shared_a = 800, .shared_b = 800, .noise = 150},
      {.what = "noise in slots",
       .shared_a = 900,
       .shared_b = 900,
       .slots = {kNoise, kNoise, kNoise, kEdit}},
      {.what = "byline", .slots = {kByline}},
      {.what = "cut", .shared_b = 600, .own_b = 400, .relation = kEdited},
      {.what = "inserted", .shared_b = 940, .own_b = 60, .relation = kEdited},
      {.what = "moved", .moved = .2, .relation = kEdited},
      {.what = "reworded", .slots = {kEdit}, .relation = kEdited},
      {.what = "a name replaced", .slots = {kName, kNoise}, .relation = kEdited},
      {.what = "a number corrected", .slots = {kCorrection}, .relation = kEdited},
      {.what = "a part", .shared_b = 400, .own_b = 600, .relation = kExcerpt},
      {.what = "a part, in places",
       .shared_b = 200,
       .own_b = 700,
       .slots = {kEdit},
       .relation = kExcerpt},
      {.what = "half", .shared_b = 430, .own_b = 570, .relation = kEdited},
      {.what = "parts of both",
       .shared_a = 690,
       .shared_b = 300,
       .own_b = 700,
       .relation = kEdited},
      // Of two:
      {.what = "form", .probability = .49, .slots = {kNumber, kName}, .relation = kSameTemplate},
      {.what = "half a form",
       .probability = .1,
       .shared_a = 500,
       .shared_b = 100,
       .slots = {kNumber},
       .relation = kSameTemplate},
      {.what = "both partly a form",
       .probability = .1,
       .shared_a = 450,
       .shared_b = 350,
       .slots = {kName},
       .relation = kSameTemplate},
      {.what = "formulas only",
       .probability = .1,
       .shared_a = 600,
       .shared_b = 500,
       .rare_bits = 2,
       .relation = kSameTemplate},
      {.what = "quoted", .probability = .1, .shared_a = 450, .shared_b = 100, .relation = kQuote},
      {.what = "quoted, a number differs",
       .probability = .1,
       .shared_a = 450,
       .shared_b = 200,
       .slots = {kNumber},
       .relation = kQuote},
      {.what = "formulas",
       .probability = .1,
       .shared_a = 300,
       .shared_b = 200,
       .rare_bits = 2,
       .relation = kUnrelated},
      {.what = "a sentence",
       .probability = .1,
       .shared_a = 140,
       .shared_b = 140,
       .relation = kUnrelated},
      {.what = "few bits",
       .probability = .1,
       .shared_a = 300,
       .shared_b = 39,
       .relation = kUnrelated},
      {.what = "nothing", .probability = 0, .shared_a = 0, .shared_b = 0, .relation = kUnrelated},
  };
  for (const RelationCase& c : cases) {
    EXPECT_EQ(RelationName(RelationIn(c, false)), RelationName(c.relation)) << c.what;
    EXPECT_EQ(RelationName(RelationIn(c, true)), RelationName(c.relation))
        << c.what << ", mirrored";
  }
}

TEST(RelationTest, MinProbabilityDividesStories) {
  PairMeasures m;
  m.bits_a = m.bits_b = m.shared_bits_a = m.shared_bits_b = m.rare_bits = 500;
  EXPECT_EQ(RelationOf(m, .6, .6), Relation::kReprint);
  EXPECT_EQ(RelationOf(m, .6, .61), Relation::kQuote);
}

}  // namespace
}  // namespace wirecopy
