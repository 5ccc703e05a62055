#include "wirecopy/compare/direction.h"

#include <algorithm>
#include <cmath>

#include "wirecopy/base/log_odds.h"

namespace wirecopy {
namespace {

// Fitted on pairs of a page and the page it was made from;
// docs/decisions/0005-relations-and-lineage.md.
constexpr double kOwnProse = 0.5;
constexpr double kIllFormed = 2.1;
constexpr double kDeleted = 0.2;

double OwnLogOdds(double own_bits, double bits) { return LogOdds(bits > 0 ? own_bits / bits : 0); }

double SignedLog(int count) { return std::copysign(std::log2(1 + std::abs(count)), count); }

// Whether a filling reads like what other stories have in that place: every shingle over it stands
// in several.
bool IsWellFormed(const PreparedText& text, TokenRange filling) {
  const uint32_t begin =
      filling.size() > 0 || filling.begin == 0 ? filling.begin : filling.begin - 1;
  const uint32_t end = std::min(text.size(), std::max(filling.end, begin + 1));
  return begin < end && std::all_of(
                            text.common.begin() + begin, text.common.begin() + end,
                            [](uint8_t common) { return common != 0; });
}

int Sign(bool positive, bool negative) { return static_cast<int>(positive) - negative; }

}  // namespace

double DirectionOf(const PreparedText& a, const PreparedText& b, const PairMeasures& m) {
  int ill_formed = 0;  // places where a alone is, less those where b alone is
  int deleted = 0;     // places where words of b are left out in a, less the others
  for (const Slot& slot : m.slots) {
    if (slot.kind == SlotKind::kEdit)
      deleted += Sign(slot.b.size() > slot.a.size(), slot.b.size() < slot.a.size());
    if (slot.kind == SlotKind::kDeixis || slot.kind == SlotKind::kByline) continue;
    const bool a_formed = IsWellFormed(a, slot.a);
    const bool b_formed = IsWellFormed(b, slot.b);
    ill_formed += Sign(b_formed && !a_formed, a_formed && !b_formed);
  }
  return kOwnProse * (OwnLogOdds(m.own_bits_b, m.bits_b) - OwnLogOdds(m.own_bits_a, m.bits_a)) +
         kIllFormed * SignedLog(ill_formed) + kDeleted * SignedLog(deleted);
}

}  // namespace wirecopy
