#include "wirecopy/match/plan.h"

#include <algorithm>
#include <cmath>

namespace wirecopy {
namespace {

// 1 - (1 - p)^n without losing a small p.
double AtLeastOnce(double p, double n) {
  if (p >= 1) return 1;
  return -std::expm1(n * std::log1p(-p));
}

// The rate a text of that many shingles is sampled at.
double RateOf(const PlanOptions& options, uint32_t shingles) {
  double rate = options.sample_rate;
  while (rate < 1 && rate * shingles < options.min_samples) rate *= 2;
  return std::min(rate, 1.0);
}

}  // namespace

double BandRecall(const PlanOptions& options, double resemblance) {
  return AtLeastOnce(std::pow(resemblance, options.rows_per_band), options.bands);
}

double SampleRecall(const PlanOptions& options, uint32_t shared, uint32_t shingles,
                    uint32_t other_shingles) {
  const double rate = std::min(RateOf(options, shingles), RateOf(options, other_shingles));
  if (shared < options.min_shared_samples) return 0;
  if (rate >= 1) return 1;
  // The binomial probabilities of fewer than min_shared_samples, summed in logarithms.
  double fewer = 0;
  double log_choose = 0;
  for (uint32_t k = 0; k < options.min_shared_samples; ++k) {
    if (k > 0) log_choose += std::log((shared - k + 1.0) / k);
    fewer += std::exp(log_choose + k * std::log(rate) + (shared - k) * std::log1p(-rate));
  }
  return std::clamp(1 - fewer, 0.0, 1.0);
}

double ExpectedStrangers(const PlanOptions& options, double mean_power, uint64_t articles) {
  return static_cast<double>(articles) * AtLeastOnce(mean_power, options.bands);
}

}  // namespace wirecopy
