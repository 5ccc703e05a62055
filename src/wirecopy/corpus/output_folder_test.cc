#include "wirecopy/corpus/output_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(OutputFolderTest, AppearsOnlyWithCommit) {
  const TestFolder folder;
  const std::string path = folder.At("report");
  {
    auto out = OutputFolder::Create(path + "/");
    ASSERT_TRUE(out.ok()) << out.status();
    ASSERT_TRUE((*out)->Append("index.html", "one ").ok());
    ASSERT_TRUE((*out)->Write("parts/a.js", "a").ok());
    ASSERT_TRUE((*out)->Append("index.html", "two").ok());
    EXPECT_FALSE(std::filesystem::exists(path));
    ASSERT_TRUE((*out)->Commit().ok());
  }
  EXPECT_THAT(folder.Names(), ElementsAre("report"));
  EXPECT_EQ(BytesOf(path + "/index.html"), "one two");
  EXPECT_EQ(BytesOf(path + "/parts/a.js"), "a");
}

TEST(OutputFolderTest, LeavesNothingWithoutCommit) {
  const TestFolder folder;
  {
    auto out = OutputFolder::Create(folder.At("report"));
    ASSERT_TRUE(out.ok());
    ASSERT_TRUE((*out)->Write("parts/a.js", "a").ok());
    ASSERT_TRUE((*out)->Append("index.html", "b").ok());
  }
  EXPECT_THAT(folder.Names(), IsEmpty());
}

TEST(OutputFolderTest, ReplacesAnEmptyFolderOnly) {
  const TestFolder folder;
  std::filesystem::create_directory(folder.At("empty"));
  folder.Write("full/file", "kept");
  folder.Write("file", "kept");
  auto out = OutputFolder::Create(folder.At("empty"));
  ASSERT_TRUE(out.ok());
  ASSERT_TRUE((*out)->Write("a", "a").ok());
  ASSERT_TRUE((*out)->Commit().ok());
  EXPECT_EQ(BytesOf(folder.At("empty/a")), "a");
  EXPECT_THAT(OutputFolder::Create(folder.At("full")).status().message(),
              HasSubstr("it is there already"));
  EXPECT_THAT(OutputFolder::Create(folder.At("file")).status().message(), HasSubstr("no folder"));
  EXPECT_FALSE(OutputFolder::Create(folder.At("not/there")).ok());
  EXPECT_FALSE(OutputFolder::Create("").ok());
  EXPECT_EQ(BytesOf(folder.At("full/file")), "kept");
}

}  // namespace
}  // namespace wirecopy
