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
#include "wirecopy/corpus/made_reading_test.h"
#include "wirecopy/corpus/original_records.h"
#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {
namespace {

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
