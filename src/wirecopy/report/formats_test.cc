// Holds real output, and the examples of docs/formats/, against the JSON Schemas there; and the schemas against output
// that was spoilt on purpose.
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <functional>
#include <sstream>

#include "wirecopy/report/golden_file_test.h"
#include "wirecopy/report/sample_result_test.h"
#include "wirecopy/report/story_json.h"
#include "wirecopy/report/summary_json.h"

namespace wirecopy {
namespace {

class Schema {
 public:
  explicit Schema(const std::string& name) : document_(Parse(ProjectFile("docs/formats/" + name + ".schema.json"))) {
    EXPECT_TRUE(document_.IsObject()) << name << " is not a schema";
    EXPECT_EQ(std::string(document_["$schema"].GetString()), "https://json-schema.org/draft/2020-12/schema");
  }

  static rapidjson::Document Parse(const std::string& json) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(json.c_str());
    EXPECT_FALSE(document.HasParseError()) << json;
    return document;
  }

  // Empty where the value is valid, else where and why it is not.
  std::string FaultOf(const rapidjson::Value& value) const {
    const rapidjson::SchemaDocument schema(document_);
    rapidjson::SchemaValidator validator(schema);
    if (value.Accept(validator)) return "";
    rapidjson::StringBuffer place;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(place);
    return std::string(place.GetString()) + ": " + validator.GetInvalidSchemaKeyword();
  }
  std::string FaultOf(const std::string& json) const { return FaultOf(Parse(json)); }

 private:
  rapidjson::Document document_;
};

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

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

std::string Pairs() {
  std::string lines;
  Verdict undated = SampleVerdict(Relation::kQuote, .1);
  undated.gap_s.reset();
  for (const Verdict& verdict : {AlignedVerdict(), undated, Verdict()}) AppendPairLine("a", "b", verdict, &lines);
  return lines;
}

std::string Summaries() {
  std::string lines;
  AppendSummary(SampleResult(), SampleReading(),
                {"dedup", {{"wirecopy", "0.1.0"}}, {{"a", true}, {"b", 1}, {"c", .5}, {"d", "x"}}, {{"kept", 7}}}, &lines);
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
  for (const std::string& line : LinesOf(GetParam().output())) EXPECT_EQ(schema.FaultOf(line), "") << line;
}

// Objects whose keys are names of the user's own.
bool IsOpen(const std::string& key) {
  return key == "versions" || key == "options" || key == "outcome" || key.ends_with("_by_reason");
}

// Calls `visit` for every object in the value whose keys are ours.
void ForEachObject(rapidjson::Value& value, const std::function<void(rapidjson::Value&)>& visit) {
  if (value.IsObject()) {
    visit(value);
    for (auto& member : value.GetObject()) {
      if (!IsOpen(member.name.GetString())) ForEachObject(member.value, visit);
    }
  }
  if (value.IsArray()) {
    for (auto& item : value.GetArray()) ForEachObject(item, visit);
  }
}

TEST_P(FormatTest, NoValueMayBeOfAnotherType) {
  const Schema schema(GetParam().name);
  rapidjson::Document document = Schema::Parse(LinesOf(GetParam().output()).front());
  int spoilt = 0;
  ForEachObject(document, [&](rapidjson::Value& object) {
    for (auto& member : object.GetObject()) {
      rapidjson::Value other(!member.value.IsBool() ? rapidjson::Value(true) : rapidjson::Value(7));
      member.value.Swap(other);
      EXPECT_NE(schema.FaultOf(document), "") << member.name.GetString();
      member.value.Swap(other);
      ++spoilt;
    }
  });
  EXPECT_GT(spoilt, 15);
  ASSERT_EQ(schema.FaultOf(document), "");
  document.AddMember("unheard_of", 1, document.GetAllocator());
  EXPECT_NE(schema.FaultOf(document), "");
}

TEST_P(FormatTest, NoRequiredKeyMayBeMissing) {
  const Schema schema(GetParam().name);
  rapidjson::Document document = Schema::Parse(LinesOf(GetParam().output()).front());
  for (const char* optional : {"passages", "slots", "outcome"}) document.RemoveMember(optional);
  ASSERT_EQ(schema.FaultOf(document), "");
  std::vector<std::string> keys;
  for (const auto& member : document.GetObject()) keys.push_back(member.name.GetString());
  for (const std::string& key : keys) {
    rapidjson::Document spoilt;
    spoilt.CopyFrom(document, spoilt.GetAllocator());
    spoilt.RemoveMember(key.c_str());
    EXPECT_NE(schema.FaultOf(spoilt), "") << key;
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, FormatTest,
                         testing::Values(Format{"story", Stories}, Format{"pair", Pairs}, Format{"summary", Summaries}));

// Every ```json block of the pages is a valid line of its format.
TEST(FormatPagesTest, ExamplesFitTheirSchemas) {
  for (const std::string name : {"story", "pair", "dropped", "input"}) {
    const Schema schema(name);
    const std::string page = ProjectFile("docs/formats/" + name + ".md");
    const size_t begin = page.find("```json\n");
    ASSERT_NE(begin, std::string::npos) << name;
    const size_t end = page.find("\n```", begin + 8);
    for (const std::string& line : LinesOf(page.substr(begin + 8, end - begin - 8))) {
      EXPECT_EQ(schema.FaultOf(line), "") << name;
    }
  }
}

TEST(FormatPagesTest, InputTellsArticlesFromOtherObjects) {
  const Schema input("input");
  EXPECT_EQ(input.FaultOf(R"({"content":"正文","_id":7,"timestamp":1777338000,"anything":{"else":[1]}})"), "");
  EXPECT_EQ(input.FaultOf(R"({"metadata":{"text":"inside"}})"), "");
  EXPECT_NE(input.FaultOf(R"({"id":"a"})"), "");
  EXPECT_NE(input.FaultOf(R"({"text":""})"), "");
  EXPECT_NE(input.FaultOf(R"({"text":7})"), "");
  EXPECT_NE(input.FaultOf(R"({"text":"t","url":7})"), "");
}

TEST(FormatPagesTest, EvalInputsFitTheirSchemas) {
  const Schema clusters("clusters");
  for (const std::string& line : LinesOf(Stories())) EXPECT_EQ(clusters.FaultOf(line), "");
  EXPECT_EQ(clusters.FaultOf(R"({"id":"a1","cluster":null})"), "");
  EXPECT_EQ(clusters.FaultOf(R"({"articles":["a1",2,{"id":"a3"}]})"), "");
  EXPECT_NE(clusters.FaultOf(R"({"members":[[]]})"), "");
  EXPECT_NE(clusters.FaultOf(R"({"id":"a1"})"), "");
  const Schema gold("gold");
  EXPECT_EQ(gold.FaultOf(R"({"id":"a1","story":"s1","relation":"roundup","damage":["cut"],"contains":["s2"],"x":1})"), "");
  EXPECT_NE(gold.FaultOf(R"({"id":"a1","relation":"original"})"), "");
}

}  // namespace
}  // namespace wirecopy
