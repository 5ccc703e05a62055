#include "wirecopy/detect/judging.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "wirecopy/base/parallel.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/compare/reasons.h"
#include "wirecopy/detect/first_failure.h"
#include "wirecopy/detect/texts.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy {
namespace {

constexpr size_t kPairsABlock = 64;
// Verify::kSketch: an estimated resemblance or containment of this much is as likely one story as
// not.
constexpr double kMiddleResemblance = 0.35;
constexpr double kMiddleContainment = 0.75;

}  // namespace

absl::Status PairJudge::Load(uint32_t article, const Background& masks, bool with_places,
                             LoadedSide& out) {
  WIRECOPY_ASSIGN_OR_RETURN(out.body, LoadBody(table_, article, masks, with_places));
  const CompareInput input = {out.body.tokens, DateOf(table_, table_.TextOf(article)),
                              &table_.records()[article].facts};
  out.side = comparer_.Prepare(input, background_);
  return absl::OkStatus();
}

absl::StatusOr<Verdict> PairJudge::Judge(uint32_t text_a, uint32_t text_b) {
  if (first_text_ != text_a) {
    WIRECOPY_RETURN_IF_ERROR(Load(table_.ArticleOf(text_a), background_, false, first_));
    first_text_ = text_a;
  }
  WIRECOPY_RETURN_IF_ERROR(Load(table_.ArticleOf(text_b), background_, false, second_));
  return comparer_.Compare(first_.side, second_.side);
}

absl::StatusOr<Verdict> PairJudge::JudgeArticles(uint32_t article_a, uint32_t article_b) {
  first_text_ = UINT32_MAX;
  // Copies are copies whatever their two outlets repeat.
  const Background no_masks;
  const Background& masks =
      table_.TextOf(article_a) == table_.TextOf(article_b) ? no_masks : background_;
  WIRECOPY_RETURN_IF_ERROR(Load(article_a, masks, true, first_));
  WIRECOPY_RETURN_IF_ERROR(Load(article_b, masks, true, second_));
  Verdict verdict = comparer_.Compare(first_.side, second_.side);
  PlaceInCleanTexts(first_.body, second_.body, verdict);
  verdict.gap_s = GapOf(table_, article_a, article_b);
  if (!verdict.reasons.empty()) verdict.reasons = ReasonsOf(verdict);
  return verdict;
}

std::optional<int64_t> GapOf(const ArticleTable& table, uint32_t article_a, uint32_t article_b) {
  const std::optional<TimeInterval>& a = table.records()[article_a].published_at;
  const std::optional<TimeInterval>& b = table.records()[article_b].published_at;
  if (!a || !b) return std::nullopt;
  return GapSeconds(*a, *b);
}

EvidenceEdge EdgeOf(uint32_t a, uint32_t b, const Verdict& verdict) {
  EvidenceEdge edge;
  edge.a = a;
  edge.b = b;
  edge.probability = static_cast<float>(verdict.probability);
  edge.coverage_a = static_cast<float>(verdict.coverage_a);
  edge.coverage_b = static_cast<float>(verdict.coverage_b);
  edge.shared_bits = static_cast<float>(verdict.shared_bits);
  edge.direction = static_cast<float>(verdict.direction);
  edge.conflicts = static_cast<uint16_t>(
      std::min<uint32_t>(65535, verdict.number_conflicts + verdict.name_conflicts));
  edge.relation = verdict.relation;
  if (!verdict.passages.empty()) {
    const Passage& best = verdict.passages.front();
    edge.span_a = best.a;
    edge.span_b = best.b;
    edge.span_matched = best.matched;
    edge.span_bits = static_cast<float>(best.bits);
  }
  return edge;
}

absl::StatusOr<std::vector<Verdict>> JudgePairs(std::span<const CandidatePair> pairs,
                                                const JudgeRequest& request,
                                                PhaseProgress& progress) {
  std::vector<Verdict> verdicts(pairs.size());
  std::vector<std::unique_ptr<PairJudge>> judges(std::max(1u, request.threads));
  for (auto& judge : judges) {
    judge = std::make_unique<PairJudge>(*request.table, *request.background, request.compare);
  }
  FirstFailure failure;
  ParallelFor(
      pairs.size(), request.threads, kPairsABlock, [&](size_t begin, size_t end, unsigned worker) {
        if (progress.cancelled() || failure.IsBefore(begin)) return;
        for (size_t i = begin; i < end; ++i) {
          absl::StatusOr<Verdict> verdict = judges[worker]->Judge(pairs[i].first, pairs[i].second);
          if (!verdict.ok()) {
            failure.Note(i, verdict.status());
            return;
          }
          verdicts[i] = *std::move(verdict);
        }
        progress.Advance(end - begin, worker);
      });
  WIRECOPY_RETURN_IF_ERROR(progress.status());
  WIRECOPY_RETURN_IF_ERROR(failure.status());
  return verdicts;
}

Verdict EstimateVerdict(const Sketch& a, const Sketch& b, std::optional<int64_t> gap_s,
                        double min_probability) {
  Verdict verdict;
  verdict.resemblance = EstimateResemblance(a, b);
  verdict.coverage_a = std::max(0.0, EstimateContainment(a, b));
  verdict.coverage_b = std::max(0.0, EstimateContainment(b, a));
  verdict.gap_s = gap_s;
  const double by_resemblance = 20 * (verdict.resemblance - kMiddleResemblance);
  const double by_containment =
      20 * (std::max(verdict.coverage_a, verdict.coverage_b) - kMiddleContainment);
  verdict.probability = 1 / (1 + std::exp(-std::max(by_resemblance, by_containment)));
  const double low = std::min(verdict.coverage_a, verdict.coverage_b);
  const double high = std::max(verdict.coverage_a, verdict.coverage_b);
  if (verdict.probability >= min_probability) {
    verdict.relation = low >= .75                ? Relation::kReprint
                       : low < .42 && high >= .7 ? Relation::kExcerpt
                                                 : Relation::kEdited;
  } else {
    verdict.relation = high >= .15 ? Relation::kQuote : Relation::kUnrelated;
  }
  return verdict;
}

std::vector<Verdict> EstimatePairs(std::span<const CandidatePair> pairs,
                                   std::span<const Sketch> sketches, const ArticleTable& table,
                                   double min_probability) {
  std::vector<Verdict> verdicts;
  verdicts.reserve(pairs.size());
  for (const CandidatePair& pair : pairs) {
    const std::optional<TimeInterval> x = DateOf(table, pair.first);
    const std::optional<TimeInterval> y = DateOf(table, pair.second);
    std::optional<int64_t> gap_s;
    if (x && y) gap_s = GapSeconds(*x, *y);
    verdicts.push_back(
        EstimateVerdict(sketches[pair.first], sketches[pair.second], gap_s, min_probability));
  }
  return verdicts;
}

}  // namespace wirecopy
