#include "wirecopy/corpus/line_reader.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {
namespace {

LineReader Open(const std::string& path, size_t max_line_bytes) {
  auto source = ByteSource::Open(path, {});
  EXPECT_TRUE(source.ok()) << source.status();
  return LineReader(*std::move(source), max_line_bytes);
}

std::vector<std::string> LinesOf(const std::string& path, size_t max_line_bytes = 1 << 20) {
  LineReader lines = Open(path, max_line_bytes);
  std::vector<std::string> all;
  while (const auto line = lines.Next()) {
    EXPECT_EQ(line->number, all.size() + 1);
    all.emplace_back(line->too_long ? "(too long)" : line->text);
  }
  return all;
}

TEST(LineReaderTest, CutsAtLineFeeds) {
  const TestFolder folder;
  struct Row {
    std::string_view name;
    std::string_view bytes;
    std::vector<std::string> lines;
  };
  const Row rows[] = {
      {"empty file", "", {}},
      {"one", "a\n", {"a"}},
      {"no line feed at the end", "a\nb", {"a", "b"}},
      {"blank lines", "\n\na\n\n", {"", "", "a", ""}},
      {"carriage returns stay", "a\r\nb\r\n", {"a\r", "b\r"}},
      {"byte order mark",
       "\xef\xbb\xbf"
       "a\n\xef\xbb\xbf"
       "b\n",
       {"a",
        "\xef\xbb\xbf"
        "b"}},
      {"only a byte order mark", "\xef\xbb\xbf", {""}},
  };
  for (const Row& row : rows)
    EXPECT_EQ(LinesOf(folder.Write("x", row.bytes)), row.lines) << row.name;
}

TEST(LineReaderTest, OffsetsLeadBackToTheLine) {
  const TestFolder folder;
  const std::string bytes =
      "\xef\xbb\xbf"
      "first\r\n\nthird\nlast";
  LineReader lines = Open(folder.Write("x", bytes), 100);
  while (const auto line = lines.Next()) {
    EXPECT_EQ(bytes.substr(line->offset, line->text.size()), line->text);
  }
  EXPECT_EQ(lines.bytes(), bytes.size());
}

TEST(LineReaderTest, ALineOverTheCapIsPassedOver) {
  const TestFolder folder;
  const size_t cap = 100000;
  for (const size_t size : {cap - 1, cap, cap + 1, 10 * cap, 40 * cap}) {
    const std::string path = folder.Write("x", "a\n" + std::string(size, 'x') + "\nb\n");
    const std::string middle = size > cap ? "(too long)" : std::string(size, 'x');
    EXPECT_EQ(LinesOf(path, cap), (std::vector<std::string>{"a", middle, "b"})) << size;
  }
  EXPECT_EQ(LinesOf(folder.Write("x", "a\n" + std::string(10 * cap, 'x')), cap),
            (std::vector<std::string>{"a", "(too long)"}));
}

TEST(LineReaderTest, ALineWithoutEndIsPassedOverUntilTheFlagIsRaised) {
  std::atomic<bool> cancelled = false;
  LineReader lines(*ByteSource::Open("/dev/zero", {.cancelled = &cancelled}), 100000);
  const auto line = lines.Next();
  ASSERT_TRUE(line && line->too_long);
  std::thread raise([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    cancelled = true;
  });
  EXPECT_FALSE(lines.Next());
  raise.join();
  EXPECT_EQ(lines.status().code(), absl::StatusCode::kCancelled);
}

TEST(LineReaderTest, GivesTheBeginningOfALongLine) {
  const TestFolder folder;
  LineReader lines = Open(folder.Write("x", "ab" + std::string(3000000, 'x') + "\nz\n"), 1000000);
  const auto line = lines.Next();
  ASSERT_TRUE(line && line->too_long);
  EXPECT_EQ(line->text.size(), LineReader::kBeginningBytes);
  EXPECT_TRUE(line->text.starts_with("abx"));
  EXPECT_EQ(lines.Next()->offset, 3000003u);
}

// Lines of all lengths across the edges of blocks, plain and compressed.
TEST(LineReaderTest, AnyLengthsComeBack) {
  const TestFolder folder;
  constexpr unsigned kSeed = 23;
  std::mt19937 random(kSeed);
  for (int i = 0; i < 9; ++i) {
    std::vector<std::string> lines;
    std::string bytes;
    for (size_t n = random() % 200; n > 0; --n) {
      const size_t size = random() % (random() % 20 == 0 ? 1500000 : 5000);
      lines.emplace_back(size, static_cast<char>('a' + random() % 26));
      bytes += lines.back() + "\n";
    }
    const std::string stored = i % 3 == 0 ? bytes : i % 3 == 1 ? Gzip(bytes) : Zstd(bytes);
    ASSERT_TRUE(LinesOf(folder.Write("x", stored), 1500000) == lines) << "seed " << kSeed;
  }
}

TEST(LineReaderTest, ASourceThatBreaksOffEndsTheLines) {
  const TestFolder folder;
  const std::string whole = Gzip("a\nb\nc\n");
  LineReader lines = Open(folder.Write("x", whole.substr(0, whole.size() - 4)), 100);
  for (const char* text : {"a", "b", "c"}) EXPECT_EQ(lines.Next()->text, text);
  EXPECT_FALSE(lines.Next());
  EXPECT_EQ(lines.status().code(), absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace wirecopy
