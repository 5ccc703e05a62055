// The weights of the logistic regression in decision.h, one a Feature, in its order.
#ifndef WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
#define WIRECOPY_COMPARE_DECISION_WEIGHTS_H_

#include <array>

#include "wirecopy/compare/pair_features.h"

namespace wirecopy {

inline constexpr double kDecisionBias = 3.8644;
inline constexpr std::array<double, kFeatureCount> kDecisionWeights = {
    0.9521,  // min_coverage
    1.3957,  // max_coverage
    0.4081,  // shared_bits
    -1.0965,  // resemblance
    -2.1591,  // density
    -0.1010,  // longest_match
    5.8461,  // information
    0.2995,  // number_conflicts
    -1.7572,  // lead_numbers
    -0.1029,  // name_conflicts
    -0.7484,  // lead_names
    0.5081,  // noise_slots
    0.0104,  // clean_conflict
    -0.0086,  // conflict_rate
    1.6996,  // date_known
    -0.4450,  // date_gap
    -0.9740,  // unshared_bits
    0.2870,  // short_bits
    -0.6252,  // length_ratio
    1.4145,  // both_own
    -0.5848,  // both_own_bits
    0.4065,  // most_own
};

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
