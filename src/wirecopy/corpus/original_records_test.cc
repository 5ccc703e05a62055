#include "wirecopy/corpus/original_records.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {
namespace {

TEST(OriginalRecordsTest, ReadsLinesAndTexts) {
  const TestFolder folder;
  OriginalRecords originals({{folder.Write("a.jsonl", "first\nsecond\n"), InputKind::kLines, 13},
                             {folder.Write("b.txt", "The \"tide\"\n"), InputKind::kText, 11}});
  std::string line = "left over";
  ASSERT_TRUE(originals.Get({0, true, 2, 6, 6}, &line).ok());
  EXPECT_EQ(line, "second");
  ASSERT_TRUE(originals.Get({1, true, 1, 0, 11}, &line).ok());
  EXPECT_EQ(line, "{\"id\":\"" + folder.At("b.txt") + "\",\"text\":\"The \\\"tide\\\"\\n\"}");
  ASSERT_TRUE(originals.Get({0, true, 3, 13, 0}, &line).ok());
  EXPECT_EQ(line, "");
}

TEST(OriginalRecordsTest, AFileThatShrankIsDataLoss) {
  const TestFolder folder;
  const std::string path = folder.Write("a.jsonl", "first\nsecond\n");
  OriginalRecords originals({{path, InputKind::kLines, 13}});
  std::filesystem::resize_file(path, 8);
  std::string line;
  const absl::Status status = originals.Get({0, true, 2, 6, 6}, &line);
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(status.message(), path + " changed while it was read: line 2 is gone");
}

TEST(OriginalRecordsTest, AFileThatIsGoneIsNotFound) {
  OriginalRecords originals({{"/nonexistent/a.jsonl", InputKind::kLines, 13}});
  std::string line;
  EXPECT_EQ(originals.Get({0, true, 2, 6, 6}, &line).message(),
            "/nonexistent/a.jsonl cannot be read again: No such file or directory");
}

}  // namespace
}  // namespace wirecopy
