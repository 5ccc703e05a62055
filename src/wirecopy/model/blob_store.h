// Where a run puts bytes it will need again: in memory, or in a temporary file (corpus/ has one).
#ifndef WIRECOPY_MODEL_BLOB_STORE_H_
#define WIRECOPY_MODEL_BLOB_STORE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "wirecopy/base/export.h"

namespace wirecopy {

struct BlobRef {
  uint64_t offset = 0;
  uint32_t size_bytes = 0;
};

class WIRECOPY_EXPORT BlobStore {
 public:
  virtual ~BlobStore() = default;
  // Appends the bytes. Threads: one caller at a time.
  virtual absl::StatusOr<BlobRef> Put(std::string_view bytes) = 0;
  // Replaces `*out` by the bytes; its capacity is reused. Threads: many readers at once, not beside
  // Put.
  virtual absl::Status Get(const BlobRef& ref, std::string* out) const = 0;
};

// Keeps everything in memory.
class MemoryBlobStore : public BlobStore {
 public:
  absl::StatusOr<BlobRef> Put(std::string_view bytes) override {
    const BlobRef ref{blobs_.size(), static_cast<uint32_t>(bytes.size())};
    blobs_.emplace_back(bytes);
    held_bytes_ += HeldBytesOf(bytes.size());
    return ref;
  }
  absl::Status Get(const BlobRef& ref, std::string* out) const override {
    *out = blobs_[ref.offset];
    return absl::OkStatus();
  }

  // What the blobs take, and what one of `size_bytes` would add.
  uint64_t held_bytes() const { return held_bytes_; }
  static uint64_t HeldBytesOf(uint64_t size_bytes) { return sizeof(std::string) + size_bytes; }

 private:
  std::vector<std::string> blobs_;
  uint64_t held_bytes_ = 0;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_BLOB_STORE_H_
