// Finds roundups: pages that hold parts of several stories side by side. They cause most wrong joins, so they are
// taken out before grouping.
//
//   std::vector<Roundup> roundups = FindRoundups(graph, {});
//
// A page is a roundup where two or more disjoint stretches of it stand in other articles that have nothing to do with
// each other, and those articles go on beyond what the page holds of them (an original and two excerpts from
// different parts of it look alike otherwise).
// Cost: linear in the edges of a page; at most kMaxItems² pairs of items are judged. Threads: one caller at a time.
#ifndef WIRECOPY_CLUSTER_ROUNDUPS_H_
#define WIRECOPY_CLUSTER_ROUNDUPS_H_

#include <cstdint>
#include <vector>

#include "wirecopy/cluster/evidence_graph.h"

namespace wirecopy {

struct RoundupOptions {
  double min_item_bits = 60;       // information of a stretch that counts as an item
  double min_item_density = 0.6;   // equal tokens of the stretch
  double max_item_share = 0.75;    // of the page that one item may fill
  double max_item_relation = 0.3;  // probability up to which two items' articles are unrelated
  double min_own_share = 0.2;      // of an item's article that stands outside the page
};

struct Roundup {
  uint32_t page = 0;
  std::vector<uint32_t> items;  // one article for each stretch; by place in the page
};

std::vector<Roundup> FindRoundups(EvidenceGraph& graph, const RoundupOptions& options);

}  // namespace wirecopy

#endif  // WIRECOPY_CLUSTER_ROUNDUPS_H_
