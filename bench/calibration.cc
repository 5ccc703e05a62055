#include "bench/calibration.h"

#include <time.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace wirecopy::bench {
namespace {

constexpr size_t kHashedBytes = 64 << 10;
constexpr size_t kCopiedBytes = 256 << 20;

double CpuSeconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double g_last_hashing = 0;  // 0: not measured yet

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
  static const std::unique_ptr<char[]> from(new char[kCopiedBytes]());
  static const std::unique_ptr<char[]> to(new char[kCopiedBytes]());
  double best = 0;
  for (int run = 0; run < 3; ++run) {
    const double start = CpuSeconds();
    std::memcpy(to.get(), from.get(), kCopiedBytes);
    benchmark::ClobberMemory();
    best = std::max(best, static_cast<double>(kCopiedBytes) / (CpuSeconds() - start));
  }
  return best;
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
  state.counters["M_GB/s"] = MeasureCopying() / 1e9;
}

}  // namespace wirecopy::bench
