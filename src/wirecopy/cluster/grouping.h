// Groups articles into stories by average evidence: two groups join where the mean over a bounded
// number of judged cross pairs is high enough, so that one bad edge glues nothing. Never plain
// connected components.
//
//   Grouping grouping = GroupStories(graph, left_out, {});
//
// Cost: near-linear in the edges; at most max_cross_pairs pairs are judged for a join.
// Threads: one caller at a time; works on several. Deterministic: joins follow probability, then
// shared bits, then canonical index. Source: average-link agglomeration (Sokal, Michener 1958) with
// sampled cross pairs.
#ifndef WIRECOPY_CLUSTER_GROUPING_H_
#define WIRECOPY_CLUSTER_GROUPING_H_

#include <cstdint>
#include <vector>

#include "wirecopy/cluster/evidence_graph.h"

namespace wirecopy {

struct GroupingOptions {
  double min_probability = 0.5;   // of an edge that may join two groups
  double min_mean = 0.5;          // of the cross pairs' evidence
  uint32_t max_cross_pairs = 16;  // judged for a join
  unsigned threads = 1;           // the graph's judge is asked by so many workers at once
};

struct Grouping {
  std::vector<uint32_t> group_of;              // of each node; numbered by their smallest member
  std::vector<std::vector<uint32_t>> members;  // of each group, rising
  std::vector<double>
      least_evidence;  // of each group: lowest probability among its judged inner pairs
  std::vector<double> median_evidence;
};

// `left_out[i]` != 0: node i stays alone (a roundup).
Grouping GroupStories(EvidenceGraph& graph, const std::vector<uint8_t>& left_out,
                      const GroupingOptions& options);

}  // namespace wirecopy

#endif  // WIRECOPY_CLUSTER_GROUPING_H_
