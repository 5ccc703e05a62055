// How a caller watches and stops a run.
#ifndef WIRECOPY_DETECT_RUN_CONTROL_H_
#define WIRECOPY_DETECT_RUN_CONTROL_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <string_view>

#include "absl/status/status.h"

namespace wirecopy {

struct Progress {
  std::string_view phase;  // "learn", "sketch", "match", "compare", "cluster"
  uint64_t done = 0;
  uint64_t total = 0;
};

struct RunControl {
  std::function<void(const Progress&)> on_progress = {};  // called from the calling thread only
  const std::atomic<bool>* cancelled = nullptr;  // looked at often; Run then returns Cancelled
};

// Counts one phase. Threads: Advance from many; it reports from worker 0 only, which is the calling
// thread.
class PhaseProgress {
 public:
  explicit PhaseProgress(const RunControl& control) : control_(control) {}

  void Start(std::string_view phase, uint64_t total) {
    phase_ = phase;
    total_ = total;
    done_ = 0;
    Report();
  }
  void Advance(uint64_t count, unsigned worker) {
    done_ += count;
    if (worker == 0) Report();
  }
  bool cancelled() const { return control_.cancelled != nullptr && *control_.cancelled; }
  absl::Status status() const {
    return cancelled() ? absl::CancelledError("the run was cancelled") : absl::OkStatus();
  }

 private:
  void Report() const {
    if (control_.on_progress) control_.on_progress({phase_, done_, total_});
  }

  const RunControl& control_;
  std::string_view phase_;
  uint64_t total_ = 0;
  std::atomic<uint64_t> done_ = 0;
};

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_RUN_CONTROL_H_
