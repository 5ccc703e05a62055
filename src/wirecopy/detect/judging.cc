#include "wirecopy/detect/judging.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <utility>

#include "wirecopy/base/disjoint_sets.h"
#include "wirecopy/base/first_failure.h"
#include "wirecopy/base/parallel.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/compare/reasons.h"
#include "wirecopy/detect/texts.h"
#include "wirecopy/model/sample_overlap.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy {
namespace {

constexpr size_t kPairsABlock = 64;
constexpr size_t kEstimatesABlock = 1024;
// Verify::kSketch: an estimated resemblance or containment of this much is as likely one story as
// not.
constexpr double kMiddleResemblance = 0.35;
constexpr double kMiddleContainment = 0.75;

// Of a prepared token: its shingle and the places of that, its information, itself.
constexpr uint64_t kSideBytesAToken = 60;
constexpr uint32_t kTextsATile = 64;

std::optional<int64_t> GapBetween(const std::optional<TimeInterval>& a,
                                  const std::optional<TimeInterval>& b) {
  if (!a || !b) return std::nullopt;
  return GapSeconds(*a, *b);
}

uint64_t SideBytes(const Body& body) {
  return sizeof(LoadedSide) + kSideBytesAToken * body.tokens.size();
}

// The place of each text among those that pairs connect, one connected set after another.
std::vector<uint32_t> PlacesOf(std::span<const CandidatePair> pairs, size_t texts) {
  DisjointSets sets(texts);
  for (const CandidatePair& pair : pairs) sets.Join(pair.first, pair.second);
  std::vector<uint32_t> root(texts);
  for (uint32_t text = 0; text < texts; ++text) root[text] = sets.RootOf(text);
  std::vector<uint32_t> order(texts);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t x, uint32_t y) { return root[x] < root[y]; });
  std::vector<uint32_t> place(texts);
  for (uint32_t i = 0; i < texts; ++i) place[order[i]] = i;
  return place;
}

// Indices of the pairs in the order of work: first the pairs of texts that alone take more than may
// be kept, one such text after another; then within a connected set by tiles, so that of a large
// one no more than two tiles of texts are in use at a time.
std::vector<uint32_t> OrderOfWork(std::span<const CandidatePair> pairs, const ArticleTable& table,
                                  uint64_t kept_bytes) {
  const std::vector<uint32_t> place = PlacesOf(pairs, table.text_count());
  const auto is_huge = [&](uint32_t text) {
    return kSideBytesAToken * table.records()[table.ArticleOf(text)].body_tokens > kept_bytes;
  };
  struct Entry {
    uint32_t huge;  // text; the last number: none
    uint64_t tiles;
    uint64_t places;
    uint32_t pair;
    auto operator<=>(const Entry&) const = default;
  };
  std::vector<Entry> entries;
  entries.reserve(pairs.size());
  for (uint32_t i = 0; i < pairs.size(); ++i) {
    const uint64_t x = std::min(place[pairs[i].first], place[pairs[i].second]);
    const uint64_t y = std::max(place[pairs[i].first], place[pairs[i].second]);
    const uint32_t huge = is_huge(pairs[i].first)    ? pairs[i].first
                          : is_huge(pairs[i].second) ? pairs[i].second
                                                     : UINT32_MAX;
    entries.push_back({huge, x / kTextsATile << 32 | y / kTextsATile, x << 32 | y, i});
  }
  std::sort(entries.begin(), entries.end());
  std::vector<uint32_t> order;
  order.reserve(pairs.size());
  for (const Entry& entry : entries) order.push_back(entry.pair);
  return order;
}

}  // namespace

void PairJudge::Prepare(uint32_t article, LoadedSide& side) const {
  const CompareInput input = {side.body.tokens, DateOf(table_, table_.TextOf(article)),
                              &table_.records()[article].facts};
  side.side = comparer_.Prepare(input, background_);
}

absl::Status PairJudge::LoadArticle(uint32_t article, const Background& masks, LoadedSide& out) {
  WIRECOPY_ASSIGN_OR_RETURN(out.body, LoadBody(table_, article, masks, true));
  Prepare(article, out);
  return absl::OkStatus();
}

void PairJudge::MakePlace(uint32_t other) {
  for (size_t tries = kept_order_.size(); tries > 0 && held_bytes_ > kept_bytes_; --tries) {
    const uint32_t oldest = kept_order_.front();
    kept_order_.pop_front();
    if (oldest == other) {
      kept_order_.push_back(oldest);
      continue;
    }
    const auto at = kept_.find(oldest);
    held_bytes_ -= SideBytes(at->second->body);
    kept_.erase(at);
  }
}

