#include "wirecopy/report/packed_block.h"

#include <gtest/gtest.h>

#include <string>

#include "wirecopy/report/report_reading_test.h"

namespace wirecopy {
namespace {

TEST(PackedBlockTest, GivesBackWhatWasAdded) {
  std::string all;
  PackedBlock block;
  uint64_t seed = 3;
  for (int i = 0; i < 3000; ++i) {
    std::string line;
    for (int k = 0; k < i % 90; ++k) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      line += static_cast<char>(seed >> 56);
    }
    block.Add(line);
    all += line;
  }
  EXPECT_EQ(block.size_bytes(), all.size());
  EXPECT_GT(block.packed_bytes(), 0u);
  EXPECT_EQ(UnpackBlock(block.Finish()), all);
}

TEST(PackedBlockTest, OfNothing) { EXPECT_EQ(UnpackBlock(PackedBlock().Finish()), ""); }

// Byte 4 to 7 of gzip is a time.
TEST(PackedBlockTest, HoldsNoTime) {
  PackedBlock block;
  block.Add("a");
  std::string packed;
  ASSERT_TRUE(absl::Base64Unescape(block.Finish(), &packed));
  EXPECT_EQ(packed.substr(4, 4), std::string(4, '\0'));
}

}  // namespace
}  // namespace wirecopy
