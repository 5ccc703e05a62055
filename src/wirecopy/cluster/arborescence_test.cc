#include "wirecopy/cluster/arborescence.h"

#include <cmath>
#include <optional>
#include <random>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;

TEST(MaximumArborescenceTest, TakesTheHeaviestArcIntoEachNode) {
  const std::vector<WeightedArc> arcs = {{0, 1, 1}, {0, 2, 1}, {1, 2, 2}, {2, 1, .5}};
  EXPECT_THAT(MaximumArborescence(3, 0, arcs), ElementsAre(kNoArc, 0, 2));
}

// 1 and 2 take each other for the source; the cycle is entered where that costs least.
TEST(MaximumArborescenceTest, BreaksACycleWhereItCostsLeast) {
  const std::vector<WeightedArc> arcs = {{0, 1, 1}, {0, 2, 3}, {1, 2, 10}, {2, 1, 9}};
  EXPECT_THAT(MaximumArborescence(3, 0, arcs), ElementsAre(kNoArc, 3, 1));
}

TEST(MaximumArborescenceTest, OfEqualWeightsTheEarlierArc) {
  const std::vector<WeightedArc> arcs = {{0, 2, 1}, {1, 2, 1}, {0, 1, 1}, {0, 1, 1}};
  EXPECT_THAT(MaximumArborescence(3, 0, arcs), ElementsAre(kNoArc, 2, 0));
}

TEST(MaximumArborescenceTest, WhatCannotBeReachedHasNoArc) {
  const std::vector<WeightedArc> arcs = {{0, 1, 1}, {2, 3, 5}, {3, 2, 5}, {2, 1, 7}};
  EXPECT_THAT(MaximumArborescence(4, 0, arcs), ElementsAre(kNoArc, 0, kNoArc, kNoArc));
}

TEST(MaximumArborescenceTest, OneNode) {
  EXPECT_THAT(MaximumArborescence(1, 0, {}), ElementsAre(kNoArc));
}

// The weight of choosing one arc into each node, if the choice is a tree.
std::optional<double> WeightOf(uint32_t root, const std::vector<WeightedArc>& arcs,
                               const std::vector<uint32_t>& into) {
  double weight = 0;
  for (uint32_t node = 0; node < into.size(); ++node) {
    if (node == root) continue;
    if (into[node] == kNoArc) return std::nullopt;
    weight += arcs[into[node]].weight;
    uint32_t at = node;
    for (size_t steps = 0; at != root; ++steps) {
      if (steps > into.size()) return std::nullopt;
      at = arcs[into[at]].from;
    }
  }
  return weight;
}

TEST(MaximumArborescenceTest, IsTheHeaviestOfAllTrees) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 300; ++round) {
    const uint32_t nodes = 2 + random() % 4;
    std::vector<WeightedArc> arcs;
    for (uint32_t from = 0; from < nodes; ++from) {
      for (uint32_t to = 0; to < nodes; ++to) {
        if (from != to) arcs.push_back({from, to, static_cast<double>(random() % 20)});
      }
    }
    const std::vector<uint32_t> found = MaximumArborescence(nodes, 0, arcs);
    const std::optional<double> weight = WeightOf(0, arcs, found);
    ASSERT_TRUE(weight.has_value());
    // Every choice of an arc into each node, as digits to the base of the arcs.
    std::vector<uint32_t> choice(nodes, 0);
    choice[0] = kNoArc;
    double best = 0;
    const auto choices = static_cast<uint64_t>(std::pow(nodes - 1, nodes - 1));
    for (uint64_t code = 0; code < choices; ++code) {
      uint64_t rest = code;
      for (uint32_t node = 1; node < nodes; ++node) {
        uint64_t nth = rest % (nodes - 1);
        rest /= nodes - 1;
        for (uint32_t i = 0; i < arcs.size(); ++i) {
          if (arcs[i].to == node && nth-- == 0) choice[node] = i;
        }
      }
      best = std::max(best, WeightOf(0, arcs, choice).value_or(0));
    }
    EXPECT_DOUBLE_EQ(*weight, best);
  }
}

}  // namespace
}  // namespace wirecopy
