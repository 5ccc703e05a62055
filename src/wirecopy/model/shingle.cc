#include "wirecopy/model/shingle.h"

#include <algorithm>
#include <array>
#include <utility>

#include "wirecopy/model/character_windows.h"

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

// How many tokens from `begin` on are characters.
uint32_t CharactersFrom(std::span<const Token> tokens, uint32_t begin) {
  auto at = begin;
  while (at < tokens.size() && KindOf(tokens[at]) == TokenKind::kCharacter &&
         tokens[at] != kBreakToken)
    ++at;
  return at - begin;
}

// Calls take_run(begin, count) for windows of five characters that begin one after another, and
// take(begin, length) for every other window.
template <typename TakeRun, typename Take>
void ForEachWindow(std::span<const Token> tokens, TakeRun take_run, Take take) {
  const auto size = static_cast<uint32_t>(tokens.size());
  uint32_t end = 0;
  int weight = 0;  // of [begin, end)
  for (uint32_t begin = 0; begin < size; ++begin) {
    if (end < begin) end = begin;
    const uint32_t run = CharactersFrom(tokens, begin);
    if (run >= kWindowCharacters) {
      take_run(begin, run - kWindowCharacters + 1);
      end = begin + run;
      begin = end - kWindowCharacters + 1;  // the first whose window goes on beyond the run
      weight = kShingleWeight - TokenWeight(tokens[begin]);
    }
    while (end < size && weight < kShingleWeight && tokens[end] != kBreakToken) {
      weight += TokenWeight(tokens[end++]);
    }
    if (weight >= kShingleWeight) {
      take(begin, end - begin);
      weight -= TokenWeight(tokens[begin]);
    } else {
      // The stretch ended: go on behind the break.
      if (end >= size) break;
      begin = end;
      end = begin + 1;
      weight = 0;
    }
  }
}

std::vector<uint64_t> Distinct(std::vector<uint64_t> hashes) {
  SortHashes(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

}  // namespace

std::vector<Shingle> ShinglesOf(std::span<const Token> tokens) {
  std::vector<Shingle> shingles;
  shingles.reserve(tokens.size());
  std::vector<uint64_t> hashes;
  ForEachWindow(
      tokens,
      [&](uint32_t begin, uint32_t windows) {
        hashes.resize(windows);
        HashCharacterWindows(tokens.subspan(begin), hashes);
        for (uint32_t i = 0; i < windows; ++i)
          shingles.push_back({hashes[i], begin + i, kWindowCharacters});
      },
      [&](uint32_t begin, uint32_t length) {
        shingles.push_back({HashWindow(tokens.subspan(begin, length)), begin, length});
      });
  if (shingles.empty() && !tokens.empty())
    shingles.push_back({HashWindow(tokens), 0, static_cast<uint32_t>(tokens.size())});
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

std::vector<uint64_t> ShingleHashes(std::span<const Token> tokens) {
  std::vector<uint64_t> hashes(tokens.size());
  size_t count = 0;
  ForEachWindow(
      tokens,
      [&](uint32_t begin, uint32_t windows) {
        HashCharacterWindows(tokens.subspan(begin), std::span(hashes).subspan(count, windows));
        count += windows;
      },
      [&](uint32_t begin, uint32_t length) {
        hashes[count++] = HashWindow(tokens.subspan(begin, length));
      });
  if (count == 0 && !tokens.empty()) hashes[count++] = HashWindow(tokens);
  hashes.resize(count);
  return hashes;
}

std::vector<uint64_t> ShingleSet(std::span<const Token> tokens) {
  return Distinct(ShingleHashes(tokens));
}

std::vector<uint64_t> DistinctHashes(std::span<const Shingle> shingles) {
  std::vector<uint64_t> hashes(shingles.size());
  for (size_t i = 0; i < shingles.size(); ++i) hashes[i] = shingles[i].hash;
  return Distinct(std::move(hashes));
}

}  // namespace wirecopy
