// The pairs that were judged, as a graph that grouping asks: articles are nodes, verdicts are
// edges, and a verdict that is missing is judged on demand and kept.
//
//   EvidenceGraph graph(nodes, std::move(edges), judge);
//   double p = graph.Between(3, 7).probability;
//
// Indices are canonical: by content hash, then id. Threads: one caller at a time; several, each on
// a part of the graph of its own, through EvidencePart.
#ifndef WIRECOPY_CLUSTER_EVIDENCE_GRAPH_H_
#define WIRECOPY_CLUSTER_EVIDENCE_GRAPH_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "wirecopy/model/article.h"
#include "wirecopy/model/token.h"
#include "wirecopy/model/verdict.h"

namespace wirecopy {

struct EvidenceNode {
  double bits = 0;  // information of the body
  std::optional<TimeInterval> published = std::nullopt;
  uint32_t articles = 1;  // that carry the text
};

// What grouping needs of a verdict. REQUIRES: a < b.
struct EvidenceEdge {
  uint32_t a = 0;
  uint32_t b = 0;
  double probability = 0;
  double coverage_a = 0;
  double coverage_b = 0;
  float shared_bits = 0;
  float direction = 0;     // log-odds that a was made from b
  uint16_t conflicts = 0;  // numbers and names
  Relation relation = Relation::kUnrelated;
  // The best aligned passage: its extent on each side, how many tokens of it are equal, their
  // information.
  TokenRange span_a;
  TokenRange span_b;
  uint32_t span_matched = 0;
  float span_bits = 0;
};

// Judges the pair (a, b), a < b. `worker` tells apart those who ask at the same time.
using JudgeFunction = std::function<EvidenceEdge(uint32_t a, uint32_t b, unsigned worker)>;

class EvidenceGraph {
 public:
  // REQUIRES: edges' indices are below nodes.size(); each pair once.
  EvidenceGraph(std::vector<EvidenceNode> nodes, std::vector<EvidenceEdge> edges,
                JudgeFunction judge);

  size_t size() const { return nodes_.size(); }
  const EvidenceNode& node(uint32_t i) const { return nodes_[i]; }
  // The edges given at first, in their order, then those judged on demand.
  std::span<const EvidenceEdge> edges() const { return edges_; }
  // Indices into edges() of the edges given at first that touch a node.
  std::span<const uint32_t> EdgesOf(uint32_t node) const;

  // The edge between two different nodes; judged now where it was not yet. The reference is valid
  // until the next call.
  const EvidenceEdge& Between(uint32_t x, uint32_t y);
  // The edge if it is there, null otherwise.
  const EvidenceEdge* Find(uint32_t x, uint32_t y) const;

  EvidenceEdge Judge(uint32_t x, uint32_t y, unsigned worker) const;
  // REQUIRES: none of the pairs is there.
  void Add(std::span<const EvidenceEdge> edges);

 private:
  std::vector<EvidenceNode> nodes_;
  std::vector<EvidenceEdge> edges_;
  JudgeFunction judge_;
  absl::flat_hash_map<uint64_t, uint32_t>
      index_;                       // (a, b) -> index in edges_; looked up only, never iterated
  std::vector<uint32_t> touching_;  // edge indices, grouped by node
  std::vector<uint32_t> touching_begin_;
};

// The graph as one of several callers at a time asks it. What is judged on demand is kept here, so
// the graph does not change until it is given to Add.
class EvidencePart {
 public:
  EvidencePart(const EvidenceGraph& graph, unsigned worker) : graph_(graph), worker_(worker) {}

  const EvidenceGraph& graph() const { return graph_; }
  // As EvidenceGraph::Between.
  const EvidenceEdge& Between(uint32_t x, uint32_t y);
  std::vector<EvidenceEdge> TakeJudged() { return std::move(judged_); }

 private:
  const EvidenceGraph& graph_;
  unsigned worker_;
  std::vector<EvidenceEdge> judged_;
  absl::flat_hash_map<uint64_t, uint32_t> index_;  // looked up only, never iterated
};

}  // namespace wirecopy

#endif  // WIRECOPY_CLUSTER_EVIDENCE_GRAPH_H_
