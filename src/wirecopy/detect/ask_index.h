// Looks up which texts of a finished run an article outside it should be compared with.
//
// Threads: const and safe from many threads.
#ifndef WIRECOPY_DETECT_ASK_INDEX_H_
#define WIRECOPY_DETECT_ASK_INDEX_H_

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "wirecopy/model/sketch.h"

namespace wirecopy {

class AskIndex {
 public:
  explicit AskIndex(std::span<const Sketch> sketches);
  // What an index of them takes: 16 bytes a key and a sample hash.
  static uint64_t HeldBytesFor(std::span<const Sketch> sketches);

  // At most `limit` texts, those that share most keys and samples first.
  std::vector<uint32_t> Find(const Sketch& sketch, size_t limit) const;

 private:
  std::vector<std::pair<uint64_t, uint32_t>> keys_;  // (key or sample hash, text), sorted
};

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_ASK_INDEX_H_
