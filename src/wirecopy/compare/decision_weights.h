// The weights of the logistic regression in decision.h, one a Feature, in its order.
#ifndef WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
#define WIRECOPY_COMPARE_DECISION_WEIGHTS_H_

#include <array>

#include "wirecopy/compare/pair_features.h"

namespace wirecopy {

inline constexpr double kDecisionBias = 1.4343;
inline constexpr std::array<double, kFeatureCount> kDecisionWeights = {
    0.2072,  // min_coverage
    1.1698,  // max_coverage
    -0.0222,  // shared_bits
    -1.4911,  // resemblance
    -1.7320,  // density
    -0.1226,  // longest_match
    6.2697,  // information
    0.2130,  // number_conflicts
    -1.8079,  // lead_numbers
    -0.1902,  // name_conflicts
    -0.7960,  // lead_names
    0.4279,  // noise_slots
    -0.0733,  // clean_conflict
    -0.0445,  // conflict_rate
    1.6812,  // date_known
    -0.4485,  // date_gap
    -1.1026,  // unshared_bits
    0.4515,  // short_bits
    -0.8664,  // length_ratio
};

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
