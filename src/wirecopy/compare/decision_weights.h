// The weights of the logistic regression in decision.h, one a Feature, in its order.
#ifndef WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
#define WIRECOPY_COMPARE_DECISION_WEIGHTS_H_

#include <array>

#include "wirecopy/compare/pair_features.h"

namespace wirecopy {

inline constexpr double kDecisionBias = -8.2654;
inline constexpr std::array<double, kFeatureCount> kDecisionWeights = {
    0.0000,   // min_coverage
    0.0000,   // max_coverage
    2.0106,   // shared_bits
    0.0000,   // resemblance
    3.0000,   // density
    0.0000,   // longest_match
    6.1176,   // information
    0.0000,   // number_conflicts
    -1.6555,  // lead_numbers
    -0.2466,  // name_conflicts
    -1.4517,  // lead_names
    0.4598,   // noise_slots
    0.0000,   // clean_conflict
    0.0000,   // conflict_rate
    2.0748,   // date_known
    -0.5471,  // date_gap
    -0.4943,  // unshared_bits
    -1.6199,  // short_bits
    -1.0026,  // length_ratio
    -1.2000,  // both_own
    0.0000,   // both_own_bits
    0.0000,   // most_own
    -2.7040,  // net_conflicts
};

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
