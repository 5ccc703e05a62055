// The calibrations as one JSON object on stdout: what bench/measured_run.py calls around the runs
// it times. `calibrate hash` measures C alone, in some 30 ms.
#include <algorithm>
#include <cstdio>
#include <cstring>

#include "bench/calibration.h"

int main(int argc, char** argv) {
  using namespace wirecopy::bench;
  double hashing = 0;
  for (int run = 0; run < 10; ++run) hashing = std::max(hashing, MeasureHashing());
  std::printf("{\"XXH_VECTOR\": \"%s\", \"C_GB/s\": %.3f", HashVector(), hashing / 1e9);
  if (argc < 2 || std::strcmp(argv[1], "hash") != 0) {
    std::printf(", \"M_GB/s\": %.3f, \"R_ns\": %.3f, \"huge_pages\": %s", MeasureCopying() / 1e9,
                MeasureRandomRead(), HasHugePages() ? "true" : "false");
  }
  std::printf("}\n");
  return 0;
}
