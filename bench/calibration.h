// What this machine can do at this moment, so that a speed can be told as a ratio that survives a
// noisy machine.
//
//   for (auto _ : state) ...
//   ReportRates(state, articles, bytes);   // of one iteration
//
// C is XXH3_64 over one buffer of 64 KiB; M is memcpy of 256 MiB. Both are measured around each
// benchmark, in CPU time of the thread.
#ifndef WIRECOPY_BENCH_CALIBRATION_H_
#define WIRECOPY_BENCH_CALIBRATION_H_

#include <cstdint>

#include "benchmark/benchmark.h"

namespace wirecopy::bench {

// Bytes a second of XXH3_64 over 64 KiB: the best of several short runs.
double MeasureHashing();
// Bytes a second copied by memcpy of 256 MiB: the best of three.
double MeasureCopying();

// The instruction set XXH3 was compiled for, as its XXH_VECTOR names it.
const char* HashVector();

// Sets the counters articles/s and bytes/s, permille_of_C (1,000 times bytes/s to C), C and M
// (GB/s). Call once, behind the loop. C is the mean of a measurement before the benchmark began
// (the last one's) and one now.
void ReportRates(benchmark::State& state, double articles, double bytes);

}  // namespace wirecopy::bench

#endif  // WIRECOPY_BENCH_CALIBRATION_H_
