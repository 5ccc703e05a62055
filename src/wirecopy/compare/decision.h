// From features to a probability, and from coverages to a relation.
//
// Threads: pure functions. Source: docs/algorithms.md, "Decision"; relations by coverage.
#ifndef WIRECOPY_COMPARE_DECISION_H_
#define WIRECOPY_COMPARE_DECISION_H_

#include "wirecopy/compare/pair_features.h"
#include "wirecopy/model/verdict.h"

namespace wirecopy {

inline constexpr double kMinPartCovered = 0.7;    // an excerpt stands in the other by so much,
inline constexpr double kMaxWholeCovered = 0.42;  // and holds less than this of it

// That the two articles belong to one story: a logistic regression, in [0, 1].
double ProbabilityOfSameStory(const PairFeatures& features);

// The relation that the measures of a pair of that probability amount to. The same whichever side
// is a. REQUIRES: the bodies are not equal (that is kExact).
Relation RelationOf(const PairMeasures& measures, double probability, double min_probability);

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_DECISION_H_
