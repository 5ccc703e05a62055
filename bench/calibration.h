// What this machine can do at this moment, so that a speed can be told as a ratio that survives a
// noisy machine.
//
//   for (auto _ : state) ...
//   ReportRates(state, articles, bytes);   // of one iteration
//
// C is XXH3_64 over one buffer of 64 KiB; M is memcpy of 256 MiB; R is a read of four bytes at
// random in 256 MiB that waits for no other. C is measured around each repetition of a benchmark,
// M and R at most once in two seconds, all in CPU time of the thread.
#ifndef WIRECOPY_BENCH_CALIBRATION_H_
#define WIRECOPY_BENCH_CALIBRATION_H_

#include <cstdint>

#include "benchmark/benchmark.h"

namespace wirecopy::bench {

// Bytes a second of XXH3_64 over 64 KiB: the best of several short runs.
double MeasureHashing();
// Bytes a second copied by memcpy of 256 MiB: the best of three.
double MeasureCopying();
// Nanoseconds a random read of four bytes takes in 256 MiB: the least of three.
double MeasureRandomRead();

// The instruction set XXH3 was compiled for, as its XXH_VECTOR names it.
const char* HashVector();
// Whether the system backs the 256 MiB with huge pages; R is some times longer where it does not.
bool HasHugePages();

// Sets the counters articles/s and bytes/s, permille_of_C (1,000 times bytes/s to C), C_GB/s,
// M_GB/s and R_ns. Call once, behind the loop. C is the mean of a measurement before the benchmark
// began (the last one's) and one now.
void ReportRates(benchmark::State& state, double articles, double bytes);

// Sets the counters ns/key and key_of_R (the same over R) for an iteration that groups `keys` keys.
// Call behind ReportRates.
void ReportKeys(benchmark::State& state, double keys);

}  // namespace wirecopy::bench

#endif  // WIRECOPY_BENCH_CALIBRATION_H_
