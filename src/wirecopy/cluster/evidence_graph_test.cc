#include "wirecopy/cluster/evidence_graph.h"

#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

EvidenceEdge Edge(uint32_t a, uint32_t b, double probability) {
  EvidenceEdge edge;
  edge.a = a;
  edge.b = b;
  edge.probability = probability;
  return edge;
}

TEST(EvidenceGraphTest, KeepsWhatItWasGiven) {
  EvidenceGraph graph(std::vector<EvidenceNode>(4), {Edge(0, 1, .9), Edge(1, 2, .8)}, nullptr);
  EXPECT_EQ(graph.size(), 4u);
  EXPECT_THAT(graph.EdgesOf(0), ElementsAre(0));
  EXPECT_THAT(graph.EdgesOf(1), ElementsAre(0, 1));
  EXPECT_THAT(graph.EdgesOf(2), ElementsAre(1));
  EXPECT_THAT(graph.EdgesOf(3), IsEmpty());
  ASSERT_NE(graph.Find(2, 1), nullptr);
  EXPECT_EQ(graph.Find(2, 1)->probability, .8);
  EXPECT_EQ(graph.Find(0, 2), nullptr);
  EXPECT_EQ(graph.Between(1, 0).probability, .9);  // without the judge
}

TEST(EvidenceGraphTest, JudgesAMissingPairOnceInOrder) {
  std::vector<std::pair<uint32_t, uint32_t>> judged;
  EvidenceGraph graph(std::vector<EvidenceNode>(5), {Edge(0, 1, .9)},
                      [&](uint32_t a, uint32_t b, unsigned) {
                        judged.emplace_back(a, b);
                        return Edge(a, b, .25);
                      });
  EXPECT_EQ(graph.Between(4, 2).probability, .25);
  EXPECT_EQ(graph.Between(2, 4).probability, .25);
  EXPECT_THAT(judged, ElementsAre(std::pair(2u, 4u)));
  ASSERT_NE(graph.Find(4, 2), nullptr);
  EXPECT_EQ(graph.edges().size(), 2u);
  EXPECT_THAT(graph.EdgesOf(2), IsEmpty());  // only edges given at first
}

TEST(EvidencePartTest, KeepsWhatItJudgesToItself) {
  std::vector<unsigned> workers;
  EvidenceGraph graph(std::vector<EvidenceNode>(5), {Edge(0, 1, .9)},
                      [&](uint32_t a, uint32_t b, unsigned worker) {
                        workers.push_back(worker);
                        return Edge(a, b, .25);
                      });
  EvidencePart part(graph, 3);
  EXPECT_EQ(part.Between(1, 0).probability, .9);
  EXPECT_EQ(part.Between(4, 2).probability, .25);
  EXPECT_EQ(part.Between(2, 4).probability, .25);
  EXPECT_THAT(workers, ElementsAre(3u));
  EXPECT_EQ(graph.Find(2, 4), nullptr);
  graph.Add(part.TakeJudged());
  ASSERT_NE(graph.Find(2, 4), nullptr);
  EXPECT_EQ(graph.Find(2, 4)->probability, .25);
}

TEST(EvidenceGraphTest, OfNothing) {
  EvidenceGraph graph({}, {}, nullptr);
  EXPECT_EQ(graph.size(), 0u);
  EXPECT_TRUE(graph.edges().empty());
}

}  // namespace
}  // namespace wirecopy
