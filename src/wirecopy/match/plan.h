// What the options in force can find: expected recall at each resemblance and containment, from
// closed formulas. Source: Indyk, Motwani 1998 for the banding curve 1 - (1 - J^r)^b; binomial tail
// for shared samples.
#ifndef WIRECOPY_MATCH_PLAN_H_
#define WIRECOPY_MATCH_PLAN_H_

#include <cstdint>

namespace wirecopy {

struct PlanOptions {
  uint32_t bands = 32;
  uint32_t rows_per_band = 4;
  double sample_rate = 1.0 / 8;
  uint32_t min_samples = 128;
  uint32_t min_shared_samples = 2;
};

// Probability that two texts of that Jaccard resemblance share a band key. `resemblance` in [0, 1].
double BandRecall(const PlanOptions& options, double resemblance);

// Probability that a text of `shingles` shingles, `shared` of which stand in the other (of
// `other_shingles`), shares at least min_shared_samples sample hashes with it.
double SampleRecall(const PlanOptions& options, uint32_t shared, uint32_t shingles,
                    uint32_t other_shingles);

// Expected number of strangers an article meets in bands, in a corpus of `articles` whose random
// pairs have the mean of J^r `mean_power`.
double ExpectedStrangers(const PlanOptions& options, double mean_power, uint64_t articles);

}  // namespace wirecopy

#endif  // WIRECOPY_MATCH_PLAN_H_
