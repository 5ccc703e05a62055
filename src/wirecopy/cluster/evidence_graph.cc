#include "wirecopy/cluster/evidence_graph.h"

#include <algorithm>
#include <utility>

namespace wirecopy {
namespace {

uint64_t PairKey(uint32_t x, uint32_t y) {
  return (static_cast<uint64_t>(std::min(x, y)) << 32) | std::max(x, y);
}

}  // namespace

EvidenceGraph::EvidenceGraph(std::vector<EvidenceNode> nodes, std::vector<EvidenceEdge> edges,
                             JudgeFunction judge)
    : nodes_(std::move(nodes)), edges_(std::move(edges)), judge_(std::move(judge)) {
  index_.reserve(edges_.size());
  touching_begin_.assign(nodes_.size() + 1, 0);
  for (uint32_t i = 0; i < edges_.size(); ++i) {
    index_.emplace(PairKey(edges_[i].a, edges_[i].b), i);
    ++touching_begin_[edges_[i].a + 1];
    ++touching_begin_[edges_[i].b + 1];
  }
  for (size_t i = 1; i < touching_begin_.size(); ++i) touching_begin_[i] += touching_begin_[i - 1];
  touching_.resize(edges_.size() * 2);
  std::vector<uint32_t> next(touching_begin_.begin(), touching_begin_.end() - 1);
  for (uint32_t i = 0; i < edges_.size(); ++i) {
    touching_[next[edges_[i].a]++] = i;
    touching_[next[edges_[i].b]++] = i;
  }
}

std::span<const uint32_t> EvidenceGraph::EdgesOf(uint32_t node) const {
  return std::span<const uint32_t>(touching_).subspan(
      touching_begin_[node], touching_begin_[node + 1] - touching_begin_[node]);
}

const EvidenceEdge* EvidenceGraph::Find(uint32_t x, uint32_t y) const {
  const auto found = index_.find(PairKey(x, y));
  return found == index_.end() ? nullptr : &edges_[found->second];
}

EvidenceEdge EvidenceGraph::Judge(uint32_t x, uint32_t y, unsigned worker) const {
  return judge_(std::min(x, y), std::max(x, y), worker);
}

void EvidenceGraph::Add(std::span<const EvidenceEdge> edges) {
  for (const EvidenceEdge& edge : edges) {
    index_.emplace(PairKey(edge.a, edge.b), static_cast<uint32_t>(edges_.size()));
    edges_.push_back(edge);
  }
}

const EvidenceEdge& EvidenceGraph::Between(uint32_t x, uint32_t y) {
  if (const EvidenceEdge* edge = Find(x, y)) return *edge;
  const EvidenceEdge judged = Judge(x, y, 0);
  Add({&judged, 1});
  return edges_.back();
}

const EvidenceEdge& EvidencePart::Between(uint32_t x, uint32_t y) {
  if (const EvidenceEdge* edge = graph_.Find(x, y)) return *edge;
  const auto [at, is_new] =
      index_.try_emplace(PairKey(x, y), static_cast<uint32_t>(judged_.size()));
  if (is_new) judged_.push_back(graph_.Judge(x, y, worker_));
  return judged_[at->second];
}

}  // namespace wirecopy
