// Keeps, of the failures that many threads meet, the one of the smallest index: what a run reports
// does not depend on which thread was first.
//
//   FirstFailure failure;
//   ... in a worker:  if (failure.IsBefore(begin)) return;   // nothing from here on can change
//   what is reported
//                     failure.Note(i, status);
//   ... at the end:   return failure.status();
//
// Exact where indices are handed out in rising order, as ParallelFor does: whatever is below a
// failure was begun. Threads: safe from many threads.
#ifndef WIRECOPY_BASE_FIRST_FAILURE_H_
#define WIRECOPY_BASE_FIRST_FAILURE_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <utility>

#include "absl/status/status.h"

namespace wirecopy {

class FirstFailure {
 public:
  // REQUIRES: `status` is not OK.
  void Note(size_t index, absl::Status status) {
    const std::lock_guard lock(mutex_);
    if (index >= index_) return;
    index_ = index;
    status_ = std::move(status);
  }

  bool IsBefore(size_t index) const { return index_ < index; }

  // OK where nothing failed.
  absl::Status status() const {
    const std::lock_guard lock(mutex_);
    return status_;
  }

 private:
  mutable std::mutex mutex_;
  std::atomic<size_t> index_ = SIZE_MAX;
  absl::Status status_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_BASE_FIRST_FAILURE_H_
