#include "wirecopy/cluster/grouping.h"

#include <algorithm>
#include <map>
#include <random>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::Le;

EvidenceEdge Edge(uint32_t a, uint32_t b, double probability, double coverage = 0) {
  EvidenceEdge edge;
  edge.a = std::min(a, b);
  edge.b = std::max(a, b);
  edge.probability = probability;
  edge.coverage_a = edge.coverage_b = coverage;
  edge.shared_bits = 100 * probability;
  return edge;
}

// A made world: the true story of each node, what the judge says within one and between two.
struct World {
  std::vector<uint32_t> story;
  std::vector<EvidenceEdge> edges;
  uint32_t judged = 0;

  Grouping Group(const GroupingOptions& options = {}) {
    EvidenceGraph graph(std::vector<EvidenceNode>(story.size(), EvidenceNode{1000, {}}), edges,
                        [this](uint32_t a, uint32_t b, unsigned) {
                          ++judged;
                          return Edge(a, b, story[a] == story[b] ? .95 : .02);
                        });
    return GroupStories(graph, std::vector<uint8_t>(story.size(), 0), options);
  }
};

TEST(GroupStoriesTest, OfNothingAndOfStrangers) {
  World nothing;
  EXPECT_TRUE(nothing.Group().members.empty());
  World strangers;
  strangers.story = {0, 1, 2};
  const Grouping grouping = strangers.Group();
  EXPECT_THAT(grouping.group_of, ElementsAre(0, 1, 2));
  EXPECT_THAT(grouping.members, ElementsAre(ElementsAre(0), ElementsAre(1), ElementsAre(2)));
  EXPECT_THAT(grouping.least_evidence, Each(1.0));
}

TEST(GroupStoriesTest, AnEdgeJoinsTwo) {
  World world;
  world.story = {0, 1, 0};
  world.edges = {Edge(0, 2, .7), Edge(0, 1, .49)};
  const Grouping grouping = world.Group();
  EXPECT_THAT(grouping.group_of, ElementsAre(0, 1, 0));
  EXPECT_THAT(grouping.members, ElementsAre(ElementsAre(0, 2), ElementsAre(1)));
  EXPECT_FLOAT_EQ(static_cast<float>(grouping.least_evidence[0]), .7);
  EXPECT_FLOAT_EQ(static_cast<float>(grouping.median_evidence[0]), .7);
}

TEST(GroupStoriesTest, WhoIsLeftOutStaysAlone) {
  EvidenceGraph graph(std::vector<EvidenceNode>(3), {Edge(0, 1, .9), Edge(1, 2, .9)},
                      [](uint32_t a, uint32_t b, unsigned) { return Edge(a, b, .9); });
  const Grouping grouping = GroupStories(graph, {0, 1, 0}, {});
  EXPECT_THAT(grouping.group_of, ElementsAre(0, 1, 2));
}

TEST(GroupStoriesTest, OneBadEdgeDoesNotGlueTwoGroupsOfTen) {
  for (const float bad : {.6, .94, 1.0}) {
    World world;
    for (uint32_t i = 0; i < 20; ++i) world.story.push_back(i / 10);
    for (uint32_t i = 0; i < 20; ++i) {
      for (uint32_t j = i + 1; j < 20; ++j) {
        if (i / 10 == j / 10) world.edges.push_back(Edge(i, j, .95));
      }
    }
    world.edges.push_back(Edge(4, 15, bad));
    const Grouping grouping = world.Group();
    if (bad < .95) {
      ASSERT_EQ(grouping.members.size(), 2u) << bad;
      EXPECT_EQ(grouping.members[0].size(), 10u);
    } else {
      // The surest of all edges joins its two ends before the groups stand; neither takes the
      // other's group along.
      const auto& with_4 = grouping.members[grouping.group_of[4]];
      EXPECT_THAT(with_4.size(), Le(11u));
    }
  }
}

TEST(GroupStoriesTest, DisjointExcerptsSayNothingAgainstTheirStory) {
  // 0 is the whole report; 1 and 2 are excerpts of different parts of it, which share nothing.
  std::vector<EvidenceNode> nodes = {{1000, {}}, {300, {}}, {300, {}}};
  EvidenceGraph graph(nodes, {Edge(0, 1, .9, 1), Edge(0, 2, .9, 1)},
                      [](uint32_t a, uint32_t b, unsigned) { return Edge(a, b, 0.); });
  EXPECT_EQ(GroupStories(graph, {0, 0, 0}, {}).members.size(), 1u);
}

