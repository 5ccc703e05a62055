#include "wirecopy/corpus/article_reader.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "wirecopy/base/string_bridge.h"
#include "wirecopy/corpus/original_records.h"
#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {
namespace {

// Everything a reading gave.
struct Reading {
  std::vector<ReadArticle> articles;
  std::vector<std::string> problems;  // "reason file:line: message", the folder's path left out
  std::vector<std::string> raw;
  ReadingCounts counts;
  absl::Status status;
};

std::string Without(std::string text, const std::string& part) {
  for (size_t at; (at = text.find(part)) != std::string::npos;) text.erase(at, part.size());
  return text;
}

Reading Read(const TestFolder& folder, ReaderOptions options) {
  Reading reading;
  options.on_problem = [&](const RecordProblem& problem, std::string_view raw) {
    reading.problems.push_back((problem.skipped ? "" : "warning ") + problem.reason + " " +
                               Without(FormatProblem(problem), folder.path() + "/"));
    reading.raw.emplace_back(raw);
  };
  auto reader = ArticleReader::Create(std::move(options));
  EXPECT_TRUE(reader.ok()) << reader.status();
  std::vector<ReadArticle> batch;
  for (;;) {
    const auto more = (*reader)->Next(&batch);
    reading.counts = (*reader)->counts();
    if (!more.ok()) {
      reading.status = more.status();
      return reading;
    }
    if (!*more) return reading;
    for (ReadArticle& read : batch) reading.articles.push_back(std::move(read));
  }
}

Reading ReadFile(const TestFolder& folder, const std::string& path) {
  ReaderOptions options;
  options.inputs = {path};
  options.keep_lines = true;
  return Read(folder, options);
}

using Strings = std::vector<std::string>;

Strings IdsOf(const Reading& reading) {
  Strings ids;
  for (const ReadArticle& read : reading.articles) ids.push_back(read.article.id);
  return ids;
}

const char kTwoLines[] =
    "{\"id\":\"a\",\"text\":\"The ferry left late.\",\"url\":\"http://www.harbour.example/1\"}\n"
    "{\"id\":\"b\",\"text\":\"会议在周三召开。\",\"outlet\":\"晚报\"}\n";

TEST(ArticleReaderTest, ReadsEveryCompression) {
  const TestFolder folder;
  for (const std::string& bytes : {std::string(kTwoLines), Gzip(kTwoLines), Zstd(kTwoLines)}) {
    const Reading reading = ReadFile(folder, folder.Write("news.jsonl", bytes));
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_EQ(IdsOf(reading), (Strings{"a", "b"}));
    EXPECT_EQ(reading.articles[0].article.outlet, "harbour.example");
    EXPECT_EQ(reading.articles[1].article.outlet, "晚报");
    EXPECT_EQ(reading.articles[0].line + "\n" + reading.articles[1].line + "\n", kTwoLines);
    EXPECT_EQ(reading.counts.files, 1u);
    EXPECT_EQ(reading.counts.records, 2u);
    EXPECT_EQ(reading.counts.kept, 2u);
    EXPECT_EQ(reading.counts.bytes, sizeof kTwoLines - 1);
  }
}

TEST(ArticleReaderTest, SmallIrregularitiesAreFine) {
  const TestFolder folder;
  const Reading reading = ReadFile(
      folder,
      folder.Write(
          "news.jsonl",
          "\xef\xbb\xbf{\"text\":\"a\"}\r\n\r\n  \n{\"text\":\"b\\ud83d\"}\n{\"text\":\"\"}"));
  EXPECT_TRUE(reading.problems.empty());
  ASSERT_EQ(reading.articles.size(), 3u);
  EXPECT_EQ(reading.counts.records, 3u);
  EXPECT_EQ(reading.articles[0].line, "{\"text\":\"a\"}\r");
  EXPECT_EQ(reading.articles[1].article.text, "b�");
  EXPECT_EQ(reading.articles[1].article.id, folder.At("news.jsonl") + ":4");
  EXPECT_EQ(reading.articles[2].article.text, "");
}

// One bad thing among good lines: what is said, and that the rest is read.
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

TEST(ArticleReaderTest, ReadsAFolderOfTexts) {
  const TestFolder folder;
  folder.Write("in/a.txt",
               "\xef\xbb\xbf"
               "First line.\nSecond \"line\".\n");
  folder.Write("in/b.txt", "No line feed\r\n\nat the end");
  folder.Write("in/c.txt", "");
  folder.Write("in/d.txt", "\n\n");
  folder.Write("in/e.txt", "broken \xff");
  folder.Write("in/f.txt", std::string(3000, 'x'));
  folder.Write("in/g.txt", Gzip("packed\n"));
  folder.Write("in/h.txt.gz", Gzip("packed, and named so\n"));
  folder.Write("in/i.txt.zst", Zstd("{\"text\":\"no record\"}\n"));
  ReaderOptions options;
  options.inputs = {folder.At("in")};
  options.keep_lines = true;
  options.record.max_text_bytes = 2000;
  const Reading reading = Read(folder, options);
  Strings texts;
  for (const ReadArticle& read : reading.articles) texts.push_back(read.article.text);
  EXPECT_EQ(texts,
            (Strings{"First line.\nSecond \"line\".\n", "No line feed\r\n\nat the end", "", "\n\n",
                     "packed\n", "packed, and named so\n", "{\"text\":\"no record\"}\n"}));
  EXPECT_EQ(reading.articles[5].article.id, folder.At("in/h.txt.gz"));
  EXPECT_EQ(reading.articles[0].article.id, folder.At("in/a.txt"));
  EXPECT_EQ(reading.articles[0].line, "{\"id\":\"" + folder.At("in/a.txt") +
                                          "\",\"text\":\"First line.\\nSecond \\\"line\\\".\\n\"}");
  EXPECT_EQ(
      reading.problems,
      (Strings{
          "bad-utf8 in/e.txt:1: byte 8 of the file, 0xff, is not UTF-8; convert the file to UTF-8",
          "too-long in/f.txt:1: the text has more than 2,000 bytes (max-text-bytes)"}));
  EXPECT_EQ(reading.counts.records, 9u);
  EXPECT_EQ(reading.counts.kept, 7u);
  EXPECT_EQ(reading.counts.skipped, 2u);
}

TEST(ArticleReaderTest, RecordsAreReadAgainFromTheirPlaces) {
  const TestFolder folder;
  std::string lines = "\xef\xbb\xbf\n";
  for (int i = 0; i < 3000; ++i) {
    lines +=
        "{\"id\":" + std::to_string(i) + ",\"text\":\"" + std::string(i % 700, 'x') + "\"}\r\n";
  }
  for (int i = 0; i < 100; ++i)
    folder.Write("in/" + std::to_string(i) + ".txt", "text\n" + std::to_string(i));
  folder.Write("in/plain.jsonl", lines);
  folder.Write("in/packed.jsonl.gz", Gzip(lines));
  ReaderOptions options;
  options.inputs = {folder.At("in")};
  options.keep_lines = true;
  auto reader = ArticleReader::Create(options);
  ASSERT_TRUE(reader.ok());
  std::vector<ReadArticle> all, batch;
  while (*(*reader)->Next(&batch)) std::move(batch.begin(), batch.end(), std::back_inserter(all));
  EXPECT_EQ(all.size(), 6100u);
  OriginalRecords originals((*reader)->files());
  std::shuffle(all.begin(), all.end(), std::mt19937(9));
  std::string line;
  size_t reread = 0;
  for (const ReadArticle& read : all) {
    if (!read.place.can_reread) continue;
    ++reread;
    ASSERT_TRUE(originals.Get(read.place, &line).ok());
    ASSERT_EQ(line, read.line);
  }
  EXPECT_EQ(reread, 3100u);
}

TEST(ArticleReaderTest, BatchesAreBounded) {
  const TestFolder folder;
  std::string lines;
  for (int i = 0; i < 100; ++i) lines += "{\"text\":\"" + std::string(990, 'x') + "\"}\n";
  ReaderOptions options;
  options.inputs = {folder.Write("a.jsonl", lines), folder.Write("b.jsonl", lines)};
  options.batch_records = 7;
  options.batch_bytes = 5000;
  auto reader = ArticleReader::Create(options);
  ASSERT_TRUE(reader.ok());
  std::vector<ReadArticle> batch;
  std::vector<size_t> sizes;
  while (*(*reader)->Next(&batch)) sizes.push_back(batch.size());
  EXPECT_EQ(std::accumulate(sizes.begin(), sizes.end(), size_t{0}), 200u);
  EXPECT_EQ(*std::max_element(sizes.begin(), sizes.end()), 5u);
  EXPECT_TRUE(batch.empty());
  EXPECT_FALSE(*(*reader)->Next(&batch));
  EXPECT_EQ((*reader)->progress().bytes_read, (*reader)->progress().bytes_total);
  EXPECT_EQ((*reader)->progress().bytes_total, 2 * lines.size());
}

// The same articles whatever the compression, the sizes of batches and the cuts between files.
TEST(ArticleReaderTest, AnyStorageGivesTheSameArticles) {
  const TestFolder folder;
  constexpr unsigned kSeed = 41;
  std::mt19937 random(kSeed);
  for (int round = 0; round < 10; ++round) {
    Strings expected;
    std::string whole;
    ReaderOptions options;
    const size_t files = random() % 4 + 1;
    for (size_t f = 0; f < files; ++f) {
      std::string lines;
      for (size_t n = random() % 400; n > 0; --n) {
        expected.push_back(std::to_string(random()));
        const std::string text(random() % (random() % 50 == 0 ? 800000 : 3000), 'x');
        lines += "{\"text\":\"" + text + "\",\"id\":\"" + expected.back() + "\"}\n";
        if (random() % 10 == 0) lines += "\n";
      }
      const std::string stored = random() % 3 == 0 ? lines
                                 : random() % 2    ? Gzip(lines)
                                                   : Zstd(lines);
      options.inputs.push_back(folder.Write(std::to_string(f), stored));
    }
    options.batch_records = random() % 600 + 1;
    options.batch_bytes = random() % 1000000;
    if (options.batch_bytes == 0) options.batch_bytes = 1;
    ASSERT_EQ(IdsOf(Read(folder, options)), expected) << "seed " << kSeed;
  }
}

TEST(ArticleReaderTest, StdinIsReadByItsName) {
  const TestFolder folder;
  const std::string path = folder.Write("x", Gzip("{\"text\":\"a\"}\nbad\n"));
  const int saved = dup(STDIN_FILENO);
  ASSERT_NE(freopen(path.c_str(), "rb", stdin), nullptr);
  const Reading reading = ReadFile(folder, "-");
  dup2(saved, STDIN_FILENO);
  close(saved);
  EXPECT_EQ(IdsOf(reading), Strings{"-:1"});
  ASSERT_EQ(reading.problems.size(), 1u);
  EXPECT_TRUE(reading.problems[0].starts_with("not-json stdin:2: "));
  EXPECT_FALSE(reading.articles[0].place.can_reread);
}

TEST(ArticleReaderTest, NamesOfFilesAreMadeFitToPrint) {
  const TestFolder folder;
  const std::string odd = folder.Write("a\x1b[2J\xff.jsonl", "{\"text\":\"a\"}\n{}\n");
  const Reading reading = ReadFile(folder, odd);
  EXPECT_EQ(IdsOf(reading), Strings{folder.At("a\\x1b[2J\\xff.jsonl:1")});
  EXPECT_EQ(reading.problems, Strings{"no-text a\\x1b[2J\\xff.jsonl:2: no \"text\" field"});
}

TEST(ArticleReaderTest, OptionsAreChecked) {
  EXPECT_EQ(ArticleReader::Create({}).status().message(),
            "ReaderOptions.inputs is empty; name a file, a folder or -");
  ReaderOptions options;
  options.inputs = {"-"};
  options.batch_records = 0;
  EXPECT_EQ(ArticleReader::Create(options).status().message(),
            "ReaderOptions.batch_records is 0; it must be at least 1");
  options.batch_records = 1;
  options.record.time_zone = "Mars";
  EXPECT_EQ(ArticleReader::Create(options).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace wirecopy
