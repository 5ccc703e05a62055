// What the real command writes, held against the schemas of docs/formats/; and the schemas that
// only it writes, held against output that is spoilt on purpose.
#include <string>
#include <vector>

#include "command_runner.h"
#include "gtest/gtest.h"
#include "sample_news.h"
#include "wirecopy/report/json_schema_test.h"

namespace wirecopy {
namespace {

const std::string kFurnishedPage =
    "首页 > 新闻 > 正文\n2026-05-04 09:30 来源：青禾日报 责任编辑：李某\n" + std::string(kBridge);

class OutputTest : public testing::Test {
 protected:
  // Every line fits the schema; returned for more.
  static std::vector<std::string> ExpectFits(const std::string& schema_name,
                                             const std::string& output) {
    const Schema schema(schema_name);
    const std::vector<std::string> lines = LinesOf(output);
    EXPECT_FALSE(lines.empty()) << schema_name;
    for (const std::string& line : lines) EXPECT_EQ(schema.FaultOf(line), "") << line;
    return lines;
  }

  const TemporaryFolder folder_;
  const std::string page_ = folder_.Write("page.txt", kFurnishedPage);
  const std::string news_ = folder_.Write("news.jsonl", SampleLines());
};

TEST_F(OutputTest, CleanFitsItsSchemaWithAnyOptions) {
  const Schema schema("clean");
  for (const std::vector<std::string>& options :
       {std::vector<std::string>{}, {"--offsets"}, {"--body"}, {"--offsets", "--body"}}) {
    for (const std::string& input : {page_, news_, folder_.Write("empty.txt", "\n")}) {
      std::vector<std::string> words = {"clean", input, "-f", "json"};
      words.insert(words.end(), options.begin(), options.end());
      ExpectFits("clean", RunWirecopy(words).out);
    }
  }
  const std::string line = RunWirecopy({"clean", page_, "-f", "json", "--offsets"}).out;
  EXPECT_NE(line.find("\"kind\":\"byline\""), std::string::npos);
  ExpectNoOtherTypes(schema, line);
  ExpectEveryKeyRequired(schema, line, {"furniture", "tokens"});
}

TEST_F(OutputTest, PlanFitsItsSchema) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"plan", "-f", "json"},
        {"plan", "-f", "json", "--bands", "256", "--rows", "1"}}) {
    ExpectFits("plan", RunWirecopy(words).out);
  }
  const Schema schema("plan");
  const std::string line = RunWirecopy({"plan", "-f", "json"}).out;
  ExpectNoOtherTypes(schema, line);
  ExpectEveryKeyRequired(schema, line, {});
}

TEST_F(OutputTest, RunsFitTheirSchemas) {
  const std::string summary = folder_.Path("summary.json");
  const std::string dropped = folder_.Path("dropped.jsonl");
  const std::string series = folder_.Path("series.jsonl");
  const std::string notices = folder_.Write("notices.jsonl", NoticeLines());
  EXPECT_EQ(
      ExpectFits(
          "story",
          RunWirecopy({"cluster", news_, "-f", "jsonl", "--singletons", "--summary", summary}).out)
          .size(),
      4u);
  ExpectFits("summary", ReadFile(summary));
  ASSERT_EQ(RunWirecopy({"cluster", notices, "--series", series}).status, 0);
  EXPECT_EQ(ExpectFits("series", ReadFile(series)).size(), 1u);
  ExpectFits("pair", RunWirecopy({"pairs", news_, "--rejected"}).out);
  ExpectFits("pair", RunWirecopy({"pairs", news_, "--evidence"}).out);
  ExpectFits("pair",
             RunWirecopy({"compare", news_, "--ids", "bridge-1", "bridge-2", "-f", "json"}).out);
  ExpectFits("pair", RunWirecopy({"compare", page_, page_, "-f", "json"}).out);
  ASSERT_EQ(RunWirecopy({"dedup", news_, "--drop", dropped}).status, 0);
  ExpectFits("dropped", ReadFile(dropped));
}

TEST_F(OutputTest, EvalFitsItsSchemaWithAndWithoutIntervals) {
  const std::string stories = folder_.Path("stories.jsonl");
  ASSERT_EQ(RunWirecopy({"cluster", news_, "-f", "jsonl", "-o", stories}).status, 0);
  const std::string gold = folder_.Write(
      "gold.jsonl",
      "{\"id\":\"bridge-1\",\"story\":\"b\",\"relation\":\"original\"}\n"
      "{\"id\":\"bridge-2\",\"story\":\"b\",\"relation\":\"reprint\",\"damage\":[\"cut\"]}\n");
  const auto eval = [&](const std::string& boot, const std::string& format) {
    return RunWirecopy({"eval", stories, "--gold", gold, "--boot", boot, "-f", format}).out;
  };
  EXPECT_NE(ExpectFits("eval", eval("20", "json"))[0].find("\"ari_95\":[1.0,1.0]"),
            std::string::npos);
  const std::string without = ExpectFits("eval", eval("0", "json"))[0];
  EXPECT_NE(without.find("\"ari_95\":null"), std::string::npos);
  EXPECT_NE(without.find("\"recall_95\":null"), std::string::npos);
  EXPECT_NE(eval("20", "text").find("["), std::string::npos);
  EXPECT_EQ(eval("0", "text").find("["), std::string::npos);
}

}  // namespace
}  // namespace wirecopy
