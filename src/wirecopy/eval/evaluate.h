// Measures predicted clusters against gold.
//
//   WIRECOPY_ASSIGN_OR_RETURN(EvalReport report, EvaluateClusters(gold, clusters, hard_negatives,
//   {})); AppendEvalText(report, &text);   // eval_output.h
//
// Articles that no cluster names count alone; an article in several clusters counts in the first.
// Roundups hold several stories, so they take no part in the cluster measures; the pages a roundup
// glues together do. Read the adjusted Rand index together with how many of the hard negatives
// were joined: joining every form letter costs almost nothing of the index. Accuracy: point
// measures are exact; intervals are bootstrap intervals over stories, repeatable by the seed. Cost:
// O(n log n), times the resamples. Threads: pure functions.
#ifndef WIRECOPY_EVAL_EVALUATE_H_
#define WIRECOPY_EVAL_EVALUATE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "absl/status/statusor.h"
#include "wirecopy/eval/labels.h"
#include "wirecopy/eval/partition.h"

namespace wirecopy {

struct EvalOptions {
  uint32_t resamples = 200;  // of the bootstrap; 0: no intervals; [0, 100,000]
  uint64_t seed = 1;
};

// The middle 95 % of the resamples.
struct EvalInterval {
  double low = 0;
  double high = 0;
};

// Of the articles of stories of two or more: how many sit where most of the others of their story
// sit.
struct GroupRecall {
  uint64_t articles = 0;
  double recall = 0;
  std::optional<EvalInterval>
      interval;  // empty where it was not resampled, or no resample drew one of its stories
};

// Of labelled pairs: how many share a cluster.
struct JoinedPairs {
  uint64_t pairs = 0;
  uint64_t joined = 0;
  double Rate() const { return Ratio(static_cast<double>(joined), static_cast<double>(pairs)); }
};

struct EvalReport {
  uint64_t articles = 0;  // roundups left out, here and below
  uint64_t stories = 0;
  uint64_t stories_of_two_or_more = 0;
  uint64_t predicted_clusters = 0;
  uint64_t largest_cluster = 0;
  uint64_t mixed_clusters = 0;  // that hold two or more stories
  double mixed_articles_share = 0;
  double adjusted_rand = 0;
  std::optional<EvalInterval>
      adjusted_rand_interval;  // empty without resamples or without stories, as those below
  PrecisionRecall pairs;
  std::optional<EvalInterval> pairs_f1_interval;
  PrecisionRecall bcubed;
  PrecisionRecall bcubed_multi;  // over articles of stories of two or more
  std::optional<EvalInterval> bcubed_multi_f1_interval;
  // By kind of damage, and by "relation:" and the relation.
  std::map<std::string, GroupRecall> recall_by_group;
  uint64_t roundups = 0;
  double roundups_glued = 0;     // share whose cluster holds pages of two or more stories
  double roundups_attached = 0;  // share in a cluster with a page of a story they contain
  std::map<std::string, JoinedPairs> hard_negatives;  // by band
  uint64_t unknown_ids = 0;                           // in clusters, not in gold
  uint64_t ignored_lines = 0;
  uint64_t articles_in_two_clusters = 0;
};

// InvalidArgument: an id occurs twice in gold, a hard negative is not in gold, or an option is out
// of range.
absl::StatusOr<EvalReport> EvaluateClusters(std::span<const GoldRow> gold,
                                            const ClusterAssignment& clusters,
                                            std::span<const LabelledPair> hard_negatives,
                                            const EvalOptions& options);

struct PairReport {
  std::map<std::string, JoinedPairs> by_label;
  uint64_t unnamed_ids = 0;  // distinct ids of pairs that no cluster names: alone, or misspelt
};

// Without gold: how many pairs of each label share a cluster.
PairReport EvaluatePairs(std::span<const LabelledPair> pairs, const ClusterAssignment& clusters);

}  // namespace wirecopy

#endif  // WIRECOPY_EVAL_EVALUATE_H_
