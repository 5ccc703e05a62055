#include "wirecopy/corpus/byte_source.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstring>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {
namespace {

struct Reading {
  std::string bytes;
  absl::Status status;
};

Reading ReadAll(const std::string& path, size_t block = 70000, ByteSourceOptions options = {}) {
  auto source = ByteSource::Open(path, options);
  if (!source.ok()) return {"", source.status()};
  Reading reading;
  std::vector<char> buffer(block);
  for (;;) {
    const auto got = (*source)->Read(buffer.data(), buffer.size());
    if (!got.ok()) return {reading.bytes, got.status()};
    if (*got == 0) return reading;
    reading.bytes.append(buffer.data(), *got);
  }
}

std::string RandomBytes(size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::string bytes(size, '\0');
  for (char& c : bytes) c = static_cast<char>(random() % 64 + 32);
  return bytes;
}

TEST(ByteSourceTest, TellsCompressionByTheFirstBytes) {
  const TestFolder folder;
  const std::string text = "The ferry left late.\n";
  std::string skippable("\x50\x2a\x4d\x18\x03\0\0\0abc", 11);
  struct Row {
    std::string_view name;
    std::string bytes;
    Compression compression;
  };
  const Row rows[] = {
      {"plain.gz", text, Compression::kNone},
      {"gzip.txt", Gzip(text), Compression::kGzip},
      {"zstd", Zstd(text), Compression::kZstd},
      {"two members", Gzip(text.substr(0, 5)) + Gzip(text.substr(5)), Compression::kGzip},
      {"an empty member", Gzip("") + Gzip(text), Compression::kGzip},
      {"padded with zeros", Gzip(text) + std::string(1000, '\0'), Compression::kGzip},
      {"two frames", Zstd(text.substr(0, 5)) + Zstd(text.substr(5)), Compression::kZstd},
      {"skippable frame", skippable + Zstd(text) + skippable, Compression::kZstd},
  };
  for (const Row& row : rows) {
    const std::string path = folder.Write(row.name, row.bytes);
    auto source = ByteSource::Open(path, {});
    ASSERT_TRUE(source.ok());
    EXPECT_EQ((*source)->compression(), row.compression) << row.name;
    EXPECT_EQ((*source)->is_rereadable(), row.compression == Compression::kNone);
    for (const size_t block : {1, 7, 70000}) {
      const Reading reading = ReadAll(path, block);
      EXPECT_TRUE(reading.status.ok()) << row.name << reading.status;
      EXPECT_EQ(reading.bytes, text) << row.name;
    }
  }
}

TEST(ByteSourceTest, ShortFilesArePlain) {
  const TestFolder folder;
  for (const std::string_view bytes : {"", "\x1f", "\x28\xb5\x2f", "abc"}) {
    const Reading reading = ReadAll(folder.Write("x", bytes));
    EXPECT_TRUE(reading.status.ok());
    EXPECT_EQ(reading.bytes, bytes);
  }
}

// Many sizes of blocks and members, so that every boundary falls everywhere.
TEST(ByteSourceTest, AnyCutGivesTheSameBytes) {
  const TestFolder folder;
  constexpr unsigned kSeed = 17;
  std::mt19937 random(kSeed);
  for (int i = 0; i < 24; ++i) {
    std::string text, compressed;
    const bool is_gzip = i % 2 == 0;
    for (size_t n = random() % 5 + 1; n > 0; --n) {
      const std::string part = RandomBytes(random() % 200000, random());
      text += part;
      compressed += is_gzip ? Gzip(part) : Zstd(part);
    }
    const Reading reading = ReadAll(folder.Write("x", compressed), random() % 100000 + 1);
    ASSERT_TRUE(reading.status.ok()) << reading.status << " seed " << kSeed;
    ASSERT_TRUE(reading.bytes == text) << " seed " << kSeed;
  }
}

TEST(ByteSourceTest, ATruncatedStreamGivesWhatStandsBefore) {
  const TestFolder folder;
  const std::string text = RandomBytes(500000, 1);
  for (const std::string& whole : {Gzip(text), Zstd(text)}) {
    for (const size_t kept : {whole.size() - 1, whole.size() / 2, size_t{5}}) {
      const Reading reading = ReadAll(folder.Write("x", whole.substr(0, kept)));
      ASSERT_EQ(reading.status.code(), absl::StatusCode::kDataLoss) << kept;
      EXPECT_NE(std::string(reading.status.message()).find("cut off"), std::string::npos);
      EXPECT_TRUE(text.starts_with(reading.bytes));
      const size_t nearly_all = kept == whole.size() - 1 ? text.size() - 140000 : 0;
      EXPECT_GE(reading.bytes.size(), nearly_all);
    }
  }
}

TEST(ByteSourceTest, DamageIsToldFromTruncation) {
  const TestFolder folder;
  const std::string text = RandomBytes(500000, 2);
  for (std::string whole : {Gzip(text), Zstd(text)}) {
    std::memset(whole.data() + whole.size() / 2, 0xff, 2000);
    const Reading reading = ReadAll(folder.Write("x", whole));
    ASSERT_EQ(reading.status.code(), absl::StatusCode::kDataLoss);
    EXPECT_NE(std::string(reading.status.message()).find("damaged"), std::string::npos)
        << reading.status;
    EXPECT_GT(reading.bytes.size(), 1000u);
  }
  const Reading reading = ReadAll(folder.Write("x", Gzip("good\n") + "garbage"));
  EXPECT_EQ(reading.bytes, "good\n");
  EXPECT_EQ(reading.status.message(), "bytes that are not gzip follow the end of its gzip data");
}

TEST(ByteSourceTest, ExpansionIsBounded) {
  const TestFolder folder;
  const std::string bomb = Zstd(std::string(50000000, 'x'));
  ByteSourceOptions options;
  options.free_expansion_bytes = 1000000;
  options.max_expansion = 1000;
  const std::string path = folder.Write("x", bomb);
  const Reading reading = ReadAll(path, 70000, options);
  EXPECT_EQ(reading.status.message(),
            "expands to more than 1000 times its size; such a file is not read on");
  EXPECT_LT(reading.bytes.size(), 20000000u);
  options.max_expansion = 100000;
  EXPECT_TRUE(ReadAll(path, 70000, options).status.ok());
}

TEST(ByteSourceTest, FilesThatCannotBeRead) {
  const TestFolder folder;
  EXPECT_EQ(ReadAll(folder.At("missing")).status.message(),
            "cannot be opened: No such file or directory");
  EXPECT_EQ(ReadAll(folder.path()).status.message(), "cannot be read: it is a folder");
  const std::string path = folder.Write("secret", "x");
  chmod(path.c_str(), 0);
  if (geteuid() != 0) {
    EXPECT_EQ(ReadAll(path).status.message(), "cannot be opened: Permission denied");
  }
}

TEST(ByteSourceTest, ARaisedFlagEndsWhatHasNoEnd) {
  std::atomic<bool> cancelled = false;
  const auto endless = ByteSource::Open("/dev/zero", {.cancelled = &cancelled});
  ASSERT_TRUE(endless.ok());
  std::vector<char> buffer(100000);
  EXPECT_GT(*(*endless)->Read(buffer.data(), buffer.size()), 0u);
  cancelled = true;
  EXPECT_EQ((*endless)->Read(buffer.data(), buffer.size()).status().code(),
            absl::StatusCode::kCancelled);
}

TEST(ByteSourceTest, ARaisedFlagEndsTheWaitForAPipe) {
  const TestFolder folder;
  const std::string path = folder.At("pipe");
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  const int silent = open(path.c_str(), O_RDWR | O_CLOEXEC);  // a writer that writes nothing
  ASSERT_GE(silent, 0);
  std::atomic<bool> cancelled = false;
  std::thread raise([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    cancelled = true;
  });
  EXPECT_EQ(ByteSource::Open(path, {.cancelled = &cancelled}).status().code(),
            absl::StatusCode::kCancelled);
  raise.join();
  close(silent);
}

TEST(ByteSourceTest, APipeIsReadInAnyPortions) {
  const TestFolder folder;
  const std::string path = folder.At("pipe");
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  const std::string whole = Zstd("The ferry left late.\n");
  std::thread writer([&] {
    std::ofstream out(path, std::ios::binary);
    for (char c : whole) out << c << std::flush;
  });
  const Reading reading = ReadAll(path);
  writer.join();
  EXPECT_EQ(reading.bytes, "The ferry left late.\n");
}

}  // namespace
}  // namespace wirecopy
