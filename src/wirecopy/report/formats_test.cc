// Holds real output, and the examples of docs/formats/, against the JSON Schemas there; and the
// schemas against output that was spoilt on purpose.
#include <gtest/gtest.h>

#include <string>

#include "wirecopy/report/golden_file_test.h"
#include "wirecopy/report/json_schema_test.h"
#include "wirecopy/report/sample_result_test.h"
#include "wirecopy/report/series_json.h"
#include "wirecopy/report/story_json.h"
#include "wirecopy/report/summary_json.h"

namespace wirecopy {
namespace {

Verdict AlignedVerdict() {
  Verdict verdict = SampleVerdict(Relation::kEdited, .97);
  verdict.passages = {{{0, 40}, {3, 44}}};
  verdict.slots = {{SlotKind::kDeixis, {7, 8}, {10, 12}, true}};
  return verdict;
}

std::string Stories() {
  const Result result = SampleResult();
  std::string lines;
  for (const Story& story : result.stories) AppendStoryLine(result, story, &lines);
  AppendSingletonLine(result, 9, &lines);
  return lines;
}

std::string SeriesLines() {
  Result result = SampleResult();
  result.series.push_back(result.series.front());
  result.series.back().first_published = result.series.back().last_published = std::nullopt;
  std::string lines;
  for (const Series& series : result.series) AppendSeriesLine(result, series, &lines);
  return lines;
}

std::string Pairs() {
  std::string lines;
  Verdict undated = SampleVerdict(Relation::kQuote, .1);
  undated.gap_s.reset();
  for (const Verdict& verdict : {AlignedVerdict(), undated, Verdict()})
    AppendPairLine({"a", "b", &verdict, 7}, &lines);
  return lines;
}

std::string Summaries() {
  std::string lines;
  AppendSummary(SampleResult(), SampleReading(),
                {"dedup",
                 {{"wirecopy", "0.1.0"}},
                 {{"a", true}, {"b", 1}, {"c", .5}, {"d", "x"}},
                 {{"kept", 7}}},
                &lines);
  AppendSummary({}, {}, {"cluster", {}, {}, {}}, &lines);
  return lines;
}

struct Format {
  const char* name;
  std::string (*output)();
};
void PrintTo(const Format& format, std::ostream* out) { *out << format.name; }

class FormatTest : public testing::TestWithParam<Format> {};

TEST_P(FormatTest, OutputFitsItsSchema) {
  const Schema schema(GetParam().name);
  for (const std::string& line : JsonLinesOf(GetParam().output()))
    EXPECT_EQ(schema.FaultOf(line), "") << line;
}

TEST_P(FormatTest, NoValueMayBeOfAnotherType) {
  ExpectNoOtherTypes(Schema(GetParam().name), JsonLinesOf(GetParam().output()).front());
}

TEST_P(FormatTest, NoRequiredKeyMayBeMissing) {
  ExpectEveryKeyRequired(Schema(GetParam().name), JsonLinesOf(GetParam().output()).front(),
                         {"passages", "slots", "outcome"});
}

INSTANTIATE_TEST_SUITE_P(Formats, FormatTest,
                         testing::Values(Format{"story", Stories}, Format{"pair", Pairs},
                                         Format{"series", SeriesLines},
                                         Format{"summary", Summaries}));

// Every ```json block of the pages is a valid line of its format.
TEST(FormatPagesTest, ExamplesFitTheirSchemas) {
  for (const std::string name : {"story", "series", "pair", "dropped", "input", "clean", "plan"}) {
    const Schema schema(name);
    const std::string page = ProjectFile("docs/formats/" + name + ".md");
    const size_t begin = page.find("```json\n");
    ASSERT_NE(begin, std::string::npos) << name;
    const size_t end = page.find("\n```", begin + 8);
    for (const std::string& line : JsonLinesOf(page.substr(begin + 8, end - begin - 8))) {
      EXPECT_EQ(schema.FaultOf(line), "") << name;
    }
  }
}

TEST(FormatPagesTest, InputTellsArticlesFromOtherObjects) {
  const Schema input("input");
  EXPECT_EQ(
      input.FaultOf(R"({"content":"正文","_id":7,"timestamp":1777338000,"anything":{"else":[1]}})"),
      "");
  EXPECT_EQ(input.FaultOf(R"({"metadata":{"text":"inside"}})"), "");
  EXPECT_NE(input.FaultOf(R"({"id":"a"})"), "");
  EXPECT_EQ(input.FaultOf(R"({"text":""})"), "");
  EXPECT_NE(input.FaultOf(R"({"text":7})"), "");
  EXPECT_NE(input.FaultOf(R"({"text":"t","url":7})"), "");
}

TEST(FormatPagesTest, EvalInputsFitTheirSchemas) {
  const Schema clusters("clusters");
  for (const std::string& line : JsonLinesOf(Stories())) EXPECT_EQ(clusters.FaultOf(line), "");
  EXPECT_EQ(clusters.FaultOf(R"({"id":"a1","cluster":null})"), "");
  EXPECT_EQ(clusters.FaultOf(R"({"articles":["a1",2,{"id":"a3"}]})"), "");
  EXPECT_NE(clusters.FaultOf(R"({"members":[[]]})"), "");
  EXPECT_NE(clusters.FaultOf(R"({"id":"a1"})"), "");
  const Schema gold("gold");
  EXPECT_EQ(
      gold.FaultOf(
          R"({"id":"a1","story":"s1","relation":"roundup","damage":["cut"],"contains":["s2"],"x":1})"),
      "");
  EXPECT_NE(gold.FaultOf(R"({"id":"a1","relation":"original"})"), "");
}

}  // namespace
}  // namespace wirecopy
