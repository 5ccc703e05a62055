// A blob store that fails on purpose.
#ifndef WIRECOPY_DETECT_FAILING_STORE_TEST_H_
#define WIRECOPY_DETECT_FAILING_STORE_TEST_H_

#include <string>
#include <string_view>

#include "wirecopy/model/blob_store.h"

namespace wirecopy {

class FailingStore : public BlobStore {
 public:
  // `puts_left`: the Put after so many fails; `gets_fail` may be set at any time.
  explicit FailingStore(int puts_left) : puts_left_(puts_left) {}

  absl::StatusOr<BlobRef> Put(std::string_view bytes) override {
    if (puts_left_-- == 0) return absl::DataLossError("the disk is full");
    return store_.Put(bytes);
  }
  absl::Status Get(const BlobRef& ref, std::string* out) const override {
    if (gets_fail) return absl::UnavailableError("the disk is gone");
    return store_.Get(ref, out);
  }

  bool gets_fail = false;

 private:
  int puts_left_;
  MemoryBlobStore store_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_FAILING_STORE_TEST_H_
