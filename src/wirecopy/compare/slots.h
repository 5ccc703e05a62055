// Slots: the short unequal stretches between two matches of a chain. They tell a noisy copy from
// the same form filled for another event.
//
//   std::vector<Slot> slots = FindSlots(a, b, alignment);
//
// Cost: linear in the matches. Threads: pure function.
// Source: docs/algorithms.md, "Slots".
#ifndef WIRECOPY_COMPARE_SLOTS_H_
#define WIRECOPY_COMPARE_SLOTS_H_

#include <span>
#include <vector>

#include "wirecopy/compare/alignment.h"
#include "wirecopy/compare/prepared_text.h"
#include "wirecopy/model/verdict.h"

namespace wirecopy {

inline constexpr uint32_t kMaxSlotTokens =
    20;  // longer unequal stretches are other text, not a slot
inline constexpr uint32_t kLeadTokens =
    150;  // a slot that begins before this on both sides stands in the lead

// In the order of the chains and of the text. Breaks end a slot: no slot spans masked furniture.
std::vector<Slot> FindSlots(const PreparedText& a, const PreparedText& b,
                            const Alignment& alignment);

// For two texts just one of which says that it is corrected: numbers that differ are no conflict.
void TakeNumbersForCorrections(std::span<Slot> slots);

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_SLOTS_H_
