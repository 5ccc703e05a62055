// The evidence report of the real command: its lines, figures and texts, read back as the page
// does; where it is written, and what is refused.
#include <sys/resource.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "command_runner.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "sample_news.h"
#include "wirecopy/report/json_schema_test.h"
#include "wirecopy/report/report_reading_test.h"

namespace wirecopy {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kHostile = "</script><script>alert('x')</script><img src=x onerror=alert(1)>";

// The sample's articles, and one story of two with hostile fields, damage and astral characters.
std::string Lines() {
  const std::string page =
      "首页 > 新闻\n" + std::string(kOrchard) + "领(lǐng)先 開放 😀 " + kHostile;
  return SampleLines() + Record("</script>", kHostile, "", page) +
         Record("orchard-3", "😀", "2026-05-09", "来源：北坪农报\n" + page) +
         Record("bridge-1", "另一处", "", std::string(kGlacier) + "A line of its own.") +
         "{\"id\":\"no text\"}\n";
}

// By id; two have the id "bridge-1", of which one is read as "bridge-1#2".
std::multimap<std::string, std::u16string> Originals(const std::string& lines) {
  std::multimap<std::string, std::u16string> originals;
  for (const std::string& line : LinesOf(lines)) {
    const rapidjson::Document json = ParsedJson(line);
    if (!json.HasMember("text")) continue;
    originals.emplace(json["id"].GetString(),
                      InUnits({json["text"].GetString(), json["text"].GetStringLength()}));
  }
  return originals;
}

class ReportTest : public testing::Test {
 protected:
  // Every text decodes to its original.
  void ExpectOriginals(const ReadReport& read) {
    const std::multimap<std::string, std::u16string> originals = Originals(lines_);
    std::map<std::string, std::u16string> texts;  // by story and id
    for (const std::string& line : read.Lines("texts")) {
      const rapidjson::Document json = ParsedJson(line);
      const std::string story = json["story"].IsNull() ? "" : json["story"].GetString();
      const std::string id = json["id"].GetString();
      const std::u16string base =
          json["base"].IsNull() ? u"" : texts.at(story + json["base"].GetString());
      const std::u16string text = TextOf(json, base);
      texts[story + id] = text;
      const auto [first, last] = originals.equal_range(id.substr(0, id.find('#')));
      EXPECT_TRUE(std::any_of(first, last, [&](const auto& one) { return one.second == text; }))
          << id;
    }
    EXPECT_FALSE(texts.empty());
  }

  ReadReport Made(const std::vector<std::string>& words, int status = 3) {
    const Ran ran = RunWirecopy(words);
    EXPECT_EQ(ran.status, status) << ran.err;
    return ReadReport(ReadFile(report_));
  }

