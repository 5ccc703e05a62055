#include "wirecopy/eval/labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ParseGoldLineTest, ReadsTheFieldsItNeedsInAnyOrder) {
  const auto row = ParseGoldLine(
      R"({"damage":["cut","pinyin"],"relation":"roundup","extra":{"deep":[1]},"contains":["s1","s2"],"story":7,"id":"a1"})");
  ASSERT_TRUE(row.ok()) << row.status();
  EXPECT_EQ(row->id, "a1");
  EXPECT_EQ(row->story, "7");
  EXPECT_EQ(row->relation, "roundup");
  EXPECT_THAT(row->damage, ElementsAre("cut", "pinyin"));
  EXPECT_THAT(row->contains, ElementsAre("s1", "s2"));
}

TEST(ParseGoldLineTest, DamageAndContainsMayBeAbsentOrNull) {
  const auto row =
      ParseGoldLine(R"({"id":"文一","story":"s","relation":"original","damage":null})");
  ASSERT_TRUE(row.ok()) << row.status();
  EXPECT_EQ(row->id, "文一");
  EXPECT_THAT(row->damage, IsEmpty());
}

struct BadLine {
  const char* name;
  std::string line;
  const char* message;
};
void PrintTo(const BadLine& row, std::ostream* out) { *out << row.name; }

class BadGoldLineTest : public testing::TestWithParam<BadLine> {};

TEST_P(BadGoldLineTest, SaysWhatIsWrong) {
  const auto row = ParseGoldLine(GetParam().line);
  ASSERT_EQ(row.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(row.status().message()), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Lines, BadGoldLineTest,
    testing::Values(
        BadLine{"empty", "", "not JSON"},
        BadLine{"truncated", R"({"id":"a1","story":)", "not JSON"},
        BadLine{"bytes after the object", R"({"id":"a","story":"s","relation":"r"} x)", "not JSON"},
        BadLine{"broken UTF-8", "{\"id\":\"\xff\",\"story\":\"s\",\"relation\":\"r\"}", "not JSON"},
        BadLine{"a list", R"(["a1"])", "not a JSON object"},
        BadLine{"no story", R"({"id":"a1","relation":"r"})", "no field \"story\""},
        BadLine{"a list as id", R"({"id":[],"story":"s","relation":"r"})", "\"id\" is neither"},
        BadLine{"damage is a string", R"({"id":"a","story":"s","relation":"r","damage":"cut"})",
                "\"damage\" is not a list"}),
    [](const auto& row) {
      std::string name = row.param.name;
      for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
      return name;
    });

TEST(ParseGoldLineTest, LoneSurrogatesAreReadAsInArticles) {
  const std::pair<const char*, const char*> ids[] = {{R"(a\ud83d)", "a\ufffd"},
                                                     {R"(\uDE00b)", "\ufffdb"},
                                                     {R"(\ude00\ud83d)", "\ufffd\ufffd"},
                                                     {R"(\ud83d\u0041)", "\ufffdA"},
                                                     {R"(\ud83d\ud83d\ude00)", "\ufffd\U0001f600"},
                                                     {R"(\\ud83d)", "\\ud83d"},
                                                     {R"(\ud83d\ude00)", "\U0001f600"}};
  for (const auto& [written, id] : ids) {
    const auto row =
        ParseGoldLine(std::string(R"({"id":")") + written + R"(","story":"s","relation":"r"})");
    ASSERT_TRUE(row.ok()) << written << ": " << row.status();
    EXPECT_EQ(row->id, id) << written;
  }
  EXPECT_FALSE(ParseGoldLine(R"({"id":"\ud8","story":"s","relation":"r"})").ok());
}

TEST(ParsePairLineTest, HeaderNamesTheColumns) {
  const auto columns = ParsePairHeader("corpus\tid1\tid2\tJ5\tlabel\r");
  ASSERT_TRUE(columns);
  const auto pair = ParsePairLine("n\ta1\ta2\t.5\tsame\r", *columns);
  ASSERT_TRUE(pair.ok()) << pair.status();
  EXPECT_EQ(pair->id1, "a1");
  EXPECT_EQ(pair->id2, "a2");
  EXPECT_EQ(pair->label, "same");
  EXPECT_EQ(ParsePairHeader("id1\tid2\tJ5\tband")->label, 3u);
  EXPECT_FALSE(ParsePairHeader("a1\ta2\tsame"));
  EXPECT_FALSE(ParsePairHeader("id1\tlabel"));
}

TEST(ParsePairLineTest, WithoutAHeaderTheFirstThreeColumns) {
  EXPECT_EQ(ParsePairLine("a1\ta2\tsame\tmore")->label, "same");
  EXPECT_EQ(ParsePairLine("a1\ta2", {0, 1, std::nullopt})->label, "pair");
  EXPECT_THAT(std::string(ParsePairLine("a1\ta2").status().message()),
              HasSubstr("2 tab-separated cells; at least 3"));
  EXPECT_FALSE(ParsePairLine("a1\ta2\t\xff").ok());
}

TEST(ClusterAssignmentTest, ReadsEveryFormOfLine) {
  ClusterAssignment clusters;
  for (const char* line :
       {"id\tcluster", R"({"members":["a1",{"id":"a2","relation":"reprint"}]})", "",
        R"({"articles":["a3"]})", R"({"id":"a4","cluster":7})", "a5\t7\tmore\r",
        R"({"id":"a6","cluster":null})", R"({"note":"no cluster"})"}) {
    ASSERT_TRUE(clusters.AddLine(line).ok()) << line;
  }
  EXPECT_EQ(clusters.ClustersOf("a1"), clusters.ClustersOf("a2"));
  EXPECT_NE(clusters.ClustersOf("a1"), clusters.ClustersOf("a3"));
  EXPECT_EQ(clusters.ClustersOf("a4"), clusters.ClustersOf("a5"));
  EXPECT_EQ(clusters.ClustersOf("a4").size(), 1u);
  EXPECT_THAT(clusters.ClustersOf("a6"), IsEmpty());
  EXPECT_THAT(clusters.ClustersOf("id"), IsEmpty());
  EXPECT_EQ(clusters.articles().size(), 5u);
  EXPECT_EQ(clusters.ignored_lines(), 1u);
}

TEST(ClusterAssignmentTest, AnArticleInTwoClustersKeepsTheirOrder) {
  ClusterAssignment clusters;
  ASSERT_TRUE(clusters.AddLine(R"({"members":["a1","r","r"]})").ok());
  ASSERT_TRUE(clusters.AddLine(R"({"members":["a2","r"]})").ok());
  EXPECT_THAT(clusters.ClustersOf("r"),
              ElementsAre(clusters.ClustersOf("a1").front(), clusters.ClustersOf("a2").front()));
}

TEST(ClusterAssignmentTest, ANullMembersListFallsBackToTheCluster) {
  ClusterAssignment clusters;
  ASSERT_TRUE(clusters.AddLine(R"({"members":null,"id":1,"cluster":"x"})").ok());
  EXPECT_EQ(clusters.ClustersOf("1").size(), 1u);
}

TEST(ClusterAssignmentTest, RefusesWhatItCannotRead) {
  for (const char* line : {"a1", R"({"members":[)", R"({"members":[[]]})",
                           R"({"members":[{"name":"a1"}]})", "\xff\t1"}) {
    ClusterAssignment clusters;
    EXPECT_EQ(clusters.AddLine(line).code(), absl::StatusCode::kDataLoss) << line;
  }
}

}  // namespace
}  // namespace wirecopy
