#include "wirecopy/corpus/story_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace wirecopy {
namespace {

using ::testing::HasSubstr;

const std::string kStory =
    R"({"schema":"wirecopy.story/1","story":"9f2d41c07b3e6a58","size":2,"outlets":1,"roundups":0,)"
    R"("first_published":["2026-04-28T01:00:00Z","2026-04-28T01:00:05Z"],"last_published":["2026-04-28T01:00:00Z","2026-04-28T01:00:05Z"],)"
    R"("origin":{"id":"a1","confidence":0.82,"reasons":[]},"evidence":{"least":0.97,"median":0.97},)"
    R"("background":"5b0c9d1f00a7e3d2","members":[{"id":"a1","outlet":"Harbour Post","published":"2026-04-28T09:00:00+08:00",)"
    R"("published_interval":["2026-04-28T01:00:00Z","2026-04-28T01:00:05Z"],"url":null,"title":"Ferry \"line\"","relation":"exact","of":null,)"
    R"("of_confidence":0.0,"of_reasons":[],"probability":1.0,"coverage":1.0,"coverage_of":1.0,"lag_s":0},)"
    R"({"id":"a2","outlet":null,"published":null,"published_interval":null,"url":"u","title":null,)"
    R"("relation":"reprint","of":"a1","of_confidence":0.93,"of_reasons":["later"],"probability":0.97,"coverage":0.9,"coverage_of":1,)"
    R"("lag_s":null,"later":[{}]}]})";

std::string WithInstead(std::string line, const std::string& what, const std::string& by) {
  const size_t at = line.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? line : line.replace(at, what.size(), by);
}

TEST(StoryLinesTest, GiveTheStoriesBack) {
  StoryLines lines;
  const auto added = lines.AddStory(kStory);
  ASSERT_TRUE(added.ok()) << added.status();
  EXPECT_TRUE(*added);
  const Result result = std::move(lines).Take();
  ASSERT_EQ(result.stories.size(), 1u);
  const Story& story = result.stories[0];
  EXPECT_EQ(story.name, "9f2d41c07b3e6a58");
  EXPECT_EQ(story.origin, 0u);
  ASSERT_EQ(story.members.size(), 2u);
  EXPECT_FALSE(story.members[0].of.has_value());
  EXPECT_EQ(story.members[1].of, 0u);
  EXPECT_EQ(story.members[1].relation, Relation::kReprint);
  EXPECT_EQ(story.members[1].of_confidence, .93);
  EXPECT_EQ(story.members[1].probability, .97);
  ASSERT_EQ(result.articles.size(), 2u);
  EXPECT_EQ(result.articles[0].title, "Ferry \"line\"");
  EXPECT_EQ(result.articles[0].published_at, (TimeInterval{1777338000, 1777338005}));
  EXPECT_EQ(result.articles[1].outlet, "");
  EXPECT_EQ(result.articles[1].published_at, std::nullopt);
  EXPECT_EQ(result.articles[1].story, 0u);
  EXPECT_EQ(result.background_fingerprint, 0x5b0c9d1f00a7e3d2u);
}

TEST(StoryLinesTest, AnArticleAloneIsNoStory) {
  StoryLines lines;
  const auto added = lines.AddStory(
      R"({"schema":"wirecopy.story/1","story":"1","members":[{"id":"a","relation":"exact"}]})");
  ASSERT_TRUE(added.ok());
  EXPECT_FALSE(*added);
  EXPECT_TRUE(lines.result().articles.empty());
}

TEST(StoryLinesTest, SayWhatIsWrong) {
  const auto fault = [](const std::string& line) {
    StoryLines lines;
    return std::string(lines.AddStory(line).status().message());
  };
  EXPECT_THAT(fault("{"), HasSubstr("not JSON"));
  EXPECT_THAT(fault("[]"), HasSubstr("not a JSON object"));
  EXPECT_THAT(fault("{}"), HasSubstr("the schema is \"\", not \"wirecopy.story/1\""));
  EXPECT_THAT(fault(R"({"schema":"wirecopy.story/1"})"), HasSubstr("no \"members\""));
  EXPECT_THAT(fault(R"({"schema":"wirecopy.story/1","members":[{},{}]})"),
              HasSubstr("no \"story\""));
  EXPECT_THAT(fault(WithInstead(kStory, "\"reprint\"", "\"like\"")),
              HasSubstr("no such relation: \"like\""));
  StoryLines lines;
  ASSERT_TRUE(lines.AddStory(kStory).ok());
  EXPECT_THAT(lines.AddStory(kStory).status().message(), HasSubstr("stands twice"));
}

