#include "wirecopy/detect/series_members.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;
using testing::Optional;
using testing::SizeIs;

// Articles with bodies of their own, each a group of its own but for those of one story.
struct MadeSeries {
  uint32_t Add(std::string id, std::optional<int64_t> hour = std::nullopt) {
    CleanText clean;
    const auto index = static_cast<uint32_t>(table.size());
    for (uint32_t i = 0; i < 40; ++i)
      clean.tokens.push_back(CharacterToken(U'一') + 50 * (100 + index) + i);
    ArticleView article;
    article.id = id;
    if (hour) article.published_at = TimeInterval{*hour * 3600, *hour * 3600 + 59};
    EXPECT_TRUE(table.Add(article, clean).ok());
    return index;
  }

  // `series`: of articles.
  absl::StatusOr<std::vector<Series>> Build(const std::vector<std::vector<uint32_t>>& series) {
    table.Close(12);
    for (uint32_t text = 0; text < table.text_count(); ++text) {
      grouping.group_of.push_back(text);
      grouping.members.push_back({text});
    }
    for (uint32_t s = 0; s < stories.size(); ++s) {
      for (const StoryMember& member : stories[s].members)
        table.mutable_records()[member.article].story = s;
    }
    std::vector<std::vector<uint32_t>> groups;
    for (const std::vector<uint32_t>& articles : series) {
      groups.emplace_back();
      for (uint32_t article : articles) groups.back().push_back(table.TextOf(article));
    }
    return BuildSeries({&table, &grouping, &stories, &groups,
                        [this](uint32_t a, uint32_t b) -> absl::StatusOr<Verdict> {
                          EXPECT_LT(a, b);
                          ++judged;
                          if (!failure.ok()) return failure;
                          Verdict verdict;
                          verdict.number_conflicts = 3;
                          verdict.name_conflicts = 2;
                          verdict.edits = 1;
                          verdict.coverage_a = .8;
                          verdict.coverage_b = .6;
                          return verdict;
                        }});
  }

  std::vector<std::string> IdsOf(const Series& series) const {
    std::vector<std::string> ids;
    for (const SeriesMember& member : series.members)
      ids.push_back(table.records()[member.article].id);
    return ids;
  }

  MemoryBlobStore store;
  ArticleTable table{&store};
  Grouping grouping;
  std::vector<Story> stories;
  absl::Status failure;
  int judged = 0;
};

TEST(BuildSeriesTest, OfNothing) {
  MadeSeries made;
  made.Add("a");
  EXPECT_THAT(*made.Build({}), IsEmpty());
}

TEST(BuildSeriesTest, MembersFollowTimeThenIdAndTheUndatedComeLast) {
  MadeSeries made;
  const uint32_t z = made.Add("z");
  const uint32_t late = made.Add("late", 30);
  const uint32_t b = made.Add("b", 10);
  const uint32_t a = made.Add("a", 10);
  const std::vector<Series> series = *made.Build({{z, late, b, a}});
  ASSERT_THAT(series, SizeIs(1));
  EXPECT_THAT(made.IdsOf(series[0]), ElementsAre("a", "b", "late", "z"));
  EXPECT_EQ(series[0].first_published->earliest_s, 36'000);
  EXPECT_EQ(series[0].last_published->latest_s, 108'059);
}

TEST(BuildSeriesTest, WhatDiffersIsAddedUpOverNeighbours) {
  MadeSeries made;
  const std::vector<uint32_t> articles = {made.Add("a", 1), made.Add("b", 2), made.Add("c", 3)};
  const Series series = made.Build({articles})->front();
  EXPECT_EQ(made.judged, 2);
  EXPECT_EQ(series.numbers, 6u);
  EXPECT_EQ(series.names, 4u);
  EXPECT_EQ(series.edits, 2u);
  EXPECT_EQ(series.median_covered, .6);
}

TEST(BuildSeriesTest, TheOriginStandsForItsStory) {
  MadeSeries made;
  const uint32_t copy = made.Add("copy", 5);
  const uint32_t origin = made.Add("origin", 4);
  const uint32_t alone = made.Add("alone", 3);
  Story story;
  story.members.resize(2);
  story.members[0].article = story.origin = origin;
  story.members[1].article = copy;
  made.stories = {story};
  const Series series = made.Build({{copy, alone}})->front();
  EXPECT_THAT(made.IdsOf(series), ElementsAre("alone", "origin"));
  EXPECT_EQ(series.members[0].story, std::nullopt);
  EXPECT_THAT(series.members[1].story, Optional(Eq(0u)));
}

TEST(BuildSeriesTest, BySizeThenByName) {
  MadeSeries made;
  std::vector<uint32_t> articles;
  for (int i = 0; i < 7; ++i)
    articles.push_back(made.Add(std::string(1, static_cast<char>('a' + i))));
  const std::vector<Series> series = *made.Build({{articles[0], articles[1]},
                                                  {articles[2], articles[3]},
                                                  {articles[4], articles[5], articles[6]}});
  ASSERT_THAT(series, SizeIs(3));
  EXPECT_THAT(made.IdsOf(series[0]), ElementsAre("e", "f", "g"));
  EXPECT_EQ(series[0].first_published, std::nullopt);
  EXPECT_LT(series[1].name, series[2].name);
  EXPECT_THAT(series[1].name, SizeIs(16));
}

TEST(BuildSeriesTest, AFailureOfTheJudgeIsHandedOn) {
  MadeSeries made;
  const std::vector<uint32_t> articles = {made.Add("a"), made.Add("b")};
  made.failure = absl::DataLossError("gone");
  EXPECT_EQ(made.Build({articles}).status(), made.failure);
}

}  // namespace
}  // namespace wirecopy
