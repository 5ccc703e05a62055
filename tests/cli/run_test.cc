// cluster, pairs and dedup on a few articles: what is printed, where it goes, and that order and
// threads change nothing.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <random>
#include <thread>

#include "absl/strings/str_cat.h"
#include "command_runner.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "sample_news.h"

namespace wirecopy {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

std::string IdOf(const std::string& line) {
  const size_t begin = line.find("\"id\":\"") + 6;
  return line.substr(begin, line.find('"', begin) - begin);
}

std::vector<std::string> IdsOf(const std::string& lines) {
  std::vector<std::string> ids;
  for (const std::string& line : LinesOf(lines)) ids.push_back(IdOf(line));
  return ids;
}

std::string Shuffled(const std::string& lines, unsigned seed) {
  std::vector<std::string> shuffled = LinesOf(lines);
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(seed));
  std::string joined;
  for (const std::string& line : shuffled) joined += line + "\n";
  return joined;
}

class RunTest : public testing::Test {
 protected:
  const TemporaryFolder folder_;
  const std::string lines_ = SampleLines();
  const std::string news_ = folder_.Write("news.jsonl", lines_);
};

TEST_F(RunTest, ClusterWritesOneStoryALine) {
  const Ran ran = RunWirecopy({"cluster", news_, "-f", "jsonl"});
  EXPECT_EQ(ran.status, 0);
  const std::vector<std::string> stories = LinesOf(ran.out);
  ASSERT_EQ(stories.size(), 2u) << ran.out;
  EXPECT_THAT(stories[0], AllOf(StartsWith("{\"schema\":\"wirecopy.story/1\""),
                                HasSubstr("\"origin\":{\"id\":\"bridge-1\""), HasSubstr("bridge-2"),
                                HasSubstr("bridge-3"), Not(HasSubstr("library"))));
  EXPECT_THAT(stories[1], AllOf(HasSubstr("library-1"), HasSubstr("library-2")));
  EXPECT_EQ(ran.err, "wirecopy: read 7 records from 1 file: 7 kept, 0 skipped\n");
}

TEST_F(RunTest, ClusterPrintsAReport) {
  const Ran ran = RunWirecopy({"cluster", news_});
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("青禾日报"), HasSubstr("bridge-2"), Not(HasSubstr("orchard-1"))));
  EXPECT_THAT(ran.out, Not(HasSubstr("\x1b"))) << "colour where there is no terminal";
  EXPECT_THAT(RunWirecopy({"cluster", news_, "--color", "always"}).out, HasSubstr("\x1b["));
}

TEST_F(RunTest, SingletonsAreListedOnRequest) {
  const Ran lines = RunWirecopy({"cluster", news_, "-f", "jsonl", "--singletons"});
  ASSERT_EQ(LinesOf(lines.out).size(), 4u);
  EXPECT_THAT(LinesOf(lines.out)[2], AllOf(HasSubstr("\"size\":1,"), HasSubstr("glacier-1")));
  EXPECT_THAT(LinesOf(lines.out)[3], HasSubstr("orchard-1")) << "by id";
  EXPECT_THAT(RunWirecopy({"cluster", news_, "--singletons"}).out, HasSubstr("orchard-1"));
}

TEST_F(RunTest, ThreadsAndOrderChangeNoByte) {
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{"cluster", "-"},
                                             {"cluster", "-", "-f", "jsonl", "--singletons"},
                                             {"pairs", "-", "--rejected", "--evidence"}}) {
    const Ran first = RunWirecopy(command, {.input = lines_});
    EXPECT_EQ(first.status, 0) << first.err;
    for (const char* threads : {"1", "2", "8"}) {
      std::vector<std::string> words = command;
      words.insert(words.end(), {"--threads", threads});
      EXPECT_EQ(RunWirecopy(words, {.input = Shuffled(lines_, 5u)}).out, first.out)
          << command[0] << threads;
    }
  }
}

