#include "wirecopy/report/story_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "wirecopy/report/sample_result_test.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;

TEST(PercentTest, IsNeverAllOrNothingOfWhatIsNot) {
  EXPECT_EQ(Percent(0), "0");
  EXPECT_EQ(Percent(.0001), "<1");
  EXPECT_EQ(Percent(.625), "63");
  EXPECT_EQ(Percent(.9999), "99");
  EXPECT_EQ(Percent(1), "100");
  EXPECT_EQ(Percent(std::numeric_limits<double>::quiet_NaN()), "?");
}

TEST(ProbabilityTextTest, IsNeverCertainOfWhatIsNot) {
  EXPECT_EQ(ProbabilityText(1), "1.00");
  EXPECT_EQ(ProbabilityText(.9961), ">0.99");
  EXPECT_EQ(ProbabilityText(.97), "0.97");
  EXPECT_EQ(ProbabilityText(.001), "<0.01");
  EXPECT_EQ(ProbabilityText(0), "0.00");
  EXPECT_EQ(ProbabilityText(std::numeric_limits<double>::infinity()), "?");
}

TEST(RunFactsTest, TellWhatCouldNotBeRead) {
  ReadingCounts reading = SampleReading();
  reading.file_problems_by_reason = {{"not-readable", 1}, {"truncated", 1}};
  const std::vector<RunFact> facts = RunFacts(SampleResult(), reading);
  EXPECT_EQ(facts.back().count, 2u);
  EXPECT_EQ(facts.back().more, "whole files, or the rest of them: 1 not-readable, 1 truncated");
}

TEST(StoryWordsTest, PartsLeaveRoundupsOut) {
  const Result result = SampleResult();
  const StoryParts parts = PartsOf(result, result.stories[0]);
  EXPECT_EQ(parts.copies.size(), 6u);
  EXPECT_EQ(parts.roundups.size(), 1u);
  EXPECT_EQ(parts.SizeText(), "6 articles, 4 outlets");
}

TEST(StoryWordsTest, AnOriginIsCalledOneOnlyWhereItIs) {
  Result result = SampleResult();
  Story& story = result.stories[0];
  EXPECT_EQ(RelationText(story, story.members[0]), "origin");
  story.origin_confidence = .3;
  EXPECT_EQ(RelationText(story, story.members[0]), "origin?");
  story.origin_confidence = 0;
  EXPECT_EQ(RelationText(story, story.members[0]), "first shown");
  EXPECT_EQ(OriginText(result, story),
            "origin unknown; shown first, as earliest or fullest seen: 河东日报");
}

TEST(StoryWordsTest, DoubtfulJoinsAreNamedButRoundupsJoinNothing) {
  Result result = SampleResult();
  Story& story = result.stories[0];
  story.members.back().probability = .1;  // the roundup
  const StoryParts parts = PartsOf(result, story);
  ASSERT_THAT(DoubtfulOf(parts), ElementsAre(&story.members[4]));
  EXPECT_EQ(RelationText(story, story.members[4]), "edited?");
  EXPECT_EQ(RelationText(story, story.members.back()), "roundup");
  EXPECT_EQ(DoubtText(result, parts, 3),
            "doubtful, with the probability that it belongs here: c5 (湖畔网) 0.61");
  story.members[3].probability = .5;  // of an unknown outlet
  EXPECT_EQ(DoubtText(result, parts, 1),
            "doubtful, with the probability that it belongs here: c4 0.50 and 1 more");
  story.members[3].probability = story.members[4].probability = .8;
  EXPECT_EQ(DoubtText(result, parts, 3), "");
}

TEST(StoryWordsTest, DescentSaysWhyOrThatNothingTells) {
  StoryMember member = SampleMember(1, Relation::kReprint, 0, 1, 1, 1);
  EXPECT_EQ(DescentText(member), "nothing tells whom it was copied from");
  member.of_confidence = .93;
  EXPECT_EQ(DescentText(member), "confidence 0.93");
  member.of_reasons = {"names \x1b as its source", "published later"};
  EXPECT_EQ(DescentText(member), "names ␛ as its source; published later (0.93)");
  member.of_confidence = 0;
  EXPECT_EQ(DescentText(member), "names ␛ as its source; published later (unsure)");
  EXPECT_EQ(DescentText(SampleOrigin(0)), "");
  EXPECT_EQ(DescentText(SampleMember(1, Relation::kRoundup, 0, 1, 1, 1)), "");
}

}  // namespace
}  // namespace wirecopy
