#include "wirecopy/model/shingle.h"

#include <algorithm>
#include <array>
#include <utility>

#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

constexpr size_t kFewHashes = 64;
constexpr int kMostDigitBits = 11;

// The digits by which so many evenly spread hashes are nearly all told apart.
struct Digits {
  int count;
  int bits;
};
Digits DigitsFor(size_t hashes) {
  if (hashes < 1024) return {2, 8};
  return {hashes < (1 << 16) ? 2 : 3, kMostDigitBits};
}

// A stable pass of a radix sort.
void DealOut(std::span<const uint64_t> from, int shift, int bits, std::span<uint64_t> to) {
  const uint64_t mask = (uint64_t{1} << bits) - 1;
  std::array<uint32_t, size_t{1} << kMostDigitBits> place;
  std::fill_n(place.begin(), mask + 1, 0);
  for (uint64_t hash : from) ++place[hash >> shift & mask];
  uint32_t sum = 0;
  for (size_t digit = 0; digit <= mask; ++digit)
    place[digit] = std::exchange(sum, sum + place[digit]);
  for (uint64_t hash : from) to[place[hash >> shift & mask]++] = hash;
}

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

// By their highest bits, from the lower ones of these to the higher, without a branch that could be
// mispredicted; evenly spread hashes that agree in all of them are few.
void SortHashes(std::vector<uint64_t>& hashes) {
  if (hashes.size() < kFewHashes) {
    std::sort(hashes.begin(), hashes.end());
    return;
  }
  const Digits digits = DigitsFor(hashes.size());
  const int lowest = 64 - digits.count * digits.bits;
  std::vector<uint64_t> dealt(hashes.size());
  for (int shift = lowest; shift < 64; shift += digits.bits) {
    DealOut(hashes, shift, digits.bits, dealt);
    hashes.swap(dealt);
  }
  for (size_t i = 1; i < hashes.size(); ++i) {
    if (hashes[i - 1] <= hashes[i]) continue;
    const auto agrees = [&](uint64_t hash) { return hash >> lowest == hashes[i] >> lowest; };
    size_t begin = i;
    while (begin > 0 && agrees(hashes[begin - 1])) --begin;
    size_t end = i;
    while (end < hashes.size() && agrees(hashes[end])) ++end;
    std::sort(hashes.begin() + static_cast<ptrdiff_t>(begin),
              hashes.begin() + static_cast<ptrdiff_t>(end));
    i = end - 1;
  }
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
