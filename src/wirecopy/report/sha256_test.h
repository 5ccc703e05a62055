// For tests: SHA-256 of some bytes, plainly written, as hexadecimal digits. Source: FIPS 180-4.
#ifndef WIRECOPY_REPORT_SHA256_TEST_H_
#define WIRECOPY_REPORT_SHA256_TEST_H_

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

namespace wirecopy {

// The first 32 bits of the fractional part of a root of the n-th prime.
inline uint32_t PrimeRootBits(int n, bool cube) {
  int prime = 1;
  for (int found = 0; found <= n;) {
    bool is_prime = ++prime > 1;
    for (int d = 2; d * d <= prime; ++d) is_prime &= prime % d != 0;
    found += is_prime;
  }
  const long double root = cube ? std::cbrt(static_cast<long double>(prime))
                                : std::sqrt(static_cast<long double>(prime));
  return static_cast<uint32_t>((root - std::floor(root)) * 4294967296.0L);
}

inline std::string Sha256(std::string_view text) {
  std::array<uint32_t, 64> k;
  std::array<uint32_t, 8> h;
  for (int i = 0; i < 64; ++i) k[i] = PrimeRootBits(i, true);
  for (int i = 0; i < 8; ++i) h[i] = PrimeRootBits(i, false);
  std::string bytes(text);
  bytes += '\x80';
  while (bytes.size() % 64 != 56) bytes += '\0';
  for (int shift = 56; shift >= 0; shift -= 8)
    bytes += static_cast<char>(uint64_t{text.size()} * 8 >> shift);
  for (size_t at = 0; at < bytes.size(); at += 64) {
    std::array<uint32_t, 64> w = {};
    for (size_t i = 0; i < 64; ++i)
      w[i / 4] = i < 64 ? w[i / 4] << 8 | static_cast<unsigned char>(bytes[at + i]) : 0;
    for (size_t i = 16; i < 64; ++i) {
      const uint32_t x = w[i - 15], y = w[i - 2];
      w[i] = w[i - 16] + (std::rotr(x, 7) ^ std::rotr(x, 18) ^ x >> 3) + w[i - 7] +
             (std::rotr(y, 17) ^ std::rotr(y, 19) ^ y >> 10);
    }
    std::array<uint32_t, 8> v = h;
    for (size_t i = 0; i < 64; ++i) {
      const uint32_t e = v[4], a = v[0];
      const uint32_t one = v[7] + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                           ((e & v[5]) ^ (~e & v[6])) + k[i] + w[i];
      const uint32_t two = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) +
                           ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
      v = {one + two, a, v[1], v[2], v[3] + one, e, v[5], v[6]};
    }
    for (size_t i = 0; i < 8; ++i) h[i] += v[i];
  }
  std::string hex;
  for (const uint32_t word : h) {
    for (int shift = 28; shift >= 0; shift -= 4) hex += "0123456789abcdef"[word >> shift & 15];
  }
  return hex;
}

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_SHA256_TEST_H_
