// The sketches of a run's texts: their keys in columns (match/key_columns.h), the rest text by
// text, in memory or in a blob store.
//
//   SketchTable sketches(&store, {.expected_texts = n, .in_store = true});
//   WIRECOPY_RETURN_IF_ERROR(sketches.Append(std::move(next)));  // in canonical order
//   Sketch scratch;
//   const Sketch& sketch = sketches.Of(text, scratch);
//
// Memory: that of the columns; of a text in the store 16 bytes more. Threads: Append one caller at
// a time and not beside anything else; the rest is const and safe from many threads.
#ifndef WIRECOPY_DETECT_SKETCH_TABLE_H_
#define WIRECOPY_DETECT_SKETCH_TABLE_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/status.h"
#include "wirecopy/base/first_failure.h"
#include "wirecopy/match/key_columns.h"
#include "wirecopy/match/match.h"
#include "wirecopy/model/blob_store.h"
#include "wirecopy/model/sketch.h"

namespace wirecopy {

struct SketchTableOptions {
  uint64_t expected_texts = 0;
  bool in_store = false;  // not in memory
  uint64_t part_hashes = KeyColumns::kPartHashes;
};

class SketchTable {
 public:
  // Of nothing.
  SketchTable() : SketchTable(nullptr, {}) {}
  // `store` is not owned; the columns lie there in any case.
  SketchTable(BlobStore* store, const SketchTableOptions& options)
      : columns_(store, options.expected_texts, options.part_hashes), in_store_(options.in_store) {}

  // The sketches of the next texts; most efficient KeyColumns::kBlockArticles at a time. A failure
  // of the store.
  absl::Status Append(std::vector<Sketch> sketches);
  // Gives up what Of() gives, and the memory it takes; the columns stay.
  void KeepColumnsOnly();

  uint32_t size() const { return columns_.article_count(); }
  const KeyColumns& columns() const { return columns_; }

  // A text's sketch without its keys: in `scratch`, or where it stays. Empty where the store fails,
  // which status() then tells. REQUIRES: KeepColumnsOnly was not called.
  const Sketch& Of(uint32_t text, Sketch& scratch) const;
  SketchLookup Lookup() const {
    return [this](uint32_t text, Sketch& scratch) -> const Sketch& { return Of(text, scratch); };
  }
  absl::Status status() const { return failure_->status(); }

  uint64_t held_bytes() const;

 private:
  KeyColumns columns_;
  bool in_store_;
  std::vector<Sketch> held_;
  std::vector<BlobRef> stored_;
  uint64_t held_bytes_ = 0;
  std::unique_ptr<FirstFailure> failure_ = std::make_unique<FirstFailure>();
};

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_SKETCH_TABLE_H_
