// What a Detector holds, and the stages of its run; known to detector.cc (the interface),
// run_stages.cc (the run) and run_memory.cc (what it may hold).
#ifndef WIRECOPY_DETECT_DETECTOR_STATE_H_
#define WIRECOPY_DETECT_DETECTOR_STATE_H_

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "wirecopy/background/default_background.h"
#include "wirecopy/base/first_failure.h"
#include "wirecopy/cluster/evidence_graph.h"
#include "wirecopy/cluster/grouping.h"
#include "wirecopy/cluster/roundups.h"
#include "wirecopy/cluster/series.h"
#include "wirecopy/compare/compare.h"
#include "wirecopy/detect/article_table.h"
#include "wirecopy/detect/ask_index.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/detect/judging.h"
#include "wirecopy/detect/run_control.h"
#include "wirecopy/detect/sketch_table.h"
#include "wirecopy/detect/texts.h"
#include "wirecopy/model/candidate_pair.h"

namespace wirecopy {

struct Detector::State {
  State(const DetectorOptions& given, Sketcher made)
      : options(given),
        sketcher(std::move(made)),
        store(given.store != nullptr ? given.store : &own_store),
        table(store),
        prior(given.background != nullptr ? given.background : &DefaultBackground()) {}

  CompareOptions compare_options(bool evidence) const {
    return {options.min_probability, evidence};
  }

  // REQUIRES: no text is longer than max_text_bytes.
  absl::Status AddFitting(std::span<const ArticleView> articles);

  // For Ask. Threads: safe from many.
  absl::Status MakeAskIndex();
  absl::Status IndexForAsk();
  std::vector<uint32_t> FindTexts(const Body& body, uint32_t rule_body_tokens,
                                  uint64_t content_hash) const;

  // The stages, in their order.
  absl::Status Learn(PhaseProgress& progress);
  absl::Status MakeSketches(PhaseProgress& progress);
  absl::Status Nominate(PhaseProgress& progress);
  absl::Status Judge(PhaseProgress& progress);
  absl::Status Group(PhaseProgress& progress);
  absl::StatusOr<Result> MakeResult();

  uint64_t held_bytes() const;
  // ResourceExhausted where the cap does not allow `more_bytes` beside what is held.
  absl::Status Allows(uint64_t more_bytes, std::string_view work) const;

  DetectorOptions options;
  Sketcher sketcher;
  MemoryBlobStore own_store;
  BlobStore* store;
  ArticleTable table;
  const Background* prior;
  Background background =
      Background(0, {}, {}, prior);  // in force; what Learn learns, else nothing
  LearntFurniture learnt_furniture;
  SketchTable sketches;  // whole until pairs are nominated; with Verify::kSketch to the end
  std::vector<CandidatePair> pairs;
  std::vector<Verdict> verdicts;
  std::optional<EvidenceGraph> graph;
  // For pairs that nobody nominated, until the run ends; one a thread.
  std::vector<std::unique_ptr<PairJudge>> judges;
  FirstFailure judge_failure;
  std::vector<Roundup> roundups;
  Grouping grouping;
  std::vector<std::vector<uint32_t>> series;  // groups of each
  RunCounts counts;
  std::atomic<uint64_t> asked = 0;  // pairs that were aligned though nobody nominated them
  bool closed = false;              // no more articles
  bool ran = false;
  std::once_flag ask_once;
  absl::Status ask_failure;
  std::optional<AskIndex> ask_index;

 private:
  // Of two texts; `worker` is the thread that asks.
  absl::StatusOr<Verdict> VerdictOn(uint32_t text_a, uint32_t text_b, unsigned worker);
  void MakeGraph();
  void RelateRoundups();
  void AddPairs(Result& result);
  std::vector<size_t> PairsInDoubt() const;
  PairVerdict PairOf(size_t pair) const;
  void CountMembers(Result& result);
  uint64_t ExpectedLearnBytes(uint32_t texts) const;
  uint64_t ExpectedSketchesBytes(uint32_t texts) const;
  // Whether sketches of so many texts go to the store, because the cap leaves no room for them
  // beside what the next stages need.
  bool SketchesInStore(uint32_t texts) const;
  // Grouped at once by a thread.
  uint64_t PartHashes() const;
  uint64_t ExpectedLongestPairBytes() const;
  uint64_t ExpectedGroupBytes() const;
  // What a thread keeps of prepared texts beside the two it compares.
  uint64_t KeptSideBytes() const;
};

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_DETECTOR_STATE_H_
