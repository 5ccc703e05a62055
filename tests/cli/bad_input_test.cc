// What the command says of input it cannot use, with which status, and that nothing is lost in
// silence.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <ostream>
#include <thread>

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
        BadLine{"words_behind_it", R"({"id":"a","text":"b"} trailing)", "text follows the object",
                3, "1 skipped (1 not-json)"},
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

// A folder with a good file and, found beside it, one that cannot be used.
struct FoundFile {
  std::string name;
  std::function<void(const std::string& path)> make;
  std::string says;
  std::string counted;
};
void PrintTo(const FoundFile& row, std::ostream* out) { *out << row.name; }

class FoundFileTest : public testing::TestWithParam<FoundFile> {};

TEST_P(FoundFileTest, IsNamedCountedAndTheRunGoesOn) {
  const TemporaryFolder folder;
  folder.Write("in/good.jsonl", kGood + Record("good-2", "乙报", "2026-05-02", kBridge));
  const std::string bad = folder.Path("in/zz.jsonl");
  GetParam().make(bad);
  const std::string summary = folder.Path("summary.json");
  for (const std::string& input : {folder.Path("in"), folder.Path("in/*")}) {
    const Ran ran = RunWirecopy({"cluster", input, "-f", "jsonl", "--summary", summary});
    EXPECT_EQ(ran.status, 3) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(absl::StrCat("wirecopy: ", bad, ": ", GetParam().says)));
    EXPECT_THAT(ran.err, HasSubstr("files not read, or not to their end: " + GetParam().counted));
    EXPECT_THAT(ran.out, HasSubstr("good-2"));
    EXPECT_THAT(ReadFile(summary), HasSubstr("\"file_problems_by_reason\":{\"" +
                                             GetParam().counted.substr(2) + "\":1}"));
    EXPECT_EQ(RunWirecopy({"clean", input}).status, 3);
    EXPECT_EQ(RunWirecopy({"cluster", input, "--strict"}).status, 2);
    EXPECT_EQ(RunWirecopy({"dedup", folder.Path("in/good.jsonl"), "--against", input}).status, 2);
  }
}

void Link(const std::string& target, const std::string& path) {
  ASSERT_EQ(symlink(target.c_str(), path.c_str()), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Table, FoundFileTest,
    testing::Values(FoundFile{"endless_device", [](const auto& path) { Link("/dev/zero", path); },
                              "is a device", "1 not-a-file"},
                    FoundFile{"pipe",
                              [](const auto& path) { ASSERT_EQ(mkfifo(path.c_str(), 0600), 0); },
                              "is a pipe", "1 not-a-file"},
                    FoundFile{"dangling_link", [](const auto& path) { Link("nowhere", path); },
                              "is a link that leads nowhere", "1 unreadable"}),
    [](const auto& row) { return row.param.name; });

TEST(BadInput, AFolderOfNothingReadableIsNoResult) {
  const TemporaryFolder folder;
  folder.Write("in/readme.md", "");
  Link("nowhere", folder.Path("in/a.jsonl"));
  const Ran ran = RunWirecopy({"cluster", folder.Path("in")});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("no input could be read; nothing was written"));
  EXPECT_EQ(RunWirecopy({"cluster", folder.Path("in/a.jsonl")}).status, 2);
}

TEST(BadInput, APipeIsReadWhereItIsNamed) {
  const TemporaryFolder folder;
  const std::string pipe = folder.Path("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(pipe) << kGood; });
  const Ran ran = RunWirecopy({"cluster", pipe, "--singletons"});
  writer.join();
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("good-1"));
  EXPECT_EQ(RunWirecopy({"cluster", "/dev/stdin"}, {.input = kGood}).status, 0);
}

// One signal is enough, wherever the command is: in a line without end, or waiting for a pipe.
TEST(BadInput, OneSignalEndsWhatHasNoEnd) {
  const TemporaryFolder folder;
  const std::string pipe = folder.Path("pipe"), out = folder.Path("out");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const int silent = open(pipe.c_str(), O_RDWR | O_CLOEXEC);
  const std::string input[] = {"/dev/zero", pipe};
  const std::vector<std::string> commands[] = {{"cluster", "", "-o", out, "--max-text-bytes", "1K"},
                                               {"clean", ""},
                                               {"eval", "", "--gold", "/dev/null"}};
  for (const std::string& endless : input) {
    for (std::vector<std::string> words : commands) {
      words[1] = endless;
      RunningCommand run(words, -1, -1, folder.Path("err"));
      std::this_thread::sleep_for(std::chrono::milliseconds(150));
      kill(run.pid(), SIGTERM);
      EXPECT_EQ(run.Wait(), 143) << words[0] << " " << endless;
      EXPECT_THAT(folder.Names(), testing::ElementsAre("err", "pipe"));
    }
  }
  close(silent);
}