TEST_F(RunTest, AnInputIsNeverReplaced) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"dedup", news_, "-o", news_},
                                             {"cluster", news_, "--rejects", news_},
                                             {"dedup", "-", "--against", news_, "--drop", news_}}) {
    const Ran ran = RunWirecopy(words);
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("would replace an input"));
    EXPECT_EQ(ReadFile(news_), lines_);
  }
}

TEST_F(RunTest, ReadsStdinFoldersAndCompressedFiles) {
  const std::string expected = RunWirecopy({"cluster", news_, "-f", "jsonl"}).out;
  EXPECT_EQ(RunWirecopy({"cluster", "-", "-f", "jsonl"}, {.input = lines_}).out, expected);
  for (const char* name : {"z/news.jsonl.gz", "y/news.jsonl.zst"}) {
    folder_.Write(name, "");
    const std::string path = folder_.WriteCompressed(name, lines_);
    EXPECT_EQ(RunWirecopy({"cluster", path, "-f", "jsonl"}).out, expected) << name;
    EXPECT_EQ(RunWirecopy({"cluster", "-", "-f", "jsonl"}, {.input = ReadFile(path)}).out, expected)
        << name;
  }
  EXPECT_EQ(RunWirecopy({"cluster", folder_.Path("y"), "-f", "jsonl"}).out, expected);
}

TEST_F(RunTest, FieldsAreReadWhereTheOptionsSay) {
  const std::string line = R"({"who":{"id":"x1"},"words":"A short text.","id":"other"})"
                           "\n";
  const Ran ran = RunWirecopy({"cluster", "-", "-f", "jsonl", "--singletons", "--text-field",
                               "words", "--id-field", "who.id"},
                              {.input = line});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("\"id\":\"x1\""));
}

TEST_F(RunTest, PresetsMoveTheDecisionAndMinProbabilityWins) {
  const auto summary_of = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"cluster", news_, "--summary", folder_.Path("summary.json")};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(RunWirecopy(words).status, 0);
    return ReadFile(folder_.Path("summary.json"));
  };
  EXPECT_THAT(summary_of({}), HasSubstr("\"min-probability\":0.5"));
  EXPECT_THAT(summary_of({"--preset", "strict"}), HasSubstr("\"min-probability\":0.8"));
  EXPECT_THAT(summary_of({"--preset", "strict", "--min-probability", "0.65"}),
              HasSubstr("\"min-probability\":0.65"));
}

TEST_F(RunTest, TheEnvironmentSpeaksWhereTheCommandLineIsSilent) {
  const std::string summary = folder_.Path("s.json");
  RunWirecopy({"cluster", news_, "--summary", summary},
              {.environment = {"WIRECOPY_PRESET=recall"}});
  EXPECT_THAT(ReadFile(summary), HasSubstr("\"preset\":\"recall\""));
  RunWirecopy({"cluster", news_, "--summary", summary, "--preset", "strict"},
              {.environment = {"WIRECOPY_PRESET=recall"}});
  EXPECT_THAT(ReadFile(summary), HasSubstr("\"preset\":\"strict\""));
}

TEST_F(RunTest, SummaryCountsWhatWasReadAndSkipped) {
  const std::string summary = folder_.Path("summary.json");
  const Ran ran =
      RunWirecopy({"cluster", "-", "--summary", summary}, {.input = lines_ + "no json\n"});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ReadFile(summary),
              AllOf(StartsWith("{\"schema\":\"wirecopy.summary/1\""), HasSubstr("\"not-json\":1")));
}

TEST_F(RunTest, ExitCodeTellsWhetherReprintsWereFound) {
  const std::string alone = folder_.Write(
      "alone.jsonl", Record("a", "甲报", "", kOrchard) + Record("b", "B", "", kGlacier));
  EXPECT_EQ(RunWirecopy({"cluster", news_, "--exit-code"}).status, 1);
  EXPECT_EQ(RunWirecopy({"dedup", news_, "--exit-code"}).status, 1);
  EXPECT_EQ(RunWirecopy({"cluster", alone, "--exit-code"}).status, 0);
  const std::string bad = folder_.Write("bad.jsonl", lines_ + "no json\n");
  EXPECT_EQ(RunWirecopy({"cluster", bad, "--exit-code"}).status, 3)
      << "a skipped record matters more";
}

