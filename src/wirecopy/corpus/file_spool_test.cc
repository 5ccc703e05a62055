#include "wirecopy/corpus/file_spool.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <random>
#include <string>
#include <thread>
#include <vector>

#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {
namespace {

TEST(FileSpoolTest, GivesBackWhatWasPut) {
  const TestFolder folder;
  auto spool = FileSpool::Create(folder.path());
  ASSERT_TRUE(spool.ok()) << spool.status();
  constexpr unsigned kSeed = 13;
  std::mt19937 random(kSeed);
  std::vector<std::pair<BlobRef, std::string>> blobs;
  std::string out;
  for (int i = 0; i < 400; ++i) {
    const size_t size = random() % (i % 40 == 0 ? 3000000 : 20000);
    std::string bytes(size, static_cast<char>(random()));
    const auto ref = (*spool)->Put(bytes);
    ASSERT_TRUE(ref.ok());
    blobs.emplace_back(*ref, std::move(bytes));
    const auto& [earlier, expected] = blobs[random() % blobs.size()];
    ASSERT_TRUE((*spool)->Get(earlier, &out).ok());
    ASSERT_TRUE(out == expected) << "seed " << kSeed;
  }
  std::vector<std::thread> readers;
  for (int t = 0; t < 4; ++t) {
    readers.emplace_back([&] {
      std::string own;
      for (const auto& [ref, expected] : blobs) {
        EXPECT_TRUE((*spool)->Get(ref, &own).ok());
        EXPECT_TRUE(own == expected);
      }
    });
  }
  for (std::thread& reader : readers) reader.join();
  EXPECT_TRUE(folder.Names().empty());  // the file has no name
}

TEST(FileSpoolTest, EmptyBlobs) {
  const TestFolder folder;
  auto spool = FileSpool::Create(folder.path());
  ASSERT_TRUE(spool.ok());
  const auto ref = (*spool)->Put("");
  ASSERT_TRUE(ref.ok());
  std::string out = "left over";
  EXPECT_TRUE((*spool)->Get(*ref, &out).ok());
  EXPECT_EQ(out, "");
}

TEST(FileSpoolTest, AForeignBlobIsRefused) {
  const TestFolder folder;
  auto spool = FileSpool::Create(folder.path());
  std::string out;
  EXPECT_EQ((*spool)->Get({10, 10}, &out).code(), absl::StatusCode::kInvalidArgument);
}

TEST(FileSpoolTest, TheFolderMustBeThere) {
  EXPECT_EQ(
      FileSpool::Create("/nonexistent").status().message(),
      "the folder /nonexistent for temporary files cannot be used: No such file or directory");
}

// A limit on the size of files stands for a full disk.
TEST(FileSpoolTest, AFullDiskIsAStatus) {
  const TestFolder folder;
  auto spool = FileSpool::Create(folder.path());
  ASSERT_TRUE(spool.ok());
  rlimit old_limit;
  getrlimit(RLIMIT_FSIZE, &old_limit);
  const auto old_handler = signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{4000000, old_limit.rlim_max};
  setrlimit(RLIMIT_FSIZE, &limit);
  const std::string blob(700000, 'x');
  std::vector<BlobRef> refs;
  absl::Status status;
  while (status.ok() && refs.size() < 100) {
    const auto ref = (*spool)->Put(blob);
    status = ref.status();
    if (ref.ok()) refs.push_back(*ref);
  }
  setrlimit(RLIMIT_FSIZE, &old_limit);
  signal(SIGXFSZ, old_handler);
  EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(status.message(), "a temporary file in " + folder.path() +
                                  " cannot grow beyond 4000000 bytes: File too large");
  EXPECT_EQ((*spool)->Put("x").status(), status);
  std::string out;
  EXPECT_TRUE((*spool)->Get(refs.front(), &out).ok());
  EXPECT_TRUE(out == blob);
}

}  // namespace
}  // namespace wirecopy
