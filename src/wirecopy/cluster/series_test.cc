#include "wirecopy/cluster/series.h"

#include <algorithm>
#include <numeric>
#include <ostream>
#include <random>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Le;
using testing::SizeIs;

using Groups = std::vector<std::vector<uint32_t>>;

EvidenceEdge FormEdge(uint32_t a, uint32_t b, double covered, uint16_t conflicts = 5) {
  EvidenceEdge edge;
  edge.a = std::min(a, b);
  edge.b = std::max(a, b);
  edge.relation = Relation::kSameTemplate;
  edge.coverage_a = edge.coverage_b = covered;
  edge.shared_bits = 500 * covered;
  edge.conflicts = conflicts;
  return edge;
}

// A made world of pages: the form of each, and how much of two pages of one form, or of two forms,
// is equal.
struct World {
  std::vector<uint32_t> form;
  std::vector<EvidenceEdge> edges;
  float within = .6;
  float between = .1;
  std::vector<uint8_t> left_out = {};
  std::vector<uint32_t> group_of = {};  // empty: every page is alone in its story
  std::vector<int> days = {};           // of publication; empty: unknown
  uint32_t judged = 0;

  Groups Find(const SeriesOptions& options = {}) {
    const size_t pages = form.size();
    if (group_of.empty()) {
      group_of.resize(pages);
      std::iota(group_of.begin(), group_of.end(), 0);
    }
    if (left_out.empty()) left_out.assign(pages, 0);
    Grouping grouping;
    grouping.group_of = group_of;
    for (uint32_t page = 0; page < pages; ++page) {
      if (group_of[page] >= grouping.members.size()) grouping.members.emplace_back();
      grouping.members[group_of[page]].push_back(page);
    }
    std::vector<EvidenceNode> nodes(pages);
    for (size_t i = 0; i < days.size(); ++i)
      nodes[i].published = TimeInterval{days[i] * 86400, days[i] * 86400};
    EvidenceGraph graph(nodes, edges, [this](uint32_t a, uint32_t b, unsigned) {
      ++judged;
      return FormEdge(a, b, form[a] == form[b] ? within : between);
    });
    return FindSeries(graph, grouping, left_out, options);
  }
};

TEST(FindSeriesTest, OfNothingAndOfStrangers) {
  World nothing;
  EXPECT_THAT(nothing.Find(), IsEmpty());
  World strangers;
  strangers.form = {0, 1, 2};
  EXPECT_THAT(strangers.Find(), IsEmpty());
}

struct EdgeCase {
  const char* name;
  EvidenceEdge edge;
  bool joins = false;
};
void PrintTo(const EdgeCase& row, std::ostream* out) { *out << row.name; }

EvidenceEdge Of(Relation relation) {
  EvidenceEdge edge = FormEdge(0, 1, .9);
  edge.relation = relation;
  return edge;
}

EvidenceEdge OneSided() {
  EvidenceEdge edge = FormEdge(0, 1, .9);
  edge.coverage_b = .2;
  return edge;
}

EvidenceEdge LongAndOneConflict() {
  EvidenceEdge edge = FormEdge(0, 1, .7, 1);
  edge.shared_bits = 900;
  return edge;
}

EvidenceEdge Formulas(float bits) {
  EvidenceEdge edge = FormEdge(0, 1, .7, 0);
  edge.shared_bits = bits;
  return edge;
}

class EdgeTest : public testing::TestWithParam<EdgeCase> {};

TEST_P(EdgeTest, JoinsWhereBothSidesAreMostlyTheForm) {
  World world;
  world.form = {0, 0};
  world.edges = {GetParam().edge};
  EXPECT_THAT(world.Find(), SizeIs(GetParam().joins ? 1 : 0));
}

INSTANTIATE_TEST_SUITE_P(
    Edges, EdgeTest,
    testing::Values(EdgeCase{"the same form", FormEdge(0, 1, .5), true},
                    EdgeCase{"too little of both", FormEdge(0, 1, .35)},
                    EdgeCase{"one is mostly its own text", OneSided()},
                    EdgeCase{"nothing but a few formulas", Formulas(100), true},
                    EdgeCase{"many formulas and no difference", Formulas(200)},
                    EdgeCase{"a long text that differs in one name", LongAndOneConflict()},
                    EdgeCase{"a quote", Of(Relation::kQuote)},
                    EdgeCase{"a reprint", Of(Relation::kReprint)},
                    EdgeCase{"a roundup", Of(Relation::kRoundup)}));

TEST(FindSeriesTest, AChainOfWeakEdgesIsNotOneSeries) {
  World chain;
  for (uint32_t i = 0; i < 40; ++i) chain.form.push_back(i);
  for (uint32_t i = 0; i + 1 < 40; ++i) chain.edges.push_back(FormEdge(i, i + 1, .45));
  for (const std::vector<uint32_t>& series : chain.Find()) EXPECT_THAT(series, SizeIs(Le(2)));
}

