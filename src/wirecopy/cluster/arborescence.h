// The heaviest directed spanning tree away from a root: who was copied from whom when every page
// but one has just one source.
//
//   std::vector<uint32_t> edge_into = MaximumArborescence(nodes, root, edges);
//
// Cost: O(nodes * edges) at worst, one pass over the edges where no cycle has to be broken.
// Deterministic: of equal weights the earlier edge is taken. Threads: pure function.
// Source: Edmonds 1967, "Optimum branchings"; Chu, Liu 1965.
#ifndef WIRECOPY_CLUSTER_ARBORESCENCE_H_
#define WIRECOPY_CLUSTER_ARBORESCENCE_H_

#include <cstdint>
#include <span>
#include <vector>

namespace wirecopy {

struct WeightedArc {
  uint32_t from = 0;
  uint32_t to = 0;
  double weight = 0;
};

inline constexpr uint32_t kNoArc = UINT32_MAX;

// For each node the index of the arc that leads to it; kNoArc for the root, and for nodes that
// cannot be reached from it (their weights do not count).
std::vector<uint32_t> MaximumArborescence(uint32_t node_count, uint32_t root,
                                          std::span<const WeightedArc> arcs);

}  // namespace wirecopy

#endif  // WIRECOPY_CLUSTER_ARBORESCENCE_H_
