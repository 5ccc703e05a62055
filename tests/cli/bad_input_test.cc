// What the command says of input it cannot use, with which status, and that nothing is lost in
// silence.
#include <sys/stat.h>
#include <unistd.h>

#include <functional>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "command_runner.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "sample_news.h"

namespace wirecopy {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string kGood = Record("good-1", "甲报", "2026-05-01", kBridge);

struct BadLine {
  std::string name;
  std::string line;  // the second of three
  std::string says;  // on stderr, behind the place; empty: nothing
  int status = 3;
  std::string counted;  // in the sentence at the end
  int place = 2;        // the line that is named
};
void PrintTo(const BadLine& row, std::ostream* out) { *out << row.name; }

class BadLineTest : public testing::TestWithParam<BadLine> {};

TEST_P(BadLineTest, IsNamedAndCountedAndTheRunGoesOn) {
  const TemporaryFolder folder;
  const std::string path =
      folder.Write("news.jsonl", kGood + GetParam().line + "\n" +
                                     Record("good-2", "乙报", "2026-05-02", kBridge));
  const std::string rejects = folder.Path("rejects.jsonl");
  const Ran ran = RunWirecopy({"cluster", path, "-f", "jsonl", "--rejects", rejects});
  EXPECT_EQ(ran.status, GetParam().status) << ran.err;
  const std::string place = absl::StrCat("wirecopy: ", path, ":", GetParam().place, ": ");
  if (GetParam().says.empty()) {
    EXPECT_THAT(ran.err, Not(HasSubstr(place)));
  } else {
    EXPECT_THAT(ran.err, AllOf(HasSubstr(place), HasSubstr(GetParam().says)));
  }
  EXPECT_THAT(ran.err, HasSubstr(GetParam().counted));
  EXPECT_THAT(ran.out, AllOf(HasSubstr("good-1"), HasSubstr("good-2")));
  const std::vector<std::string> rejected = LinesOf(ReadFile(rejects));
  ASSERT_EQ(rejected.size(), GetParam().status == 3 ? 1u : 0u);
  if (!rejected.empty()) {
    EXPECT_THAT(rejected[0], HasSubstr("\"line\":2,"));
  }
}

TEST_P(BadLineTest, StopsAStrictRun) {
  if (GetParam().status != 3) GTEST_SKIP() << "the record is kept";
  const TemporaryFolder folder;
  const std::string path = folder.Write("news.jsonl", kGood + GetParam().line + "\n" + kGood);
  const Ran ran = RunWirecopy({"cluster", path, "--strict", "-o", folder.Path("out.txt")});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("news.jsonl:2: "), HasSubstr(GetParam().says)));
  EXPECT_THAT(folder.Names(), testing::ElementsAre("news.jsonl"));
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadLineTest,
    testing::Values(
        BadLine{"not_json", "<html>no</html>", "\"<html>no</html>\" is not JSON", 3,
                "1 skipped (1 not-json)"},
        BadLine{"truncated_json", R"({"id":"x","text":"half a)",
                "a string does not end; the line may be cut off", 3, "1 skipped (1 not-json)"},
        BadLine{"an_array", R"(["text"])", "is not a JSON object", 3,
                "1 skipped (1 not-an-object)"},
        BadLine{"no_text", R"({"id":"x","title":"only a title"})", "no \"text\" field", 3,
                "1 skipped (1 no-text)"},
        BadLine{"number_as_text", R"({"id":"x","text":42})", "\"text\" is a number", 3,
                "1 skipped (1 text-not-a-string)"},
        BadLine{"broken_utf8", "{\"id\":\"x\",\"text\":\"\xc3\x28\"}",
                "byte 19 of the line, 0xc3, is not UTF-8", 3, "1 skipped (1 bad-utf8)"},
        BadLine{"over_the_cap", R"({"id":"x","text":")" + std::string(17 << 20, 'a') + "\"}",
                "the text has 17,825,792 bytes; at most 16,777,216 are read", 3,
                "1 skipped (1 too-long)"},
        BadLine{"lone_surrogate", R"({"id":"x","text":"smile \ud83d end"})", "", 0, "0 skipped"},
        BadLine{"bad_date", R"({"id":"x","text":"short","published":"the day before"})",
                "\"the day before\" is not a date", 0, "warnings: 1 bad-date"},
        BadLine{"duplicate_id", R"({"id":"good-1","text":"another text"})",
                "this one is read as \"good-1#2\"", 0, "warnings: 1 duplicate-id", 1}),
    [](const auto& row) { return row.param.name; });

