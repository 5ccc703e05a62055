// The weights of the logistic regression in decision.h, one a Feature, in its order.
#ifndef WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
#define WIRECOPY_COMPARE_DECISION_WEIGHTS_H_

#include <array>

#include "wirecopy/compare/pair_features.h"

namespace wirecopy {

inline constexpr double kDecisionBias = -13.9263;
inline constexpr std::array<double, kFeatureCount> kDecisionWeights = {
    1.0000,   // explained
    3.0000,   // density
    11.5183,  // information
    -1.3130,  // length_ratio
    -1.2000,  // both_own
    -0.7128,  // own_lead
    -3.9980,  // net_conflicts
    -1.0034,  // lead_numbers
    -0.1371,  // lead_names
    -0.8000,  // reworded
    -1.1699,  // renamings
    0.5271,   // noise_slots
    1.0000,   // date_known
    -0.3924,  // date_gap
};

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