TEST(BadInput, IdsSharedWithTheReferencesAreCountedOnce) {
  const TemporaryFolder folder;
  std::string old, fresh;
  for (int i = 0; i < 30; ++i) {
    old += Record(absl::StrCat("n", i), "甲报", "", absl::StrCat("old text ", i));
    fresh += Record(absl::StrCat("n", i), "乙报", "", absl::StrCat("new text ", i));
  }
  fresh += Record("twice", "乙报", "", "one") + Record("twice", "乙报", "", "two");
  const Ran ran = RunWirecopy(
      {"dedup", folder.Write("fresh.jsonl", fresh), "--against", folder.Write("old.jsonl", old)});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.err, HasSubstr("30 ids stand both in the input and in --against"));
  EXPECT_THAT(ran.err, HasSubstr("\"twice#2\""));
  EXPECT_THAT(ran.err, Not(HasSubstr("\"n1#2\"")));
  EXPECT_THAT(ran.err, HasSubstr("warnings: 31 duplicate-id"));
  EXPECT_EQ(LinesOf(ran.err).size(), 4u) << ran.err;
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

// A file that breaks off or is damaged after some of its records, or before the first.
struct BrokenFile {
  std::string name;
  std::string path;  // its ending tells the compression
  std::function<std::string(std::string whole)> do_damage;
  std::string says;
};
void PrintTo(const BrokenFile& row, std::ostream* out) { *out << row.name; }

class BrokenFileTest : public testing::TestWithParam<BrokenFile> {
 protected:
  std::string Make() const {
    std::string lines;
    for (int i = 0; i < 3000; ++i)
      lines +=
          Record(absl::StrCat("t", i), "丙报", "", absl::StrCat("number ", i * 7919, " of many"));
    const std::string whole = ReadFile(folder_.WriteCompressed(GetParam().path, lines));
    return folder_.Write(GetParam().path, GetParam().do_damage(whole));
  }
  TemporaryFolder folder_;
};

TEST_P(BrokenFileTest, IsNoReference) {
  const std::string news = folder_.Write("news.jsonl", kGood);
  const std::string broken = Make();
  for (const std::string& reference : {broken, folder_.Path("*" + GetParam().path)}) {
    const Ran ran = RunWirecopy({"dedup", news, "--against", reference, "-o", folder_.Path("out"),
                                 "--drop", folder_.Path("drop")});
    EXPECT_EQ(ran.status, 2) << ran.err;
    EXPECT_THAT(ran.err,
                AllOf(HasSubstr(GetParam().says),
                      HasSubstr("not all of --against could be read; nothing was written")));
    EXPECT_EQ(folder_.Names().size(), 2u);
  }
}

std::string FirstHalf(std::string whole) { return whole.substr(0, whole.size() / 2); }
std::string FirstBytes(std::string whole) { return whole.substr(0, 24); }
std::string FlippedBit(std::string whole) {
  whole[whole.size() / 2] = static_cast<char>(whole[whole.size() / 2] ^ 4);
  return whole;
}

INSTANTIATE_TEST_SUITE_P(
    Table, BrokenFileTest,
    testing::Values(BrokenFile{"half_of_a_gz", "old.jsonl.gz", FirstHalf, "cut off"},
                    BrokenFile{"half_of_a_zst", "old.jsonl.zst", FirstHalf, "cut off"},
                    BrokenFile{"beginning_of_a_zst", "old.jsonl.zst", FirstBytes, "cut off"},
                    BrokenFile{"flipped_bit_in_a_gz", "old.jsonl.gz", FlippedBit, "damaged"},
                    BrokenFile{"flipped_bit_in_a_zst", "old.jsonl.zst", FlippedBit, "damaged"}),
    [](const auto& row) { return row.param.name; });

// Alone it is no result; beside a file that was read it is like a skipped record.
TEST(BadInput, AFileThatGaveNoRecordIsNoResultAlone) {
  const TemporaryFolder folder;
  const std::string good = folder.Write("good.jsonl", kGood);
  const std::string whole = ReadFile(folder.WriteCompressed("cut.jsonl.zst", kGood));
  const std::string inputs[] = {folder.Write("cut.jsonl.zst", whole.substr(0, 24)),
                                folder.Write("damaged.jsonl.zst", FlippedBit(whole)),
                                folder.Write("wide.jsonl", "\xff\xfe{\n"), folder.Path("c*.zst")};
  const size_t files = folder.Names().size();
  for (const std::string& input : inputs) {
    for (const char* command : {"cluster", "dedup", "pairs"}) {
      const Ran ran = RunWirecopy({command, input, "-o", folder.Path("out")});
      EXPECT_EQ(ran.status, 2) << command << " " << input << ": " << ran.err;
      EXPECT_THAT(ran.err, HasSubstr("no input could be read; nothing was written"));
      EXPECT_EQ(folder.Names().size(), files);
      EXPECT_EQ(RunWirecopy({command, input, good}).status, 3);
    }
  }
  EXPECT_EQ(RunWirecopy({"clean", inputs[0]}).status, 2);
  EXPECT_EQ(RunWirecopy({"clean", inputs[0], good}).status, 3);
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
