#include "wirecopy/cluster/arborescence.h"

#include <algorithm>

namespace wirecopy {
namespace {

// An arc of a contracted graph and the arc of the given one that it stands for.
struct Arc {
  uint32_t from = 0;
  uint32_t to = 0;
  double weight = 0;
  uint32_t original = 0;
};

std::vector<uint32_t> HeaviestInto(uint32_t nodes, uint32_t root, const std::vector<Arc>& arcs) {
  std::vector<uint32_t> best(nodes, kNoArc);
  for (uint32_t i = 0; i < arcs.size(); ++i) {
    const Arc& arc = arcs[i];
    if (arc.to == root || arc.from == arc.to) continue;
    if (best[arc.to] == kNoArc || arc.weight > arcs[best[arc.to]].weight) best[arc.to] = i;
  }
  return best;
}

struct Cycles {
  std::vector<uint32_t> of;  // the cycle of each node, kNoArc: none
  uint32_t count = 0;
};

// Cycles of the graph in which each node has one arc into it at most.
Cycles FindCycles(const std::vector<uint32_t>& best, const std::vector<Arc>& arcs) {
  const auto nodes = static_cast<uint32_t>(best.size());
  Cycles cycles{std::vector<uint32_t>(nodes, kNoArc), 0};
  std::vector<uint32_t> walk(nodes, kNoArc);  // the walk that met the node
  for (uint32_t start = 0; start < nodes; ++start) {
    uint32_t node = start;
    while (walk[node] == kNoArc && best[node] != kNoArc) {
      walk[node] = start;
      node = arcs[best[node]].from;
    }
    if (walk[node] != start || best[node] == kNoArc) continue;
    if (cycles.of[node] != kNoArc) continue;
    for (uint32_t on = node; cycles.of[on] == kNoArc; on = arcs[best[on]].from)
      cycles.of[on] = cycles.count;
    ++cycles.count;
  }
  return cycles;
}

// Each cycle becomes a node; an arc into it weighs what it gains over the arc of the cycle that it
// would replace.
std::vector<Arc> Contract(const std::vector<Arc>& arcs, const std::vector<uint32_t>& best,
                          const Cycles& cycles, const std::vector<uint32_t>& node_of) {
  std::vector<Arc> contracted;
  for (uint32_t i = 0; i < arcs.size(); ++i) {
    Arc arc = {node_of[arcs[i].from], node_of[arcs[i].to], arcs[i].weight, i};
    if (arc.from == arc.to) continue;
    if (cycles.of[arcs[i].to] != kNoArc) arc.weight -= arcs[best[arcs[i].to]].weight;
    contracted.push_back(arc);
  }
  return contracted;
}

// The arc of `arcs` into each node.
std::vector<uint32_t> Solve(uint32_t nodes, uint32_t root, const std::vector<Arc>& arcs) {
  std::vector<uint32_t> best = HeaviestInto(nodes, root, arcs);
  const Cycles cycles = FindCycles(best, arcs);
  if (cycles.count == 0) return best;
  std::vector<uint32_t> node_of(nodes);
  uint32_t fewer = cycles.count;
  for (uint32_t node = 0; node < nodes; ++node)
    node_of[node] = cycles.of[node] != kNoArc ? cycles.of[node] : fewer++;
  const std::vector<Arc> contracted = Contract(arcs, best, cycles, node_of);
  for (uint32_t into : Solve(fewer, node_of[root], contracted)) {
    if (into == kNoArc) continue;
    const uint32_t arc = contracted[into].original;
    best[arcs[arc].to] = arc;
  }
  return best;
}

}  // namespace

std::vector<uint32_t> MaximumArborescence(uint32_t node_count, uint32_t root,
                                          std::span<const WeightedArc> arcs) {
  // Arcs that cannot be reached would close cycles that nothing enters.
  std::vector<uint8_t> reached(node_count, 0);
  std::vector<std::vector<uint32_t>> targets(node_count);
  for (const WeightedArc& arc : arcs) targets[arc.from].push_back(arc.to);
  std::vector<uint32_t> open = {root};
  reached[root] = 1;
  while (!open.empty()) {
    const uint32_t node = open.back();
    open.pop_back();
    for (uint32_t target : targets[node]) {
      if (reached[target]) continue;
      reached[target] = 1;
      open.push_back(target);
    }
  }
  std::vector<Arc> usable;
  for (uint32_t i = 0; i < arcs.size(); ++i) {
    if (reached[arcs[i].from]) usable.push_back({arcs[i].from, arcs[i].to, arcs[i].weight, i});
  }
  std::vector<uint32_t> into = Solve(node_count, root, usable);
  for (uint32_t& arc : into) {
    if (arc != kNoArc) arc = usable[arc].original;
  }
  return into;
}

}  // namespace wirecopy
