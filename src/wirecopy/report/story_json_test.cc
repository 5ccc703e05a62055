#include "wirecopy/report/story_json.h"

#include <gmock/gmock.h>

#include "wirecopy/report/golden_file_test.h"
#include "wirecopy/report/sample_result_test.h"

namespace wirecopy {
namespace {

using testing::HasSubstr;

TEST(StoryLineTest, HoldsWhatTheFormatSays) {
  const Result result = SampleResult();
  std::string lines;
  for (const Story& story : result.stories) AppendStoryLine(result, story, &lines);
  AppendSingletonLine(result, 9, &lines);
  ExpectGolden("stories.jsonl", lines);
}

TEST(StoryLineTest, RoundupsAreListedButNotCounted) {
  const Result result = SampleResult();
  std::string line;
  AppendStoryLine(result, result.stories[1], &line);
  EXPECT_THAT(line, HasSubstr(R"("size":2,"outlets":2,"roundups":1)"));
  EXPECT_THAT(line, HasSubstr(R"("relation":"roundup","of":"e1")"));
}

TEST(StoryLineTest, TwoSingletonsOfEqualTextHaveTheirOwnNames) {
  Result result = SampleResult();
  result.articles.Mutable()[9].content_hash = result.articles[10].content_hash;
  std::string one, other;
  AppendSingletonLine(result, 9, &one);
  AppendSingletonLine(result, 10, &other);
  EXPECT_NE(one.substr(0, 60), other.substr(0, 60));
}

Verdict AlignedVerdict() {
  Verdict verdict = SampleVerdict(Relation::kEdited, .97);
  verdict.passages = {{{0, 40}, {3, 44}}, {{50, 70}, {44, 64}}};
  verdict.slots = {{SlotKind::kNumber, {7, 8}, {10, 12}, true},
                   {SlotKind::kNoise, {60, 60}, {54, 57}, false}};
  return verdict;
}

TEST(PairLineTest, HoldsWhatTheFormatSays) {
  std::string lines;
  const Verdict reprint = SampleVerdict(Relation::kReprint, .97);
  const Verdict aligned = AlignedVerdict();
  AppendPairLine({"a1", "b1", &reprint}, &lines);
  AppendPairLine({"a1", "b1", &aligned, 0x5b0c9d1f00a7e3d2}, &lines);
  ExpectGolden("pairs.jsonl", lines);
}

TEST(PairLineTest, TheSmallerIdComesFirstAndTakesItsFiguresAlong) {
  Verdict verdict = AlignedVerdict();
  std::string forward, backward;
  AppendPairLine({"a1", "b1", &verdict}, &forward);
  std::swap(verdict.coverage_a, verdict.coverage_b);
  std::swap(verdict.bits_a, verdict.bits_b);
  for (Passage& passage : verdict.passages) std::swap(passage.a, passage.b);
  for (Slot& slot : verdict.slots) std::swap(slot.a, slot.b);
  AppendPairLine({"b1", "a1", &verdict}, &backward);
  EXPECT_EQ(forward, backward);
}

TEST(PairLineTest, AnUnknownGapIsNull) {
  Verdict verdict = SampleVerdict(Relation::kUnrelated, 0);
  verdict.gap_s.reset();
  std::string line;
  AppendPairLine({"a", "b", &verdict}, &line);
  EXPECT_THAT(line, HasSubstr(R"("gap_s":null)"));
}

}  // namespace
}  // namespace wirecopy
