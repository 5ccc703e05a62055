#include "wirecopy/detect/stories.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Articles with bodies of their own, grouped and judged by hand; what a text's number is does not
// matter to the tests, which speak of articles.
EvidenceEdge MadeEdge() {
  EvidenceEdge edge;
  edge.relation = Relation::kReprint;
  edge.probability = .9;
  edge.coverage_a = .8;
  edge.coverage_b = .6;
  return edge;
}

struct MadeStories {
  uint32_t Add(std::string id, std::optional<int64_t> hour = std::nullopt, uint32_t body = 0) {
    CleanText clean;
    const auto index = static_cast<uint32_t>(table.size());
    for (uint32_t i = 0; i < 40; ++i)
      clean.tokens.push_back(CharacterToken(U'一') + 50 * (body ? body : 100 + index) + i);
    ArticleView article;
    article.id = id;
    if (hour) article.published_at = TimeInterval{*hour * 3600, *hour * 3600};
    EXPECT_TRUE(table.Add(article, clean).ok());
    return index;
  }

  // `groups`: of articles, one of each distinct body.
  std::vector<Story> Build(
      const std::vector<std::vector<uint32_t>>& groups,
      const std::vector<std::pair<uint32_t, std::vector<uint32_t>>>& digests = {}) {
    table.Close(12);
    Grouping grouping;
    grouping.group_of.resize(table.text_count());
    for (const auto& articles : groups) {
      std::vector<uint32_t> texts;
      for (uint32_t article : articles) texts.push_back(table.TextOf(article));
      std::sort(texts.begin(), texts.end());
      for (uint32_t text : texts)
        grouping.group_of[text] = static_cast<uint32_t>(grouping.members.size());
      grouping.members.push_back(texts);
    }
    grouping.least_evidence.assign(groups.size(), .75);
    grouping.median_evidence.assign(groups.size(), .875);
    std::vector<Roundup> roundups;
    for (const auto& [page, items] : digests) {
      roundups.push_back({table.TextOf(page), {}});
      for (uint32_t item : items) roundups.back().items.push_back(table.TextOf(item));
    }
    EvidenceGraph graph(std::vector<EvidenceNode>(table.text_count()), {},
                        [this](uint32_t a, uint32_t b, unsigned) { return Judge(a, b); });
    StoryRequest request;
    request.table = &table;
    request.grouping = &grouping;
    request.roundups = &roundups;
    request.graph = &graph;
    return BuildStories(request);
  }
  // As if each article were made from those that were added before it.
  EvidenceEdge Judge(uint32_t a, uint32_t b) {
    ++judged;
    EvidenceEdge edge = shared;
    edge.a = a;
    edge.b = b;
    if (table.ArticleOf(a) < table.ArticleOf(b)) std::swap(edge.coverage_a, edge.coverage_b);
    return edge;
  }
  std::vector<std::string> IdsOf(const Story& story) const {
    std::vector<std::string> ids;
    for (const StoryMember& member : story.members)
      ids.push_back(table.records()[member.article].id);
    return ids;
  }

  MemoryBlobStore store;
  ArticleTable table{&store};
  // By every pair; `a` the one that was made from the other.
  EvidenceEdge shared = MadeEdge();
  int judged = 0;
};

TEST(BuildStoriesTest, ThoseAloneAreNone) {
  MadeStories made;
  made.Add("a");
  made.Add("b");
  EXPECT_THAT(made.Build({{0}, {1}}), IsEmpty());
}

TEST(BuildStoriesTest, OriginFirstThenByTime) {
  MadeStories made;
  made.Add("late", 9);
  made.Add("undated");
  made.Add("first", 1);
  made.Add("middle", 4);
  const auto stories = made.Build({{0, 1, 2, 3}});
  ASSERT_EQ(stories.size(), 1u);
  const Story& story = stories.front();
  EXPECT_THAT(made.IdsOf(story), ElementsAre("first", "middle", "late", "undated"));
  EXPECT_EQ(story.origin, 2u);
  EXPECT_EQ(story.members[0].of, std::nullopt);
  EXPECT_EQ(story.members[0].relation, Relation::kExact);
  EXPECT_EQ(story.members[1].of, 2u);
  EXPECT_EQ(story.members[0].lag_s, 0);  // the origin's date is known
  EXPECT_EQ(story.members[1].lag_s, 3 * 3600);
  EXPECT_EQ(story.members[1].coverage, .8);
  EXPECT_EQ(story.members[1].coverage_of, .6);
  EXPECT_EQ(story.members[3].lag_s, std::nullopt);
  EXPECT_EQ(story.first_published->earliest_s, 3600);
  EXPECT_EQ(story.last_published->latest_s, 9 * 3600);
  EXPECT_EQ(story.least_evidence, .75);
  EXPECT_EQ(story.median_evidence, .875);
  EXPECT_EQ(story.name.size(), 16u);
}

