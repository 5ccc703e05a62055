// The weights of the logistic regression in decision.h, one a Feature, in its order.
#ifndef WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
#define WIRECOPY_COMPARE_DECISION_WEIGHTS_H_

#include <array>

#include "wirecopy/compare/pair_features.h"

namespace wirecopy {

inline constexpr double kDecisionBias = -19.8262;
inline constexpr std::array<double, kFeatureCount> kDecisionWeights = {
    1.0000,   // explained
    1.0000,   // evidence
    0.4000,   // verbatim
    3.0000,   // density
    8.3269,   // information
    -1.1537,  // length_ratio
    -1.2000,  // both_own
    -0.6739,  // own_lead
    -4.0817,  // net_conflicts
    -1.4264,  // lead_numbers
    -0.7210,  // lead_names
    -1.1576,  // reworded
    -0.1790,  // renamings
    0.8470,   // noise_slots
    1.0000,   // date_known
    -0.5011,  // date_gap
};

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_DECISION_WEIGHTS_H_
