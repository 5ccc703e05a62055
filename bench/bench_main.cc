// The main of every benchmark: says how the calibration was compiled, so that a C can be read.
#include "bench/calibration.h"
#include "benchmark/benchmark.h"

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::AddCustomContext("XXH_VECTOR", wirecopy::bench::HashVector());
  benchmark::AddCustomContext("huge_pages", wirecopy::bench::HasHugePages() ? "yes" : "no");
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