TEST(BuildStoriesTest, ExactCopiesAreAStoryWithoutAJudge) {
  MadeStories made;
  made.Add("b", 5, 7);
  made.Add("a", 2, 7);
  const auto stories = made.Build({{0}});
  EXPECT_EQ(made.judged, 0);
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_THAT(made.IdsOf(stories.front()), ElementsAre("a", "b"));
  EXPECT_EQ(stories.front().members[1].relation, Relation::kExact);
  EXPECT_EQ(stories.front().members[1].of, 1u);
}

TEST(BuildStoriesTest, RoundupsComeLastInEveryStory) {
  MadeStories made;
  made.Add("a1");
  made.Add("a2");
  made.Add("b1");
  made.Add("digest", 0);
  const auto stories = made.Build({{0, 1}, {2}, {3}}, {{3, {0, 2}}});
  ASSERT_EQ(stories.size(), 2u);  // by size; the digest is none of its own
  EXPECT_EQ(stories.at(0).members.size(), 3u);
  EXPECT_EQ(stories.at(0).members.back().article, 3u);
  EXPECT_EQ(stories.at(0).members.back().relation, Relation::kRoundup);
  EXPECT_THAT(made.IdsOf(stories.at(1)), ElementsAre("b1", "digest"));
  EXPECT_FALSE(stories.at(1).first_published.has_value());  // roundups left out
}

TEST(BuildStoriesTest, RoundupsDoNotCountInTheOrderBySize) {
  MadeStories made;
  for (const char* id : {"a1", "a2", "b1", "b2", "b3"}) made.Add(id);
  std::vector<std::pair<uint32_t, std::vector<uint32_t>>> digests;
  std::vector<std::vector<uint32_t>> groups = {{0, 1}, {2, 3, 4}};
  const uint32_t alone = made.Add("c");
  groups.push_back({alone});
  for (uint32_t i = 0; i < 4; ++i) {
    const uint32_t digest = made.Add("digest" + std::to_string(i));
    groups.push_back({digest});
    digests.push_back({digest, {0, alone}});
  }
  const auto stories = made.Build(groups, digests);
  ASSERT_EQ(stories.size(), 3u);
  EXPECT_EQ(stories.at(0).members.size(), 3u);
  EXPECT_EQ(stories.at(1).members.size(), 6u);  // two articles and four roundups
  EXPECT_EQ(stories.at(2).members.size(), 5u);
}

// A page known to hold one story whole is no roundup for that.
TEST(BuildStoriesTest, ItTakesTwoItemsToBeListed) {
  MadeStories made;
  for (const char* id : {"a1", "a2", "holder"}) made.Add(id);
  const auto stories = made.Build({{0, 1}, {2}}, {{2, {0}}});
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_THAT(made.IdsOf(stories.front()), ElementsAre("a1", "a2"));
}

// Others hold the two together, so the relation of two strangers is not theirs.
TEST(BuildStoriesTest, WhatIsLessSureOfItsParentIsRelatedByCoverage) {
  MadeStories made;
  made.Add("a", 1);
  made.Add("b", 2);
  made.shared.relation = Relation::kQuote;
  made.shared.probability = .1;
  made.shared.coverage_b = .05;
  auto stories = made.Build({{0, 1}});
  EXPECT_EQ(stories[0].members[1].relation, Relation::kExcerpt);
}

TEST(BuildStoriesTest, NamesComeFromTheMembers) {
  const auto name = [](const std::vector<std::string>& ids, uint32_t bodies) {
    MadeStories made;
    std::vector<uint32_t> all;
    for (const std::string& id : ids)
      all.push_back(made.Add(id, std::nullopt, bodies + static_cast<uint32_t>(id[0])));
    return made.Build({all}).front().name;
  };
  EXPECT_EQ(name({"a", "b", "c"}, 1), name({"c", "a", "b"}, 1));
  EXPECT_NE(name({"a", "b", "c"}, 1), name({"a", "b", "d"}, 1));
  EXPECT_NE(name({"a", "b", "c"}, 1), name({"a", "b", "c"}, 2));
}

}  // namespace
}  // namespace wirecopy
