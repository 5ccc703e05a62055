#include "wirecopy/base/parallel.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace wirecopy {

void ParallelFor(size_t count, unsigned threads, size_t block, const BlockFunction& function) {
  const size_t blocks = (count + block - 1) / block;
  const auto workers = static_cast<unsigned>(std::min<size_t>(std::max(1u, threads), blocks));
  std::atomic<size_t> next = 0;
  auto work = [&](unsigned worker) {
    for (size_t i = next.fetch_add(1); i < blocks; i = next.fetch_add(1)) {
      function(i * block, std::min(count, (i + 1) * block), worker);
    }
  };
  if (workers <= 1) {
    work(0);
    return;
  }
  std::vector<std::jthread> others;
  others.reserve(workers - 1);
  for (unsigned worker = 1; worker < workers; ++worker) others.emplace_back(work, worker);
  work(0);
}

unsigned AvailableThreads() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof(set), &set) == 0) return std::max(1, CPU_COUNT(&set));
  return std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace wirecopy
