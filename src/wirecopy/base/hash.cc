#include "wirecopy/base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace wirecopy {

uint64_t HashBytes(const void* bytes, size_t size_bytes, uint64_t seed) {
  return XXH3_64bits_withSeed(bytes, size_bytes, seed);
}

}  // namespace wirecopy
