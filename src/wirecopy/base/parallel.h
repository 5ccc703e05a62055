// Runs a function over a range of indices on several threads.
//
//   ParallelFor(items.size(), threads, [&](size_t begin, size_t end, unsigned worker) { ... });
//
// The range is cut into blocks of `block` indices that workers take in turn, so the cut does not
// depend on the number of threads; a caller whose blocks write to their own places gets the same
// result for any `threads`. Threads: returns when all blocks are done. The function is called from
// several threads at once, with `worker` in [0, threads) telling them apart (for scratch memory).
// It must not throw.
#ifndef WIRECOPY_BASE_PARALLEL_H_
#define WIRECOPY_BASE_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace wirecopy {

using BlockFunction = std::function<void(size_t begin, size_t end, unsigned worker)>;

// REQUIRES: threads >= 1, block >= 1.
void ParallelFor(size_t count, unsigned threads, size_t block, const BlockFunction& function);

// The number of threads that "0 = all" stands for: the processors this process may run on (affinity
// honoured).
unsigned AvailableThreads();

}  // namespace wirecopy

#endif  // WIRECOPY_BASE_PARALLEL_H_