TEST_F(RunTest, OutputFilesAppearWhole) {
  const Ran ran = RunWirecopy({"cluster", news_, "-f", "jsonl", "-o", folder_.Path("out.jsonl")});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ReadFile(folder_.Path("out.jsonl")),
            RunWirecopy({"cluster", news_, "-f", "jsonl"}).out);
  EXPECT_THAT(folder_.Names(), ElementsAre("news.jsonl", "out.jsonl"));
}

TEST_F(RunTest, AFullDiskIsAnError) {
  for (const char* command : {"cluster", "dedup", "pairs"}) {
    const Ran file = RunWirecopy({command, news_, "-o", "/dev/full"});
    EXPECT_EQ(file.status, 2) << command;
    EXPECT_THAT(file.err, HasSubstr("No space left on device")) << command;
    EXPECT_EQ(RunWirecopy({command, news_}, {.stdout_path = "/dev/full"}).status, 2) << command;
  }
  EXPECT_EQ(RunWirecopy({"--help"}, {.stdout_path = "/dev/full"}).status, 2);
  EXPECT_EQ(RunWirecopy({"plan"}, {.stdout_path = "/dev/full"}).status, 2);
}

TEST_F(RunTest, AnOutputThatCannotBeMadeIsToldBeforeTheWork) {
  const Ran ran = RunWirecopy({"cluster", news_, "-o", folder_.Path("nowhere/out.jsonl")});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("nowhere/out.jsonl"));
}

TEST_F(RunTest, AReaderThatWentAwayEndsTheRunQuietly) {
  for (const char* command : {"cluster", "dedup", "pairs", "clean"}) {
    int ends[2];
    ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
    close(ends[0]);
    RunningCommand run({command, news_}, -1, ends[1], folder_.Path("err"));
    close(ends[1]);
    EXPECT_EQ(run.Wait(), 0) << command;
    EXPECT_THAT(ReadFile(folder_.Path("err")), Not(HasSubstr("roken pipe"))) << command;
  }
}

class SignalTest : public RunTest, public testing::WithParamInterface<int> {};

TEST_P(SignalTest, EndsTheRunAndLeavesNothing) {
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
  RunningCommand run(
      {"cluster", "-", "-o", folder_.Path("out.txt"), "--rejects", folder_.Path("rejects.jsonl")},
      ends[0], -1, folder_.Path("err"));
  close(ends[0]);
  ASSERT_EQ(write(ends[1], lines_.data(), lines_.size()), static_cast<ssize_t>(lines_.size()));
  // The outputs are made before the reading begins; then the command waits for more input.
  while (folder_.Names().size() < 4) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  kill(run.pid(), GetParam());
  EXPECT_EQ(run.Wait(), 128 + GetParam());
  close(ends[1]);
  EXPECT_THAT(ReadFile(folder_.Path("err")), HasSubstr("interrupted"));
  EXPECT_THAT(folder_.Names(), ElementsAre("err", "news.jsonl"));
}
INSTANTIATE_TEST_SUITE_P(Signals, SignalTest, testing::Values(SIGHUP, SIGINT, SIGTERM));

TEST_F(RunTest, ARunThatNeedsMoreMemoryThanAllowedIsRefused) {
  std::string many;
  for (int i = 0; i < 40; ++i)
    many += Record(absl::StrCat("m", i), "甲报", "", std::string(600000, 'a' + i % 26));
  const Ran ran = RunWirecopy({"cluster", "-", "--memory", "16M"}, {.input = many});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("--memory allows 16M"));
}

