#include "wirecopy/compare/reasons.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace wirecopy {
namespace {

std::string Count(uint32_t n, const char* one, const char* many) {
  return absl::StrCat(n, " ", n == 1 ? one : many);
}

std::string CoverageReason(const Verdict& v) {
  const bool a_shorter = v.bits_a <= v.bits_b;
  const double shorter = a_shorter ? v.coverage_a : v.coverage_b;
  const double longer = a_shorter ? v.coverage_b : v.coverage_a;
  const double bits = a_shorter ? v.bits_a : v.bits_b;
  return absl::StrFormat(
      "%.0f %% of the shorter text stands in the longer (%.0f of %.0f bits), %.0f %% of the longer "
      "in it",
      100 * shorter, shorter * bits, bits, 100 * longer);
}

std::string GapReason(int64_t gap_s) {
  if (gap_s == 0) return "published at the same time, as far as the dates tell";
  if (gap_s < 60) return "published one after the other, how far apart is unsure";
  if (gap_s < 2 * 3600) return absl::StrFormat("published %d min apart", gap_s / 60);
  if (gap_s < 2 * 86400) return absl::StrFormat("published %d h apart", gap_s / 3600);
  return absl::StrFormat("published %d days apart", gap_s / 86400);
}

}  // namespace

std::vector<std::string> ReasonsOf(const Verdict& v) {
  std::vector<std::string> reasons;
  if (v.relation == Relation::kExact) {
    reasons.push_back("the cleaned texts are equal");
  } else {
    reasons.push_back(CoverageReason(v));
    const auto corrected =
        static_cast<uint32_t>(std::ranges::count(v.slots, SlotKind::kCorrection, &Slot::kind));
    if (v.number_conflicts > 0) {
      reasons.push_back(Count(v.number_conflicts, "number differs", "numbers differ") +
                        " where the text around is equal");
    } else if (v.longest_match > 0 && corrected == 0) {
      reasons.push_back("no number differs where the text around is equal");
    }
    if (corrected > 0) {
      reasons.push_back(Count(corrected, "number differs", "numbers differ") +
                        ", but one of the two says that it is corrected");
    }
    if (v.name_conflicts > 0) {
      reasons.push_back(Count(v.name_conflicts, "name or word is", "names or words are") +
                        " replaced where the text around is equal");
    }
    if (v.edits > 0)
      reasons.push_back(Count(v.edits, "place was", "places were") +
                        " edited: words put in or left out");
    if (v.noise_slots > 0)
      reasons.push_back(Count(v.noise_slots, "small difference", "small differences"));
    reasons.push_back(
        absl::StrCat("longest common passage: ", v.longest_match, " characters or words"));
  }
  reasons.push_back(v.gap_s ? GapReason(*v.gap_s) : std::string("a date is missing"));
  return reasons;
}

}  // namespace wirecopy
