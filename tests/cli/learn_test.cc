// `wirecopy learn`, --background and --save-background.
#include <string>
#include <vector>

#include "command_runner.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "sample_news.h"

namespace wirecopy {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class LearnTest : public testing::Test {
 protected:
  std::string Learnt(const std::string& name, const std::vector<std::string>& words) {
    std::vector<std::string> all = {"learn", "-o", folder_.Path(name)};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = RunWirecopy(all);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.out, "");
    said_ = ran.err;
    return folder_.Path(name);
  }

  const TemporaryFolder folder_;
  const std::string lines_ = OutletLines();  // an outlet that repeats itself
  const std::string news_ = folder_.Write("news.jsonl", lines_);
  std::string said_;
};

TEST_F(LearnTest, SaysWhatWasLearntAndWritesTheSameBytesAgain) {
  const std::string first = ReadFile(Learnt("a", {news_}));
  EXPECT_EQ(first.substr(0, 8), "wcpyback");
  EXPECT_THAT(said_, AllOf(HasSubstr("wirecopy: learnt: "), HasSubstr(" stories; "),
                           HasSubstr("too low by at most 1;"), HasSubstr("wirecopy: read ")));
  EXPECT_EQ(ReadFile(Learnt("b", {news_, "--threads", "1"})), first);
  Learnt("c", {news_, "--min-stories", "4"});
  EXPECT_THAT(said_, HasSubstr("too low by at most 3;"));
}

TEST_F(LearnTest, MergesWithItsErrorStated) {
  const std::string a = Learnt("a", {news_});
  const std::string b = Learnt("b", {news_, "--min-stories", "3"});
  Learnt("both", {"--merge", a, b});
  EXPECT_THAT(said_, HasSubstr("too low by at most 3;"));  // 1 and 2
  const std::string merged = ReadFile(folder_.Path("both"));
  Learnt("swapped", {"--merge", b, a});
  EXPECT_EQ(ReadFile(folder_.Path("swapped")), merged);
  Learnt("more", {news_, "--merge", b});
  EXPECT_EQ(ReadFile(folder_.Path("more")), merged);
}

TEST_F(LearnTest, ARunUsesItNamesItAndCanWriteItsOwn) {
  const std::string file = Learnt("a.zst", {news_});
  const auto cluster = [&](const std::vector<std::string>& words) {
    std::vector<std::string> all = {"cluster", news_, "-f", "jsonl"};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = RunWirecopy(all);
    EXPECT_EQ(ran.status, 0) << ran.err;
    return ran.out;
  };
  const auto fingerprint = [](const std::string& stories) {
    return stories.substr(stories.find("\"background\":"), 32);
  };
  EXPECT_NE(fingerprint(cluster({"--background", file})), fingerprint(cluster({})));
  EXPECT_NE(fingerprint(cluster({"--background", "none"})), fingerprint(cluster({})));
  EXPECT_EQ(cluster({"--background", "default"}), cluster({}));
  cluster({"--save-background", folder_.Path("saved")});
  EXPECT_EQ(ReadFile(folder_.Path("saved")), ReadFile(Learnt("a", {news_})));
}

TEST_F(LearnTest, SkippedRecordsAreToldByTheStatus) {
  const std::string bad = folder_.Write("bad.jsonl", lines_ + "no json\n");
  const Ran ran = RunWirecopy({"learn", bad, "-o", folder_.Path("x")});
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ReadFile(folder_.Path("x")), ReadFile(Learnt("y", {news_})));
}

struct Refused {
  const char* name;
  std::vector<std::string> words;
  std::string says;
};

TEST_F(LearnTest, WhatCannotBeDoneIsSaid) {
  const std::string good = Learnt("good", {news_});
  const std::string bytes = ReadFile(good);
  const std::string cut = folder_.Write("cut", bytes.substr(0, bytes.size() - 3));
  const std::string text = folder_.Write("text", std::string(300, 'x'));
  std::string old = bytes;
  old[12] = 77;
  const std::string other = folder_.Write("other", old);
  const std::string out = folder_.Path("out");
  const std::vector<Refused> rows = {
      {"no input", {"learn", "-o", out}, "nothing to learn"},
      {"no output", {"learn", news_}, "-o FILE is missing"},
      {"a missing file", {"cluster", news_, "--background", out}, "out: "},
      {"cut off", {"cluster", news_, "--background", cut}, "cut: the background is cut off"},
      {"a text", {"plan", "--background", text}, "text: this is no background"},
      {"other shingles", {"plan", "--background", other}, "shingles of version 77"},
      {"merge of a text", {"learn", "-o", out, "--merge", text}, "text: this is no background"},
      {"replaced", {"learn", news_, "-o", good, "--merge", good}, "would replace an input"},
      {"nothing learnt",
       {"cluster", news_, "--verify", "sketch", "--save-background", out},
       "learns nothing"},
  };
  for (const Refused& row : rows) {
    const Ran ran = RunWirecopy(row.words);
    EXPECT_EQ(ran.status, 2) << row.name;
    EXPECT_EQ(ran.out, "") << row.name;
    EXPECT_THAT(ran.err, HasSubstr(row.says)) << row.name;
  }
  for (const std::string& name : folder_.Names()) EXPECT_NE(name, "out");
  EXPECT_EQ(ReadFile(good), bytes);
}

}  // namespace
}  // namespace wirecopy
