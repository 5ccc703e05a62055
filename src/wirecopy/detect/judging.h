// Judges pairs of texts, many at once.
#ifndef WIRECOPY_DETECT_JUDGING_H_
#define WIRECOPY_DETECT_JUDGING_H_

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "wirecopy/cluster/evidence_graph.h"
#include "wirecopy/compare/compare.h"
#include "wirecopy/detect/article_table.h"
#include "wirecopy/detect/run_control.h"
#include "wirecopy/detect/sketch_table.h"
#include "wirecopy/detect/texts.h"
#include "wirecopy/model/background.h"
#include "wirecopy/model/candidate_pair.h"
#include "wirecopy/model/sketch.h"

namespace wirecopy {

// A text loaded for comparing; not movable, because the prepared side refers to the body.
struct LoadedSide {
  Body body;
  PreparedSide side;
};

// What a PairJudge may keep of texts it has prepared, in bytes: some hundred of usual length.
inline constexpr uint64_t kKeptSideBytes = 16 << 20;

// Loads texts and compares them. A text that was prepared is kept for its next partners, until
// newer ones need the place. Threads: one PairJudge a thread.
class PairJudge {
 public:
  // `learnt`: the passages of the texts that their outlets repeat, as OutletFurniture finds them;
  // null: looked for in every text that is loaded.
  PairJudge(const ArticleTable& table, const Background& background, const CompareOptions& options,
            const LearntFurniture* learnt = nullptr, uint64_t kept_bytes = kKeptSideBytes)
      : table_(table),
        background_(background),
        learnt_(learnt),
        kept_bytes_(kept_bytes),
        comparer_(options) {}

  // The ranges of the verdict are in the tokens of the bodies.
  absl::StatusOr<Verdict> Judge(uint32_t text_a, uint32_t text_b);
  // The same for two articles as they stand. The probability, as in a run, is from the dates of
  // their texts (DateOf), the gap told is between their own; the ranges are in the tokens of their
  // clean texts.
  absl::StatusOr<Verdict> JudgeArticles(uint32_t article_a, uint32_t article_b);

 private:
  // The text prepared. `other`, its partner, stays where it is kept, whatever its size.
  absl::StatusOr<const LoadedSide*> SideOf(uint32_t text, uint32_t other);
  absl::Status LoadArticle(uint32_t article, const Background& masks, LoadedSide& out);
  void Prepare(uint32_t article, LoadedSide& side) const;
  void MakePlace(uint32_t other);

  const ArticleTable& table_;
  const Background& background_;
  const LearntFurniture* learnt_;
  uint64_t kept_bytes_;
  Comparer comparer_;
  absl::flat_hash_map<uint32_t, std::unique_ptr<LoadedSide>> kept_;  // by text
  std::deque<uint32_t> kept_order_;                                  // oldest first
  uint64_t held_bytes_ = 0;                                          // by kept_
};

// Seconds between two articles; empty where a date is unknown.
std::optional<int64_t> GapOf(const ArticleTable& table, uint32_t article_a, uint32_t article_b);

EvidenceEdge EdgeOf(uint32_t a, uint32_t b, const Verdict& verdict);

struct JudgeRequest {
  const ArticleTable* table = nullptr;
  const Background* background = nullptr;
  CompareOptions compare;
  unsigned threads = 1;
  const LearntFurniture* learnt = nullptr;
  uint64_t kept_bytes = kKeptSideBytes;  // a thread
};

// The verdicts on the pairs, in their order. Texts that have partners in common are compared one
// after another, so that each is prepared about once; else the failure of the first pair, in that
// order of work, that failed.
absl::StatusOr<std::vector<Verdict>> JudgePairs(std::span<const CandidatePair> pairs,
                                                const JudgeRequest& request,
                                                PhaseProgress& progress);

// The same from sketches alone (estimates): for Verify::kSketch. A failure of their store.
struct EstimateRequest {
  const ArticleTable* table = nullptr;
  const SketchTable* sketches = nullptr;
  double min_probability = 0.5;
  unsigned threads = 1;
};
absl::StatusOr<std::vector<Verdict>> EstimatePairs(std::span<const CandidatePair> pairs,
                                                   const EstimateRequest& request,
                                                   PhaseProgress& progress);
Verdict EstimateVerdict(const Sketch& a, const Sketch& b, std::optional<int64_t> gap_s,
                        double min_probability);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_JUDGING_H_
