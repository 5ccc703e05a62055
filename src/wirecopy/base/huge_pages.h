// An allocator for tables of many megabytes that are read at random places: it asks the kernel for
// huge pages, so that a read does not wait for the address first. What is smaller than a huge page
// is allocated as usual.
//
//   std::vector<uint64_t, HugePageAllocator<uint64_t>> table;
//
// Where the kernel gives none nothing is lost. Threads: safe, as operator new.
#ifndef WIRECOPY_BASE_HUGE_PAGES_H_
#define WIRECOPY_BASE_HUGE_PAGES_H_

#include <cstddef>
#include <memory>
#include <vector>

#include "wirecopy/base/export.h"

namespace wirecopy {

inline constexpr size_t kHugePageBytes = size_t{2} << 20;

// Memory on huge pages where the kernel gives some.
WIRECOPY_EXPORT void* AllocateHugePages(size_t bytes);
WIRECOPY_EXPORT void FreeHugePages(void* memory);

template <typename T>
struct HugePageAllocator {
  using value_type = T;

  HugePageAllocator() = default;
  template <typename U>
  HugePageAllocator(const HugePageAllocator<U>&) {}  // NOLINT(google-explicit-constructor)

  T* allocate(size_t count) {
    if (count * sizeof(T) < kHugePageBytes) return std::allocator<T>().allocate(count);
    return static_cast<T*>(AllocateHugePages(count * sizeof(T)));
  }
  void deallocate(T* memory, size_t count) {
    if (count * sizeof(T) < kHugePageBytes) {
      std::allocator<T>().deallocate(memory, count);
    } else {
      FreeHugePages(memory);
    }
  }
  template <typename U>
  bool operator==(const HugePageAllocator<U>&) const {
    return true;
  }
};

template <typename T>
using HugePageVector = std::vector<T, HugePageAllocator<T>>;

}  // namespace wirecopy

#endif  // WIRECOPY_BASE_HUGE_PAGES_H_
