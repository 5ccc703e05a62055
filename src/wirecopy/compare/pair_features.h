// What the decision looks at: few, named numbers about a pair. Ids, outlets and file names are
// never among them.
//
//   PairFeatures features = FeaturesOf(MeasurePair(a, b, alignment, slots, rare_token_bits,
//   gap_s));
//
// Threads: pure functions.
#ifndef WIRECOPY_COMPARE_PAIR_FEATURES_H_
#define WIRECOPY_COMPARE_PAIR_FEATURES_H_

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
  kMinCoverage,      // log-odds of the lower coverage
  kMaxCoverage,      // log-odds of the higher coverage
  kSharedBits,       // log2(1 + aligned bits)
  kResemblance,      // exact Jaccard
  kDensity,          // aligned share of the best chain's extent, lower of the two sides
  kLongestMatch,     // log2(1 + tokens)
  kInformation,      // bits a matched token holds, as a share of what a rare one holds
  kNumberConflicts,  // log2(1 + slots)
  kLeadNumbers,      // the same in the lead
  kNameConflicts,
  kLeadNames,
  kNoiseSlots,     // log2(1 + slots)
  kCleanConflict,  // 1: numbers or names conflict and nothing looks like noise
  kConflictRate,   // number and name slots per 100 matched tokens, at most 10
  kDateKnown,      // 1: both dates known
  kDateGap,        // log2(1 + days) between the dates; 0 when unknown
  kUnsharedBits,   // log2(1 + bits of the shorter side outside the alignment)
  kShortBits,      // log2(1 + bits of the shorter side)
  kLengthRatio,    // log2(longer / shorter bits)
  kBothOwn,  // log-odds of the lower of the two shares of own prose: a quoting text and its source
             // have both
  kBothOwnBits,   // log2(1 + the lower of the two sides' own prose in bits)
  kMostOwn,       // log-odds of the higher of the two shares
  kNetConflicts,  // log2(1 + number conflicts above the noise slots): a form filled anew, not a
                  // noisy copy
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
  double resemblance = 0;
  double density = 0;
  uint32_t matched_tokens = 0;
  uint32_t longest_match = 0;
  double rare_token_bits = 1;  // information of a token that stands in one story only
  std::optional<int64_t> gap_s;
  std::span<const Slot> slots;

  double coverage_a() const { return bits_a > 0 ? shared_bits_a / bits_a : 0; }
  double coverage_b() const { return bits_b > 0 ? shared_bits_b / bits_b : 0; }
};

// `slots` is referred to, not copied.
PairMeasures MeasurePair(const PreparedText& a, const PreparedText& b, const Alignment& alignment,
                         std::span<const Slot> slots, double rare_token_bits,
                         std::optional<int64_t> gap_s);

// Does not depend on which side is a.
PairFeatures FeaturesOf(const PairMeasures& measures);

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_PAIR_FEATURES_H_
