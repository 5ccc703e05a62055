// The plain twin of HashCharacterWindows (wirecopy/model/character_windows.h): the definition
// written out, sharing no code with it.
#ifndef WIRECOPY_TESTS_REFERENCE_CHARACTER_WINDOWS_REFERENCE_H_
#define WIRECOPY_TESTS_REFERENCE_CHARACTER_WINDOWS_REFERENCE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wirecopy::reference {

inline uint64_t HashFiveTokens(const uint32_t* tokens) {
  uint64_t hash = 0x9e3779b97f4a7c15ULL * 5;
  for (int i = 0; i < 5; ++i) {
    const uint64_t shifted = hash >> 29;
    hash ^= tokens[i];
    hash *= 0x9fb21c651e98df25ULL;
    hash += shifted;
  }
  hash ^= hash >> 30;
  hash *= 0xbf58476d1ce4e5b9ULL;
  hash ^= hash >> 27;
  hash *= 0x94d049bb133111ebULL;
  return hash ^ (hash >> 31);
}

// REQUIRES: tokens.size() >= count + 4.
inline std::vector<uint64_t> HashCharacterWindows(std::span<const uint32_t> tokens, size_t count) {
  std::vector<uint64_t> hashes(count);
  for (size_t i = 0; i < count; ++i) hashes[i] = HashFiveTokens(tokens.data() + i);
  return hashes;
}

}  // namespace wirecopy::reference

#endif  // WIRECOPY_TESTS_REFERENCE_CHARACTER_WINDOWS_REFERENCE_H_