TEST_F(RunTest, PairsListsEveryPairOfAStoryOnce) {
  const Ran ran = RunWirecopy({"pairs", news_});
  EXPECT_EQ(ran.status, 0);
  const std::vector<std::string> pairs = LinesOf(ran.out);
  ASSERT_EQ(pairs.size(), 3u) << ran.out;
  EXPECT_THAT(pairs[0], AllOf(HasSubstr("\"id_a\":\"bridge-1\",\"id_b\":\"bridge-2\""),
                              HasSubstr("\"reasons\":[]"), Not(HasSubstr("passages"))));
  EXPECT_THAT(pairs[1], AllOf(HasSubstr("\"id_a\":\"bridge-1\",\"id_b\":\"bridge-3\""),
                              HasSubstr("\"exact\"")));
  EXPECT_THAT(pairs[2], HasSubstr("library-2"));
  EXPECT_THAT(LinesOf(RunWirecopy({"pairs", news_, "--evidence"}).out)[0],
              Not(HasSubstr("\"reasons\":[]")));
}

// Pairs and stories tell the same of a page that holds three reports.
TEST_F(RunTest, PairsCallARoundupWhatTheStoriesCallIt) {
  std::string lines;
  std::string all;
  for (const std::string_view text : {kBridge, kLibrary, kOrchard}) {
    const std::string number = std::to_string(lines.size());
    lines += Record("first-" + number, "North", "2026-05-03", text) +
             Record("second-" + number, "South", "2026-05-04", text);
    all += text;
  }
  const std::string path =
      folder_.Write("digest.jsonl", lines + Record("digest", "Weekly", "2026-05-09", all));
  ASSERT_THAT(RunWirecopy({"cluster", path, "--format", "jsonl"}).out, HasSubstr("\"roundup\""));
  int of_the_digest = 0;
  for (const std::string& pair : LinesOf(RunWirecopy({"pairs", path}).out)) {
    const bool holds = pair.find("\"digest\"") != std::string::npos;
    of_the_digest += holds;
    EXPECT_EQ(pair.find("\"relation\":\"roundup\"") != std::string::npos, holds) << pair;
  }
  EXPECT_GE(of_the_digest, 3);
}

TEST_F(RunTest, PairsKeepsTheirCountForTheSummary) {
  const std::string summary = folder_.Path("summary.json");
  ASSERT_EQ(RunWirecopy({"pairs", news_, "--summary", summary}).status, 0);
  const std::string json = ReadFile(summary);
  const size_t by_relation = json.find("\"pairs_by_relation\":");
  ASSERT_NE(by_relation, std::string::npos);
  EXPECT_THAT(json.substr(by_relation),
              testing::ContainsRegex("\"(reprint|edited|excerpt)\":[1-9]"));
}

TEST_F(RunTest, NoLineEndsInBlanks) {
  const std::string lines = lines_ + "{\"text\":\"alone and without a title\"}\n";
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"cluster", "-", "--singletons", "--all"}, {"clean", "-"}, {"clean", "-", "--body"}}) {
    const std::string out = RunWirecopy(words, {.input = lines}).out;
    EXPECT_THAT(out, HasSubstr(words[0] == "cluster" ? "\n  -:8\n" : "without a title\n"));
    for (const std::string& line : LinesOf(out)) EXPECT_FALSE(line.ends_with(' ')) << line;
  }
}

