#include "wirecopy/compare/decision.h"

#include <algorithm>
#include <cmath>

#include "wirecopy/compare/decision_weights.h"

namespace wirecopy {

double ProbabilityOfSameStory(const PairFeatures& features) {
  double logit = kDecisionBias;
  for (size_t i = 0; i < kFeatureCount; ++i) logit += kDecisionWeights[i] * features.values[i];
  return 1 / (1 + std::exp(-std::clamp(logit, -30.0, 30.0)));
}

Relation RelationOf(const Verdict& verdict, double density, double min_probability) {
  const double low = std::min(verdict.coverage_a, verdict.coverage_b);
  const double high = std::max(verdict.coverage_a, verdict.coverage_b);
  if (verdict.probability >= min_probability) {
    if (low >= .75 && high >= .85) return Relation::kReprint;
    if (high >= .7 && low < .42 && density >= .85) return Relation::kExcerpt;
    return Relation::kEdited;
  }
  const bool conflicts = verdict.number_conflicts + verdict.name_conflicts > 0;
  if (high >= .5 && conflicts) return Relation::kSameTemplate;
  if (high < .15 || verdict.shared_bits < 40) return Relation::kUnrelated;
  return conflicts && low >= .3 ? Relation::kSameTemplate : Relation::kQuote;
}

}  // namespace wirecopy
