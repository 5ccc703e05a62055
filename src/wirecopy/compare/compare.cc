#include "wirecopy/compare/compare.h"

#include <algorithm>
#include <utility>

#include "wirecopy/compare/alignment.h"
#include "wirecopy/compare/decision.h"
#include "wirecopy/compare/direction.h"
#include "wirecopy/compare/pair_features.h"
#include "wirecopy/compare/prepared_text.h"
#include "wirecopy/compare/reasons.h"
#include "wirecopy/compare/slots.h"

namespace wirecopy {
namespace {

using Tokens = std::span<const Token>;

bool EqualWithoutBreaks(Tokens a, Tokens b) {
  size_t i = 0;
  size_t j = 0;
  while (true) {
    while (i < a.size() && a[i] == kBreakToken) ++i;
    while (j < b.size() && b[j] == kBreakToken) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (a[i++] != b[j++]) return false;
  }
}

// An order of the two sides that does not depend on which came first.
bool ComesFirst(Tokens a, Tokens b) {
  if (a.size() != b.size()) return a.size() < b.size();
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
}

void SwapSides(Verdict& verdict) {
  std::swap(verdict.coverage_a, verdict.coverage_b);
  std::swap(verdict.bits_a, verdict.bits_b);
  verdict.direction = 0 - verdict.direction;
  for (Passage& passage : verdict.passages) std::swap(passage.a, passage.b);
  for (Slot& slot : verdict.slots) std::swap(slot.a, slot.b);
}

uint32_t CountKind(std::span<const Slot> slots, SlotKind kind) {
  return static_cast<uint32_t>(std::count_if(
      slots.begin(), slots.end(), [kind](const Slot& slot) { return slot.kind == kind; }));
}

}  // namespace

struct Comparer::State {
  CompareOptions options;
  Aligner aligner;
};

Comparer::Comparer(const CompareOptions& options)
    : state_(std::make_unique<State>(State{options, {}})) {}
Comparer::~Comparer() = default;
Comparer::Comparer(Comparer&&) noexcept = default;
Comparer& Comparer::operator=(Comparer&&) noexcept = default;

PreparedSide Comparer::Prepare(const CompareInput& input, const Background& background) const {
  return {PrepareText(input.tokens, background), input.published, background.Bits(1) / 5,
          input.facts != nullptr && input.facts->says_corrected};
}

Verdict Comparer::Compare(const CompareInput& a, const CompareInput& b,
                          const Background& background) {
  return Compare(Prepare(a, background), Prepare(b, background));
}

Verdict Comparer::Compare(const PreparedSide& a, const PreparedSide& b) {
  const bool swapped = ComesFirst(b.text.tokens, a.text.tokens);
  Verdict verdict = swapped ? CompareOrdered(b, a) : CompareOrdered(a, b);
  if (swapped) SwapSides(verdict);
  if (state_->options.evidence) verdict.reasons = ReasonsOf(verdict);
  return verdict;
}

Verdict Comparer::CompareOrdered(const PreparedSide& a, const PreparedSide& b) {
  Verdict verdict;
  verdict.bits_a = a.text.bits();
  verdict.bits_b = b.text.bits();
  if (a.published && b.published) verdict.gap_s = GapSeconds(*a.published, *b.published);
  if (a.text.tokens.empty() || b.text.tokens.empty()) return verdict;
  const Alignment& alignment = state_->aligner.Align(a.text, b.text);
  verdict.slots = FindSlots(a.text, b.text, alignment);
  if (a.says_corrected != b.says_corrected) TakeNumbersForCorrections(verdict.slots);
  const PairMeasures measures =
      MeasurePair(a.text, b.text, alignment, verdict.slots, a.rare_character_bits,
                  TellingGap(a.published, b.published));
  verdict.coverage_a = std::min(1.0, measures.coverage_a());
  verdict.coverage_b = std::min(1.0, measures.coverage_b());
  verdict.resemblance = measures.resemblance;
  verdict.shared_bits = std::min(alignment.bits_a, alignment.bits_b);
  verdict.longest_match = alignment.longest_match;
  verdict.number_conflicts = CountKind(verdict.slots, SlotKind::kNumber);
  verdict.name_conflicts = CountKind(verdict.slots, SlotKind::kName);
  verdict.edits = CountKind(verdict.slots, SlotKind::kEdit);
  verdict.noise_slots = CountKind(verdict.slots, SlotKind::kNoise);
  for (const Chain& chain : alignment.chains) {
    verdict.passages.push_back({chain.a(), chain.b(), chain.matched(), chain.bits});
  }
  if (EqualWithoutBreaks(a.text.tokens, b.text.tokens)) {
    verdict.relation = Relation::kExact;
    verdict.probability = 1;
    verdict.coverage_a = verdict.coverage_b = verdict.resemblance = 1;
  } else {
    verdict.probability = ProbabilityOfSameStory(FeaturesOf(measures));
    verdict.direction = DirectionOf(a.text, b.text, measures);
    verdict.relation = RelationOf(measures, verdict.probability, state_->options.min_probability);
  }
  if (!state_->options.evidence) verdict.slots.clear();
  return verdict;
}

}  // namespace wirecopy
