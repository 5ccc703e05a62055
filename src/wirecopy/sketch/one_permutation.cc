#include "wirecopy/sketch/one_permutation.h"

#include <algorithm>

#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

// Neighbouring hashes write to different tables, so that a store to a bin need not reach the next load of it at once.
constexpr size_t kTables = 4;

uint32_t ScaleTo(uint64_t mixed, uint32_t bins) {
  return static_cast<uint32_t>(((mixed >> 32) * bins) >> 32);
}

}  // namespace

std::vector<uint32_t> BinMinima(std::span<const uint64_t> hashes, uint64_t salt, uint32_t bins) {
  std::vector<uint32_t> tables(kTables * bins, kEmptyBin);
  auto place = [&](uint64_t hash, size_t table) {
    const uint64_t mixed = MixHash(hash ^ salt);
    uint32_t& least = tables[table * bins + ScaleTo(mixed, bins)];
    least = std::min(least, std::min(static_cast<uint32_t>(mixed), kEmptyBin - 1));
  };
  size_t i = 0;
  for (; i + kTables <= hashes.size(); i += kTables) {
    for (size_t table = 0; table < kTables; ++table) place(hashes[i + table], table);
  }
  for (; i < hashes.size(); ++i) place(hashes[i], 0);
  for (size_t table = 1; table < kTables; ++table) {
    for (uint32_t bin = 0; bin < bins; ++bin) {
      tables[bin] = std::min(tables[bin], tables[table * bins + bin]);
    }
  }
  tables.resize(bins);
  return tables;
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
