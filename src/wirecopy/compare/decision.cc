#include "wirecopy/compare/decision.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "wirecopy/compare/decision_weights.h"

namespace wirecopy {
namespace {

// One story. Noise counts as covered: it is neither a loss nor an insertion.
constexpr double kMinCovered = 0.6;  // of both sides of a reprint
constexpr double kMaxOwn = 0.05;     // of a side: own prose, lost or inserted
constexpr double kMaxMoved = 0.01;   // of the matched tokens
// Two stories.
constexpr double kMinTemplateCovered = 0.5;      // of the fuller covered side
constexpr double kMinBothTemplateCovered = 0.3;  // of the other, where names or numbers conflict
constexpr double kMinQuoted = 0.15;              // of the fuller covered side
constexpr double kMinQuotedBits = 40;
constexpr double kMinQuotedInformation = 0.6;  // what is shared for less is formulas

double Covered(double shared_bits, double noise_bits, double bits) {
  return bits > 0 ? std::min(1.0, (shared_bits + noise_bits) / bits) : 0;
}

// Whether somebody worked on the text, rather than a damage. Bylines every outlet writes for
// itself.
bool IsReworded(std::span<const Slot> slots) {
  const auto noise = std::ranges::count(slots, SlotKind::kNoise, &Slot::kind);
  const auto bylines = std::ranges::count(slots, SlotKind::kByline, &Slot::kind);
  const auto edits = static_cast<std::ptrdiff_t>(slots.size()) - noise - bylines;
  return edits > 0 && noise <= edits + 1;
}

Relation RelationOfOneStory(const PairMeasures& m) {
  const double a = Covered(m.shared_bits_a, m.noise_bits_a, m.bits_a);
  const double b = Covered(m.shared_bits_b, m.noise_bits_b, m.bits_b);
  if (std::max(a, b) >= kMinPartCovered && std::min(a, b) < kMaxWholeCovered)
    return Relation::kExcerpt;
  const bool changed = std::min(a, b) < kMinCovered || m.own_bits_a > kMaxOwn * m.bits_a ||
                       m.own_bits_b > kMaxOwn * m.bits_b || m.moved > kMaxMoved;
  return changed || IsReworded(m.slots) ? Relation::kEdited : Relation::kReprint;
}

Relation RelationOfStrangers(const PairMeasures& m) {
  const double low = std::min({m.coverage_a(), m.coverage_b(), 1.0});
  const double high = std::min(1.0, std::max(m.coverage_a(), m.coverage_b()));
  const bool conflicts = std::ranges::any_of(m.slots, [](const Slot& slot) {
    return slot.kind == SlotKind::kNumber || slot.kind == SlotKind::kName;
  });
  const bool informative = m.information() >= kMinQuotedInformation;
  if (high >= kMinTemplateCovered && (conflicts || !informative)) return Relation::kSameTemplate;
  if (low >= kMinBothTemplateCovered && conflicts) return Relation::kSameTemplate;
  const bool quoted = high >= kMinQuoted && informative &&
                      std::min(m.shared_bits_a, m.shared_bits_b) >= kMinQuotedBits;
  return quoted ? Relation::kQuote : Relation::kUnrelated;
}

}  // namespace

double ProbabilityOfSameStory(const PairFeatures& features) {
  double logit = kDecisionBias;
  for (size_t i = 0; i < kFeatureCount; ++i) logit += kDecisionWeights[i] * features.values[i];
  return 1 / (1 + std::exp(-std::clamp(logit, -30.0, 30.0)));
}

Relation RelationOf(const PairMeasures& m, double probability, double min_probability) {
  return probability >= min_probability ? RelationOfOneStory(m) : RelationOfStrangers(m);
}

}  // namespace wirecopy
