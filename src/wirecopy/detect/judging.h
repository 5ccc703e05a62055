// Judges pairs of texts, many at once.
#ifndef WIRECOPY_DETECT_JUDGING_H_
#define WIRECOPY_DETECT_JUDGING_H_

#include <functional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "wirecopy/cluster/evidence_graph.h"
#include "wirecopy/compare/compare.h"
#include "wirecopy/detect/article_table.h"
#include "wirecopy/detect/run_control.h"
#include "wirecopy/model/background.h"
#include "wirecopy/model/candidate_pair.h"
#include "wirecopy/model/sketch.h"

namespace wirecopy {

// A text loaded for comparing; not movable, because the prepared side refers to the body.
struct LoadedSide {
  Body body;
  PreparedSide side;
};

// Loads texts and compares them. Threads: one PairJudge a thread.
class PairJudge {
 public:
  PairJudge(const ArticleTable& table, const Background& background, const CompareOptions& options)
      : table_(table), background_(background), comparer_(options) {}

  // The ranges of the verdict are in the tokens of the bodies.
  absl::StatusOr<Verdict> Judge(uint32_t text_a, uint32_t text_b);
  // The same for two articles as they stand. The probability, as in a run, is from the dates of
  // their texts (DateOf), the gap told is between their own; the ranges are in the tokens of their
  // clean texts.
  absl::StatusOr<Verdict> JudgeArticles(uint32_t article_a, uint32_t article_b);

 private:
  absl::Status Load(uint32_t article, const Background& masks, bool with_places, LoadedSide& out);

  const ArticleTable& table_;
  const Background& background_;
  Comparer comparer_;
  LoadedSide first_;
  LoadedSide second_;
  uint32_t first_text_ = UINT32_MAX;  // what first_ holds
};

// Seconds between two articles; empty where a date is unknown.
std::optional<int64_t> GapOf(const ArticleTable& table, uint32_t article_a, uint32_t article_b);

EvidenceEdge EdgeOf(uint32_t a, uint32_t b, const Verdict& verdict);

struct JudgeRequest {
  const ArticleTable* table = nullptr;
  const Background* background = nullptr;
  CompareOptions compare;
  unsigned threads = 1;
};

// The verdicts on the pairs, in their order; else the failure of the first pair that failed.
absl::StatusOr<std::vector<Verdict>> JudgePairs(std::span<const CandidatePair> pairs,
                                                const JudgeRequest& request,
                                                PhaseProgress& progress);

// The same from sketches alone (estimates): for Verify::kSketch.
std::vector<Verdict> EstimatePairs(std::span<const CandidatePair> pairs,
                                   std::span<const Sketch> sketches, const ArticleTable& table,
                                   double min_probability);
Verdict EstimateVerdict(const Sketch& a, const Sketch& b, std::optional<int64_t> gap_s,
                        double min_probability);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_JUDGING_H_
