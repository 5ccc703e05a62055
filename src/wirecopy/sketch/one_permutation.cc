#include "wirecopy/sketch/one_permutation.h"

#include <algorithm>
#include <utility>

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

// A permutation of the hashes, which are uniform already: one multiplication gives bits unlike
// those of any other salt. The bin is taken from the highest bits, the rank (31 bits, so never
// kEmptyBin) from below them.
class Permutation {
 public:
  Permutation(uint64_t salt, uint32_t bins) : multiplier_(MixHash(salt) | 1), bins_(bins) {}

  struct Place {
    uint32_t bin;
    uint32_t rank;
  };
  Place Of(uint64_t hash) const {
    const uint64_t mixed = hash * multiplier_;
    return {ScaleTo(mixed, bins_), static_cast<uint32_t>(mixed >> 16) >> 1};
  }

 private:
  uint64_t multiplier_;
  uint32_t bins_;
};

// The minima of bins, found by asking whether the least hash of each is kept, then the next.
class AskedMinima {
 public:
  AskedMinima(const Permutation& permutation, uint32_t bins)
      : permutation_(permutation), minima_(bins, kEmptyBin), is_open_(bins, 1), least_(bins) {}

  // `hashes`: those that may be the least of bins that are still open. Returns what is left of
  // them.
  std::vector<uint64_t> Ask(std::span<const uint64_t> hashes, const KeepHashes& keep) {
    FindLeast(hashes);
    Settle(hashes, keep);
    std::vector<uint64_t> left(hashes.size());
    size_t size = 0;
    for (size_t i = 0; i < hashes.size(); ++i) {
      const uint32_t bin = permutation_.Of(hashes[i]).bin;
      left[size] = hashes[i];
      size += is_open_[bin] != 0 && static_cast<uint32_t>(least_[bin]) != i;
    }
    left.resize(size);
    return left;
  }

  void AskForAll(std::vector<uint64_t> hashes, const KeepHashes& keep) {
    keep(hashes);
    for (uint64_t hash : hashes) {
      const auto [bin, rank] = permutation_.Of(hash);
      minima_[bin] = std::min(minima_[bin], rank);
    }
  }

  std::vector<uint32_t> Take() { return std::move(minima_); }

 private:
  // Rank and index of the least hash of each bin.
  void FindLeast(std::span<const uint64_t> hashes) {
    least_.assign(least_.size(), UINT64_MAX);
    for (size_t i = 0; i < hashes.size(); ++i) {
      const auto [bin, rank] = permutation_.Of(hashes[i]);
      least_[bin] = std::min(least_[bin], uint64_t{rank} << 32 | i);
    }
  }

  // Settles the bins whose least hash is kept.
  void Settle(std::span<const uint64_t> hashes, const KeepHashes& keep) {
    std::vector<uint64_t> asked;
    std::vector<uint32_t> bins;
    for (uint32_t bin = 0; bin < least_.size(); ++bin) {
      if (least_[bin] == UINT64_MAX) continue;
      asked.push_back(hashes[static_cast<uint32_t>(least_[bin])]);
      bins.push_back(bin);
    }
    std::vector<uint64_t> kept = asked;
    keep(kept);
    for (size_t i = 0, k = 0; i < asked.size() && k < kept.size(); ++i) {
      if (asked[i] != kept[k]) continue;
      ++k;
      minima_[bins[i]] = static_cast<uint32_t>(least_[bins[i]] >> 32);
      is_open_[bins[i]] = 0;
    }
  }

  const Permutation& permutation_;
  std::vector<uint32_t> minima_;
  std::vector<uint8_t> is_open_;
  std::vector<uint64_t> least_;
};

}  // namespace

std::vector<uint32_t> BinMinima(std::span<const uint64_t> hashes, uint64_t salt, uint32_t bins) {
  std::vector<uint32_t> minima(kTables * bins, kEmptyBin);
  const Permutation permutation(salt, bins);
  auto place = [&, table = minima.data()](uint64_t hash, size_t offset) {
    const auto [bin, rank] = permutation.Of(hash);
    uint32_t& least = table[offset + bin];
    least = std::min(least, rank);
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

std::vector<uint32_t> KeptBinMinima(std::span<const uint64_t> hashes, const KeepHashes& keep,
                                    uint64_t salt, uint32_t bins) {
  if (!keep) return BinMinima(hashes, salt, bins);
  const Permutation permutation(salt, bins);
  AskedMinima minima(permutation, bins);
  std::vector<uint64_t> left = minima.Ask(hashes, keep);
  constexpr int kRounds = 3;  // then few are kept, and asking for one at a time takes too long
  for (int round = 0; round < kRounds && !left.empty(); ++round) left = minima.Ask(left, keep);
  if (!left.empty()) minima.AskForAll(std::move(left), keep);
  return minima.Take();
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
