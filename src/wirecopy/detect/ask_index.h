// Looks up which texts of a finished run an article outside it should be compared with.
//
// Threads: const and safe from many threads.
#ifndef WIRECOPY_DETECT_ASK_INDEX_H_
#define WIRECOPY_DETECT_ASK_INDEX_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "wirecopy/match/key_columns.h"
#include "wirecopy/model/sketch.h"

namespace wirecopy {

class AskIndex {
 public:
  // A failure of the columns' store.
  static absl::StatusOr<AskIndex> Create(const KeyColumns& columns);
  // What an index of them takes at most: 16 bytes a key and a sample hash.
  static uint64_t HeldBytesFor(const KeyColumns& columns);

  // At most `limit` texts, those that share most keys and samples first.
  std::vector<uint32_t> Find(const Sketch& sketch, size_t limit) const;

 private:
  AskIndex() = default;

  std::vector<std::pair<uint64_t, uint32_t>> keys_;  // (key or sample hash, text), sorted
};

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_ASK_INDEX_H_
