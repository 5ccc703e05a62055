#include "wirecopy/base/huge_pages.h"

#include <sys/mman.h>

#include <new>

namespace wirecopy {

void* AllocateHugePages(size_t bytes) {
  void* const memory = ::operator new(bytes, std::align_val_t{kHugePageBytes});
  // Advice only: where it is not taken the pages are small ones.
  (void)madvise(memory, bytes, MADV_HUGEPAGE);
  return memory;
}

void FreeHugePages(void* memory) { ::operator delete(memory, std::align_val_t{kHugePageBytes}); }

}  // namespace wirecopy
