#include "wirecopy/sketch/sketch.h"

#include <algorithm>
#include <bit>

#include "absl/status/status.h"
#include "absl/strings/str_format.h"
#include "wirecopy/base/hash.h"
#include "wirecopy/model/sample_overlap.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/sketch/one_permutation.h"

namespace wirecopy {
namespace {

// The bins, the bands and the sample see the same shingles through unrelated permutations.
constexpr uint64_t kBinSalt = 0x8c61d1a7f0e3b925ULL;
constexpr uint64_t kBandSalt = 0x3f84d5b5b5470917ULL;

// A rank as one of the values 1..255; 0 stays for the empty bin. Low bits: those of a minimum are
// still uniform.
uint8_t ValueOf(uint32_t rank) {
  return rank == kEmptyBin ? 0 : static_cast<uint8_t>(1 + (((rank & 0xffff) * 255) >> 16));
}

void AddBandKeys(std::span<const uint64_t> shingles, const KeepHashes& keep,
                 const SketchOptions& options, Sketch& sketch) {
  const uint32_t rows = options.rows_per_band;
  std::vector<uint32_t> minima =
      KeptBinMinima(shingles, keep, MixHash(options.seed) ^ kBandSalt, options.bands * rows);
  std::vector<uint16_t> with_value;
  for (uint32_t band = 0; band < options.bands; ++band) {
    const auto begin = minima.begin() + band * rows;
    if (std::any_of(begin, begin + rows, [](uint32_t rank) { return rank != kEmptyBin; })) {
      with_value.push_back(static_cast<uint16_t>(band));
    }
  }
  if (with_value.empty()) return;
  Densify(minima);
  sketch.band_keys.reserve(with_value.size());
  for (uint16_t band : with_value) {
    uint64_t key = kBandSalt * (band + 1);
    for (uint32_t row = 0; row < rows; ++row) {
      key = (key ^ minima[band * rows + row]) * 0x9fb21c651e98df25ULL + (key >> 29);
    }
    sketch.band_keys.push_back(MixHash(key));
  }
  sketch.band_numbers = std::move(with_value);
}

void AddSample(std::span<const uint64_t> shingles, const KeepHashes& keep,
               const SketchOptions& options, Sketch& sketch) {
  const uint64_t salt = MixHash(options.seed);
  std::vector<uint64_t> more(shingles.size());
  uint64_t beyond = 0;  // what was sampled before is less, but for the first time
  for (double rate = options.sample_rate;; rate *= 2) {
    sketch.sample_rate = std::min(rate, 1.0);
    const uint64_t bound = SampleBound(sketch.sample_rate);
    size_t size = 0;
    more.resize(shingles.size());
    for (uint64_t hash : shingles) {
      // Written always and counted sometimes: a branch would be mispredicted once a sampled hash.
      more[size] = hash;
      size += (hash ^ salt) <= bound && (hash ^ salt) >= beyond;
    }
    more.resize(size);
    if (keep) keep(more);
    for (uint64_t hash : more) sketch.sample.push_back(hash ^ salt);
    // Sorted shingles give a sorted sample, but under a seed.
    if (!std::ranges::is_sorted(sketch.sample)) SortHashes(sketch.sample);
    const auto repeated = std::ranges::unique(sketch.sample);
    sketch.sample.erase(repeated.begin(), repeated.end());
    if (sketch.sample.size() >= options.min_samples || sketch.sample_rate >= 1) break;
    beyond = bound + 1;
  }
  sketch.sample.shrink_to_fit();
}

absl::Status OutOfRange(const char* option, double value, const char* allowed) {
  return absl::InvalidArgumentError(
      absl::StrFormat("SketchOptions.%s is %g; it must be %s", option, value, allowed));
}

}  // namespace

absl::StatusOr<Sketcher> Sketcher::Create(const SketchOptions& options) {
  if (options.bins < 64 || options.bins > 4096 || !std::has_single_bit(options.bins)) {
    return OutOfRange("bins", options.bins, "a power of two in [64, 4096]");
  }
  if (options.bands < 1 || options.bands > 256)
    return OutOfRange("bands", options.bands, "in [1, 256]");
  if (options.rows_per_band < 1 || options.rows_per_band > 16) {
    return OutOfRange("rows_per_band", options.rows_per_band, "in [1, 16]");
  }
  if (options.bands * options.rows_per_band > 4096) {
    return OutOfRange("bands * rows_per_band", options.bands * options.rows_per_band,
                      "at most 4096");
  }
  if (!(options.sample_rate > 0 && options.sample_rate <= 1)) {
    return OutOfRange("sample_rate", options.sample_rate, "in (0, 1]");
  }
  return Sketcher(options);
}

Sketch Sketcher::MakeSketch(std::span<const uint64_t> shingles, const KeepHashes& keep_informative,
                            bool with_bins) const {
  Sketch sketch;
  if (with_bins) {
    const std::vector<uint32_t> minima =
        BinMinima(shingles, MixHash(options_.seed) ^ kBinSalt, options_.bins);
    sketch.bins.resize(options_.bins);
    std::transform(minima.begin(), minima.end(), sketch.bins.begin(), ValueOf);
  }
  AddBandKeys(shingles, keep_informative, options_, sketch);
  AddSample(shingles, keep_informative, options_, sketch);
  return sketch;
}

}  // namespace wirecopy
