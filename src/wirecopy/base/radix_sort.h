// Sorts by the low bits of a 64-bit key; stable.
//
//   RadixSort(entries, scratch, 33, [](const Entry& entry) { return entry.key; });
//
// Cost: one pass a digit of 11 bits; a few values are compared instead. Memory: as much again as
// the values, in `scratch` (any content, resized).
#ifndef WIRECOPY_BASE_RADIX_SORT_H_
#define WIRECOPY_BASE_RADIX_SORT_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace wirecopy {

inline constexpr int kRadixBits = 11;
inline constexpr size_t kFewValues = 256;  // the table of a digit costs more than comparing them

// REQUIRES: 0 <= bits <= 64; `key_of` gives a uint64_t.
template <typename T, typename KeyOf>
void RadixSort(std::vector<T>& values, std::vector<T>& scratch, int bits, KeyOf key_of) {
  const uint64_t low = bits == 64 ? ~uint64_t{0} : (uint64_t{1} << bits) - 1;
  if (values.size() <= kFewValues) {
    std::ranges::stable_sort(values, {}, [&](const T& value) { return key_of(value) & low; });
    return;
  }
  scratch.resize(values.size());
  for (int shift = 0; shift < bits; shift += kRadixBits) {
    const uint64_t mask = low >> shift & ((uint64_t{1} << kRadixBits) - 1);
    std::array<size_t, size_t{1} << kRadixBits> place{};
    for (const T& value : values) ++place[key_of(value) >> shift & mask];
    size_t sum = 0;
    for (size_t& start : place) {
      const size_t count = start;
      start = sum;
      sum += count;
    }
    for (const T& value : values) scratch[place[key_of(value) >> shift & mask]++] = value;
    values.swap(scratch);
  }
}

}  // namespace wirecopy

#endif  // WIRECOPY_BASE_RADIX_SORT_H_
