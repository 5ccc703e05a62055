// clean, compare, eval and plan.
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
}

}  // namespace
}  // namespace wirecopy
