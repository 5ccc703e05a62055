// Hashes of neighbouring windows of five tokens, many at once: what most shingles of a Chinese text
// are.
//
// Cost: about a nanosecond a window with AVX-512. Threads: pure functions. The instruction set is
// chosen while running, equal results everywhere (tests/reference/character_windows_reference.h is
// the plain twin).
#ifndef WIRECOPY_MODEL_CHARACTER_WINDOWS_H_
#define WIRECOPY_MODEL_CHARACTER_WINDOWS_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "wirecopy/base/hash.h"
#include "wirecopy/model/token.h"

namespace wirecopy {

inline constexpr uint32_t kWindowCharacters = 5;
static_assert(kWindowCharacters * TokenWeight(CharacterToken(U'一')) == kShingleWeight);

inline constexpr uint64_t kWindowSeed = 0x9e3779b97f4a7c15ULL;  // times the tokens of the window
inline constexpr uint64_t kWindowFactor = 0x9fb21c651e98df25ULL;

// Of a window of any size. Not rolling: a window holds at most five tokens, and independent windows
// run faster than a serial chain.
constexpr uint64_t HashWindow(std::span<const Token> window) {
  uint64_t hash = kWindowSeed * window.size();
  for (Token token : window) hash = (hash ^ token) * kWindowFactor + (hash >> 29);
  return MixHash(hash);
}

// out[i] = HashWindow(tokens[i, i + 5)). REQUIRES: `tokens` holds four tokens more than `out`.
void HashCharacterWindows(std::span<const Token> tokens, std::span<uint64_t> out);

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_CHARACTER_WINDOWS_H_