TEST_F(RunTest, AnEmptyInputIsNoError) {
  const Ran ran = RunWirecopy({"cluster", "-", "-f", "jsonl"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("read 0 records"));
}

TEST_F(RunTest, NoProgressWhereThereIsNoTerminal) {
  EXPECT_THAT(RunWirecopy({"cluster", news_}).err, Not(HasSubstr("\r")));
}

TEST_F(RunTest, DedupCopiesTheKeptLinesUnchangedAndInOrder) {
  const Ran ran = RunWirecopy({"dedup", news_});
  EXPECT_EQ(ran.status, 0);
  const std::vector<std::string> in = LinesOf(lines_);
  EXPECT_EQ(ran.out, in[0] + "\n" + in[1] + "\n" + in[3] + "\n" + in[6] + "\n");
  EXPECT_THAT(ran.err, HasSubstr("kept 4 of 7 articles; dropped 3 (1 exact, 2 "));
}

TEST_F(RunTest, DedupKeepsBytesThatJsonWouldWriteOtherwise) {
  const std::string odd =
      "  { \"text\" : \"\\u9752\\u79be caf\\u00e9\" , \"n\":1.50, \"id\":\"odd\" }\r\n";
  EXPECT_EQ(RunWirecopy({"dedup", "-"}, {.input = odd}).out, odd);
}

TEST_F(RunTest, DedupKeepsTheSameArticlesInAnyOrderAndForm) {
  std::vector<std::string> expected = IdsOf(RunWirecopy({"dedup", news_}).out);
  std::sort(expected.begin(), expected.end());
  for (unsigned seed : {1u, 2u, 3u}) {
    const std::string gz = folder_.WriteCompressed("shuffled.jsonl.gz", Shuffled(lines_, seed));
    std::vector<std::string> kept = IdsOf(RunWirecopy({"dedup", gz, "--threads", "2"}).out);
    std::sort(kept.begin(), kept.end());
    EXPECT_EQ(kept, expected) << seed;
  }
}

TEST_F(RunTest, DedupKeepChoosesTheSurvivor) {
  const std::string lines = Record("short", "甲报", "2026-05-03", Reprinted(kBridge, "甲报")) +
                            Record("full", "乙报", "2026-05-02", kBridge) +
                            Record("early", "丙报", "2026-05-01", Reprinted(kBridge, "丙报"));
  const auto kept = [&](const char* keep) {
    return IdsOf(RunWirecopy({"dedup", "-", "--keep", keep}, {.input = lines}).out);
  };
  EXPECT_THAT(kept("first"), ElementsAre("short"));
  EXPECT_THAT(kept("longest"), ElementsAre("full"));
  EXPECT_THAT(kept("earliest"), ElementsAre("early"));
}

TEST_F(RunTest, DedupAgainstReferencesThatAreNeverPrinted) {
  const std::string old =
      folder_.Write("old.jsonl", Record("old-bridge", "旧报", "2026-06-01", kBridge) +
                                     Record("old-orchard", "旧报", "2026-06-01", kOrchard));
  const std::string drop = folder_.Path("drop.jsonl");
  const Ran ran = RunWirecopy({"dedup", news_, "--drop", drop, "--against", old});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(IdsOf(ran.out), ElementsAre("library-1", "glacier-1"));
  EXPECT_THAT(
      ReadFile(drop),
      AllOf(HasSubstr("\"id\":\"bridge-1\",\"survivor\":\"old-bridge\",\"relation\":\"exact\""),
            HasSubstr("\"id\":\"orchard-1\",\"survivor\":\"old-orchard\"")));
}

TEST_F(RunTest, DedupDropsOnlyTheRelationsAskedFor) {
  const Ran ran = RunWirecopy({"dedup", news_, "--drop-relations", "exact"});
  EXPECT_THAT(IdsOf(ran.out), ElementsAre("bridge-1", "library-1", "bridge-2", "glacier-1",
                                          "library-2", "orchard-1"));
}

TEST_F(RunTest, DedupAnnotateKeepsEveryLine) {
  const Ran ran = RunWirecopy({"dedup", news_, "--annotate"});
  const std::vector<std::string> in = LinesOf(lines_);
  const std::vector<std::string> out = LinesOf(ran.out);
  ASSERT_EQ(out.size(), in.size());
  for (size_t i = 0; i < in.size(); ++i)
    EXPECT_THAT(out[i], StartsWith(in[i].substr(0, in[i].size() - 1) + ",\"wirecopy\":{"));
  EXPECT_THAT(out[0], HasSubstr("\"kept\":true"));
  EXPECT_THAT(out[4], HasSubstr("\"kept\":false"));
  EXPECT_THAT(out[4], HasSubstr("\"survivor\":\"bridge-1\",\"relation\":\"exact\""));
}

TEST_F(RunTest, DedupOfTextFilesWritesThemAsLines) {
  folder_.Write("pages/a.txt", kBridge);
  folder_.Write("pages/b.txt", kBridge);
  const Ran ran = RunWirecopy({"dedup", folder_.Path("pages")});
  EXPECT_EQ(ran.status, 0);
  ASSERT_EQ(LinesOf(ran.out).size(), 1u) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("{\"id\":\"" + folder_.Path("pages/a.txt") + "\""));
}

}  // namespace
}  // namespace wirecopy
