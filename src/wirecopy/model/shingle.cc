#include "wirecopy/model/shingle.h"

#include <algorithm>
#include <bit>

#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

constexpr uint32_t kInsertedAtMost = 16;
constexpr int kMostBucketBits = 20;  // whose counts fit into a second-level cache or nearly so

// Not rolling: a window holds at most five tokens, and independent windows run faster than a serial
// chain.
template <size_t extent>
uint64_t HashWindow(std::span<const Token, extent> window) {
  uint64_t hash = 0x9e3779b97f4a7c15ULL * window.size();
  for (Token token : window) hash = (hash ^ token) * 0x9fb21c651e98df25ULL + (hash >> 29);
  return MixHash(hash);
}

// Windows of characters alone, the most of a Chinese text: each holds five.
constexpr uint32_t kWindowCharacters = 5;
static_assert(kWindowCharacters * TokenWeight(CharacterToken(U'一')) == kShingleWeight);

// How many tokens from `begin` on are characters.
uint32_t CharactersFrom(std::span<const Token> tokens, uint32_t begin) {
  auto at = begin;
  while (at < tokens.size() && KindOf(tokens[at]) == TokenKind::kCharacter &&
         tokens[at] != kBreakToken)
    ++at;
  return at - begin;
}

// Appends the shingles of the windows that lie in [begin, end). REQUIRES: characters only.
void AppendCharacterShingles(std::span<const Token> tokens, uint32_t begin, uint32_t end,
                             std::vector<Shingle>& shingles) {
  for (uint32_t at = begin; at + kWindowCharacters <= end; ++at)
    shingles.push_back(
        {HashWindow(tokens.subspan(at).first<kWindowCharacters>()), at, kWindowCharacters});
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
    const uint32_t run = CharactersFrom(tokens, begin);
    if (run >= kWindowCharacters) {
      AppendCharacterShingles(tokens, begin, begin + run, shingles);
      end = begin + run;
      begin = end - kWindowCharacters + 1;  // the first whose window goes on beyond the run
      weight = kShingleWeight - TokenWeight(tokens[begin]);
    }
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

// Dealt out by their highest bits, about one a bucket, next to nothing is left to sort, and no hash
// has far to go.
void SortHashes(std::vector<uint64_t>& hashes) {
  if (hashes.size() < 128) {
    std::sort(hashes.begin(), hashes.end());
    return;
  }
  const int shift = 64 - std::min(static_cast<int>(std::bit_width(hashes.size())), kMostBucketBits);
  std::vector<uint32_t> ends((size_t{1} << (64 - shift)) + 1, 0);
  for (uint64_t hash : hashes) ++ends[(hash >> shift) + 1];
  for (size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
  std::vector<uint64_t> dealt(hashes.size());
  for (uint64_t hash : hashes) dealt[ends[hash >> shift]++] = hash;
  uint32_t begin = 0;
  for (uint32_t end : ends) {
    if (end - begin > kInsertedAtMost) {  // a passage repeated very often
      std::sort(dealt.begin() + begin, dealt.begin() + end);
    } else {
      for (uint32_t i = begin + 1; i < end; ++i) {
        const uint64_t hash = dealt[i];
        uint32_t place = i;
        for (; place > begin && dealt[place - 1] > hash; --place) dealt[place] = dealt[place - 1];
        dealt[place] = hash;
      }
    }
    begin = std::max(begin, end);
  }
  hashes.swap(dealt);
}

std::vector<uint64_t> ShingleSet(std::span<const Token> tokens) {
  return DistinctHashes(ShinglesOf(tokens));
}

std::vector<uint64_t> DistinctHashes(std::span<const Shingle> shingles) {
  std::vector<uint64_t> hashes(shingles.size());
  for (size_t i = 0; i < shingles.size(); ++i) hashes[i] = shingles[i].hash;
  SortHashes(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

}  // namespace wirecopy
