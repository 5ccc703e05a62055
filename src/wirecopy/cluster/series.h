// Finds series: stories (and articles alone in theirs) that fill one form for different events,
// such as a weekly notice, daily case counts, decisions of one office.
//
//   std::vector<std::vector<uint32_t>> series = FindSeries(graph, grouping, left_out, {});
//
// Official texts share formulas without being one form, so an edge is believed only where both
// sides are covered by it, and numbers or names stand in its slots. Two series join by the mean
// over a bounded number of cross pairs, never by one edge: set phrases lead from everything to
// everything. Cost: near-linear in the edges; a story that meets a series is judged with
// max_delegates of its members at most. Threads: one caller at a time. Deterministic: joins follow
// the coverage, then shared bits, then canonical index.
#ifndef WIRECOPY_CLUSTER_SERIES_H_
#define WIRECOPY_CLUSTER_SERIES_H_

#include <cstdint>
#include <vector>

#include "wirecopy/cluster/evidence_graph.h"
#include "wirecopy/cluster/grouping.h"

namespace wirecopy {

struct SeriesOptions {
  double min_covered = 0.33;      // of the less covered side, by an edge that may join
  double min_mean = 0.3;          // of that, over the cross pairs of a join
  double min_pair_covered = 0.4;  // of that, where no third member supports two
  // Shared bits for each number or name that differs: more of them is one event told twice. Where a
  // text comes by so much later that it hardly reports the same event, more is believed.
  double max_conflict_bits = 130;
  double max_late_conflict_bits = 400;
  int64_t min_late_s = 7 * 86400;
  uint32_t max_delegates = 4;  // of each side that a join looks at
};

// Each series as its groups (indices into grouping.members), two at least, rising; by their first
// group. Nodes with `left_out` != 0 (roundups) take no part.
std::vector<std::vector<uint32_t>> FindSeries(EvidenceGraph& graph, const Grouping& grouping,
                                              const std::vector<uint8_t>& left_out,
                                              const SeriesOptions& options);

}  // namespace wirecopy

#endif  // WIRECOPY_CLUSTER_SERIES_H_
