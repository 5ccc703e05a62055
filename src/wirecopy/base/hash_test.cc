#include "wirecopy/base/hash.h"

#include <bit>
#include <cstdint>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

struct PinnedBytes {
  const char* name;
  std::string_view bytes;
  uint64_t seed;
  uint64_t hash;
};
void PrintTo(const PinnedBytes& row, std::ostream* out) { *out << row.name; }

class HashBytesTest : public testing::TestWithParam<PinnedBytes> {};

// Stored formats hold these values: they change only with a format number.
TEST_P(HashBytesTest, IsPinned) {
  EXPECT_EQ(HashBytes(GetParam().bytes, GetParam().seed), GetParam().hash);
}

INSTANTIATE_TEST_SUITE_P(
    Pinned, HashBytesTest,
    testing::Values(PinnedBytes{"empty: the value XXH3 publishes", "", 0, 0x2d06800538d394c2},
                    PinnedBytes{"ascii", "wirecopy", 0, 0xda1e9e9b8ee63b62},
                    PinnedBytes{"a seed changes it", "wirecopy", 1, 0xfd0160ac80a0b6f5},
                    PinnedBytes{"utf-8", "新闻", 0, 0xb1d7073af84a4184}));

TEST(HashOfTest, HashesTheBytesOfItsValues) {
  const std::vector<uint32_t> values = {1, 2, 3};
  EXPECT_EQ(HashOf(std::span<const uint32_t>(values)), 0x6bbf7429332bea48u);
  EXPECT_EQ(HashOf(std::span<const uint32_t>(values)), HashBytes(values.data(), 12));
  EXPECT_EQ(HashOf(std::span<const uint32_t>()), HashBytes(""));
}

TEST(HashBytesTest, EveryByteCounts) {
  for (size_t size : {1, 3, 8, 9, 16, 17, 128, 129, 240, 241, 1000}) {
    std::string bytes(size, 'a');
    std::set<uint64_t> hashes = {HashBytes(bytes)};
    for (size_t i = 0; i < size; ++i) {
      bytes[i] = 'b';
      EXPECT_TRUE(hashes.insert(HashBytes(bytes)).second) << size << " bytes, byte " << i;
      bytes[i] = 'a';
    }
  }
}

TEST(MixHashTest, IsPinned) {
  EXPECT_EQ(MixHash(0), 0u);
  EXPECT_EQ(MixHash(1), 0x5692161d100b05e5u);
  EXPECT_EQ(MixHash(~uint64_t{0}), 0xb4d055fcf2cbbd7bu);
}

// Over 64 inputs and every input bit, each output bit flips half of the time: within 6 standard
// errors of 64 * 64 = 4096 trials.
TEST(MixHashTest, EveryInputBitMovesEveryOutputBit) {
  std::vector<int> flips(64, 0);
  for (uint64_t i = 1; i <= 64; ++i) {
    const uint64_t x = i * 0x9e3779b97f4a7c15ULL;
    for (int bit = 0; bit < 64; ++bit) {
      const uint64_t changed = MixHash(x) ^ MixHash(x ^ uint64_t{1} << bit);
      EXPECT_GE(std::popcount(changed), 8) << "input " << x << " bit " << bit;
      for (int out = 0; out < 64; ++out) flips[out] += changed >> out & 1;
    }
  }
  for (int out = 0; out < 64; ++out) EXPECT_NEAR(flips[out], 2048, 6 * 32) << "output bit " << out;
}

}  // namespace
}  // namespace wirecopy
