// Where outputs go: each to a place of its own, none over an input, told before the work where it
// cannot be; and what becomes of streams that are closed.
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <ostream>

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

// The folder is the place of the command's relative names.
class PlacesTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::current_path(folder_.Path("")); }
  void TearDown() override { std::filesystem::current_path(before_); }

  const std::filesystem::path before_ = std::filesystem::current_path();
  const TemporaryFolder folder_;
  const std::string lines_ = SampleLines();
  const std::string news_ = folder_.Write("news.jsonl", lines_);
};

TEST_F(PlacesTest, OutputsInOnePlaceAreRefused) {
  folder_.Write("sub/x", "");
  folder_.Write("there", "old");
  std::filesystem::create_symlink("out", "link");
  const std::vector<std::string> together[] = {
      {"-o", "out", "--drop", "out"},
      {"-o", "out", "--drop", "./out"},
      {"-o", "out", "--rejects", "sub/../out"},
      {"-o", "out", "--summary", "link"},
      {"-o", "there", "--drop", folder_.Path("there")},
      {"--drop", "d", "--summary", "d", "-o", "out"},
      {"--drop", "-"},
      {"-o", "-", "--rejects", "-"},
      {"--summary", "/dev/stdout"},
      {"-o", "out", "--drop", "-", "--summary", "-"},
  };
  for (const std::vector<std::string>& flags : together) {
    std::vector<std::string> words = {"dedup", news_};
    words.insert(words.end(), flags.begin(), flags.end());
    const Ran ran = RunWirecopy(words);
    EXPECT_EQ(ran.status, 2) << flags.back();
    EXPECT_THAT(ran.err, HasSubstr("are one place")) << flags.back();
    EXPECT_EQ(ran.out, "");
  }
  EXPECT_EQ(ReadFile("there"), "old");
  EXPECT_THAT(folder_.Names(), ElementsAre("link", "news.jsonl", "sub", "there"));
}

TEST_F(PlacesTest, OutputsInDifferentPlacesAreNot) {
  const std::vector<std::string> apart[] = {
      {"-o", "out", "--drop", "-"},
      {"-o", "out", "--summary", "-"},
      {"--summary", "s", "--drop", "d", "--rejects", "r"},
      {"-o", "/dev/null", "--summary", "/dev/null", "--drop", "/dev/null"},
  };
  for (const std::vector<std::string>& flags : apart) {
    std::vector<std::string> words = {"dedup", news_};
    words.insert(words.end(), flags.begin(), flags.end());
    EXPECT_EQ(RunWirecopy(words).status, 0) << flags.back();
  }
}

TEST_F(PlacesTest, SeriesHaveAPlaceOfTheirOwn) {
  const std::string notices = folder_.Write("notices.jsonl", NoticeLines());
  for (const std::vector<std::string>& flags :
       std::vector<std::vector<std::string>>{{"--series", "-"},
                                             {"--series", "s", "-o", "s"},
                                             {"--series", "s", "--summary", "./s"},
                                             {"--series", "news.jsonl"}}) {
    std::vector<std::string> words = {"cluster", news_};
    words.insert(words.end(), flags.begin(), flags.end());
    EXPECT_EQ(RunWirecopy(words).status, 2) << flags[1];
  }
  EXPECT_EQ(ReadFile(news_), lines_);
  EXPECT_EQ(RunWirecopy({"cluster", notices, "--series", "/dev/full"}).status, 2);
  EXPECT_EQ(RunWirecopy({"cluster", news_, "--series", "nowhere/s"}).status, 2);
  EXPECT_EQ(RunWirecopy({"cluster", news_, "--series", "-", "-o", "out"}).status, 0);
}

