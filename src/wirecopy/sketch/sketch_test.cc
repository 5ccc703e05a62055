#include "wirecopy/sketch/sketch.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <ostream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "gtest/gtest.h"
#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

std::vector<uint64_t> Hashes(uint64_t begin, uint64_t end) {
  std::vector<uint64_t> hashes;
  for (uint64_t i = begin; i < end; ++i) hashes.push_back(MixHash(i + 1));
  return hashes;
}

Sketch SketchOf(const std::vector<uint64_t>& hashes, const SketchOptions& options = {}) {
  return Sketcher::Create(options)->MakeSketch(hashes);
}

void ExpectEqual(const Sketch& a, const Sketch& b) {
  EXPECT_EQ(a.bins, b.bins);
  EXPECT_EQ(a.band_keys, b.band_keys);
  EXPECT_EQ(a.band_numbers, b.band_numbers);
  EXPECT_EQ(a.sample, b.sample);
  EXPECT_EQ(a.sample_rate, b.sample_rate);
}

struct OptionsCase {
  const char* name;
  SketchOptions options;
  const char* message;  // null: fine
};
void PrintTo(const OptionsCase& row, std::ostream* out) { *out << row.name; }

class CreateTest : public testing::TestWithParam<OptionsCase> {};

TEST_P(CreateTest, Validates) {
  const auto sketcher = Sketcher::Create(GetParam().options);
  if (GetParam().message == nullptr) {
    EXPECT_TRUE(sketcher.ok()) << sketcher.status();
    return;
  }
  EXPECT_EQ(sketcher.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(sketcher.status().message(), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Options, CreateTest,
    testing::Values(
        OptionsCase{"defaults", {}, nullptr},
        OptionsCase{
            "least",
            {.bins = 64, .bands = 1, .rows_per_band = 1, .sample_rate = 1e-9, .min_samples = 0},
            nullptr},
        OptionsCase{
            "most", {.bins = 4096, .bands = 256, .rows_per_band = 16, .sample_rate = 1}, nullptr},
        OptionsCase{"few bins",
                    {.bins = 32},
                    "SketchOptions.bins is 32; it must be a power of two in [64, 4096]"},
        OptionsCase{"many bins",
                    {.bins = 8192},
                    "SketchOptions.bins is 8192; it must be a power of two in [64, 4096]"},
        OptionsCase{"odd bins",
                    {.bins = 500},
                    "SketchOptions.bins is 500; it must be a power of two in [64, 4096]"},
        OptionsCase{"no bands", {.bands = 0}, "SketchOptions.bands is 0; it must be in [1, 256]"},
        OptionsCase{
            "many bands", {.bands = 257}, "SketchOptions.bands is 257; it must be in [1, 256]"},
        OptionsCase{"no rows",
                    {.rows_per_band = 0},
                    "SketchOptions.rows_per_band is 0; it must be in [1, 16]"},
        OptionsCase{"many rows",
                    {.rows_per_band = 17},
                    "SketchOptions.rows_per_band is 17; it must be in [1, 16]"},
        OptionsCase{
            "no rate", {.sample_rate = 0}, "SketchOptions.sample_rate is 0; it must be in (0, 1]"},
        OptionsCase{"high rate",
                    {.sample_rate = 1.5},
                    "SketchOptions.sample_rate is 1.5; it must be in (0, 1]"},
        OptionsCase{"not a number",
                    {.sample_rate = std::nan("")},
                    "SketchOptions.sample_rate is nan; it must be in (0, 1]"}));

TEST(MakeSketchTest, OfNothing) {
  const Sketch sketch = SketchOf({});
  EXPECT_EQ(sketch.bins, std::vector<uint8_t>(512, 0));
  EXPECT_TRUE(sketch.band_keys.empty());
  EXPECT_TRUE(sketch.band_numbers.empty());
  EXPECT_TRUE(sketch.sample.empty());
  EXPECT_EQ(sketch.sample_rate, 1);
}

// Stored formats hold these values: they change only with a format number.
TEST(MakeSketchTest, IsPinned) {
  const std::vector<uint64_t> hashes = Hashes(0, 2000);
  const Sketch sketch = SketchOf(hashes, {.sample_rate = 1.0 / 16});
  EXPECT_EQ(HashOf(std::span<const uint8_t>(sketch.bins)), 0xa6210ef351dc7537u);
  EXPECT_EQ(HashOf(std::span<const uint64_t>(sketch.band_keys)), 0xac75b12a6fdd86a3u);
  EXPECT_EQ(HashOf(std::span<const uint64_t>(sketch.sample)), 0x68a365ea06dbd8e5u);
  const Sketch seeded = SketchOf(hashes, {.seed = 7});
  EXPECT_EQ(HashOf(std::span<const uint8_t>(seeded.bins)), 0x95411fb95f6ebb7fu);
}

TEST(MakeSketchTest, SeesTheSetNotTheListing) {
  std::mt19937 random(8);
  for (uint64_t size : {1, 5, 100, 700, 3000}) {
    std::vector<uint64_t> hashes = Hashes(0, size);
    const Sketch sketch = SketchOf(hashes);
    hashes.insert(hashes.end(), hashes.begin(),
                  hashes.begin() + static_cast<ptrdiff_t>(size / 2 + 1));
    std::shuffle(hashes.begin(), hashes.end(), random);
    ExpectEqual(SketchOf(hashes), sketch);
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    ExpectEqual(SketchOf(hashes), sketch);
  }
}

TEST(MakeSketchTest, TakesAHashOfZero) {
  EXPECT_EQ(SketchOf({5, 0, 3, 0}).sample, (std::vector<uint64_t>{0, 3, 5}));
  EXPECT_EQ(SketchOf({0}).sample, (std::vector<uint64_t>{0}));
}

TEST(MakeSketchTest, WithoutBinsIsElseTheSame) {
  const std::vector<uint64_t> hashes = Hashes(0, 2000);
  Sketch sketch = Sketcher::Create({})->MakeSketch(hashes, nullptr, false);
  EXPECT_TRUE(sketch.bins.empty());
  sketch.bins = SketchOf(hashes).bins;
  ExpectEqual(sketch, SketchOf(hashes));
}

TEST(MakeSketchTest, FormulasCountForBinsAndNominateNobody) {
  const auto sketcher = Sketcher::Create({});
  const std::vector<uint64_t> shingles = Hashes(0, 1000);
  const std::vector<uint64_t> informative = Hashes(0, 400);
  const std::set<uint64_t> kept(informative.begin(), informative.end());
  const Sketch sketch = sketcher->MakeSketch(shingles, [&](std::vector<uint64_t>& hashes) {
    std::erase_if(hashes, [&](uint64_t hash) { return !kept.contains(hash); });
  });
  EXPECT_EQ(sketch.bins, SketchOf(shingles).bins);
  EXPECT_EQ(sketch.band_keys, SketchOf(informative).band_keys);
  EXPECT_EQ(sketch.sample, SketchOf(informative).sample);
  const Sketch formulas_only =
      sketcher->MakeSketch(shingles, [](std::vector<uint64_t>& hashes) { hashes.clear(); });
  EXPECT_TRUE(formulas_only.band_keys.empty());
  EXPECT_TRUE(formulas_only.sample.empty());
}

TEST(MakeSketchTest, AShortTextHasOnlyBandsWithARealValue) {
  const Sketch one = SketchOf(Hashes(0, 1));
  EXPECT_EQ(one.band_keys.size(), 1u);
  const Sketch few = SketchOf(Hashes(0, 8));
  EXPECT_GE(few.band_keys.size(), 4u);
  EXPECT_LE(few.band_keys.size(), 8u);
  EXPECT_TRUE(std::is_sorted(few.band_numbers.begin(), few.band_numbers.end()));
  EXPECT_EQ(SketchOf(Hashes(0, 3000)).band_keys.size(), SketchOptions().bands);
}

TEST(MakeSketchTest, KeysOfDifferentBandsDiffer) {
  // One hash densifies into every row of every band, so all rows hold the same rank.
  std::vector<uint64_t> keys;
  for (uint64_t i = 0; i < 300; ++i) {
    const Sketch sketch = SketchOf(Hashes(i, i + 1));
    keys.insert(keys.end(), sketch.band_keys.begin(), sketch.band_keys.end());
  }
  std::vector<uint64_t> full = SketchOf(Hashes(0, 3000)).band_keys;
  keys.insert(keys.end(), full.begin(), full.end());
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
}

struct SampleCase {
  const char* name;
  uint64_t shingles;
  double rate;
};
void PrintTo(const SampleCase& row, std::ostream* out) { *out << row.name; }

class SampleTest : public testing::TestWithParam<SampleCase> {};

TEST_P(SampleTest, HoldsEveryHashBelowItsBound) {
  const SketchOptions options = {.sample_rate = 1.0 / 16, .min_samples = 32};
  const std::vector<uint64_t> hashes = Hashes(0, GetParam().shingles);
  const Sketch sketch = SketchOf(hashes, options);
  EXPECT_EQ(sketch.sample_rate, GetParam().rate);
  std::vector<uint64_t> expected;
  for (uint64_t hash : hashes) {
    if (std::ldexp(static_cast<double>(hash), -64) < GetParam().rate) expected.push_back(hash);
  }
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(sketch.sample, expected);
}

INSTANTIATE_TEST_SUITE_P(Lengths, SampleTest,
                         testing::Values(SampleCase{"shorter than the least sample: all", 20, 1},
                                         SampleCase{"short", 100, .5},
                                         SampleCase{"medium", 300, .125},
                                         SampleCase{"long", 5000, 1.0 / 16}));

// The recall of the default plan at a stated resemblance, against the banding curve 1 - (1 -
// J^rows)^bands: within 5 standard errors over independent pairs, for texts long enough to fill the
// bins, and no less than stated for short.
TEST(BandKeysTest, MeetAsTheBandingCurveSays) {
  const SketchOptions options;
  for (uint64_t shingles : {150, 2000}) {
    for (double wanted : {.3, .5, .7}) {
      const auto shared =
          static_cast<uint64_t>(std::lround(2.0 * shingles * wanted / (1 + wanted)));
      const double exact = static_cast<double>(shared) / (2.0 * shingles - shared);
      const double expected =
          1 - std::pow(1 - std::pow(exact, options.rows_per_band), options.bands);
      constexpr int kPairs = 1000;
      int met = 0;
      for (uint64_t pair = 0; pair < kPairs; ++pair) {
        const uint64_t base = pair << 32;
        const Sketch a = SketchOf(Hashes(base, base + shingles), options);
        const Sketch b =
            SketchOf(Hashes(base + shingles - shared, base + 2 * shingles - shared), options);
        std::vector<uint64_t> common;
        std::vector<uint64_t> keys_a = a.band_keys;
        std::vector<uint64_t> keys_b = b.band_keys;
        std::sort(keys_a.begin(), keys_a.end());
        std::sort(keys_b.begin(), keys_b.end());
        std::set_intersection(keys_a.begin(), keys_a.end(), keys_b.begin(), keys_b.end(),
                              std::back_inserter(common));
        met += !common.empty();
      }
      const double error = std::sqrt(std::max(expected * (1 - expected), 1e-3) / kPairs);
      // Bins without replacement and copies in empty bins make bands of a short text depend on each
      // other.
      const double slack = shingles < 1000 ? .05 : .01;
      EXPECT_NEAR(met / static_cast<double>(kPairs), expected, 5 * error + slack)
          << shingles << " shingles, J " << exact;
    }
  }
}

}  // namespace
}  // namespace wirecopy
