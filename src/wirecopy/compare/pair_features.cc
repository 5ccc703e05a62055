#include "wirecopy/compare/pair_features.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "wirecopy/compare/slots.h"

namespace wirecopy {
namespace {

constexpr std::array<std::string_view, kFeatureCount> kNames = {
    "min_coverage",  "max_coverage",  "shared_bits",      "resemblance",   "density",
    "longest_match", "information",   "number_conflicts", "lead_numbers",  "name_conflicts",
    "lead_names",    "noise_slots",   "clean_conflict",   "conflict_rate", "date_known",
    "date_gap",      "unshared_bits", "short_bits",       "length_ratio",  "both_own",
    "both_own_bits", "most_own",      "net_conflicts"};

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

// Information of the stretches longer than a slot that no match touches. `begins_at` picks the side
// of a match.
double OwnBits(const PreparedText& text, const Alignment& alignment,
               uint32_t ExactMatch::* begins_at) {
  std::vector<TokenRange> aligned;
  for (const Chain& chain : alignment.chains) {
    for (const ExactMatch& match : chain.matches) {
      aligned.push_back({match.*begins_at, match.*begins_at + match.length});
    }
  }
  std::sort(aligned.begin(), aligned.end(),
            [](const TokenRange& x, const TokenRange& y) { return x.begin < y.begin; });
  aligned.push_back({text.size(), text.size()});
  double bits = 0;
  uint32_t at = 0;
  for (const TokenRange& range : aligned) {
    if (range.begin > at + kMaxSlotTokens) bits += text.Bits(at, range.begin);
    at = std::max(at, range.end);
  }
  return bits;
}

}  // namespace

PairMeasures MeasurePair(const PreparedText& a, const PreparedText& b, const Alignment& alignment,
                         std::span<const Slot> slots, double rare_token_bits,
                         std::optional<int64_t> gap_s) {
  return {
      .bits_a = a.bits(),
      .bits_b = b.bits(),
      .shared_bits_a = alignment.bits_a,
      .shared_bits_b = alignment.bits_b,
      .own_bits_a = OwnBits(a, alignment, &ExactMatch::a_begin),
      .own_bits_b = OwnBits(b, alignment, &ExactMatch::b_begin),
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
  const double shared_of_shorter = m.bits_a < m.bits_b   ? m.shared_bits_a
                                   : m.bits_b < m.bits_a ? m.shared_bits_b
                                                         : shared;
  f[Feature::kUnsharedBits] = Log2Of1Plus(shorter - shared_of_shorter);
  f[Feature::kShortBits] = Log2Of1Plus(shorter);
  f[Feature::kLengthRatio] = shorter > 0 ? std::log2(std::max(1.0, longer / shorter)) : 0;
  const double own_a = m.bits_a > 0 ? m.own_bits_a / m.bits_a : 1;
  const double own_b = m.bits_b > 0 ? m.own_bits_b / m.bits_b : 1;
  f[Feature::kBothOwn] = LogOdds(std::min(own_a, own_b));
  f[Feature::kBothOwnBits] = Log2Of1Plus(std::min(m.own_bits_a, m.own_bits_b));
  f[Feature::kMostOwn] = LogOdds(std::max(own_a, own_b));
  f[Feature::kNetConflicts] = Log2Of1Plus(slots.numbers - slots.noise);
  return f;
}

}  // namespace wirecopy
