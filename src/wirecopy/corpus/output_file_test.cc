#include "wirecopy/corpus/output_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <thread>

#include "wirecopy/corpus/byte_source.h"
#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {
namespace {

using Strings = std::vector<std::string>;

std::string Decompressed(const std::string& path) {
  auto source = ByteSource::Open(path, {});
  EXPECT_TRUE(source.ok());
  std::string bytes, block(100000, '\0');
  for (;;) {
    const auto got = (*source)->Read(block.data(), block.size());
    EXPECT_TRUE(got.ok()) << got.status();
    if (!got.ok() || *got == 0) return bytes;
    bytes.append(block, 0, *got);
  }
}

TEST(OutputFileTest, AppearsOnlyWithCommit) {
  const TestFolder folder;
  const std::string path = folder.At("out.jsonl");
  {
    auto file = OutputFile::Create(path);
    ASSERT_TRUE(file.ok());
    ASSERT_TRUE((*file)->Write("one\n").ok());
    EXPECT_FALSE(std::filesystem::exists(path));
    ASSERT_TRUE((*file)->Commit().ok());
    EXPECT_EQ(BytesOf(path), "one\n");
    EXPECT_FALSE((*file)->Write("more").ok());
  }
  {
    auto file = OutputFile::Create(path);
    ASSERT_TRUE((*file)->Write("two\n").ok());
    EXPECT_EQ(folder.Names().size(), 2u);
  }
  EXPECT_EQ(BytesOf(path), "one\n");
  EXPECT_EQ(folder.Names(), Strings{"out.jsonl"});
}

TEST(OutputFileTest, TheSuffixDecidesTheCompression) {
  const TestFolder folder;
  std::string text;
  for (int i = 0; i < 60000; ++i) text += std::to_string(i * 7919) + "\n";
  const std::pair<const char*, Compression> rows[] = {{"x.jsonl", Compression::kNone},
                                                      {"x.jsonl.gz", Compression::kGzip},
                                                      {"x.jsonl.zst", Compression::kZstd}};
  for (const auto& [name, compression] : rows) {
    for (const size_t piece : {size_t{10}, size_t{100000}, text.size()}) {
      auto file = OutputFile::Create(folder.At(name));
      ASSERT_TRUE(file.ok());
      for (size_t at = 0; at < text.size(); at += piece) {
        ASSERT_TRUE((*file)->Write(std::string_view(text).substr(at, piece)).ok());
      }
      ASSERT_TRUE((*file)->Commit().ok());
      EXPECT_EQ((*ByteSource::Open(folder.At(name), {}))->compression(), compression);
      EXPECT_TRUE(Decompressed(folder.At(name)) == text) << name;
    }
    auto empty = OutputFile::Create(folder.At(name));
    ASSERT_TRUE((*empty)->Commit().ok());
    EXPECT_EQ(Decompressed(folder.At(name)), "") << name;
  }
}

TEST(OutputFileTest, KeepsPermissionsAndFollowsLinks) {
  const TestFolder folder;
  const std::string path = folder.Write("real/out", "old");
  chmod(path.c_str(), 0640);
  std::filesystem::create_symlink(path, folder.At("link"));
  auto file = OutputFile::Create(folder.At("link"));
  ASSERT_TRUE((*file)->Write("new").ok());
  ASSERT_TRUE((*file)->Commit().ok());
  EXPECT_TRUE(std::filesystem::is_symlink(folder.At("link")));
  EXPECT_EQ(BytesOf(path), "new");
  struct stat info;
  stat(path.c_str(), &info);
  EXPECT_EQ(info.st_mode & 0777, 0640u);
}

TEST(OutputFileTest, NamesWhatCannotBeWritten) {
  const TestFolder folder;
  EXPECT_EQ(OutputFile::Create("/nonexistent/x").status().message(),
            "/nonexistent/x cannot be written: No such file or directory");
  EXPECT_EQ(OutputFile::Create(folder.path()).status().message(),
            folder.path() + " cannot be written: Is a directory");
  EXPECT_FALSE(OutputFile::Create("").ok());
}

TEST(OutputFileTest, WhatCannotBePutInPlaceIsKnownAtOnce) {
  const TestFolder folder;
  const std::string file = folder.Write("file", "x");
  EXPECT_EQ(OutputFile::Create(file + "/x").status().message(),
            file + "/x cannot be written: Not a directory");
  EXPECT_FALSE(OutputFile::Create(folder.At(std::string(300, 'x'))).ok());
  if (geteuid() == 0) return;  // root writes everywhere
  chmod(file.c_str(), 0400);
  EXPECT_EQ(OutputFile::Create(file).status().message(),
            file + " cannot be written: Permission denied");
}

TEST(OutputFileTest, FollowsALinkToWhatDoesNotExistYet) {
  const TestFolder folder;
  folder.Write("real/other", "");
  std::filesystem::create_symlink("real/out", folder.At("link"));
  auto file = OutputFile::Create(folder.At("link"));
  ASSERT_TRUE((*file)->Write("new").ok());
  ASSERT_TRUE((*file)->Commit().ok());
  EXPECT_TRUE(std::filesystem::is_symlink(folder.At("link")));
  EXPECT_EQ(BytesOf(folder.At("real/out")), "new");
}

TEST(OutputFileTest, APlaceIsOneByAnySpelling) {
  const TestFolder folder;
  folder.Write("there", "");
  folder.Write("sub/x", "");
  namespace fs = std::filesystem;
  fs::create_symlink("there", folder.At("to-there"));
  fs::create_symlink("not-yet", folder.At("to-not-yet"));
  fs::create_symlink("to-not-yet", folder.At("to-link"));
  fs::create_symlink("sub", folder.At("to-sub"));
  fs::create_hard_link(folder.At("there"), folder.At("hard"));
  const std::pair<const char*, const char*> same[] = {
      {"there", "./there"},      {"there", "sub/../there"},
      {"there", "to-there"},     {"there", "hard"},
      {"not-yet", "./not-yet"},  {"not-yet", "sub/../not-yet"},
      {"not-yet", "to-not-yet"}, {"not-yet", "to-link"},
      {"sub/y", "to-sub/y"},     {"not-yet", "sub//../not-yet"}};
  for (const auto& [a, b] : same) {
    EXPECT_EQ(OutputPlace(folder.At(a)), OutputPlace(folder.At(b))) << a << " " << b;
  }
  const std::pair<const char*, const char*> different[] = {
      {"there", "not-yet"}, {"not-yet", "sub/not-yet"}, {"there", "sub"}, {"a", "b"}};
  for (const auto& [a, b] : different) {
    EXPECT_NE(OutputPlace(folder.At(a)), OutputPlace(folder.At(b))) << a << " " << b;
  }
  EXPECT_EQ(OutputPlace("/dev/null"), "");
  EXPECT_EQ(OutputPlace("/dev/stdout"), OutputPlace("-"));
}

TEST(OutputFileTest, AFullDiskIsAStatusAndLeavesNothing) {
  const TestFolder folder;
  rlimit old_limit;
  getrlimit(RLIMIT_FSIZE, &old_limit);
  const auto old_handler = signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{1000000, old_limit.rlim_max};
  absl::Status status;
  {
    auto file = OutputFile::Create(folder.At("out"));
    ASSERT_TRUE(file.ok());
    setrlimit(RLIMIT_FSIZE, &limit);
    for (int i = 0; i < 100 && status.ok(); ++i) status = (*file)->Write(std::string(100000, 'x'));
    setrlimit(RLIMIT_FSIZE, &old_limit);
    EXPECT_EQ((*file)->Commit(), status);
  }
  signal(SIGXFSZ, old_handler);
  EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(status.message(), folder.At("out") + " cannot be written: File too large");
  EXPECT_TRUE(folder.Names().empty());
}

TEST(OutputFileTest, ADeviceIsWrittenToDirectly) {
  auto null = OutputFile::Create("/dev/null");
  ASSERT_TRUE((*null)->Write("x").ok());
  EXPECT_TRUE((*null)->Commit().ok());
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
  auto full = OutputFile::Create("/dev/full");
  ASSERT_TRUE(full.ok());
  ASSERT_TRUE((*full)->Write("x").ok());
  EXPECT_EQ((*full)->Commit().message(), "/dev/full cannot be written: No space left on device");
}

TEST(OutputFileTest, AClosedPipeIsToldApart) {
  const auto old_handler = signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const int saved = dup(STDOUT_FILENO);
  dup2(ends[1], STDOUT_FILENO);
  close(ends[1]);
  close(ends[0]);
  absl::Status status;
  {
    auto file = OutputFile::Create("-");
    status = (*file)->Write("x");
    if (status.ok()) status = (*file)->Flush();
  }
  dup2(saved, STDOUT_FILENO);
  close(saved);
  signal(SIGPIPE, old_handler);
  EXPECT_TRUE(IsClosedPipe(status)) << status;
  EXPECT_FALSE(IsClosedPipe(absl::OkStatus()));
  EXPECT_FALSE(IsClosedPipe(absl::ResourceExhaustedError("full")));
}

TEST(OutputFileTest, StdoutGetsEverything) {
  const TestFolder folder;
  const int saved = dup(STDOUT_FILENO);
  const int captured = open(folder.At("captured").c_str(), O_WRONLY | O_CREAT, 0600);
  dup2(captured, STDOUT_FILENO);
  close(captured);
  {
    auto file = OutputFile::Create("-");
    EXPECT_TRUE((*file)->Write("one\n").ok());
    EXPECT_TRUE((*file)->Commit().ok());
  }
  dup2(saved, STDOUT_FILENO);
  close(saved);
  EXPECT_EQ(BytesOf(folder.At("captured")), "one\n");
}

}  // namespace
}  // namespace wirecopy
