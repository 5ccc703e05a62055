#include "wirecopy/compare/pair_features.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "wirecopy/base/hash.h"
#include "wirecopy/base/log_odds.h"
#include "wirecopy/compare/slots.h"

namespace wirecopy {
namespace {

constexpr std::array<std::string_view, kFeatureCount> kNames = {
    "explained", "evidence",    "verbatim",      "density",      "information", "length_ratio",
    "both_own",  "own_lead",    "net_conflicts", "lead_numbers", "lead_names",  "reworded",
    "renamings", "noise_slots", "date_known",    "date_gap"};

constexpr double kMostEvidence = 8;
constexpr double kOrdinaryMatch = 64;  // tokens that two texts of one form may well share in a row
constexpr double kMostVerbatim = 4;
constexpr double kMostDateGap = 6;

double Log2Of1Plus(double value) { return std::log2(1 + std::max(0.0, value)); }

double Share(double part, double whole, double of_nothing) {
  return whole > 0 ? std::min(1.0, part / whole) : of_nothing;
}

struct SlotCounts {
  double numbers = 0, lead_numbers = 0, lead_names = 0, reworded = 0, noise = 0;
};

SlotCounts CountSlots(std::span<const Slot> slots) {
  SlotCounts counts;
  for (const Slot& slot : slots) {
    counts.numbers += slot.kind == SlotKind::kNumber;
    counts.lead_numbers += slot.kind == SlotKind::kNumber && slot.in_lead;
    counts.lead_names += slot.kind == SlotKind::kName && slot.in_lead;
    counts.reworded += slot.kind == SlotKind::kName || slot.kind == SlotKind::kEdit;
    counts.noise += slot.kind == SlotKind::kNoise;
  }
  return counts;
}

// Aligned share of the best chain's extent, the lower of the two sides.
double DensityOf(const Alignment& alignment) {
  if (alignment.chains.empty()) return 0;
  const Chain& best = alignment.chains.front();
  return static_cast<double>(best.matched()) / std::max(best.a().size(), best.b().size());
}

// What is left of the matched tokens when the chains that keep their order in both texts are taken.
double MovedShare(const Alignment& alignment) {
  std::vector<const Chain*> chains;
  for (const Chain& chain : alignment.chains) chains.push_back(&chain);
  std::sort(chains.begin(), chains.end(),
            [](const Chain* x, const Chain* y) { return x->a().begin < y->a().begin; });
  std::vector<uint32_t> kept(chains.size());
  uint32_t most = 0;
  uint32_t all = 0;
  for (size_t i = 0; i < chains.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (chains[j]->b().begin < chains[i]->b().begin) kept[i] = std::max(kept[i], kept[j]);
    }
    kept[i] += chains[i]->matched();
    most = std::max(most, kept[i]);
    all += chains[i]->matched();
  }
  return all > 0 ? 1 - static_cast<double>(most) / all : 0;
}

using Begin = uint32_t ExactMatch::*;  // picks the side of a match

std::vector<TokenRange> AlignedRanges(const Alignment& alignment, Begin begin) {
  std::vector<TokenRange> aligned;
  for (const Chain& chain : alignment.chains) {
    for (const ExactMatch& match : chain.matches)
      aligned.push_back({match.*begin, match.*begin + match.length});
  }
  std::sort(aligned.begin(), aligned.end(),
            [](const TokenRange& x, const TokenRange& y) { return x.begin < y.begin; });
  return aligned;
}

struct OwnProse {
  double bits = 0;       // in stretches longer than a slot
  double lead_bits = 0;  // in any stretch of the lead
};

// The information that nothing of the other side stands for.
OwnProse OwnProseOf(const PreparedText& text, const Alignment& alignment, Begin begin) {
  std::vector<TokenRange> aligned = AlignedRanges(alignment, begin);
  aligned.push_back({text.size(), text.size()});
  const uint32_t lead = std::min(text.size(), kLeadTokens);
  OwnProse own;
  uint32_t at = 0;
  for (const TokenRange& range : aligned) {
    if (range.begin > at + kMaxSlotTokens) own.bits += text.Bits(at, range.begin);
    if (at < lead && range.begin > at) own.lead_bits += text.Bits(at, std::min(lead, range.begin));
    at = std::max(at, range.end);
  }
  return own;
}

// Matched tokens as so many Han characters: a word holds more.
double CharactersMatched(const PreparedText& a, const Alignment& alignment) {
  int weight = 0;
  for (const Chain& chain : alignment.chains) {
    for (const ExactMatch& match : chain.matches) {
      for (uint32_t i = match.a_begin; i < match.a_end(); ++i) weight += TokenWeight(a.tokens[i]);
    }
  }
  return static_cast<double>(weight) / TokenWeight(CharacterToken(U'中'));
}

double NoiseBits(const PreparedText& text, std::span<const Slot> slots, TokenRange Slot::* side) {
  double bits = 0;
  for (const Slot& slot : slots) {
    if (slot.kind == SlotKind::kNoise) bits += text.Bits((slot.*side).begin, (slot.*side).end);
  }
  return bits;
}

uint64_t FillingsHash(const PreparedText& a, const PreparedText& b, const Slot& slot) {
  uint64_t hash = 0;
  for (uint32_t i = slot.a.begin; i < slot.a.end; ++i) hash = MixHash(hash ^ a.tokens[i]);
  hash = MixHash(hash ^ (uint64_t{1} << 32));
  for (uint32_t i = slot.b.begin; i < slot.b.end; ++i) hash = MixHash(hash ^ b.tokens[i]);
  return hash;
}

uint32_t CountRenamings(const PreparedText& a, const PreparedText& b, std::span<const Slot> slots) {
  std::vector<uint64_t> pairs;
  for (const Slot& slot : slots) {
    if (slot.kind == SlotKind::kName) pairs.push_back(FillingsHash(a, b, slot));
  }
  std::sort(pairs.begin(), pairs.end());
  uint32_t renamings = 0;
  for (size_t i = 1; i < pairs.size(); ++i) {
    renamings += pairs[i] == pairs[i - 1] && (i == 1 || pairs[i - 1] != pairs[i - 2]);
  }
  return renamings;
}

}  // namespace

