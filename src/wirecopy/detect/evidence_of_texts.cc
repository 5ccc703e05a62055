#include "wirecopy/detect/evidence_of_texts.h"

#include <algorithm>
#include <memory>

#include "wirecopy/base/parallel.h"
#include "wirecopy/compare/compare.h"
#include "wirecopy/detect/texts.h"
#include "wirecopy/text/clean.h"
#include "wirecopy/text/read_runs.h"

namespace wirecopy {
namespace {

constexpr size_t kTextsABlock = 4;

ByteRange BytesOf(const CleanText& clean, TokenRange range) {
  if (range.begin < range.end) return {clean.begins[range.begin], clean.ends[range.end - 1]};
  if (clean.tokens.empty()) return {};
  const uint32_t at =
      range.begin < clean.begins.size() ? clean.begins[range.begin] : clean.ends.back();
  return {at, at};
}

// A text ready for its pairs. Not movable: what is prepared refers to the body.
struct Side {
  Side() = default;
  Side(const Side&) = delete;
  Side& operator=(const Side&) = delete;

  CleanText clean;
  std::vector<TokenRange> masked;
  uint64_t content_hash = 0;  // of what the rules leave
  Body body;
  PreparedSide prepared;
};

void PrepareBody(const Comparer& comparer, const Background& background,
                 std::span<const TokenRange> masked, Side& side) {
  side.body = MakeBody(side.clean.tokens, masked, true);
  side.prepared = comparer.Prepare({side.body.tokens, std::nullopt, &side.clean.facts}, background);
}

PairEvidence EvidenceOf(const Side& a, const Side& b, Comparer& comparer) {
  PairEvidence evidence{comparer.Compare(a.prepared, b.prepared), {}};
  Verdict& verdict = evidence.verdict;
  PlaceInCleanTexts(a.body, b.body, verdict);
  for (const Passage& passage : verdict.passages) {
    evidence.places.passages.push_back({BytesOf(a.clean, passage.a), BytesOf(b.clean, passage.b)});
  }
  for (const Slot& slot : verdict.slots) {
    evidence.places.slots.push_back(
        {slot.kind, BytesOf(a.clean, slot.a), BytesOf(b.clean, slot.b)});
  }
  verdict.passages.clear();
  verdict.slots.clear();
  return evidence;
}

class Shower {
 public:
  Shower(const TextsToShow& shown, const Background& background, unsigned threads)
      : shown_(shown), background_(background), sides_(shown.texts.size()) {
    is_paired_.resize(shown.texts.size());
    for (const auto& [a, b] : shown.pairs) is_paired_[a] = is_paired_[b] = 1;
    for (unsigned i = 0; i < threads; ++i)
      comparers_.emplace_back(CompareOptions{.evidence = true});
  }

  TextEvidence Clean(size_t text, unsigned worker) {
    Side& side = sides_[text];
    const ShownText& given = shown_.texts[text];
    side.clean = wirecopy::Clean(given.text, {.places = true});
    side.masked =
        MaskedOf({side.clean.tokens, side.clean.furniture}, OutletHash(given.outlet), background_);
    TextEvidence evidence;
    for (const TokenRange range : side.masked) {
      evidence.furniture.push_back(BytesOf(side.clean, range));
    }
    evidence.read = FindReadRuns(given.text);
    if (is_paired_[text] != 0) {
      side.content_hash = ContentHash(MakeBody(side.clean.tokens, side.clean.furniture));
      PrepareBody(comparers_[worker], background_, side.masked, side);
    } else {
      side.clean = {};
    }
    return evidence;
  }

  PairEvidence Pair(size_t pair, unsigned worker) {
    const auto [a, b] = shown_.pairs[pair];
    Comparer& comparer = comparers_[worker];
    const bool are_copies = sides_[a].content_hash == sides_[b].content_hash;
    if (!are_copies || !(KnowsMore(sides_[a]) || KnowsMore(sides_[b]))) {
      return EvidenceOf(sides_[a], sides_[b], comparer);
    }
    // Copies are copies whatever their two outlets repeat.
    Side x;
    Side y;
    for (const auto& [side, of] : {std::pair(&x, a), std::pair(&y, b)}) {
      side->clean = sides_[of].clean;
      PrepareBody(comparer, background_, side->clean.furniture, *side);
    }
    return EvidenceOf(x, y, comparer);
  }

 private:
  // Whether the outlet is known to repeat some of it.
  static bool KnowsMore(const Side& side) { return side.masked != side.clean.furniture; }

  const TextsToShow& shown_;
  const Background& background_;
  std::vector<Side> sides_;
  std::vector<uint8_t> is_paired_;
  std::vector<Comparer> comparers_;  // one a worker
};

}  // namespace

TextsEvidence EvidenceOfTexts(const TextsToShow& shown, const Background& background,
                              unsigned threads) {
  TextsEvidence evidence;
  evidence.texts.resize(shown.texts.size());
  evidence.pairs.resize(shown.pairs.size());
  Shower shower(shown, background, threads);
  ParallelFor(shown.texts.size(), threads, kTextsABlock,
              [&](size_t begin, size_t end, unsigned worker) {
                for (size_t i = begin; i < end; ++i) {
                  evidence.texts[i] = shower.Clean(i, worker);
                }
              });
  ParallelFor(shown.pairs.size(), threads, kTextsABlock,
              [&](size_t begin, size_t end, unsigned worker) {
                for (size_t i = begin; i < end; ++i) {
                  evidence.pairs[i] = shower.Pair(i, worker);
                }
              });
  return evidence;
}

}  // namespace wirecopy