TEST(GroupStoriesTest, WholeTextsThatShareNothingSpeakAgainstAJoin) {
  std::vector<EvidenceNode> nodes(3, EvidenceNode{1000, {}});
  EvidenceGraph graph(nodes, {Edge(0, 1, .9, .6), Edge(0, 2, .8, .6)},
                      [](uint32_t a, uint32_t b, unsigned) { return Edge(a, b, 0.); });
  const Grouping grouping = GroupStories(graph, {0, 0, 0}, {});
  EXPECT_THAT(grouping.group_of, ElementsAre(0, 0, 1));
}

TEST(GroupStoriesTest, NodesOfUnknownInformationStillJoin) {
  EvidenceGraph graph(std::vector<EvidenceNode>(4),
                      {Edge(0, 1, .9), Edge(1, 2, .8), Edge(2, 3, .9)},
                      [](uint32_t a, uint32_t b, unsigned) { return Edge(a, b, .8); });
  EXPECT_EQ(GroupStories(graph, {0, 0, 0, 0}, {}).members.size(), 1u);
}

// A story of n copies: a chain of links, some further ones.
World StoryOf(uint32_t copies, std::mt19937_64& random) {
  World world;
  world.story.assign(copies, 0);
  std::map<std::pair<uint32_t, uint32_t>, float> links;
  for (uint32_t i = 1; i < copies; ++i) {
    links[{i - 1, i}] = .6 + .001 * static_cast<float>(random() % 400);
    const auto other = static_cast<uint32_t>(random() % i);
    links[{other, i}] = .6 + .001 * static_cast<float>(random() % 400);
  }
  for (const auto& [pair, probability] : links)
    world.edges.push_back(Edge(pair.first, pair.second, probability));
  return world;
}

TEST(GroupStoriesTest, AStoryOfAThousandCopiesStaysOneForFewJudgedPairs) {
  std::mt19937_64 random(51);
  World world = StoryOf(1000, random);
  EXPECT_EQ(world.Group().members.size(), 1u);
  EXPECT_LE(world.judged, 999u * 16);
}

TEST(GroupStoriesTest, JudgesAtMostSoManyPairsForAJoin) {
  std::mt19937_64 random(52);
  for (const uint32_t most : {1u, 4u, 16u, 100u}) {
    World world = StoryOf(300, random);
    GroupingOptions options;
    options.max_cross_pairs = most;
    EXPECT_EQ(world.Group(options).members.size(), 1u);
    EXPECT_LE(world.judged, 299 * most) << most;
  }
}

TEST(GroupStoriesTest, TheOrderOfEdgesChangesNothing) {
  std::mt19937_64 random(53);
  World world;
  for (uint32_t i = 0; i < 80; ++i) world.story.push_back(static_cast<uint32_t>(random() % 12));
  for (uint32_t i = 0; i < 80; ++i) {
    for (uint32_t j = i + 1; j < 80; ++j) {
      const bool same = world.story[i] == world.story[j];
      // Coarse probabilities: many ties.
      if (random() % 100 < (same ? 60u : 3u))
        world.edges.push_back(Edge(i, j, random() % 2 == 0 ? .7 : .9));
    }
  }
  const Grouping expected = world.Group();
  for (int round = 0; round < 20; ++round) {
    std::shuffle(world.edges.begin(), world.edges.end(), random);
    const Grouping grouping = world.Group();
    EXPECT_EQ(grouping.group_of, expected.group_of);
    EXPECT_EQ(grouping.members, expected.members);
    EXPECT_EQ(grouping.least_evidence, expected.least_evidence);
    EXPECT_EQ(grouping.median_evidence, expected.median_evidence);
  }
}

TEST(GroupStoriesTest, GroupsAreNumberedByTheirSmallestMember) {
  std::mt19937_64 random(54);
  World world;
  for (uint32_t i = 0; i < 60; ++i) world.story.push_back(static_cast<uint32_t>(random() % 7));
  for (uint32_t i = 0; i < 60; ++i) {
    for (uint32_t j = i + 1; j < 60; ++j) {
      if (world.story[i] == world.story[j]) world.edges.push_back(Edge(i, j, .9));
    }
  }
  const Grouping grouping = world.Group();
  uint32_t smallest = 0;
  for (size_t g = 0; g < grouping.members.size(); ++g) {
    ASSERT_TRUE(std::is_sorted(grouping.members[g].begin(), grouping.members[g].end()));
    EXPECT_TRUE(g == 0 || grouping.members[g].front() > smallest);
    smallest = grouping.members[g].front();
    for (uint32_t member : grouping.members[g]) {
      EXPECT_EQ(grouping.group_of[member], g);
      EXPECT_EQ(world.story[member], world.story[smallest]);
    }
  }
  EXPECT_EQ(grouping.members.size(), 7u);
}

}  // namespace
}  // namespace wirecopy