PairMeasures MeasurePair(const PreparedText& a, const PreparedText& b, const Alignment& alignment,
                         std::span<const Slot> slots, double rare_character_bits,
                         std::optional<int64_t> gap_s) {
  const OwnProse own_a = OwnProseOf(a, alignment, &ExactMatch::a_begin);
  const OwnProse own_b = OwnProseOf(b, alignment, &ExactMatch::b_begin);
  return {
      .bits_a = a.bits(),
      .bits_b = b.bits(),
      .shared_bits_a = alignment.bits_a,
      .shared_bits_b = alignment.bits_b,
      .own_bits_a = own_a.bits,
      .own_bits_b = own_b.bits,
      .lead_bits_a = a.Bits(0, std::min(a.size(), kLeadTokens)),
      .lead_bits_b = b.Bits(0, std::min(b.size(), kLeadTokens)),
      .own_lead_a = own_a.lead_bits,
      .own_lead_b = own_b.lead_bits,
      .noise_bits_a = NoiseBits(a, slots, &Slot::a),
      .noise_bits_b = NoiseBits(b, slots, &Slot::b),
      .renamings = CountRenamings(a, b, slots),
      .resemblance = alignment.resemblance,
      .density = DensityOf(alignment),
      .moved = MovedShare(alignment),
      .matched_tokens = alignment.matched_tokens,
      .longest_match = alignment.longest_match,
      .rare_bits = rare_character_bits * CharactersMatched(a, alignment),
      .gap_s = gap_s,
      .slots = slots,
  };
}

std::string_view FeatureName(Feature feature) { return kNames[static_cast<size_t>(feature)]; }

PairFeatures FeaturesOf(const PairMeasures& m) {
  PairFeatures f;
  const double shorter = std::min(m.bits_a, m.bits_b);
  const double longer = std::max(m.bits_a, m.bits_b);
  const double matched = m.matched_tokens;
  const SlotCounts slots = CountSlots(m.slots);
  f[Feature::kExplained] = LogOdds(std::max(Share(m.shared_bits_a + m.noise_bits_a, m.bits_a, 0),
                                            Share(m.shared_bits_b + m.noise_bits_b, m.bits_b, 0)));
  f[Feature::kEvidence] =
      std::min(kMostEvidence, Log2Of1Plus(std::min(m.shared_bits_a, m.shared_bits_b)));
  f[Feature::kVerbatim] =
      std::clamp(std::log2(m.longest_match / kOrdinaryMatch), 0.0, kMostVerbatim);
  f[Feature::kDensity] = m.density;
  f[Feature::kInformation] = m.information();
  f[Feature::kLengthRatio] = shorter > 0 ? std::log2(std::max(1.0, longer / shorter)) : 0;
  f[Feature::kBothOwn] =
      LogOdds(std::min(Share(m.own_bits_a, m.bits_a, 1), Share(m.own_bits_b, m.bits_b, 1)));
  f[Feature::kOwnLead] = LogOdds(
      std::min(Share(m.own_lead_a, m.lead_bits_a, 0), Share(m.own_lead_b, m.lead_bits_b, 0)));
  f[Feature::kNetConflicts] = Log2Of1Plus(slots.numbers - slots.noise);
  f[Feature::kLeadNumbers] = Log2Of1Plus(slots.lead_numbers);
  f[Feature::kLeadNames] = Log2Of1Plus(slots.lead_names);
  // The added tokens keep one word of a short text from counting as much as many of a long one.
  f[Feature::kReworded] = Log2Of1Plus(500 * slots.reworded / (matched + 100));
  f[Feature::kRenamings] = Log2Of1Plus(m.renamings);
  f[Feature::kNoiseSlots] = Log2Of1Plus(slots.noise);
  f[Feature::kDateKnown] = m.gap_s ? 1 : 0;
  f[Feature::kDateGap] =
      m.gap_s ? std::min(kMostDateGap, Log2Of1Plus(static_cast<double>(*m.gap_s) / 86400.0)) : 0;
  return f;
}

}  // namespace wirecopy
