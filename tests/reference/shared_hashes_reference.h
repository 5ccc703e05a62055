// The plain twin of CountSharedHashes (wirecopy/model/shared_hashes.h).
#ifndef WIRECOPY_TESTS_REFERENCE_SHARED_HASHES_REFERENCE_H_
#define WIRECOPY_TESTS_REFERENCE_SHARED_HASHES_REFERENCE_H_

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

namespace wirecopy::reference {

inline uint32_t CountSharedHashes(std::span<const uint64_t> a, std::span<const uint64_t> b) {
  std::vector<uint64_t> shared;
  std::ranges::set_intersection(a, b, std::back_inserter(shared));
  return static_cast<uint32_t>(shared.size());
}

}  // namespace wirecopy::reference

#endif  // WIRECOPY_TESTS_REFERENCE_SHARED_HASHES_REFERENCE_H_