absl::StatusOr<const LoadedSide*> PairJudge::SideOf(uint32_t text, uint32_t other) {
  if (const auto at = kept_.find(text); at != kept_.end()) return at->second.get();
  auto side = std::make_unique<LoadedSide>();
  const uint32_t article = table_.ArticleOf(text);
  if (learnt_ != nullptr) {
    WIRECOPY_ASSIGN_OR_RETURN(side->body, LoadTextBody(table_, text, *learnt_));
  } else {
    WIRECOPY_ASSIGN_OR_RETURN(side->body, LoadBody(table_, article, background_));
  }
  Prepare(article, *side);
  MakePlace(other);
  held_bytes_ += SideBytes(side->body);
  kept_order_.push_back(text);
  return kept_.emplace(text, std::move(side)).first->second.get();
}

absl::StatusOr<Verdict> PairJudge::Judge(uint32_t text_a, uint32_t text_b) {
  WIRECOPY_ASSIGN_OR_RETURN(const LoadedSide* a, SideOf(text_a, text_b));
  WIRECOPY_ASSIGN_OR_RETURN(const LoadedSide* b, SideOf(text_b, text_a));
  return comparer_.Compare(a->side, b->side);
}

absl::StatusOr<Verdict> PairJudge::JudgeArticles(uint32_t article_a, uint32_t article_b) {
  // Copies are copies whatever their two outlets repeat.
  const Background no_masks;
  const Background& masks =
      table_.TextOf(article_a) == table_.TextOf(article_b) ? no_masks : background_;
  LoadedSide a;
  LoadedSide b;
  WIRECOPY_RETURN_IF_ERROR(LoadArticle(article_a, masks, a));
  WIRECOPY_RETURN_IF_ERROR(LoadArticle(article_b, masks, b));
  Verdict verdict = comparer_.Compare(a.side, b.side);
  PlaceInCleanTexts(a.body, b.body, verdict);
  verdict.gap_s = GapOf(table_, article_a, article_b);
  if (!verdict.reasons.empty()) verdict.reasons = ReasonsOf(verdict);
  return verdict;
}

std::optional<int64_t> GapOf(const ArticleTable& table, uint32_t article_a, uint32_t article_b) {
  return GapBetween(table.records()[article_a].published_at,
                    table.records()[article_b].published_at);
}

EvidenceEdge EdgeOf(uint32_t a, uint32_t b, const Verdict& verdict) {
  EvidenceEdge edge;
  edge.a = a;
  edge.b = b;
  edge.probability = verdict.probability;
  edge.coverage_a = verdict.coverage_a;
  edge.coverage_b = verdict.coverage_b;
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
    judge = std::make_unique<PairJudge>(*request.table, *request.background, request.compare,
                                        request.learnt, request.kept_bytes);
  }
  const std::vector<uint32_t> order = OrderOfWork(pairs, *request.table, request.kept_bytes);
  FirstFailure failure;
  ParallelFor(pairs.size(), request.threads, kPairsABlock,
              [&](size_t begin, size_t end, unsigned worker) {
                if (progress.cancelled() || failure.IsBefore(begin)) return;
                for (size_t i = begin; i < end; ++i) {
                  const CandidatePair& pair = pairs[order[i]];
                  absl::StatusOr<Verdict> verdict = judges[worker]->Judge(pair.first, pair.second);
                  if (!verdict.ok()) {
                    failure.Note(i, verdict.status());
                    return;
                  }
                  verdicts[order[i]] = *std::move(verdict);
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
  const SampleOverlap overlap = OverlapOf(a, b);
  if (overlap.a > 0) verdict.coverage_a = static_cast<double>(overlap.shared) / overlap.a;
  if (overlap.b > 0) verdict.coverage_b = static_cast<double>(overlap.shared) / overlap.b;
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

absl::StatusOr<std::vector<Verdict>> EstimatePairs(std::span<const CandidatePair> pairs,
                                                   const EstimateRequest& request,
                                                   PhaseProgress& progress) {
  std::vector<Verdict> verdicts(pairs.size());
  const ArticleTable& table = *request.table;
  ParallelFor(pairs.size(), request.threads, kEstimatesABlock,
              [&](size_t begin, size_t end, unsigned worker) {
                if (progress.cancelled()) return;
                Sketch first, second;
                for (size_t i = begin; i < end; ++i) {
                  const auto [a, b] = std::pair(pairs[i].first, pairs[i].second);
                  verdicts[i] = EstimateVerdict(
                      request.sketches->Of(a, first), request.sketches->Of(b, second),
                      GapBetween(DateOf(table, a), DateOf(table, b)), request.min_probability);
                }
                progress.Advance(end - begin, worker);
              });
  WIRECOPY_RETURN_IF_ERROR(progress.status());
  WIRECOPY_RETURN_IF_ERROR(request.sketches->status());
  return verdicts;
}

}  // namespace wirecopy
