#include "wirecopy/detect/lineage.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

struct MadeMember {
  const char* id;
  const char* outlet;
  const char* source = "";
  int64_t hour = -1;  // -1: unknown
  uint32_t tokens = 100;
  int text = -1;  // members of one text are exact copies; -1: a text of its own
};

struct MadeEdge {
  uint32_t a = 0;
  uint32_t b = 0;
  double direction = 0;  // log-odds that a was made from b
  double coverage_a = .95;
  double coverage_b = .95;
};

// The descents by the members' order. Pairs without an edge: equal texts, nothing tells.
std::vector<Descent> Lineage(const std::vector<MadeMember>& members,
                             const std::vector<MadeEdge>& given = {}) {
  MemoryBlobStore store;
  ArticleTable table(&store);
  for (const MadeMember& member : members) {
    CleanText clean;
    clean.tokens.assign(member.tokens, CharacterToken(U'字'));
    const auto own = static_cast<char32_t>(
        member.text >= 0 ? U'甲' + member.text : U'一' + static_cast<int>(table.size()));
    clean.tokens[0] = CharacterToken(own);
    clean.facts.source = member.source;
    ArticleView article;
    article.id = member.id;
    article.outlet = member.outlet;
    if (member.hour >= 0)
      article.published_at = TimeInterval{member.hour * 3600, member.hour * 3600};
    EXPECT_TRUE(table.Add(article, clean).ok());
  }
  table.Close(1);
  std::vector<uint32_t> texts(table.text_count());
  for (uint32_t text = 0; text < texts.size(); ++text) texts[text] = text;
  const auto edge_of = [](uint32_t a, uint32_t b, const MadeEdge& made) {
    EvidenceEdge edge;
    edge.a = std::min(a, b);
    edge.b = std::max(a, b);
    edge.direction = static_cast<float>(a < b ? made.direction : 0 - made.direction);
    edge.coverage_a = a < b ? made.coverage_a : made.coverage_b;
    edge.coverage_b = a < b ? made.coverage_b : made.coverage_a;
    return edge;
  };
  std::vector<EvidenceEdge> edges;
  for (const MadeEdge& made : given)
    edges.push_back(edge_of(table.TextOf(made.a), table.TextOf(made.b), made));
  EvidenceGraph graph(std::vector<EvidenceNode>(texts.size()), std::move(edges),
                      [&](uint32_t a, uint32_t b, unsigned) { return edge_of(a, b, {}); });
  std::vector<Descent> descents(members.size());
  EvidencePart evidence(graph, 0);
  for (Descent& descent : FindLineage(table, evidence, texts))
    descents[descent.article] = std::move(descent);
  return descents;
}

uint32_t OriginOf(const std::vector<Descent>& descents) {
  uint32_t origin = UINT32_MAX;
  for (uint32_t i = 0; i < descents.size(); ++i) {
    if (descents[i].parent) continue;
    EXPECT_EQ(origin, UINT32_MAX) << "two origins";
    origin = i;
  }
  return origin;
}

TEST(FindLineageTest, WhomTheOthersNameAsTheirSource) {
  const auto lineage =
      Lineage({{"a", "港城网", "江城日报"}, {"b", "江城日报"}, {"c", "滨海在线", "江城日报"}},
              {{0, 1}, {0, 2}, {1, 2}});
  ASSERT_EQ(OriginOf(lineage), 1u);
  EXPECT_GT(lineage[1].confidence, 0.5);
  EXPECT_LE(lineage[1].confidence, kMaxConfidence);
  EXPECT_THAT(lineage[1].reasons, Contains(HasSubstr("2 copies name it as the source")));
  for (uint32_t copy : {0u, 2u}) {
    EXPECT_EQ(lineage[copy].parent, 1u);
    EXPECT_GT(lineage[copy].confidence, 0.5);
    EXPECT_THAT(lineage[copy].reasons, Contains(HasSubstr("names 江城日报 as its source")));
  }
}

TEST(FindLineageTest, TheEarliestWhereNobodyIsNamed) {
  const auto lineage =
      Lineage({{"a", "港城网", "", 9}, {"b", "江城日报", "", 2}, {"c", "滨海在线", "", 5}},
              {{0, 1}, {0, 2}, {1, 2}});
  ASSERT_EQ(OriginOf(lineage), 1u);
  EXPECT_GT(lineage[1].confidence, 0);
  EXPECT_LE(lineage[1].confidence, kMaxConfidence);
  EXPECT_THAT(lineage[1].reasons,
              Contains(HasSubstr("earliest seen: published before 2 of 2 others")));
}

TEST(FindLineageTest, UnknownWithoutAClue) {
  const auto lineage = Lineage({{"a", "港城网"}, {"b", "江城日报"}, {"c", ""}}, {{0, 1}, {1, 2}});
  for (const Descent& descent : lineage) {
    EXPECT_EQ(descent.confidence, 0);
    EXPECT_THAT(descent.reasons, IsEmpty());
  }
}

TEST(FindLineageTest, UnknownAlone) {
  const auto lineage = Lineage({{"a", "港城网", "", 3}});
  EXPECT_EQ(OriginOf(lineage), 0u);
  EXPECT_EQ(lineage[0].confidence, 0);
}

TEST(FindLineageTest, TheFullerTextIsOnlyAGuess) {
  const auto lineage =
      Lineage({{"a", "港城网", "", -1, 60}, {"b", "江城日报", "", -1, 200}}, {{0, 1}});
  EXPECT_EQ(OriginOf(lineage), 1u);
  EXPECT_EQ(lineage[1].confidence, 0);
  EXPECT_EQ(lineage[0].confidence, 0);
}

