// Numbers [0, size) in sets that are joined two at a time.
//
//   DisjointSets sets(5);
//   sets.Join(1, 4);
//   sets.RootOf(4);   // 1: the smallest of the set
//
// Cost: next to constant a call (Tarjan 1975; paths are halved). Threads: one caller at a time.
#ifndef WIRECOPY_BASE_DISJOINT_SETS_H_
#define WIRECOPY_BASE_DISJOINT_SETS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace wirecopy {

class DisjointSets {
 public:
  // Each number alone.
  explicit DisjointSets(size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0);
  }

  uint32_t RootOf(uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void Join(uint32_t x, uint32_t y) {
    x = RootOf(x);
    y = RootOf(y);
    parent_[std::max(x, y)] = std::min(x, y);
  }

 private:
  std::vector<uint32_t> parent_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_BASE_DISJOINT_SETS_H_
