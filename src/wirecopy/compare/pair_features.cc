#include "wirecopy/compare/pair_features.h"

#include <algorithm>
#include <cmath>

namespace wirecopy {
namespace {

constexpr std::array<std::string_view, kFeatureCount> kNames = {
    "min_coverage",  "max_coverage",   "shared_bits", "resemblance", "density",     "longest_match", "information",
    "number_conflicts", "lead_numbers", "name_conflicts", "lead_names", "noise_slots", "clean_conflict",
    "conflict_rate", "date_known", "date_gap", "unshared_bits", "short_bits", "length_ratio"};

double LogOdds(double share) { return std::log((share + 0.02) / (1.02 - share)); }
double Log2Of1Plus(double value) { return std::log2(1 + std::max(0.0, value)); }

struct SlotCounts {
  double numbers = 0, lead_numbers = 0, names = 0, lead_names = 0, noise = 0;
};

SlotCounts CountSlots(std::span<const Slot> slots) {
  SlotCounts counts;
  for (const Slot& slot : slots) {
    switch (slot.kind) {
      case SlotKind::kNumber:
        counts.numbers += 1;
        counts.lead_numbers += slot.in_lead;
        break;
      case SlotKind::kName:
        counts.names += 1;
        counts.lead_names += slot.in_lead;
        break;
      case SlotKind::kNoise:
        counts.noise += 1;
        break;
      case SlotKind::kDeixis:
        break;
    }
  }
  return counts;
}

// Aligned share of the best chain's extent, the lower of the two sides.
double DensityOf(const Alignment& alignment) {
  if (alignment.chains.empty()) return 0;
  const Chain& best = alignment.chains.front();
  return static_cast<double>(best.matched()) / std::max(best.a().size(), best.b().size());
}

}  // namespace

PairMeasures MeasurePair(const PreparedText& a, const PreparedText& b, const Alignment& alignment,
                         std::span<const Slot> slots, double rare_token_bits, std::optional<int64_t> gap_s) {
  return {
      .bits_a = a.bits(),
      .bits_b = b.bits(),
      .shared_bits_a = alignment.bits_a,
      .shared_bits_b = alignment.bits_b,
      .resemblance = ExactResemblance(a, b),
      .density = DensityOf(alignment),
      .matched_tokens = alignment.matched_tokens,
      .longest_match = alignment.longest_match,
      .rare_token_bits = rare_token_bits,
      .gap_s = gap_s,
      .slots = slots,
  };
}

std::string_view FeatureName(Feature feature) { return kNames[static_cast<size_t>(feature)]; }

PairFeatures FeaturesOf(const PairMeasures& m) {
  PairFeatures f;
  const double cover_a = std::min(1.0, m.coverage_a());
  const double cover_b = std::min(1.0, m.coverage_b());
  const double shared = std::min(m.shared_bits_a, m.shared_bits_b);
  const double shorter = std::min(m.bits_a, m.bits_b);
  const double longer = std::max(m.bits_a, m.bits_b);
  const double matched = std::max(1.0, static_cast<double>(m.matched_tokens));
  const SlotCounts slots = CountSlots(m.slots);
  f[Feature::kMinCoverage] = LogOdds(std::min(cover_a, cover_b));
  f[Feature::kMaxCoverage] = LogOdds(std::max(cover_a, cover_b));
  f[Feature::kSharedBits] = Log2Of1Plus(shared);
  f[Feature::kResemblance] = m.resemblance;
  f[Feature::kDensity] = m.density;
  f[Feature::kLongestMatch] = Log2Of1Plus(m.longest_match);
  f[Feature::kInformation] = std::min(2.0, shared / matched / m.rare_token_bits);
  f[Feature::kNumberConflicts] = Log2Of1Plus(slots.numbers);
  f[Feature::kLeadNumbers] = Log2Of1Plus(slots.lead_numbers);
  f[Feature::kNameConflicts] = Log2Of1Plus(slots.names);
  f[Feature::kLeadNames] = Log2Of1Plus(slots.lead_names);
  f[Feature::kNoiseSlots] = Log2Of1Plus(slots.noise);
  f[Feature::kCleanConflict] = slots.noise == 0 && slots.numbers + slots.names > 0 ? 1 : 0;
  f[Feature::kConflictRate] = std::min(10.0, 100 * (slots.numbers + slots.names) / matched);
  f[Feature::kDateKnown] = m.gap_s ? 1 : 0;
  f[Feature::kDateGap] = m.gap_s ? Log2Of1Plus(static_cast<double>(*m.gap_s) / 86400.0) : 0;
  f[Feature::kUnsharedBits] = Log2Of1Plus(shorter - (m.bits_a < m.bits_b ? m.shared_bits_a : m.shared_bits_b));
  f[Feature::kShortBits] = Log2Of1Plus(shorter);
  f[Feature::kLengthRatio] = shorter > 0 ? std::log2(std::max(1.0, longer / shorter)) : 0;
  return f;
}

}  // namespace wirecopy
