// What the decision looks at: few, named numbers about a pair. Ids, outlets and file names are
// never among them.
//
//   PairFeatures features = FeaturesOf(MeasurePair(a, b, alignment, slots, rare_character_bits,
//   gap_s));
//
// Threads: pure functions.
#ifndef WIRECOPY_COMPARE_PAIR_FEATURES_H_
#define WIRECOPY_COMPARE_PAIR_FEATURES_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "wirecopy/compare/alignment.h"
#include "wirecopy/compare/prepared_text.h"
#include "wirecopy/model/verdict.h"

namespace wirecopy {

enum class Feature : uint8_t {
  kExplained,    // log-odds of the higher coverage, noise slots counted as covered
  kEvidence,     // log2(1 + bits the matched tokens hold), at most 8: a phrase proves nothing
  kVerbatim,     // log2(tokens of the longest match / 64), in [0, 4]
  kDensity,      // aligned share of the best chain's extent, lower of the two sides
  kInformation,  // bits the matched tokens hold, as a share of what they would hold in one story
                 // only
  kLengthRatio,  // log2(longer / shorter bits)
  kBothOwn,  // log-odds of the lower of the two shares of own prose: a quoting text and its source
             // have both
  kOwnLead,  // log-odds of the lower of the two unaligned shares of the lead: the same form,
             // another event
  kNetConflicts,  // log2(1 + number conflicts above the noise slots): a form filled anew, not a
                  // noisy copy
  kLeadNumbers,   // log2(1 + number conflicts in the lead)
  kLeadNames,     // log2(1 + name slots in the lead)
  kReworded,      // log2(1 + words put in, left out or replaced per 500 matched tokens)
  kRenamings,     // log2(1 + names replaced by the same other name twice or more)
  kNoiseSlots,    // log2(1 + slots): a noisy copy
  kDateKnown,     // 1: both dates known
  kDateGap,  // log2(1 + days) between the dates, at most 6; 0 when unknown: years are often wrong
  kCount,
};
inline constexpr size_t kFeatureCount = static_cast<size_t>(Feature::kCount);

std::string_view FeatureName(Feature feature);

struct PairFeatures {
  std::array<double, kFeatureCount> values = {};

  double operator[](Feature feature) const { return values[static_cast<size_t>(feature)]; }
  double& operator[](Feature feature) { return values[static_cast<size_t>(feature)]; }
};

// What the features are computed from.
struct PairMeasures {
  double bits_a = 0;  // of the whole sides
  double bits_b = 0;
  double shared_bits_a = 0;  // of the aligned tokens, as each side weighs them
  double shared_bits_b = 0;
  double own_bits_a = 0;  // in stretches of more than kMaxSlotTokens tokens that nothing of the
                          // other side stands in
  double own_bits_b = 0;
  double lead_bits_a = 0;  // of the lead: the first kLeadTokens tokens
  double lead_bits_b = 0;
  double own_lead_a = 0;  // of its tokens that are not aligned
  double own_lead_b = 0;
  double noise_bits_a = 0;  // in noise slots
  double noise_bits_b = 0;
  uint32_t renamings = 0;  // names replaced by the same name twice or more
  double resemblance = 0;
  double density = 0;
  double moved = 0;  // share of the matched tokens that stand in another order in b than in a
  uint32_t matched_tokens = 0;
  uint32_t longest_match = 0;
  double rare_bits = 1;  // what the matched tokens would hold if they stood in one story only
  std::optional<int64_t> gap_s;
  std::span<const Slot> slots;

  double coverage_a() const { return bits_a > 0 ? shared_bits_a / bits_a : 0; }
  double coverage_b() const { return bits_b > 0 ? shared_bits_b / bits_b : 0; }
  // The matched information as a share of what it would be if the matched tokens stood in one story
  // only: low where two texts share formulas. In [0, 1].
  double information() const {
    return rare_bits > 0 ? std::min(1.0, std::min(shared_bits_a, shared_bits_b) / rare_bits) : 0;
  }
};

// `slots` is referred to, not copied. `rare_character_bits`: information of a character that stands
// in one story only.
PairMeasures MeasurePair(const PreparedText& a, const PreparedText& b, const Alignment& alignment,
                         std::span<const Slot> slots, double rare_character_bits,
                         std::optional<int64_t> gap_s);

// Does not depend on which side is a.
PairFeatures FeaturesOf(const PairMeasures& measures);

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_PAIR_FEATURES_H_
