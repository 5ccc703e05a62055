#include "wirecopy/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <ostream>
#include <set>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

struct Case {
  const char* name;
  size_t count;
  unsigned threads;
  size_t block;
};
void PrintTo(const Case& row, std::ostream* out) { *out << row.name; }

class ParallelForTest : public testing::TestWithParam<Case> {};

TEST_P(ParallelForTest, VisitsEveryIndexOnceInBlocksOfTheSameCut) {
  const auto [name, count, threads, block] = GetParam();
  std::vector<std::atomic<int>> visits(count);
  std::mutex mutex;
  std::set<std::pair<size_t, size_t>> blocks;
  ParallelFor(count, threads, block,
              [&, threads = threads](size_t begin, size_t end, unsigned worker) {
                EXPECT_LT(worker, threads);
                for (size_t i = begin; i < end; ++i) ++visits[i];
                std::lock_guard lock(mutex);
                blocks.insert({begin, end});
              });
  for (size_t i = 0; i < count; ++i) EXPECT_EQ(visits[i], 1) << i;
  std::set<std::pair<size_t, size_t>> expected;
  for (size_t begin = 0; begin < count; begin += block)
    expected.insert({begin, std::min(count, begin + block)});
  EXPECT_EQ(blocks, expected);
}

INSTANTIATE_TEST_SUITE_P(Cuts, ParallelForTest,
                         testing::Values(Case{"nothing", 0, 4, 16}, Case{"one index", 1, 4, 16},
                                         Case{"one thread", 1000, 1, 7},
                                         Case{"two threads", 1000, 2, 7},
                                         Case{"more threads than blocks", 10, 8, 5},
                                         Case{"block of one", 100, 3, 1},
                                         Case{"even blocks", 64, 3, 16},
                                         Case{"block greater than the range", 5, 2, 100}));

// Scratch memory is told apart by worker: no two calls with one worker number may overlap in time.
TEST(ParallelForTest, AWorkerNumberIsNeverInUseTwice) {
  std::vector<std::atomic<int>> in_use(4);
  ParallelFor(2000, 4, 1, [&](size_t, size_t, unsigned worker) {
    EXPECT_EQ(++in_use[worker], 1);
    --in_use[worker];
  });
}

TEST(AvailableThreadsTest, IsAtLeastOne) { EXPECT_GE(AvailableThreads(), 1u); }

}  // namespace
}  // namespace wirecopy
