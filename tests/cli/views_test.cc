// clean, compare, eval and plan.
#include <sys/stat.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "command_runner.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "sample_news.h"

namespace wirecopy {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string kPage =
    "首页 > 新闻 > 正文\n2026-05-04 09:30 来源：青禾日报 责任编辑：李某\n" + std::string(kBridge);

class ViewsTest : public testing::Test {
 protected:
  const TemporaryFolder folder_;
};

TEST_F(ViewsTest, CleanNamesFurnitureBesideTheBody) {
  const Ran ran = RunWirecopy({"clean", folder_.Write("page.txt", kPage)});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("byline     | "));
  EXPECT_THAT(ran.out, HasSubstr("           | 青禾市跨江人行桥昨天上午正式开放"));
}

TEST_F(ViewsTest, CleanBodyLeavesFurnitureOut) {
  const Ran ran = RunWirecopy({"clean", folder_.Write("page.txt", kPage), "--body"});
  EXPECT_THAT(ran.out, AllOf(StartsWith("青禾市跨江人行桥"), Not(HasSubstr("责任编辑"))));
}

TEST_F(ViewsTest, CleanOffsetsLeadBackToTheOriginal) {
  const Ran ran = RunWirecopy({"clean", folder_.Write("page.txt", kPage), "--offsets"});
  bool furniture = false;
  for (const std::string& line : LinesOf(ran.out)) {
    size_t begin = 0, end = 0;
    char text[64] = "", kind[32] = "";
    ASSERT_EQ(std::sscanf(line.c_str(), "%zu\t%zu\t%63s\t%31s", &begin, &end, text, kind), 4)
        << line;
    EXPECT_EQ(kPage.substr(begin, end - begin), text) << line;
    furniture |= std::string_view(kind) == "byline";
  }
  EXPECT_TRUE(furniture);
}

TEST_F(ViewsTest, CleanShowsGraphemesOfSeveralCodePoints) {
  const std::string thai = folder_.Write("thai.txt", "ที่นี่มีแมว\n");
  EXPECT_EQ(RunWirecopy({"clean", thai, "--body"}).out, "ที่นี่มีแมว\n");
  EXPECT_THAT(RunWirecopy({"clean", thai, "--offsets"}).out,
              StartsWith("0\t9\tที่\t-\n9\t18\tนี่\t-\n"));
}

TEST_F(ViewsTest, CleanJsonTellsFactsAndDamage) {
  const Ran ran = RunWirecopy({"clean", folder_.Write("page.txt", kPage), "-f", "json"});
  EXPECT_THAT(ran.out, AllOf(StartsWith("{\"schema\":\"wirecopy.clean/1\""),
                             HasSubstr("\"source\":\"青禾日报\""), HasSubstr("\"damage\":{"),
                             HasSubstr("\"kind\":\"byline\"")));
}

TEST_F(ViewsTest, CleanReadsRecordsToo) {
  const Ran ran = RunWirecopy({"clean", "-", "--body"}, {.input = SampleLines() + "no json\n"});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("== bridge-1\n青禾市"), HasSubstr("== orchard-1\n")));
  EXPECT_THAT(ran.err, HasSubstr("stdin:8: \"no json\" is not JSON"));
}

TEST_F(ViewsTest, CompareTwoTexts) {
  const std::string a = folder_.Write("a.txt", kBridge);
  const std::string b = folder_.Write("b.page", Reprinted(kBridge, "来源：青禾日报"));
  const Ran ran = RunWirecopy({"compare", a, b});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("passage 1 of"), HasSubstr("because"), HasSubstr("罗秋实")));
  EXPECT_THAT(RunWirecopy({"compare", a, folder_.Write("c.txt", kGlacier)}).out,
              HasSubstr("unrelated"));
}

