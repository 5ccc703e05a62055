#include "bench/calibration.h"

#include <sys/mman.h>
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace wirecopy::bench {
namespace {

constexpr size_t kHashedBytes = 64 << 10;
constexpr size_t kCopiedBytes = 256 << 20;
constexpr size_t kHugePageBytes = 2 << 20;

double Seconds(clockid_t clock) {
  timespec now;
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}
double CpuSeconds() { return Seconds(CLOCK_THREAD_CPUTIME_ID); }

// Two halves of kCopiedBytes, on huge pages where the system gives them; kept to the end.
char* Buffer() {
  static char* const buffer = [] {
    void* memory = std::aligned_alloc(kHugePageBytes, 2 * kCopiedBytes);
    if (memory == nullptr) std::abort();
    madvise(memory, 2 * kCopiedBytes, MADV_HUGEPAGE);
    std::memset(memory, 1, 2 * kCopiedBytes);
    return static_cast<char*>(memory);
  }();
  return buffer;
}

double g_last_hashing = 0;  // 0: not measured yet

struct Memory {
  double copying = 0;
  double random_read = 0;
};

// M and R of the last two seconds: they take longer to measure than most benchmarks need to settle.
const Memory& RecentMemory() {
  static Memory memory;
  static double measured = -10;
  if (Seconds(CLOCK_MONOTONIC) - measured > 2) {
    memory = {MeasureCopying(), MeasureRandomRead()};
    measured = Seconds(CLOCK_MONOTONIC);
  }
  return memory;
}

}  // namespace

double MeasureHashing() {
  static const std::vector<char> buffer(kHashedBytes, 'x');
  double best = 0;
  for (int run = 0; run < 7; ++run) {
    constexpr int kRounds = 200;
    const double start = CpuSeconds();
    for (int round = 0; round < kRounds; ++round) {
      benchmark::DoNotOptimize(
          XXH3_64bits_withSeed(buffer.data(), buffer.size(), static_cast<uint64_t>(round)));
    }
    best = std::max(best, kRounds * static_cast<double>(kHashedBytes) / (CpuSeconds() - start));
  }
  return best;
}

double MeasureCopying() {
  char* const from = Buffer();
  double best = 0;
  for (int run = 0; run < 3; ++run) {
    const double start = CpuSeconds();
    std::memcpy(from + kCopiedBytes, from, kCopiedBytes);
    benchmark::ClobberMemory();
    best = std::max(best, static_cast<double>(kCopiedBytes) / (CpuSeconds() - start));
  }
  return best;
}

double MeasureRandomRead() {
  constexpr uint64_t kReads = 1 << 20;
  const char* const buffer = Buffer();
  double least = 1e9;
  uint64_t place = 1;
  for (int run = 0; run < 3; ++run) {
    uint32_t sum = 0;
    const double start = CpuSeconds();
    for (uint64_t read = 0; read < kReads; ++read) {
      place = place * 6364136223846793005ULL + 1442695040888963407ULL;
      uint32_t value;
      std::memcpy(&value, buffer + (place >> 38) * sizeof(value), sizeof(value));
      sum += value;
    }
    benchmark::DoNotOptimize(sum);
    least = std::min(least, 1e9 * (CpuSeconds() - start) / static_cast<double>(kReads));
  }
  return least;
}

const char* HashVector() {
#if XXH_VECTOR == XXH_AVX512
  return "AVX512";
#elif XXH_VECTOR == XXH_AVX2
  return "AVX2";
#elif XXH_VECTOR == XXH_SSE2
  return "SSE2";
#else
  return "other";
#endif
}

bool HasHugePages() {
  Buffer();
  std::ifstream mappings("/proc/self/smaps_rollup");
  for (std::string word; mappings >> word;) {
    size_t kilobytes = 0;
    if (word == "AnonHugePages:" && mappings >> kilobytes) return kilobytes << 10 >= kCopiedBytes;
  }
  return false;
}

void ReportRates(benchmark::State& state, double articles, double bytes) {
  const double now = MeasureHashing();
  const double hashing = g_last_hashing > 0 ? (g_last_hashing + now) / 2 : now;
  g_last_hashing = now;
  const auto iterations = static_cast<double>(state.iterations());
  using benchmark::Counter;
  state.counters["articles/s"] = Counter(articles * iterations, Counter::kIsRate);
  state.counters["bytes/s"] = Counter(bytes * iterations, Counter::kIsRate, Counter::kIs1000);
  state.counters["permille_of_C"] = Counter(1000 * bytes * iterations / hashing, Counter::kIsRate);
  state.counters["C_GB/s"] = hashing / 1e9;
  state.counters["M_GB/s"] = RecentMemory().copying / 1e9;
  state.counters["R_ns"] = RecentMemory().random_read;
}

void ReportKeys(benchmark::State& state, double keys) {
  const double all = keys * static_cast<double>(state.iterations());
  using benchmark::Counter;
  const auto seconds_each = Counter::kIsRate | Counter::kInvert;
  state.counters["ns/key"] = Counter(all / 1e9, seconds_each);
  state.counters["key_of_R"] = Counter(all / 1e9 * RecentMemory().random_read, seconds_each);
}

}  // namespace wirecopy::bench
