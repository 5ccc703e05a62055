#include "wirecopy/sketch/one_permutation.h"

#include <algorithm>

#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

// Neighbouring hashes write to different tables, so that a store to a bin need not reach the next
// load of it at once.
constexpr size_t kTables = 2;

// `mixed` scaled from 32 bits to [0, bins).
uint32_t ScaleTo(uint64_t mixed, uint32_t bins) {
  return static_cast<uint32_t>(((mixed >> 32) * bins) >> 32);
}

}  // namespace

std::vector<uint32_t> BinMinima(std::span<const uint64_t> hashes, uint64_t salt, uint32_t bins) {
  std::vector<uint32_t> minima(kTables * bins, kEmptyBin);
  // Hashes are uniform already: one multiplication gives bits unlike those of any other salt. The
  // bin is taken from the highest bits, the rank (31 bits, so never kEmptyBin) from below them.
  const uint64_t multiplier = MixHash(salt) | 1;
  auto place = [&, table = minima.data()](uint64_t hash, size_t offset) {
    const uint64_t mixed = hash * multiplier;
    uint32_t& least = table[offset + ScaleTo(mixed, bins)];
    least = std::min(least, static_cast<uint32_t>(mixed >> 16) >> 1);
  };
  size_t i = 0;
  for (; i + 1 < hashes.size(); i += kTables) {
    place(hashes[i], 0);
    place(hashes[i + 1], bins);
  }
  if (i < hashes.size()) place(hashes[i], 0);
  for (uint32_t bin = 0; bin < bins; ++bin) minima[bin] = std::min(minima[bin], minima[bins + bin]);
  minima.resize(bins);
  return minima;
}

void Densify(std::span<uint32_t> minima) {
  std::vector<uint32_t> filled;
  for (uint32_t bin = 0; bin < minima.size(); ++bin) {
    if (minima[bin] != kEmptyBin) filled.push_back(bin);
  }
  size_t empty = minima.size() - filled.size();
  if (filled.empty() || empty == 0) return;
  const auto bins = static_cast<uint32_t>(minima.size());
  for (uint64_t attempt = 1;; ++attempt) {
    for (uint32_t bin : filled) {
      uint32_t& target = minima[ScaleTo(MixHash(attempt << 32 | bin), bins)];
      if (target != kEmptyBin) continue;
      target = minima[bin];
      if (--empty == 0) return;
    }
  }
}

}  // namespace wirecopy
