#include "wirecopy/sketch/one_permutation.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <ostream>
#include <random>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

std::vector<uint64_t> Hashes(uint64_t begin, uint64_t end) {
  std::vector<uint64_t> hashes;
  for (uint64_t i = begin; i < end; ++i) hashes.push_back(MixHash(i + 1));
  return hashes;
}

double ShareOfEqual(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  int equal = 0;
  for (size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i];
  return equal / static_cast<double>(a.size());
}

TEST(BinMinimaTest, OfNothingIsEmpty) {
  EXPECT_EQ(BinMinima({}, 1, 5), std::vector<uint32_t>(5, kEmptyBin));
}

TEST(BinMinimaTest, OneHashFillsOneBin) {
  const std::vector<uint32_t> minima = BinMinima(Hashes(0, 1), 1, 128);
  EXPECT_EQ(std::count(minima.begin(), minima.end(), kEmptyBin), 127);
}

TEST(BinMinimaTest, IsPinned) {
  const std::vector<uint32_t> expected = {382151224, 623256063, kEmptyBin, 166564928, 533455508};
  EXPECT_EQ(BinMinima(Hashes(0, 12), 77, 5), expected);
}

// However many are kept, those of one bin and of equal ranks included; and few are asked about
// where most are.
TEST(KeptBinMinimaTest, AreTheMinimaOfWhatIsKept) {
  for (const uint64_t size : {0, 1, 40, 1000, 20000}) {
    std::vector<uint64_t> hashes = Hashes(0, size);
    hashes.insert(hashes.end(), hashes.begin(), hashes.begin() + static_cast<ptrdiff_t>(size / 3));
    for (const uint64_t kept_of_100 : {0, 3, 50, 85, 100}) {
      const auto is_out = [&](uint64_t hash) { return MixHash(hash) % 100 >= kept_of_100; };
      size_t asked = 0;
      const std::vector<uint32_t> minima = KeptBinMinima(
          hashes,
          [&](std::vector<uint64_t>& list) {
            asked += list.size();
            std::erase_if(list, is_out);
          },
          5, 128);
      std::vector<uint64_t> kept = hashes;
      std::erase_if(kept, is_out);
      EXPECT_EQ(minima, BinMinima(kept, 5, 128)) << size << " " << kept_of_100;
      if (size >= 1000 && kept_of_100 >= 85) {
        EXPECT_LT(asked, 128 * 3) << size << " " << kept_of_100;
      }
    }
  }
}

TEST(KeptBinMinimaTest, HashesOfOneRankAreAskedAboutTogether) {
  // Bits 16 and below reach neither bin nor rank under a salt that multiplies by 1.
  const auto at = [](uint64_t rank, uint64_t low) { return rank << 17 | low; };
  const std::vector<uint64_t> hashes = {at(5, 1), at(5, 2), at(9, 3)};
  for (const uint64_t only : hashes) {
    const KeepHashes keep = [&](std::vector<uint64_t>& list) {
      std::erase_if(list, [&](uint64_t hash) { return hash != only; });
    };
    EXPECT_EQ(KeptBinMinima(hashes, keep, 0, 4), BinMinima({&only, 1}, 0, 4));
  }
}

// Order and repetition change nothing; neither does the number of hashes left over behind the last
// group of four.
TEST(BinMinimaTest, IsThatOfTheSet) {
  std::mt19937 random(3);
  for (uint64_t size : {1, 2, 3, 4, 5, 7, 8, 100, 1001}) {
    const std::vector<uint64_t> hashes = Hashes(0, size);
    const std::vector<uint32_t> minima = BinMinima(hashes, 9, 100);
    std::vector<uint64_t> twice = hashes;
    twice.insert(twice.end(), hashes.begin(), hashes.end());
    std::shuffle(twice.begin(), twice.end(), random);
    EXPECT_EQ(BinMinima(twice, 9, 100), minima) << size;
    // The minima of a union are the lesser of the minima: what makes them a sketch.
    const std::vector<uint32_t> more = BinMinima(Hashes(size, size + 50), 9, 100);
    const std::vector<uint32_t> all = BinMinima(Hashes(0, size + 50), 9, 100);
    for (size_t bin = 0; bin < 100; ++bin)
      ASSERT_EQ(all[bin], std::min(minima[bin], more[bin])) << size;
  }
}