  const TemporaryFolder folder_;
  const std::string lines_ = Lines();
  const std::string news_ = folder_.Write("news.jsonl", lines_);
  const std::string report_ = folder_.Path("report.html");
};

TEST_F(ReportTest, ShowsWhatTheRunFound) {
  const std::string stories = folder_.Path("stories.jsonl");
  const std::string series = folder_.Path("series.jsonl");
  const std::string summary = folder_.Path("summary.json");
  const ReadReport read = Made({"cluster", news_, "-f", "jsonl", "-o", stories, "--series", series,
                                "--summary", summary, "--report", report_});
  EXPECT_EQ(read.Bytes("stories"), ReadFile(stories));
  EXPECT_EQ(read.Bytes("series"), ReadFile(series));
  const std::string line = read.Line("summary");
  EXPECT_THAT(line, HasSubstr("\"summary\":" + LinesOf(ReadFile(summary))[0]));
  const rapidjson::Document json = ParsedJson(line);
  EXPECT_EQ(json["stories"].GetUint(), read.Lines("stories").size());
  EXPECT_EQ(json["texts_kept"].GetUint(), read.Lines("texts").size());
  EXPECT_GE(json["texts_kept"].GetUint(), json["members"].GetUint());
  EXPECT_EQ(json["texts_left_out"].GetUint(), 0u);
  ASSERT_EQ(json["problems"].Size(), 1u);
  EXPECT_EQ(json["problems"][0]["place"].GetString(), news_ + ":11");
  EXPECT_STREQ(json["problems"][0]["reason"].GetString(), "no-text");
  ExpectOriginals(read);
  EXPECT_THAT(ReadFile(report_), Not(HasSubstr("alert(")));
}

TEST_F(ReportTest, EveryLineFitsItsSchema) {
  const ReadReport read = Made({"cluster", news_, "-o", "/dev/null", "--report", report_});
  const std::pair<const char*, const char*> blocks[] = {{"summary", "report"},
                                                        {"where", "report-where"},
                                                        {"texts", "report-texts"},
                                                        {"doubt", "report-doubt"},
                                                        {"stories", "story"}};
  for (const auto& [block, name] : blocks) {
    const Schema schema(name);
    const std::vector<std::string> lines = read.Lines(block);
    ASSERT_FALSE(lines.empty()) << block;
    for (const std::string& line : lines) EXPECT_EQ(schema.FaultOf(line), "") << line;
    ExpectEveryKeyRequired(schema, lines.back(), {});
  }
}

TEST_F(ReportTest, ThreadsAndTheWayOfReadingChangeNoByte) {
  ASSERT_EQ(
      RunWirecopy({"cluster", news_, "-o", "/dev/null", "--report", report_, "-j", "1"}).status, 3);
  const std::string one = ReadFile(report_);
  const std::string packed = folder_.WriteCompressed("packed.jsonl.gz", lines_);
  ASSERT_EQ(
      RunWirecopy({"cluster", news_, "-o", "/dev/null", "--report", report_, "-j", "5"}).status, 3);
  EXPECT_EQ(ReadFile(report_), one);
  ASSERT_EQ(RunWirecopy({"cluster", "-", "-o", "/dev/null", "--report", report_}, {.input = lines_})
                .status,
            3);
  EXPECT_EQ(ReadReport(ReadFile(report_)).Bytes("texts"), ReadReport(one).Bytes("texts"));
  ASSERT_EQ(RunWirecopy({"cluster", packed, "-o", "/dev/null", "--report", report_}).status, 3);
  EXPECT_EQ(ReadReport(ReadFile(report_)).Bytes("texts"), ReadReport(one).Bytes("texts"));
}

TEST_F(ReportTest, OfStoriesFoundBeforeIsTheSame) {
  const auto at = [&](const char* name) { return folder_.Path(name); };
  ASSERT_EQ(RunWirecopy({"cluster", news_, "-f", "jsonl", "-o", at("stories"), "--series",
                         at("series"), "--summary", at("summary"), "--save-background", at("known"),
                         "--report", report_})
                .status,
            3);
  const std::string of_run = ReadFile(report_);
  ASSERT_EQ(RunWirecopy({"pairs", news_, "--rejected", "--evidence", "-o", at("pairs")}).status, 3);
  const ReadReport read =
      Made({"report", at("stories"), "--articles", news_, "--summary", at("summary"), "--series",
            at("series"), "--pairs", at("pairs"), "--background", at("known"), "-o", report_});
  for (const char* block : {"stories", "series", "summary"})
    EXPECT_EQ(read.Bytes(block), ReadReport(of_run).Bytes(block)) << block;
  ExpectOriginals(read);
  const auto lines_of_stories = [](const ReadReport& report) {
    std::vector<std::string> lines;
    for (const std::string& line : report.Lines("texts")) {
      if (line.find("\"story\":null") == std::string::npos) lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  EXPECT_EQ(lines_of_stories(read), lines_of_stories(ReadReport(of_run)));
  ExpectOriginals(Made({"report", at("stories"), "--articles", news_, "-o", report_}));
}

TEST_F(ReportTest, NamesMembersWhoseTextIsNotThere) {
  const std::string stories = folder_.Path("stories.jsonl");
  ASSERT_EQ(RunWirecopy({"cluster", news_, "-f", "jsonl", "-o", stories}).status, 3);
  const std::string some = folder_.Write("some.jsonl", LinesOf(lines_)[2] + "\n");
  const Ran ran = RunWirecopy({"report", stories, "--articles", some, "-o", report_});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.err, HasSubstr("not among the articles"));
  const ReadReport read(ReadFile(report_));
  EXPECT_EQ(read.Lines("texts").size(), 1u);
  const rapidjson::Document where = ParsedJson(read.Line("where"));
  EXPECT_EQ(where["missing"].Size(), ParsedJson(read.Line("summary"))["texts_missing"].GetUint());
  EXPECT_GT(where["missing"].Size(), 1u);
}

TEST_F(ReportTest, AsAFolder) {
  const std::string folder = folder_.Path("report");
  ASSERT_EQ(RunWirecopy({"cluster", news_, "-o", "/dev/null", "--report-dir", folder}).status, 3);
  ReadReport read(ReadFile(folder + "/index.html"));
  EXPECT_EQ(read.Parts("texts"), 0u);
  read.AddPart(ReadFile(folder + "/parts/texts-0.js"));
  ExpectOriginals(read);
  const Ran again = RunWirecopy({"cluster", news_, "-o", "/dev/null", "--report-dir", folder});
  EXPECT_EQ(again.status, 2);
  EXPECT_THAT(again.err, HasSubstr("it is there already"));
  EXPECT_THAT(folder_.Names(), ElementsAre("news.jsonl", "report"));
}

// A temporary file that cannot grow is no matter of memory.
TEST_F(ReportTest, AFullSpoolIsNotToldAsTooLittleMemory) {
  std::string text;
  for (int i = 0; i < 8000; ++i) text += "word ";
  std::string many;
  for (int i = 0; i < 80; ++i)
    many += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + text + "\"}\n";
  const std::string path = folder_.Write("many.jsonl", many);
  rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit short_files{500'000, before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &short_files), 0);
  const Ran ran = RunWirecopy({"cluster", path, "--memory", "1G"});
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("cannot grow beyond"));
  EXPECT_THAT(ran.err, Not(HasSubstr("--memory")));
}

// A file beyond the shell's limit is an output that failed, not the end of the process.
TEST_F(ReportTest, NothingIsLeftWhereFilesMayNotBeSoLong) {
  rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit short_files{60'000, before.rlim_max};
  for (const char* flag : {"--report", "--report-dir"}) {
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &short_files), 0);
    const Ran ran = RunWirecopy({"cluster", news_, "-o", "/dev/null", flag, report_});
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_EQ(ran.status, 2) << flag;
    EXPECT_THAT(ran.err, HasSubstr("cannot be written: File too large")) << flag;
    EXPECT_THAT(folder_.Names(), ElementsAre("news.jsonl")) << flag;
  }
}

TEST_F(ReportTest, IsRefusedWhereItCannotBe) {
  const std::string stories = folder_.Path("stories.jsonl");
  ASSERT_EQ(RunWirecopy({"cluster", news_, "-f", "jsonl", "-o", stories}).status, 3);
  const struct {
    std::vector<std::string> words;
    const char* says;
  } rows[] = {
      {{"cluster", news_, "--report", news_}, "would replace an input"},
      {{"cluster", news_, "--report", "-"}, "are one place"},
      {{"cluster", news_, "--report", report_, "--report-dir", "r"}, "two forms of one report"},
      {{"cluster", news_, "--report", folder_.Path("none/report.html")}, "cannot be written"},
      {{"report", stories, "-o", report_}, "no articles given"},
      {{"report", stories, "--articles", news_}, "-o FILE or to --report-dir DIR"},
      {{"report", stories, "--articles", news_, "-o", stories}, "would replace an input"},
      {{"report", stories, "--articles", news_, "-o", news_}, "would replace an input"},
      {{"report", news_, "--articles", news_, "-o", report_}, "news.jsonl:1: the schema is"},
      {{"report", stories, "--articles", news_, "--summary", stories, "-o", report_},
       "not a wirecopy.summary/1"},
      {{"report", stories, "--articles", folder_.Path("none"), "-o", report_},
       "nothing was written"},
  };
  for (const auto& row : rows) {
    const Ran ran = RunWirecopy(row.words);
    EXPECT_EQ(ran.status, 2) << row.says;
    EXPECT_THAT(ran.err, HasSubstr(row.says));
  }
  EXPECT_THAT(folder_.Names(), ElementsAre("news.jsonl", "stories.jsonl"));
}

}  // namespace
}  // namespace wirecopy