TEST(FindSeriesTest, WhatIsTooLittleForTwoIsEnoughForThree) {
  World world;
  world.form = {0, 0, 0};
  world.within = .36;
  world.edges = {FormEdge(0, 1, .36)};
  EXPECT_THAT(world.Find(), IsEmpty());
  world.edges.push_back(FormEdge(1, 2, .36));
  EXPECT_THAT(world.Find(), ElementsAre(ElementsAre(0, 1, 2)));
}

TEST(FindSeriesTest, ALongTextThatDiffersOnceIsBelievedAMuchLaterDay) {
  for (const auto& [days, series] : {std::pair(0, 0), std::pair(3, 0), std::pair(30, 1)}) {
    World world;
    world.form = {0, 0};
    world.days = {100, 100 + days};
    world.edges = {LongAndOneConflict()};
    world.edges[0].shared_bits = 300;
    EXPECT_THAT(world.Find(), SizeIs(series)) << days;
  }
}

TEST(FindSeriesTest, OneEdgeDoesNotGlueTwoForms) {
  for (const float glue : {.45, .6, .9}) {
    World world;
    for (uint32_t i = 0; i < 20; ++i) world.form.push_back(i / 10);
    for (uint32_t i = 0; i < 20; ++i) {
      if (i % 10 > 0) world.edges.push_back(FormEdge(i, i - 1, .6));
    }
    world.edges.push_back(FormEdge(9, 10, glue));
    const Groups series = world.Find();
    const auto one_form = [&](const std::vector<uint32_t>& groups) {
      return std::ranges::count_if(groups, [](uint32_t i) { return i < 10; });
    };
    // An end of the edge may stand with the wrong form; never the forms with each other.
    for (const std::vector<uint32_t>& groups : series) {
      const auto first = one_form(groups);
      EXPECT_LE(std::min<ptrdiff_t>(first, std::ssize(groups) - first), 1) << glue;
    }
    EXPECT_THAT(series, SizeIs(2)) << glue;
  }
}

TEST(FindSeriesTest, RoundupsAndPagesOfOneStoryTakeNoPart) {
  World world;
  world.form = {0, 0, 0, 0, 0};
  world.edges = {FormEdge(0, 1, .6), FormEdge(1, 2, .6), FormEdge(2, 3, .6), FormEdge(3, 4, .6)};
  world.group_of = {0, 0, 1, 2, 3};
  world.left_out = {0, 0, 0, 1, 0};
  EXPECT_THAT(world.Find(), ElementsAre(ElementsAre(0, 1)));
}

TEST(FindSeriesTest, AStoryIsOneMemberWhicheverOfItsCopiesMatch) {
  World world;
  world.form = {0, 0, 0, 0, 0, 0};
  world.group_of = {0, 0, 1, 1, 2, 2};
  world.edges = {FormEdge(0, 3, .6), FormEdge(2, 5, .5), FormEdge(1, 2, .3)};
  EXPECT_THAT(world.Find(), ElementsAre(ElementsAre(0, 1, 2)));
}

World LinkedWorld(uint32_t pages, uint32_t forms) {
  World world;
  for (uint32_t i = 0; i < pages; ++i) world.form.push_back(i % forms);
  std::mt19937_64 random(pages);
  for (uint32_t i = forms; i < pages; ++i) {
    world.edges.push_back(FormEdge(i - forms, i, .45 + static_cast<float>(random() % 30) / 100));
  }
  return world;
}

TEST(FindSeriesTest, ASeriesOfThousandsStaysOneForNearLinearWork) {
  for (const uint32_t pages : {1000u, 20000u}) {
    World world = LinkedWorld(pages, 2);
    EXPECT_THAT(world.Find(), ElementsAre(SizeIs(pages / 2), SizeIs(pages / 2))) << pages;
    EXPECT_LE(world.judged, 16 * pages) << pages;
  }
}

TEST(FindSeriesTest, TheOrderOfEdgesChangesNothing) {
  World world = LinkedWorld(300, 7);
  std::mt19937_64 random(11);
  for (uint32_t i = 0; i < 200; ++i) {
    const auto a = static_cast<uint32_t>(random() % 300);
    const uint32_t b = (a + 1 + static_cast<uint32_t>(random() % 5)) % 300;
    const auto known = std::ranges::find_if(world.edges, [&](const EvidenceEdge& edge) {
      return edge.a == std::min(a, b) && edge.b == std::max(a, b);
    });
    if (known == world.edges.end()) world.edges.push_back(FormEdge(a, b, .45));
  }
  const Groups expected = world.Find();
  EXPECT_THAT(expected, SizeIs(7));
  for (int round = 0; round < 5; ++round) {
    std::shuffle(world.edges.begin(), world.edges.end(), random);
    EXPECT_EQ(world.Find(), expected);
  }
}

}  // namespace
}  // namespace wirecopy
