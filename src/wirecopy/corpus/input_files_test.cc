#include "wirecopy/corpus/input_files.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>

#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {
namespace {

std::vector<std::string> PathsOf(const TestFolder& folder, const std::vector<std::string>& inputs) {
  std::vector<std::string> paths;
  for (const InputFile& file : FindInputFiles(inputs).files) {
    const bool is_below = file.path.starts_with(folder.path() + "/");
    paths.push_back(is_below ? file.path.substr(folder.path().size() + 1) : file.path);
  }
  return paths;
}

TEST(InputFilesTest, TakesTheArticlesOfAFolderInOrder) {
  const TestFolder folder;
  for (const char* name :
       {"b.jsonl", "a/z.ndjson", "a/y.jsonl.gz", "a/b/c.json.zst", "a-b.jsonl.zst", "c.txt",
        "d.json", "e.txt.gz", "readme.md", "package.json", ".gz", "f.gz", "g.JSONL"}) {
    folder.Write(name, "x");
  }
  EXPECT_EQ(PathsOf(folder, {folder.path()}),
            (std::vector<std::string>{"a-b.jsonl.zst", "a/b/c.json.zst", "a/y.jsonl.gz",
                                      "a/z.ndjson", "b.jsonl", "c.txt", "e.txt.gz"}));
}

TEST(InputFilesTest, KeepsTheOrderOfTheInputs) {
  const TestFolder folder;
  folder.Write("a/1.jsonl", "x");
  const std::string b = folder.Write("b.weird", "xyz");
  EXPECT_EQ(PathsOf(folder, {b, "-", folder.At("a"), folder.At("missing.jsonl")}),
            (std::vector<std::string>{"b.weird", "-", "a/1.jsonl", "missing.jsonl"}));
  EXPECT_EQ(FindInputFiles(std::vector<std::string>{b}).files[0].size_bytes, 3u);
}

TEST(InputFilesTest, ATextFileIsAnArticle) {
  const TestFolder folder;
  for (const auto& [name, kind] :
       std::vector<std::pair<const char*, InputKind>>{{"a.txt", InputKind::kText},
                                                      {"a.txt.gz", InputKind::kText},
                                                      {"a.txt.zst", InputKind::kText},
                                                      {"b.jsonl", InputKind::kLines},
                                                      {"b.jsonl.gz", InputKind::kLines},
                                                      {"txt.gz", InputKind::kLines}}) {
    const InputFiles found = FindInputFiles(std::vector<std::string>{folder.Write(name, "x")});
    EXPECT_EQ(found.files[0].kind, kind) << name;
  }
}

// "reason path: message" of what was found in the folder; "named" before what was named.
std::vector<std::string> ProblemsOf(const TestFolder& folder, const InputFiles& found) {
  std::vector<std::string> problems;
  for (const RecordProblem& problem : found.problems) {
    problems.push_back((problem.was_found ? "" : "named ") + problem.reason + " " +
                       problem.file.substr(folder.path().size() + 1) + ": " + problem.message);
  }
  return problems;
}

TEST(InputFilesTest, OnlyRegularFilesAreTakenUnnamed) {
  const TestFolder folder;
  folder.Write("in/a.jsonl", "x");
  ASSERT_EQ(mkfifo(folder.At("in/b.jsonl").c_str(), 0600), 0);
  namespace fs = std::filesystem;
  fs::create_symlink("/dev/zero", folder.At("in/c.jsonl"));
  fs::create_symlink("nowhere", folder.At("in/d.jsonl"));
  fs::create_symlink("e.jsonl", folder.At("in/e.jsonl"));
  fs::create_symlink("a.jsonl", folder.At("in/f.jsonl"));
  const std::string refused = ", which is read only where it is named itself";
  for (const char* input : {"in", "in/*", "i*"}) {
    const InputFiles found = FindInputFiles(std::vector<std::string>{folder.At(input)});
    EXPECT_EQ(PathsOf(folder, {folder.At(input)}),
              (std::vector<std::string>{"in/a.jsonl", "in/f.jsonl"}));
    EXPECT_EQ(ProblemsOf(folder, found),
              (std::vector<std::string>{
                  "not-a-file in/b.jsonl: is a pipe" + refused,
                  "not-a-file in/c.jsonl: is a device" + refused,
                  "unreadable in/d.jsonl: is a link that leads nowhere",
                  "unreadable in/e.jsonl: cannot be opened: Too many levels of symbolic links"}))
        << input;
  }
  EXPECT_EQ(PathsOf(folder, {folder.At("in/b.jsonl"), folder.At("in/c.jsonl")}),
            (std::vector<std::string>{"in/b.jsonl", "in/c.jsonl"}));
}

TEST(InputFilesTest, TheOutputIsNotReadWhereItIsFound) {
  const TestFolder folder;
  folder.Write("in/a.jsonl", "x");
  const std::string path = folder.Write("in/b.jsonl", "");
  const int output = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  const InputFiles found = FindInputFiles(std::vector<std::string>{folder.At("in")}, {output});
  close(output);
  ASSERT_EQ(found.files.size(), 1u);
  ASSERT_EQ(ProblemsOf(folder, found),
            (std::vector<std::string>{"is-output in/b.jsonl: is not read: the output goes there"}));
  EXPECT_FALSE(found.problems[0].skipped);
}

TEST(InputFilesTest, ARaisedFlagEndsTheSearch) {
  const TestFolder folder;
  folder.Write("a.jsonl", "x");
  const std::atomic<bool> cancelled = true;
  EXPECT_TRUE(
      FindInputFiles(std::vector<std::string>{folder.path()}, {-1, &cancelled}).files.empty());
}

TEST(InputFilesTest, GlobsAreSortedAndGiveWayToNames) {
  const TestFolder folder;
  for (const char* name : {"b1.jsonl", "b2.jsonl", "B3.jsonl", "c.jsonl", "d/e.jsonl"}) {
    folder.Write(name, "x");
  }
  EXPECT_EQ(PathsOf(folder, {folder.At("[bB]?.jsonl")}),
            (std::vector<std::string>{"B3.jsonl", "b1.jsonl", "b2.jsonl"}));
  EXPECT_EQ(PathsOf(folder, {folder.At("d*")}), (std::vector<std::string>{"d/e.jsonl"}));
  folder.Write("[bB]?.jsonl", "x");
  EXPECT_EQ(PathsOf(folder, {folder.At("[bB]?.jsonl")}), (std::vector<std::string>{"[bB]?.jsonl"}));
}

TEST(InputFilesTest, NamesWhatHoldsNothing) {
  const TestFolder folder;
  folder.Write("empty/readme.md", "x");
  const InputFiles found =
      FindInputFiles(std::vector<std::string>{folder.At("empty"), folder.At("*.nothing")});
  EXPECT_TRUE(found.files.empty());
  ASSERT_EQ(found.problems.size(), 2u);
  EXPECT_EQ(found.problems[0].reason, "no-articles");
  EXPECT_EQ(found.problems[0].file, folder.At("empty"));
  EXPECT_EQ(found.problems[0].message,
            "the folder holds no *.jsonl, *.ndjson or *.txt (also .gz, .zst)");
  EXPECT_EQ(found.problems[1].reason, "unreadable");
  EXPECT_EQ(found.problems[1].message, "no file matches the pattern");
}

TEST(InputFilesTest, LinksToFoldersAreNotFollowed) {
  const TestFolder folder;
  folder.Write("a/1.jsonl", "x");
  std::filesystem::create_directory_symlink(folder.path(), folder.At("a/loop"));
  EXPECT_EQ(PathsOf(folder, {folder.path()}), (std::vector<std::string>{"a/1.jsonl"}));
}

TEST(InputFilesTest, AFolderThatCannotBeReadIsNamed) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads every folder";
  const TestFolder folder;
  folder.Write("a.jsonl", "x");
  folder.Write("locked/b.jsonl", "x");
  chmod(folder.At("locked").c_str(), 0);
  const InputFiles found = FindInputFiles(std::vector<std::string>{folder.path()});
  chmod(folder.At("locked").c_str(), 0700);
  EXPECT_EQ(found.files.size(), 1u);
  ASSERT_EQ(found.problems.size(), 1u);
  EXPECT_EQ(found.problems[0].reason, "unreadable");
}

}  // namespace
}  // namespace wirecopy