TEST(BinMinimaTest, SaltsGiveUnrelatedPermutations) {
  EXPECT_EQ(ShareOfEqual(BinMinima(Hashes(0, 1000), 1, 128), BinMinima(Hashes(0, 1000), 2, 128)),
            0);
}

TEST(DensifyTest, LeavesFullAndEmptyAlone) {
  std::vector<uint32_t> empty(7, kEmptyBin);
  Densify(empty);
  EXPECT_EQ(empty, std::vector<uint32_t>(7, kEmptyBin));
  std::vector<uint32_t> full = {4, 3, 2, 1};
  Densify(full);
  EXPECT_EQ(full, (std::vector<uint32_t>{4, 3, 2, 1}));
  Densify({});
}

TEST(DensifyTest, KeepsFilledBinsAndFillsTheRestFromThem) {
  for (uint32_t bins : {1u, 2u, 64u, 128u, 1000u, 4096u}) {
    std::vector<uint32_t> minima(bins, kEmptyBin);
    minima[0] = 10;
    minima[bins / 2] = 20;
    std::vector<uint32_t> dense = minima;
    Densify(dense);
    for (uint32_t bin = 0; bin < bins; ++bin) {
      const bool kept = dense[bin] == minima[bin];
      const bool filled = minima[bin] == kEmptyBin && (dense[bin] == 10 || dense[bin] == 20);
      EXPECT_TRUE(kept || filled) << bins << " bins, bin " << bin;
    }
  }
}

struct ResemblanceCase {
  const char* name;
  int shingles;  // of each side
  double resemblance;
};
void PrintTo(const ResemblanceCase& row, std::ostream* out) { *out << row.name; }

class DensifiedAgreementTest : public testing::TestWithParam<ResemblanceCase> {};

// Two sets agree in a densified bin with probability J, also where most bins were empty. The bins
// of one pair depend on each other, so the standard error is taken over independent pairs.
TEST_P(DensifiedAgreementTest, IsTheResemblance) {
  const auto [name, shingles, wanted] = GetParam();
  const int shared = static_cast<int>(std::lround(2 * shingles * wanted / (1 + wanted)));
  const double exact = static_cast<double>(shared) / (2 * shingles - shared);
  constexpr int kPairs = 1500;
  double sum = 0;
  double squares = 0;
  for (uint64_t pair = 0; pair < kPairs; ++pair) {
    const uint64_t base = pair * 1000000;
    std::vector<uint32_t> a = BinMinima(Hashes(base, base + shingles), 5, 128);
    std::vector<uint32_t> b =
        BinMinima(Hashes(base + shingles - shared, base + 2 * shingles - shared), 5, 128);
    Densify(a);
    Densify(b);
    const double share = ShareOfEqual(a, b);
    sum += share;
    squares += share * share;
  }
  const double mean = sum / kPairs;
  const double error = std::sqrt((squares / kPairs - mean * mean) / kPairs);
  EXPECT_NEAR(mean, exact, 5 * error);
  EXPECT_LT(error, 0.02);
}

INSTANTIATE_TEST_SUITE_P(Sizes, DensifiedAgreementTest,
                         testing::Values(ResemblanceCase{"20 shingles, J .5", 20, .5},
                                         ResemblanceCase{"100 shingles, J .3", 100, .3},
                                         ResemblanceCase{"100 shingles, J .8", 100, .8},
                                         ResemblanceCase{"1000 shingles, J .5", 1000, .5}));

}  // namespace
}  // namespace wirecopy
