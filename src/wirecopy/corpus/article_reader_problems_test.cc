// What becomes of records and files that cannot be read.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <vector>

#include "wirecopy/base/string_bridge.h"
#include "wirecopy/corpus/article_reader.h"
#include "wirecopy/corpus/made_reading_test.h"
#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {
namespace {

TEST(ArticleReaderTest, NamesEveryBadRecordAndGoesOn) {
  struct Row {
    std::string_view name;
    std::string bad;
    std::string problem;
  };
  const Row rows[] = {
      {"not JSON", "hello",
       "not-json news.jsonl:2: \"hello\" is not JSON: a value, comma or colon is missing or "
       "misplaced; "
       "one object a line is expected"},
      {"cut off", "{\"text\":\"The fe",
       "not-json news.jsonl:2: \"{\\\"text\\\":\\\"The fe\" is not JSON: a string does not end; "
       "the line may be "
       "cut off; one object a line is expected"},
      {"no text", "{\"id\":\"x\"}", "no-text news.jsonl:2: no \"text\" field"},
      {"text is null", "{\"text\":null}",
       "no-text news.jsonl:2: \"text\" is null; a string is expected"},
      {"a number as text", "{\"text\":7}",
       "text-not-a-string news.jsonl:2: \"text\" is a number, 7; a string is expected"},
      {"broken UTF-8", "{\"text\":\"\xbb\xe1\"}",
       "bad-utf8 news.jsonl:2: byte 10 of the line, 0xbb, is not UTF-8; convert the file to UTF-8 "
       "or mend "
       "the line"},
      {"not an object", "[1]",
       "not-an-object news.jsonl:2: \"[1]\" is not a JSON object; one object {\"text\": ...} a "
       "line is "
       "expected"},
      {"NUL bytes", std::string(3, '\0'),
       "not-json news.jsonl:2: \"\\x00\\x00\\x00\" is not JSON: a value, comma or colon is missing "
       "or "
       "misplaced; one object a line is expected"},
  };
  const TestFolder folder;
  for (const Row& row : rows) {
    const std::string path =
        folder.Write("news.jsonl", "{\"id\":\"a\",\"text\":\"a\"}\n" + row.bad +
                                       "\n{\"id\":\"b\",\"text\":\"b\"}\n");
    const Reading reading = ReadFile(folder, path);
    EXPECT_EQ(reading.problems, Strings{row.problem}) << row.name;
    EXPECT_EQ(reading.raw, Strings{row.bad}) << row.name;
    EXPECT_EQ(IdsOf(reading), (Strings{"a", "b"})) << row.name;
    EXPECT_EQ(reading.counts.records, 3u);
    EXPECT_EQ(reading.counts.kept, 2u);
    EXPECT_EQ(reading.counts.skipped, 1u);
    const std::string reason = row.problem.substr(0, row.problem.find(' '));
    EXPECT_EQ(reading.counts.skipped_by_reason, (std::map<std::string, uint64_t>{{reason, 1}}));

    ReaderOptions strict;
    strict.inputs = {path};
    strict.strict = true;
    const Reading stopped = Read(folder, strict);
    EXPECT_EQ(stopped.status.code(), absl::StatusCode::kDataLoss) << row.name;
    EXPECT_EQ(reason + " " + Without(std::string(stopped.status.message()), folder.path() + "/"),
              row.problem);
  }
}

TEST(ArticleReaderTest, ABadDateIsAWarning) {
  const TestFolder folder;
  const Reading reading = ReadFile(
      folder, folder.Write("news.jsonl", "{\"id\":\"a\",\"text\":\"\",\"date\":\"soon\"}\n"));
  ASSERT_EQ(reading.problems.size(), 1u);
  EXPECT_TRUE(
      reading.problems[0].starts_with("warning bad-date news.jsonl:1: \"soon\" is not a date;"));
  EXPECT_EQ(reading.counts.kept, 1u);
  EXPECT_EQ(reading.counts.warnings_by_reason, (std::map<std::string, uint64_t>{{"bad-date", 1}}));
  ReaderOptions strict;
  strict.inputs = {folder.At("news.jsonl")};
  strict.strict = true;
  EXPECT_TRUE(Read(folder, strict).status.ok());
}

struct FileRow {
  std::string_view name;
  std::string bytes;
  std::string problem;
  size_t articles;
};

TEST(ArticleReaderTest, NamesFilesThatAreNotReadToTheirEnd) {
  const TestFolder folder;
  std::string lines;
  for (int i = 0; i < 2000; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + std::to_string(i * 7919 % 1000) +
             "\"}\n";
  }
  const std::string gzip = Gzip(lines), zstd = Zstd(lines);
  const FileRow rows[] = {
      {"cut.jsonl.gz", gzip.substr(0, gzip.size() - 4),
       "truncated cut.jsonl.gz: ends in the middle of its gzip data; it was cut off", 2000},
      {"cut.jsonl.zst", zstd.substr(0, zstd.size() - 2),
       "truncated cut.jsonl.zst: ends in the middle of its zstd data; it was cut off", 2000},
      {"tail.jsonl.gz", gzip + "tail",
       "damaged tail.jsonl.gz: bytes that are not gzip follow the end of its gzip data", 2000},
      {"empty.jsonl", "", "warning empty-file empty.jsonl: the file is empty", 0},
      {"empty.jsonl.gz", Gzip(""), "warning empty-file empty.jsonl.gz: the file is empty", 0},
      {"utf16.jsonl", std::string("\xff\xfe{\0\"\0\n\0", 8),
       "not-utf8 utf16.jsonl: the file is UTF-16; convert it to UTF-8", 0},
  };
  for (const FileRow& row : rows) {
    const Reading reading = ReadFile(folder, folder.Write(row.name, row.bytes));
    EXPECT_EQ(reading.problems, Strings{row.problem}) << row.name;
    EXPECT_EQ(reading.articles.size(), row.articles) << row.name;
    EXPECT_EQ(reading.counts.skipped, 0u) << row.name;
  }
  const Reading half =
      ReadFile(folder, folder.Write("half.jsonl.gz", gzip.substr(0, gzip.size() / 2)));
  EXPECT_GT(half.articles.size(), 500u);
  ASSERT_FALSE(half.problems.empty());
  EXPECT_TRUE(half.problems.back().starts_with("truncated half.jsonl.gz: "));
}

TEST(ArticleReaderTest, InputsThatAreNotThereAreNamed) {
  const TestFolder folder;
  folder.Write("good.jsonl", kTwoLines);
  folder.Write("none/readme.md", "");
  ReaderOptions options;
  options.inputs = {folder.At("missing.jsonl"), folder.At("none"), folder.At("*.nothing"),
                    folder.At("good.jsonl")};
  const Reading reading = Read(folder, options);
  EXPECT_EQ(
      reading.problems,
      (Strings{"no-articles none: the folder holds no *.jsonl, *.ndjson or *.txt (also .gz, .zst)",
               "unreadable *.nothing: no file matches the pattern",
               "unreadable missing.jsonl: cannot be opened: No such file or directory"}));
  EXPECT_EQ(reading.articles.size(), 2u);
  EXPECT_EQ(reading.counts.file_problems_by_reason,
            (std::map<std::string, uint64_t>{{"no-articles", 1}, {"unreadable", 2}}));
}

TEST(ArticleReaderTest, ARaisedFlagEndsTheReadingAndIsNoProblem) {
  const TestFolder folder;
  std::atomic<bool> cancelled = false;
  ReaderOptions options;
  options.inputs = {folder.Write("a.jsonl", kTwoLines), "/dev/zero"};
  options.source.cancelled = &cancelled;
  options.batch_records = 2;
  int problems = 0;
  options.on_problem = [&](const RecordProblem&, std::string_view) {
    ++problems;
    cancelled = true;  // at the line that is too long
  };
  options.record.max_text_bytes = 1000;
  const auto reader = ArticleReader::Create(options);
  std::vector<ReadArticle> batch;
  EXPECT_TRUE(*(*reader)->Next(&batch));
  EXPECT_EQ((*reader)->Next(&batch).status().code(), absl::StatusCode::kCancelled);
  EXPECT_EQ((*reader)->Next(&batch).status().code(), absl::StatusCode::kCancelled);
  EXPECT_EQ(problems, 1);
}

TEST(ArticleReaderTest, AFiftyMegabyteTextNeedsALargerCap) {
  const TestFolder folder;
  const std::string path = folder.Write(
      "big.jsonl", "{\"id\":\"a\",\"text\":\"" + std::string(50000000, 'x') + "\"}\n" + kTwoLines);
  ReaderOptions options;
  options.inputs = {path};
  Reading reading = Read(folder, options);
  EXPECT_EQ(
      reading.problems,
      Strings{"too-long big.jsonl:1: the text has 50,000,000 bytes; at most 16,777,216 are read "
              "(max-text-bytes)"});
  EXPECT_EQ(reading.raw[0].size(), LineReader::kBeginningBytes);
  EXPECT_EQ(reading.articles.size(), 2u);

  options.record.max_text_bytes = size_t{1} << 20;  // the line alone is too long now
  reading = Read(folder, options);
  EXPECT_EQ(
      reading.problems,
      Strings{
          "too-long big.jsonl:1: the line has more than 3,211,264 bytes, too many for a text of "
          "at most 1,048,576 (max-text-bytes)"});
  EXPECT_EQ(reading.raw[0].size(), LineReader::kBeginningBytes);
  EXPECT_EQ(reading.articles.size(), 2u);

  options.record.max_text_bytes = size_t{64} << 20;
  reading = Read(folder, options);
  EXPECT_TRUE(reading.problems.empty());
  EXPECT_EQ(reading.articles[0].article.text.size(), 50000000u);
}

}  // namespace
}  // namespace wirecopy