TEST(FindLineageTest, WhoNamesAnotherMemberIsNoOriginThoughEarlier) {
  const auto lineage =
      Lineage({{"a", "港城网", "江城日报", 1}, {"b", "江城日报", "", 4}}, {{0, 1}});
  EXPECT_FALSE(OriginOf(lineage) == 0 && lineage[0].confidence > 0);
}

TEST(FindLineageTest, TheTextsTellWhereNothingElseDoes) {
  const auto lineage = Lineage({{"a", "港城网"}, {"b", "江城日报"}}, {{0, 1, 3}});
  ASSERT_EQ(OriginOf(lineage), 1u);
  EXPECT_GT(lineage[1].confidence, 0.5);
  EXPECT_EQ(lineage[0].parent, 1u);
  EXPECT_GT(lineage[0].confidence, 0.5);
}

// c holds what b lost of a, and nothing of what b kept: it was made from b.
TEST(FindLineageTest, ACopyOfACopy) {
  const auto lineage =
      Lineage({{"a", "江城日报", "", 1}, {"b", "港城网", "江城日报", 5}, {"c", "滨海在线", "", 9}},
              {{1, 0, 1, .99, .6}, {2, 1, 1, .99, .99}, {2, 0, 1, .9, .55}});
  EXPECT_EQ(OriginOf(lineage), 0u);
  EXPECT_EQ(lineage[1].parent, 0u);
  EXPECT_EQ(lineage[2].parent, 1u);
  EXPECT_GT(lineage[2].confidence, 0.5);
  EXPECT_THAT(lineage[2].reasons, Contains(HasSubstr("published later")));
}

TEST(FindLineageTest, ExactCopiesGoBackToTheOneTheyName) {
  const auto lineage = Lineage({{"a", "港城网", "江城日报", 3, 100, 0},
                                {"b", "江城日报", "", 3, 100, 0},
                                {"c", "滨海在线", "江城日报", 3, 100, 0}});
  ASSERT_EQ(OriginOf(lineage), 1u);
  EXPECT_EQ(lineage[0].parent, 1u);
  EXPECT_EQ(lineage[2].parent, 1u);
  EXPECT_GT(lineage[2].confidence, 0.5);
}

// Dates that overlap claim nothing.
TEST(FindLineageTest, EqualTextsOfOverlappingDatesAreUnknown) {
  MemoryBlobStore store;
  ArticleTable table(&store);
  for (const TimeInterval date : {TimeInterval{100, 100}, TimeInterval{0, 1000}}) {
    CleanText clean;
    clean.tokens.assign(60, CharacterToken(U'字'));
    ArticleView article;
    article.id = date.earliest_s == 0 ? "vague" : "exact";
    article.published_at = date;
    ASSERT_TRUE(table.Add(article, clean).ok());
  }
  table.Close(1);
  EvidenceGraph graph(std::vector<EvidenceNode>(1), {}, nullptr);
  const std::vector<uint32_t> texts = {0};
  EvidencePart evidence(graph, 0);
  for (const Descent& descent : FindLineage(table, evidence, texts)) {
    EXPECT_EQ(descent.confidence, 0);
    EXPECT_THAT(descent.reasons, IsEmpty());
  }
}

TEST(FindLineageTest, AParentThatIsSurelyLaterIsNotClaimed) {
  const auto lineage =
      Lineage({{"a", "港城网", "江城日报", 1}, {"b", "江城日报", "", 200}}, {{0, 1, 1, .99, .7}});
  EXPECT_EQ(lineage[0].parent, 1u);
  EXPECT_EQ(lineage[0].confidence, 0);
}

// A roundup of last week's reports holds them whole, and is not where they come from.
TEST(FindLineageTest, TheFullestTextIsNoOriginWhereAnotherIsSurelyEarlier) {
  const auto lineage =
      Lineage({{"a", "港城网", "", 1}, {"b", "江城日报", "", 200}, {"c", "滨海在线", "", 300}},
              {{0, 1, 6, 1, .3}, {2, 1, 6, 1, .3}});
  const uint32_t origin = OriginOf(lineage);
  EXPECT_THAT(lineage[origin].reasons, Not(Contains(HasSubstr("earliest seen"))));
  EXPECT_THAT(lineage[origin].reasons, Contains(HasSubstr("though published after 1 of 2 others")));
  EXPECT_EQ(lineage[origin].confidence, 0);
}

TEST(FindLineageTest, WhatIsClaimedHasItsReasons) {
  const auto lineage =
      Lineage({{"a", "港城网", "", 1}, {"b", "江城日报", "", 1}, {"c", "滨海在线"}},
              {{0, 1, 4, 1, .5}, {2, 1, 4, 1, .4}, {0, 2, 0, .5, .6}});
  for (const Descent& descent : lineage)
    EXPECT_EQ(descent.confidence > 0, !descent.reasons.empty()) << descent.article;
  EXPECT_THAT(lineage[0].reasons, Contains(HasSubstr("cut or damaged")));
}

// Pairs are nominated as chains: what has no pair with the origin is compared with it.
TEST(FindLineageTest, LooksBeyondTheChainOfNominatedPairs) {
  std::vector<MadeMember> members = {{"a0", "江城日报", "", 0}};
  std::vector<std::string> ids(12);
  std::vector<MadeEdge> chain;
  for (uint32_t i = 1; i < ids.size(); ++i) {
    ids[i] = "b" + std::to_string(i);
    members.push_back({ids[i].c_str(), "港城网", "江城日报", static_cast<int64_t>(i)});
    chain.push_back({i - 1, i, 0, .9, .9});
  }
  const auto lineage = Lineage(members, chain);
  ASSERT_EQ(OriginOf(lineage), 0u);
  for (uint32_t i = 1; i < ids.size(); ++i) EXPECT_EQ(lineage[i].parent, 0u) << i;
}

}  // namespace
}  // namespace wirecopy
