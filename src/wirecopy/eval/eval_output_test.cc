#include "wirecopy/eval/eval_output.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <simdjson.h>

#include <fstream>
#include <sstream>

namespace wirecopy {
namespace {

using testing::HasSubstr;
using testing::Not;

EvalReport SmallReport() {
  EvalReport report;
  report.articles = 40;
  report.stories = 12;
  report.stories_of_two_or_more = 9;
  report.adjusted_rand = .75;
  report.adjusted_rand_interval = {{.5, .875}};
  report.pairs = {.5, 1};
  report.bcubed_multi = {.25, .75};
  report.mixed_clusters = 1;
  report.mixed_articles_share = .125;
  report.recall_by_group["cut"] = {8, .875, {{.75, 1}}};
  report.roundups = 4;
  report.roundups_glued = .25;
  report.hard_negatives[".3-.4"] = {8, 2};
  return report;
}

TEST(EvalTextTest, ShowsEveryMeasureOnALineOfItsOwn) {
  std::string text;
  AppendEvalText(SmallReport(), &text);
  for (const char* line :
       {"pages / stories / of 2+      40 / 12 / 9\n",
        "ARI                          0.7500  [0.5000, 0.8750]\n",
        "pairs P / R / F1             0.5000 / 1.0000 / 0.6667\n",  // no interval: none is shown
        "mixed clusters               1, 12.50 % of pages\n",
        "roundups glued               25.00 % of 4 (0.00 % beside a story they contain)\n",
        "joined, .3-.4                25.00 % (2 of 8 pairs)\n",
        "recall, cut                  0.8750 of 8  [0.7500, 1.0000]\n"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
  EXPECT_THAT(text, Not(HasSubstr("!")));
}

TEST(EvalTextTest, WarnsOfWhatDidNotFitAndKeepsTheTerminalSafe) {
  EvalReport report = SmallReport();
  report.unknown_ids = 3;
  report.recall_by_group["\x1b[31m"] = {};
  std::string text;
  AppendEvalText(report, &text);
  EXPECT_THAT(text, HasSubstr("! ids not in gold            3\n"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

TEST(EvalJsonTest, IsOneLineThatReadsBack) {
  std::string line;
  AppendEvalJson(SmallReport(), &line);
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  simdjson::dom::parser parser;
  const simdjson::dom::element json = parser.parse(line);
  EXPECT_EQ(std::string_view(json["schema"]), "wirecopy.eval/1");
  EXPECT_EQ(double(json["ari"]), .75);
  EXPECT_EQ(double(json["ari_95"].at(1)), .875);
  EXPECT_TRUE(json["pair_f1_95"].is_null());
  EXPECT_DOUBLE_EQ(double(json["pair_f1"]), 2. / 3);
  EXPECT_EQ(double(json["recall_by_damage"]["cut"]["recall"]), .875);
  EXPECT_EQ(uint64_t(json["template_merge_rate"][".3-.4"]["merged"]), 2u);
  EXPECT_EQ(double(json["roundups"]["glued"]), .25);
}

// Whether the line fits a schema of docs/formats/.
bool Fits(const std::string& schema_name, const std::string& line) {
  std::ifstream file(std::string(WIRECOPY_SOURCE_DIR) + "/docs/formats/" + schema_name +
                     ".schema.json");
  std::ostringstream bytes;
  bytes << file.rdbuf();
  rapidjson::Document schema_json, json;
  EXPECT_FALSE(schema_json.Parse(bytes.str().c_str()).HasParseError()) << schema_name;
  EXPECT_FALSE(json.Parse(line.c_str()).HasParseError()) << line;
  const rapidjson::SchemaDocument schema(schema_json);
  rapidjson::SchemaValidator validator(schema);
  return json.Accept(validator);
}

TEST(EvalJsonTest, FitsItsSchemas) {
  std::string line, pair_line;
  AppendEvalJson(SmallReport(), &line);
  PairReport pairs;
  pairs.by_label["same"] = {4, 3};
  AppendPairJson(pairs, &pair_line);
  EXPECT_TRUE(Fits("eval", line)) << line;
  EXPECT_TRUE(Fits("eval-pairs", pair_line)) << pair_line;
  EXPECT_FALSE(Fits("eval", pair_line));
  for (const char* key : {"\"ari\"", "\"glued\"", "\"rate\"", "\"recall_95\"", "0.875"}) {
    std::string spoilt = line;
    spoilt.replace(spoilt.find(key), std::string(key).size(), key[0] == '"' ? "\"other\"" : "true");
    EXPECT_FALSE(Fits("eval", spoilt)) << key;
  }
}

TEST(PairOutputTest, SaysHowManyPairsOfEachLabelAreJoined) {
  PairReport report;
  report.by_label["same"] = {4, 3};
  report.unnamed_ids = 2;
  std::string text, line;
  AppendPairText(report, &text);
  AppendPairJson(report, &line);
  EXPECT_EQ(
      text,
      "joined, same                 75.00 % (3 of 4 pairs)\n! ids in no cluster          2\n");
  EXPECT_EQ(
      line,
      R"({"schema":"wirecopy.eval-pairs/1","joined_by_label":{"same":{"pairs":4,"joined":3,"rate":0.75}},)"
      R"("ids_in_no_cluster":2})"
      "\n");
}

TEST(AppendPairJsonTest, LabelsCannotTurnTheDirection) {
  PairReport report;
  report.by_label["a\u202eb\u061c"] = {};
  std::string json;
  AppendPairJson(report, &json);
  EXPECT_THAT(json, HasSubstr(R"("a\u202eb\u061c":{)"));
}

}  // namespace
}  // namespace wirecopy