// What only claims to be a story would fail where it is shown.
TEST(StoryLinesTest, RefuseWhatIsNoWholeStory) {
  struct Case {
    const char* what;
    const char* by;
    const char* fault;
  };
  const Case cases[] = {
      {"\"size\":2,", "", "no \"size\""},
      {"\"size\":2,", "\"size\":\"2\",", "\"size\" is not"},
      {"\"9f2d41c07b3e6a58\"", "\"__proto__\"", "\"story\" is not"},
      {"\"evidence\"", "\"proof\"", "no \"evidence\""},
      {"\"confidence\":0.82", "\"confidence\":1.2", "\"confidence\" is not"},
      {"\"reasons\":[]", "\"reasons\":[1]", "\"reasons\" is not"},
      {"2026-04-28T01:00:00Z", "2026-13-28T01:00:00Z", "\"first_published\" is not"},
      {"2026-04-28T01:00:00Z", "2026-04-28", "\"first_published\" is not"},
      {"\"outlet\":null", "\"outlet\":5", "a member: \"outlet\" is not"},
      {"\"title\":null", "\"title\":{}", "a member: \"title\" is not"},
      {"\"id\":\"a2\"", "\"id\":5", "a member: \"id\" is not"},
      {"\"id\":\"a2\"", "\"id\":\"\"", "a member has no \"id\""},
      {"\"id\":\"a2\"", "\"id\":\"a1\"", "member \"a1\" stands twice"},
      {"\"probability\":0.97", "\"probability\":null", "\"probability\" is not"},
      {"\"lag_s\":null", "\"lag_s\":\"x\"", "\"lag_s\" is not"},
      {"\"of\":\"a1\"", "\"of\":\"nobody\"", "no member is \"nobody\""},
      {"\"of\":null", "\"of\":\"a2\"", "the first member is not the origin"},
      {"{\"id\":\"a1\",\"confidence\"", "{\"id\":\"a2\",\"confidence\"",
       "the first member is not the origin"},
  };
  for (const Case& one : cases) {
    StoryLines lines;
    EXPECT_THAT(lines.AddStory(WithInstead(kStory, one.what, one.by)).status().message(),
                HasSubstr(one.fault))
        << one.what << " as " << one.by;
    EXPECT_TRUE(lines.result().articles.empty());
  }
}

TEST(StoryLinesTest, ReadPairs) {
  StoryLines lines;
  ASSERT_TRUE(lines.AddStory(kStory).ok());
  const auto pair = lines.ReadPair(
      R"({"schema":"wirecopy.pair/1","id_a":"a2","id_b":"b","relation":"edited","probability":0.66,"coverage_a":0.5,"coverage_b":0.25,)"
      R"("resemblance":0.3,"shared_bits":80.5,"bits_a":161,"bits_b":322,"longest_match":21,"conflicts":{"numbers":1,"names":2},"edits":3,)"
      R"("noise_slots":4,"direction":-0.5,"gap_s":60,"background":null,"reasons":["one","two"]})");
  ASSERT_TRUE(pair.ok()) << pair.status();
  EXPECT_EQ(pair->a, 1u);
  EXPECT_EQ(lines.result().articles[pair->b].id, "b");
  EXPECT_FALSE(lines.result().articles[pair->b].story.has_value());
  const Verdict& verdict = pair->verdict;
  EXPECT_EQ(verdict.relation, Relation::kEdited);
  EXPECT_EQ(verdict.probability, .66);
  EXPECT_EQ(verdict.coverage_b, .25);
  EXPECT_EQ(verdict.bits_b, 322);
  EXPECT_EQ(verdict.name_conflicts, 2u);
  EXPECT_EQ(verdict.noise_slots, 4u);
  EXPECT_EQ(verdict.direction, -.5);
  EXPECT_EQ(verdict.gap_s, 60);
  EXPECT_EQ(verdict.reasons.size(), 2u);
  EXPECT_FALSE(lines.ReadPair(R"({"schema":"wirecopy.pair/1","id_a":"a"})").ok());
}

TEST(SchemaOfTest, IsTheSchema) {
  EXPECT_EQ(*SchemaOf(R"({"schema":"wirecopy.series/1"})"), "wirecopy.series/1");
  EXPECT_FALSE(SchemaOf("{}").ok());
  EXPECT_FALSE(SchemaOf("x").ok());
}

TEST(OneLineObjectTest, KeepsTheValuesAndDropsTheWhiteSpace) {
  EXPECT_EQ(*OneLineObject("{\n \"a\": \"b c\"\n}\n"), R"({"a":"b c"})");
  EXPECT_FALSE(OneLineObject("[1]").ok());
  EXPECT_FALSE(OneLineObject("").ok());
}

}  // namespace
}  // namespace wirecopy