TEST(BadInput, OnlyTheFirstOfAReasonAreShown) {
  const TemporaryFolder folder;
  std::string lines = kGood;
  for (int i = 0; i < 332; ++i) lines += "{\"id\":\"n\"}\n";
  const Ran ran = RunWirecopy({"cluster", folder.Write("news.jsonl", lines)});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.err, HasSubstr("news.jsonl:21: "));
  EXPECT_THAT(ran.err, Not(HasSubstr("news.jsonl:22: ")));
  EXPECT_THAT(ran.err, HasSubstr("… and 312 more no-text: --rejects FILE lists them"));
  EXPECT_THAT(ran.err,
              HasSubstr("read 333 records from 1 file: 1 kept, 332 skipped (332 no-text)"));
}

TEST(BadInput, ALongTextIsReadWhereTheCapAllowsIt) {
  const TemporaryFolder folder;
  std::string text;
  while (text.size() < (20u << 20)) text += "words and more words ";
  const std::string path = folder.Write("news.jsonl", Record("long", "甲报", "", text));
  EXPECT_EQ(RunWirecopy({"cluster", path}).status, 3);
  EXPECT_EQ(RunWirecopy({"cluster", path, "--max-text-bytes", "64M"}).status, 0);
}

struct BadFile {
  std::string name;
  std::function<std::string(const TemporaryFolder&)> make;  // returns the input
  int status = 2;
  std::string says;
};
void PrintTo(const BadFile& row, std::ostream* out) { *out << row.name; }

class BadFileTest : public testing::TestWithParam<BadFile> {};

TEST_P(BadFileTest, IsNamedAndTheOthersAreRead) {
  const TemporaryFolder folder;
  const std::string good =
      folder.Write("good.jsonl", kGood + Record("good-2", "乙报", "2026-05-02", kBridge));
  const std::string bad = GetParam().make(folder);
  const Ran ran = RunWirecopy({"cluster", bad, good, "-f", "jsonl"});
  EXPECT_EQ(ran.status, GetParam().status) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr(absl::StrCat("wirecopy: ", bad)));
  EXPECT_THAT(ran.err, HasSubstr(GetParam().says));
  EXPECT_THAT(ran.out, HasSubstr("good-2"));
}

std::string Truncated(const TemporaryFolder& folder, const std::string& name) {
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines +=
        Record(absl::StrCat("t", i), "丙报", "", absl::StrCat("number ", i * 7919, " of many"));
  }
  const std::string whole = ReadFile(folder.WriteCompressed(name, lines));
  return folder.Write(name, whole.substr(0, whole.size() / 2));
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadFileTest,
    testing::Values(
        BadFile{"not_there", [](const auto& f) { return f.Path("nowhere.jsonl"); }, 2,
                "No such file or directory"},
        BadFile{"empty", [](const auto& f) { return f.Write("empty.jsonl", ""); }, 0,
                "the file is empty"},
        BadFile{"truncated_gz", [](const auto& f) { return Truncated(f, "cut.jsonl.gz"); }, 3,
                "cut off"},
        BadFile{"truncated_zst", [](const auto& f) { return Truncated(f, "cut.jsonl.zst"); }, 3,
                "cut off"},
        BadFile{"utf16", [](const auto& f) { return f.Write("wide.jsonl", "\xff\xfe{\0}\0"); }, 3,
                "UTF-16"},
        BadFile{"no_articles",
                [](const auto& f) {
                  f.Write("folder/picture.png", "x");
                  return f.Path("folder");
                },
                2, "the folder holds no"},
        BadFile{"read_error", [](const auto&) { return std::string("/proc/self/mem"); }, 2,
                "Input/output error"},
        BadFile{"no_match", [](const auto& f) { return f.Path("*.nothing"); }, 2,
                "no file matches"}),
    [](const auto& row) { return row.param.name; });

TEST(BadInput, AnUnreadableFile) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads every file";
  const TemporaryFolder folder;
  const std::string path = folder.Write("secret.jsonl", kGood);
  chmod(path.c_str(), 0);
  const Ran ran = RunWirecopy({"cluster", path});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("secret.jsonl: cannot be opened: Permission denied"));
}

TEST(BadInput, NothingIsWrittenWhereNothingCouldBeRead) {
  const TemporaryFolder folder;
  const Ran ran = RunWirecopy({"cluster", folder.Path("nowhere.jsonl"), "-o", folder.Path("out")});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("no input could be read; nothing was written"));
  EXPECT_THAT(folder.Names(), IsEmpty());
}

TEST(BadInput, DedupDoesNotGoOnWithoutItsReferences) {
  const TemporaryFolder folder;
  const std::string news = folder.Write("news.jsonl", kGood);
  const Ran ran = RunWirecopy({"dedup", news, "--against", folder.Path("octobre.jsonl")});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("not all of --against could be read"));
}

TEST(BadInput, MessagesCannotMoveTheCursor) {
  const TemporaryFolder folder;
  const Ran ran = RunWirecopy({"cluster", folder.Path("a\x1b[2Jb.jsonl")});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, Not(HasSubstr("\x1b")));
  EXPECT_THAT(ran.err, HasSubstr("a\\x1b[2Jb.jsonl"));
}

}  // namespace
}  // namespace wirecopy