TEST_F(ViewsTest, CompareRecordsAndJson) {
  const std::string a =
      folder_.Write("a.json", "{\n \"id\": \"one\",\n \"text\": \"" +
                                  std::string(kLibrary.substr(0, kLibrary.find('\n'))) + "\"\n}\n");
  const std::string b = folder_.Write("b.txt", kLibrary);
  const Ran ran = RunWirecopy({"compare", a, b, "-f", "json"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(StartsWith("{\"schema\":\"wirecopy.pair/1\""), HasSubstr("\"one\"")));
}

TEST_F(ViewsTest, CompareByIdJudgesAsARunOverAllInputs) {
  const std::string news = folder_.Write("news.jsonl", SampleLines());
  const Ran ran = RunWirecopy({"compare", news, "--ids", "bridge-1", "bridge-2"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("bridge-1"), HasSubstr("bridge-2"), HasSubstr("passage 1 of")));
  const Ran unknown = RunWirecopy({"compare", news, "--ids", "bridge-1", "nobody"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("no article has the id \"nobody\""));
  EXPECT_THAT(RunWirecopy({"compare", "-", "--ids", "a", "b"}).err,
              HasSubstr("cannot do so from stdin"));
  const std::string pipe = folder_.Path("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(RunWirecopy({"compare", pipe, "--ids", "a", "b"}).err,
              HasSubstr("cannot do so from the pipe or device " + pipe));
}

// What stands between `key` and the comma or bracket behind it.
std::string ValueOf(const std::string& json, const std::string& key) {
  const size_t at = json.find("\"" + key + "\":");
  if (at == std::string::npos) return "";
  const size_t begin = at + key.size() + 3;
  return json.substr(begin, json.find_first_of(",}", begin) - begin);
}

TEST_F(ViewsTest, CompareByIdGivesTheVerdictOfTheRun) {
  const std::string news = folder_.Write("news.jsonl", OutletLines());
  const std::vector<std::string> pairs =
      LinesOf(RunWirecopy({"pairs", news, "--evidence", "--rejected"}).out);
  ASSERT_GE(pairs.size(), 4u);
  for (const std::string& pair : pairs) {
    const auto id = [&](const char* key) {
      const std::string quoted = ValueOf(pair, key);
      return quoted.substr(1, quoted.size() - 2);
    };
    EXPECT_EQ(RunWirecopy({"compare", news, "--ids", id("id_a"), id("id_b"), "-f", "json"}).out,
              pair + "\n");
    EXPECT_NE(ValueOf(pair, "background"), "null");
  }
}

TEST_F(ViewsTest, CompareMasksWhatAnOutletRepeatsWhereACorpusTeachesIt) {
  const std::string news = folder_.Write("news.jsonl", OutletLines());
  const Ran taught = RunWirecopy({"compare", news, "--ids", "own-0", "own-1"});
  EXPECT_EQ(taught.status, 0) << taught.err;
  EXPECT_THAT(taught.out, AllOf(HasSubstr("0 bits of"), HasSubstr("nothing is aligned"),
                                Not(HasSubstr("passage 1")),
                                HasSubstr("judged       as in a run over all 9 articles")));
  std::vector<std::string> lines = LinesOf(OutletLines());
  const Ran alone = RunWirecopy(
      {"compare", folder_.Write("a.json", lines[0]), folder_.Write("b.json", lines[2])});
  EXPECT_THAT(alone.out, AllOf(HasSubstr("passage 1"),
                               HasSubstr("judged       alone; formulas are known from")));
  const Ran by_none = RunWirecopy(
      {"compare", folder_.Path("a.json"), folder_.Path("b.json"), "--background", "none"});
  EXPECT_THAT(by_none.out,
              AllOf(HasSubstr("passage 1"), HasSubstr("judged       alone: no other articles")));
  // What the corpus taught, kept in a file, serves two files alone too.
  const std::string file = folder_.Path("outlets.background");
  EXPECT_EQ(RunWirecopy({"learn", news, "-o", file}).status, 0);
  const Ran by_file = RunWirecopy(
      {"compare", folder_.Path("a.json"), folder_.Path("b.json"), "--background", file});
  EXPECT_THAT(by_file.out, AllOf(Not(HasSubstr("passage 1")), HasSubstr("outlets.background")));
  const auto json = [&](const std::string& background) {
    return RunWirecopy({"compare", folder_.Path("a.json"), folder_.Path("b.json"), "-f", "json",
                        "--background", background})
        .out;
  };
  EXPECT_THAT(json("none"), HasSubstr("\"background\":null"));
  EXPECT_NE(ValueOf(json("default"), "background"), "null");
  EXPECT_NE(ValueOf(json("default"), "background"), ValueOf(json(file), "background"));
}

// [begin, end) of the side of the first passage of a line.
std::pair<size_t, size_t> FirstPassage(const std::string& line, const std::string& side) {
  const size_t passages = line.find("\"passages\":");
  if (passages == std::string::npos) return {};
  const std::string key = "\"" + side + "\":[";
  size_t begin = 0, end = 0;
  std::sscanf(line.c_str() + line.find(key, passages) + key.size(), "%zu,%zu", &begin, &end);
  return {begin, end};
}

TEST_F(ViewsTest, RangesOfPairsCountTheTokensThatCleanLists) {
  const std::string crawl = folder_.Path("crawl");
  ASSERT_EQ(mkdir(crawl.c_str(), 0700), 0);
  const std::string half = std::string(kBridge.substr(0, kBridge.find("家住")));
  const std::string rest = std::string(kBridge.substr(kBridge.find("家住")));
  const std::string a = folder_.Write("crawl/a.txt", kPage);  // furniture before the report
  const std::string b =
      folder_.Write("crawl/b.txt", half + "责任编辑：王某 校对：赵某\n" + rest);  // and inside it
  const std::vector<std::string> pairs = LinesOf(RunWirecopy({"pairs", crawl, "--evidence"}).out);
  ASSERT_EQ(pairs.size(), 1u);
  const std::vector<std::string> of_a = LinesOf(RunWirecopy({"clean", a, "--offsets"}).out);
  const std::vector<std::string> of_b = LinesOf(RunWirecopy({"clean", b, "--offsets"}).out);
  const auto word = [](const std::string& line) {
    std::vector<std::string> cells = {""};
    for (char c : line) c == '\t' ? (void)cells.emplace_back() : cells.back().push_back(c);
    return cells.size() > 2 ? cells[2] : "";
  };
  const auto [a_begin, a_end] = FirstPassage(pairs[0], "a");
  const auto [b_begin, b_end] = FirstPassage(pairs[0], "b");
  ASSERT_TRUE(a_begin < a_end && a_end <= of_a.size() && b_begin < b_end && b_end <= of_b.size())
      << pairs[0];
  EXPECT_EQ(word(of_a[a_begin]) + word(of_a[a_begin + 1]), "青禾");
  EXPECT_EQ(word(of_b[b_begin]) + word(of_b[b_begin + 1]), "青禾");
  EXPECT_EQ(a_end, of_a.size());
  EXPECT_EQ(b_end, of_b.size());
}

TEST_F(ViewsTest, CompareExplainsWhatItCannotRead) {
  const std::string a = folder_.Write("a.txt", kBridge);
  const std::string many = folder_.Write("many.jsonl", SampleLines());
  EXPECT_THAT(RunWirecopy({"compare", a, many}).err,
              HasSubstr("holds several records; choose two of them with --ids"));
  EXPECT_THAT(RunWirecopy({"compare", a, folder_.Path("none.txt")}).err,
              HasSubstr("none.txt: cannot be opened"));
  EXPECT_THAT(RunWirecopy({"compare", a, folder_.Write("gbk.txt", "\xc7\xe0\xba\xcc")}).err,
              HasSubstr("byte 1 is not UTF-8"));
  EXPECT_EQ(RunWirecopy({"compare", a, a, "--max-text-bytes", "1K"}).status, 0);
  EXPECT_EQ(RunWirecopy({"compare", a, folder_.Write("long.txt", std::string(5000, 'a')),
                         "--max-text-bytes", "1K"})
                .status,
            2);
}

TEST_F(ViewsTest, EvalMeasuresWhatClusterWrote) {
  const std::string news = folder_.Write("news.jsonl", SampleLines());
  const std::string stories = folder_.Path("stories.jsonl.zst");
  ASSERT_EQ(RunWirecopy({"cluster", news, "-f", "jsonl", "-o", stories}).status, 0);
  std::string gold;
  for (const auto& [id, story] : {std::pair{"bridge-1", "b"},
                                  {"bridge-2", "b"},
                                  {"bridge-3", "b"},
                                  {"library-1", "l"},
                                  {"library-2", "l"},
                                  {"glacier-1", "g"},
                                  {"orchard-1", "o"}}) {
    gold += std::string("{\"id\":\"") + id + "\",\"story\":\"" + story +
            "\",\"relation\":\"reprint\"}\n";
  }
  const std::string gold_path = folder_.WriteCompressed("gold.jsonl.gz", gold);
  const Ran json =
      RunWirecopy({"eval", stories, "--gold", gold_path, "-f", "json", "--boot", "10"});
  EXPECT_EQ(json.status, 0) << json.err;
  EXPECT_THAT(json.out,
              AllOf(HasSubstr("\"schema\":\"wirecopy.eval/1\""), HasSubstr("\"ari\":1.0,")));
  EXPECT_EQ(RunWirecopy({"eval", stories, "--gold", gold_path, "-f", "json", "--boot", "10"}).out,
            json.out);
  const std::string pairs =
      folder_.Write("pairs.tsv", "id1\tid2\tJ5\tband\nbridge-1\tlibrary-1\t0.1\tquote\n");
  EXPECT_THAT(RunWirecopy({"eval", stories, "--gold", gold_path, "--pairs", pairs}).out,
              HasSubstr("quote"));
  const Ran broken =
      RunWirecopy({"eval", stories, "--gold", folder_.Write("bad.jsonl", gold + "{}\n")});
  EXPECT_EQ(broken.status, 2);
  EXPECT_THAT(broken.err, HasSubstr("bad.jsonl:8: "));
}

TEST_F(ViewsTest, PlanFollowsTheOptions) {
  const Ran ran = RunWirecopy({"plan"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, AllOf(StartsWith("32 bands of 4 rows"), HasSubstr("0.8732"),
                             HasSubstr("100,000,000")));
  EXPECT_THAT(RunWirecopy({"plan", "--bands", "64", "--rows", "2"}).out,
              AllOf(StartsWith("64 bands of 2 rows"), HasSubstr("0.4744")));
  EXPECT_THAT(RunWirecopy({"plan", "-f", "json"}).out,
              StartsWith("{\"schema\":\"wirecopy.plan/1\""));
  EXPECT_THAT(ran.out, HasSubstr("Formulas known before a run, from "));
  EXPECT_THAT(RunWirecopy({"plan", "--background", "none"}).out, HasSubstr("No background"));
}

}  // namespace
}  // namespace wirecopy
