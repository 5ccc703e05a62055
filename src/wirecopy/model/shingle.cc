#include "wirecopy/model/shingle.h"

#include <algorithm>

#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

// Not rolling: a window holds at most five tokens, and independent windows run faster than a serial chain.
uint64_t HashWindow(std::span<const Token> window) {
  uint64_t hash = 0x9e3779b97f4a7c15ULL * window.size();
  for (Token token : window) hash = (hash ^ token) * 0x9fb21c651e98df25ULL + (hash >> 29);
  return MixHash(hash);
}

}  // namespace

std::vector<Shingle> ShinglesOf(std::span<const Token> tokens) {
  std::vector<Shingle> shingles;
  shingles.reserve(tokens.size());
  const auto size = static_cast<uint32_t>(tokens.size());
  uint32_t end = 0;
  int weight = 0;  // of [begin, end)
  for (uint32_t begin = 0; begin < size; ++begin) {
    if (end < begin) end = begin;
    while (end < size && weight < kShingleWeight && tokens[end] != kBreakToken) {
      weight += TokenWeight(tokens[end++]);
    }
    if (weight >= kShingleWeight) {
      shingles.push_back({HashWindow(tokens.subspan(begin, end - begin)), begin, end - begin});
      weight -= TokenWeight(tokens[begin]);
    } else {
      // The stretch ended: go on behind the break.
      if (end >= size) break;
      begin = end;
      end = begin + 1;
      weight = 0;
    }
  }
  if (shingles.empty() && !tokens.empty()) shingles.push_back({HashWindow(tokens), 0, size});
  return shingles;
}

std::vector<uint64_t> ShingleSet(std::span<const Token> tokens) {
  std::vector<uint64_t> hashes;
  for (const Shingle& shingle : ShinglesOf(tokens)) hashes.push_back(shingle.hash);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

}  // namespace wirecopy
