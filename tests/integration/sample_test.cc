// data/sample through the whole engine: the stories of its answers come out, and nothing else.
#include <algorithm>
#include <map>
#include <set>

#include "run_detector_test.h"
#include "sample_articles_test.h"

namespace wirecopy {
namespace {

class SampleStories : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    answers_ = new std::map<std::string, SampleArticle>(SampleAnswers());
    result_ = new Result(RunDetector(ReadSampleArticles()));
  }
  static void TearDownTestSuite() {
    delete answers_;
    delete result_;
  }

  static const SampleArticle& Answer(const std::string& id) { return answers_->at(id); }
  // Of its story, the article others are copied from.
  static std::string OriginalOf(const std::string& story) {
    for (const auto& [id, answer] : *answers_) {
      if (answer.story == story && answer.relation == "original") return id;
    }
    return {};
  }
  static bool IsRoundup(const std::string& id) { return Answer(id).relation == "roundup"; }

  static std::map<std::string, SampleArticle>* answers_;
  static Result* result_;
};

std::map<std::string, SampleArticle>* SampleStories::answers_ = nullptr;
Result* SampleStories::result_ = nullptr;

TEST_F(SampleStories, EveryArticleIsJudged) {
  EXPECT_EQ(result_->articles.size(), answers_->size());
}

TEST_F(SampleStories, NoStoryHoldsTwo) {
  for (const std::set<std::string>& members : MembersOf(*result_)) {
    const std::string& first = *members.begin();
    for (const std::string& id : members) {
      EXPECT_EQ(Answer(id).story, Answer(first).story)
          << id << " and " << first << ": " << DescribeVerdict(*result_, id, first);
    }
  }
}

TEST_F(SampleStories, EveryReprintIsFound) {
  const std::map<std::string, size_t> numbers = StoryNumbers(*result_);
  for (const auto& [id, answer] : *answers_) {
    const std::string original = OriginalOf(answer.story);
    if (original.empty() || id == original) continue;
    std::string damages;
    for (const std::string& damage : answer.damages) damages += " " + damage;
    EXPECT_EQ(numbers.at(id), numbers.at(original))
        << "damage:" << damages
        << "; against the original: " << DescribeVerdict(*result_, id, original);
  }
}

TEST_F(SampleStories, SisterMeetingsStayFive) {
  const std::map<std::string, size_t> numbers = StoryNumbers(*result_);
  std::set<size_t> distinct;
  for (const char* story : {"lanchuan", "shuoling", "dongjia", "luyuan", "fengdu"}) {
    distinct.insert(numbers.at(OriginalOf(story)));
  }
  EXPECT_EQ(distinct.size(), 5u);
}

TEST_F(SampleStories, TwoYearsOfOneNoticeAreTwoStoriesAndACorrectionIsNone) {
  const std::map<std::string, size_t> numbers = StoryNumbers(*result_);
  EXPECT_NE(numbers.at("exam2025-lanchuanribao"), numbers.at("exam2026-lanchuanribao"));
  EXPECT_EQ(numbers.at("bridge-yuanjiang"), numbers.at("bridge-corrected"));
  EXPECT_EQ(numbers.at("harbor-meridian"), numbers.at("harbor-corrected"));
}

TEST_F(SampleStories, RoundupsHangOnEveryStoryTheyContainAndJoinNone) {
  for (const auto& [id, answer] : *answers_) {
    if (!IsRoundup(id)) continue;
    std::set<std::string> listed_in;
    for (const Story& story : result_->stories) {
      for (const StoryMember& member : story.members) {
        if (result_->articles[member.article].id != id) continue;
        EXPECT_EQ(member.relation, Relation::kRoundup) << id;
        listed_in.insert(Answer(result_->articles[story.origin].id).story);
      }
    }
    EXPECT_EQ(listed_in, std::set<std::string>(answer.contains.begin(), answer.contains.end()))
        << id;
  }
}

TEST_F(SampleStories, QuotingIsNotReprinting) {
  const std::map<std::string, size_t> numbers = StoryNumbers(*result_);
  EXPECT_NE(numbers.at("comment-lanchuanribao"), numbers.at("lanchuan-lanchuanribao"))
      << DescribeVerdict(*result_, "comment-lanchuanribao", "lanchuan-lanchuanribao");
}

TEST_F(SampleStories, AnOriginGivenWithConfidenceIsTheOriginal) {
  int given = 0;
  for (const Story& story : result_->stories) {
    const std::string& id = result_->articles[story.origin].id;
    if (story.origin_confidence < .5) continue;
    ++given;
    EXPECT_EQ(Answer(id).relation, "original") << id << " as the origin of " << Answer(id).story;
  }
  EXPECT_GE(given, 8);
}

TEST_F(SampleStories, ExcerptsAndWholeCopiesAreToldApart) {
  for (const Story& story : result_->stories) {
    for (const StoryMember& member : story.members) {
      const std::string& id = result_->articles[member.article].id;
      const bool excerpt = Answer(id).relation == "excerpt";
      const bool reprint = Answer(id).relation == "reprint";
      EXPECT_FALSE(excerpt && member.relation != Relation::kExcerpt)
          << id << ": " << RelationName(member.relation);
      EXPECT_FALSE(reprint && member.relation == Relation::kExcerpt) << id;
    }
  }
}

}  // namespace
}  // namespace wirecopy
