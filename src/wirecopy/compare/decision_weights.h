// The weights of the logistic regression in decision.h, one a Feature, in its order.
#ifndef WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
#define WIRECOPY_COMPARE_DECISION_WEIGHTS_H_

#include <array>

#include "wirecopy/compare/pair_features.h"

namespace wirecopy {

inline constexpr double kDecisionBias = -4.0;
inline constexpr std::array<double, kFeatureCount> kDecisionWeights = {
    0.7,   // min_coverage
    1.2,   // max_coverage
    0.4,   // shared_bits
    2.0,   // resemblance
    2.0,   // density
    0.2,   // longest_match
    1.0,   // information
    -1.0,  // number_conflicts
    -0.5,  // lead_numbers
    -0.8,  // name_conflicts
    -0.5,  // lead_names
    0.3,   // noise_slots
    -1.0,  // clean_conflict
    -0.5,  // conflict_rate
    0.0,   // date_known
    -0.3,  // date_gap
    0.0,   // unshared_bits
    0.0,   // short_bits
    0.0,   // length_ratio
};

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
