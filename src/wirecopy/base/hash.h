// 64-bit hashes of bytes and integers: the one hash function of the project.
//
//   uint64_t h = HashBytes("text");
//   uint64_t h = HashOf(std::span<const uint32_t>(tokens));
//   uint64_t h = MixHash(a ^ b);
//
// Stability: values are part of the stored formats (sketches, backgrounds); they change only with a
// format number. Threads: pure functions. Source: XXH3 (xxHash 0.8), the mixer is the finaliser of
// SplitMix64.
#ifndef WIRECOPY_BASE_HASH_H_
#define WIRECOPY_BASE_HASH_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "wirecopy/base/export.h"

namespace wirecopy {

WIRECOPY_EXPORT uint64_t HashBytes(const void* bytes, size_t size_bytes, uint64_t seed = 0);
inline uint64_t HashBytes(std::string_view bytes, uint64_t seed = 0) {
  return HashBytes(bytes.data(), bytes.size(), seed);
}
template <typename T>
uint64_t HashOf(std::span<const T> values, uint64_t seed = 0) {
  static_assert(std::is_integral_v<T>);
  return HashBytes(values.data(), values.size_bytes(), seed);
}

// A bijection of 64-bit integers whose every output bit depends on every input bit.
constexpr uint64_t MixHash(uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

}  // namespace wirecopy

#endif  // WIRECOPY_BASE_HASH_H_
