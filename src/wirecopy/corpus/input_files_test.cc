#include "wirecopy/corpus/input_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

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
                                      "a/z.ndjson", "b.jsonl", "c.txt"}));
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
  const std::vector<std::string> inputs = {folder.Write("a.txt", "x"),
                                           folder.Write("b.jsonl", "x")};
  const InputFiles found = FindInputFiles(inputs);
  EXPECT_EQ(found.files[0].kind, InputKind::kText);
  EXPECT_EQ(found.files[1].kind, InputKind::kLines);
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
            "the folder holds no *.jsonl or *.ndjson (also .gz, .zst) and no *.txt");
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