TEST_F(PlacesTest, AFileThatStdoutGoesToIsAPlace) {
  const Ran ran = RunWirecopy({"cluster", news_, "--summary", "s"}, {.stdout_path = "s"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("are one place"));
  EXPECT_EQ(RunWirecopy({"clean", "news.jsonl"}, {.stdout_path = "news.jsonl"}).status, 2);
  EXPECT_EQ(ReadFile(news_), lines_);
}

TEST_F(PlacesTest, AnOutputInAFolderThatIsReadIsNotRead) {
  folder_.Write("in/news.jsonl", lines_);
  for (const char* input : {"in", "in/*.jsonl"}) {
    const std::string expected = RunWirecopy({"dedup", news_}).out;
    Ran ran = RunWirecopy({"dedup", input, "-o", "in/kept.jsonl"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ReadFile("in/kept.jsonl"), expected);
    ran = RunWirecopy({"dedup", input, "-o", "in/kept.jsonl"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("--output in/kept.jsonl would replace an input"));
    EXPECT_EQ(ReadFile("in/kept.jsonl"), expected);
    std::filesystem::remove("in/kept.jsonl");
    ran = RunWirecopy({"dedup", input}, {.stdout_path = "in/kept.jsonl"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("in/kept.jsonl: is not read: the output goes there"));
    EXPECT_EQ(ReadFile("in/kept.jsonl"), expected);
    std::filesystem::remove("in/kept.jsonl");
  }
}

TEST_F(PlacesTest, WhatCannotBeWrittenIsToldBeforeTheWork) {
  // Before the work: nothing is said of the record that is none.
  const std::string bad = folder_.Write("bad.jsonl", lines_ + "no json\n");
  folder_.Write("folder/x", "");
  for (const char* flag : {"--output", "--summary", "--rejects", "--drop"}) {
    for (const char* path : {"nowhere/out", "news.jsonl/out", "folder", "folder/", "new/"}) {
      const Ran ran = RunWirecopy({"dedup", bad, flag, path});
      EXPECT_EQ(ran.status, 2) << flag << " " << path;
      EXPECT_THAT(ran.err, AllOf(HasSubstr(path), Not(HasSubstr("bad.jsonl:")))) << flag;
      EXPECT_EQ(ran.out, "") << flag << " " << path;
    }
  }
  EXPECT_THAT(folder_.Names(), ElementsAre("bad.jsonl", "folder", "news.jsonl"));
}

TEST_F(PlacesTest, AFullDeviceIsAnErrorForEveryOutput) {
  for (const char* flag : {"--output", "--summary", "--drop"}) {
    EXPECT_EQ(RunWirecopy({"dedup", news_, flag, "/dev/full"}).status, 2) << flag;
  }
  const std::string bad = folder_.Write("bad.jsonl", lines_ + "no json\n");
  EXPECT_EQ(RunWirecopy({"dedup", bad, "--rejects", "/dev/full"}).status, 2);
}

TEST_F(PlacesTest, AClosedStdoutIsAnError) {
  const std::vector<std::string> commands[] = {
      {"cluster", news_}, {"dedup", news_}, {"pairs", news_}, {"clean", news_},
      {"plan"},           {"--help"},       {"--version"}};
  for (const std::vector<std::string>& words : commands) {
    const Ran ran = RunWirecopy(words, {.closed = {STDOUT_FILENO}});
    EXPECT_EQ(ran.status, 2) << words[0];
    EXPECT_THAT(ran.err, StartsWith("wirecopy: stdout cannot be written: it is closed"))
        << words[0];
  }
  EXPECT_EQ(RunWirecopy({"cluster", news_, "-o", "out"}, {.closed = {STDOUT_FILENO}}).status, 0);
}

TEST_F(PlacesTest, NoFileTakesTheNumberOfAClosedStream) {
  const std::string expected = RunWirecopy({"dedup", news_}).out;
  for (const std::vector<int>& closed :
       std::vector<std::vector<int>>{{0}, {2}, {0, 2}, {0, 1, 2}, {1, 2}}) {
    EXPECT_EQ(RunWirecopy({"dedup", news_, "-o", "out"}, {.closed = closed}).status, 0);
    EXPECT_EQ(ReadFile("out"), expected);
  }
  EXPECT_EQ(RunWirecopy({"dedup", news_}, {.closed = {0, 2}}).out, expected);
  const Ran ran = RunWirecopy({"cluster", "-"}, {.closed = {STDIN_FILENO}});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("stdin: cannot be read: Bad file descriptor"));
}

TEST_F(PlacesTest, ATemporaryFolderThatCannotBeUsedIsToldAtOnce) {
  const Ran ran = RunWirecopy({"dedup", news_}, {.environment = {"TMPDIR=/nonexistent"}});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("the folder /nonexistent for temporary files cannot be used"));
  EXPECT_THAT(ran.out, IsEmpty());
}

TEST_F(PlacesTest, NamesMayBeAnyBytes) {
  for (const std::string name : {"new\nline.jsonl", "not-\xff-utf8.jsonl", "-dash.jsonl"}) {
    folder_.Write("in/" + name, Record("", "甲报", "", kBridge) + "no json\n");
    const std::string out = "out-" + name;
    const Ran ran = RunWirecopy(
        {"cluster", "in", "-f", "jsonl", "--singletons", "-o", out, "--rejects", "r.jsonl"});
    EXPECT_EQ(ran.status, 3) << ran.err;
    EXPECT_EQ(LinesOf(ran.err).size(), 2u) << ran.err;
    EXPECT_EQ(LinesOf(ReadFile(out)).size(), 1u);
    EXPECT_EQ(LinesOf(ReadFile("r.jsonl")).size(), 1u);
    std::filesystem::remove("in/" + name);
  }
}

}  // namespace
}  // namespace wirecopy
