#include "wirecopy/cluster/grouping.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

#include "wirecopy/base/disjoint_sets.h"
#include "wirecopy/base/parallel.h"

namespace wirecopy {
namespace {

// Two cut copies of one report may share nothing: such a pair says nothing for or against.
constexpr double kPartialShare = 0.7;  // of the fullest page's information
constexpr double kWholeCopy =
    0.6;  // coverage of either side from which two pages are copies of a whole
constexpr double kNoOverlap = 0.2;  // coverage below which two partial copies are disjoint

// Groups of one connected set of edges touch nothing of another's, so that several threads can work
// on sets of their own.
class Groups {
 public:
  Groups(const EvidenceGraph& graph, const GroupingOptions& options)
      : graph_(graph), options_(options) {
    parent_.resize(graph.size());
    std::iota(parent_.begin(), parent_.end(), 0);
    kept_.resize(graph.size());
    for (uint32_t i = 0; i < graph.size(); ++i) kept_[i] = {1, i, {i}};
  }

  // Whole copies first, then parts to the stories there are, then whoever is left: an excerpt that
  // a comment quotes in full belongs to its story, not to the comment.
  void JoinAlong(std::span<const EvidenceEdge> edges, EvidencePart& evidence) {
    std::vector<EvidenceEdge> partial;
    for (const EvidenceEdge& edge : edges) {
      if (std::min(edge.coverage_a, edge.coverage_b) >= kWholeCopy) {
        TryJoin(edge, evidence);
      } else {
        partial.push_back(edge);
      }
    }
    for (const EvidenceEdge& edge : partial) {
      if (TouchesStory(edge)) TryJoin(edge, evidence);
    }
    for (const EvidenceEdge& edge : partial) TryJoin(edge, evidence);
  }

  // The root of each node's group.
  std::vector<uint32_t> Roots() {
    std::vector<uint32_t> roots(parent_.size());
    for (uint32_t i = 0; i < roots.size(); ++i) roots[i] = RootOf(i);
    return roots;
  }

 private:
  // What a join looks at of a group; bounded, so that a story of n copies is not n² work.
  struct Kept {
    size_t size = 0;
    uint32_t fullest = 0;
    std::vector<uint32_t> first;  // at most max_cross_pairs members, the first in canonical order
  };

  void TryJoin(const EvidenceEdge& edge, EvidencePart& evidence) {
    const uint32_t x = RootOf(edge.a);
    const uint32_t y = RootOf(edge.b);
    if (x == y) return;
    if (kept_[x].size + kept_[y].size > 2 &&
        MeanEvidence(x, y, edge, evidence) < options_.min_mean) {
      return;
    }
    Join(x, y);
  }

  bool TouchesStory(const EvidenceEdge& edge) {
    return kept_[RootOf(edge.a)].size + kept_[RootOf(edge.b)].size > 2;
  }

  uint32_t RootOf(uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  // Up to `count` members: the end of the edge, the fullest, then by canonical index.
  std::vector<uint32_t> Delegates(uint32_t group, uint32_t end, size_t count) const {
    std::vector<uint32_t> chosen = {end};
    auto add = [&](uint32_t member) {
      if (chosen.size() < count &&
          std::find(chosen.begin(), chosen.end(), member) == chosen.end()) {
        chosen.push_back(member);
      }
    };
    add(kept_[group].fullest);
    for (uint32_t member : kept_[group].first) add(member);
    return chosen;
  }

  bool IsFuller(uint32_t i, uint32_t j) const {
    return graph_.node(i).bits != graph_.node(j).bits ? graph_.node(i).bits > graph_.node(j).bits
                                                      : i < j;
  }

  double MeanEvidence(uint32_t x, uint32_t y, const EvidenceEdge& edge, EvidencePart& evidence) {
    const bool a_in_x = RootOf(edge.a) == x;
    const size_t side = static_cast<size_t>(std::sqrt(options_.max_cross_pairs));
    const size_t small = std::min(kept_[x].size, kept_[y].size);
    const size_t count = small < side ? options_.max_cross_pairs / small : side;
    const std::vector<uint32_t> from_x = Delegates(x, a_in_x ? edge.a : edge.b, count);
    const std::vector<uint32_t> from_y = Delegates(y, a_in_x ? edge.b : edge.a, count);
    double fullest = 0;
    for (uint32_t i : from_x) fullest = std::max(fullest, graph_.node(i).bits);
    for (uint32_t j : from_y) fullest = std::max(fullest, graph_.node(j).bits);
    double sum = 0;
    double weight = 0;
    for (uint32_t i : from_x) {
      for (uint32_t j : from_y) {
        const EvidenceEdge& pair = evidence.Between(i, j);
        if (SaysNothing(pair, fullest)) continue;
        // A pair says as much as its shorter page holds: an excerpt agrees with whatever quotes it.
        // Estimates know no bits: there all pairs say the same.
        const double says = std::max(1.0, std::min(graph_.node(i).bits, graph_.node(j).bits));
        sum += says * pair.probability;
        weight += says;
      }
    }
    return weight == 0 ? 0 : sum / weight;
  }

  bool SaysNothing(const EvidenceEdge& pair, double fullest) const {
    if (pair.probability >= options_.min_probability) return false;
    const double limit = kPartialShare * fullest;
    return graph_.node(pair.a).bits < limit && graph_.node(pair.b).bits < limit &&
           std::max(pair.coverage_a, pair.coverage_b) < kNoOverlap;
  }

  void Join(uint32_t x, uint32_t y) {
    if (kept_[x].size < kept_[y].size || (kept_[x].size == kept_[y].size && y < x)) std::swap(x, y);
    parent_[y] = x;
    Kept& kept = kept_[x];
    Kept& other = kept_[y];
    kept.size += other.size;
    if (IsFuller(other.fullest, kept.fullest)) kept.fullest = other.fullest;
    std::vector<uint32_t> first;
    std::merge(kept.first.begin(), kept.first.end(), other.first.begin(), other.first.end(),
               std::back_inserter(first));
    if (first.size() > options_.max_cross_pairs) first.resize(options_.max_cross_pairs);
    kept.first = std::move(first);
    other.first = {};
  }

  const EvidenceGraph& graph_;
  const GroupingOptions& options_;
  std::vector<uint32_t> parent_;
  std::vector<Kept> kept_;  // of roots
};

// Numbers groups by their smallest member and lists their members.
void NumberGroups(const std::vector<uint32_t>& raw, Grouping& grouping) {
  std::vector<uint32_t> number(raw.size(), UINT32_MAX);
  grouping.group_of.resize(raw.size());
  for (uint32_t i = 0; i < raw.size(); ++i) {
    uint32_t& of_group = number[raw[i]];
    if (of_group == UINT32_MAX) {
      of_group = static_cast<uint32_t>(grouping.members.size());
      grouping.members.emplace_back();
    }
    grouping.group_of[i] = of_group;
    grouping.members[of_group].push_back(i);
  }
}

void MeasureCohesion(const EvidenceGraph& graph, Grouping& grouping) {
  std::vector<std::vector<double>> inner(grouping.members.size());
  for (const EvidenceEdge& edge : graph.edges()) {
    if (grouping.group_of[edge.a] == grouping.group_of[edge.b]) {
      inner[grouping.group_of[edge.a]].push_back(edge.probability);
    }
  }
  grouping.least_evidence.assign(inner.size(), 1);
  grouping.median_evidence.assign(inner.size(), 1);
  for (size_t g = 0; g < inner.size(); ++g) {
    if (inner[g].empty()) continue;
    std::sort(inner[g].begin(), inner[g].end());
    grouping.least_evidence[g] = inner[g].front();
    grouping.median_evidence[g] = inner[g][inner[g].size() / 2];
  }
}

// The edges that may join, by how sure they are within each connected set of them; `begins`: of the
// sets.
struct ConnectedEdges {
  std::vector<EvidenceEdge> edges;
  std::vector<size_t> begins = {0};  // and the end
};

ConnectedEdges JoiningEdges(const EvidenceGraph& graph, const std::vector<uint8_t>& left_out,
                            const GroupingOptions& options) {
  ConnectedEdges all;
  DisjointSets sets(graph.size());
  for (const EvidenceEdge& edge : graph.edges()) {
    if (edge.probability < options.min_probability || left_out[edge.a] || left_out[edge.b])
      continue;
    all.edges.push_back(edge);
    sets.Join(edge.a, edge.b);
  }
  std::sort(all.edges.begin(), all.edges.end(), [&](const EvidenceEdge& x, const EvidenceEdge& y) {
    const uint32_t x_set = sets.RootOf(x.a);
    const uint32_t y_set = sets.RootOf(y.a);
    if (x_set != y_set) return x_set < y_set;
    if (x.probability != y.probability) return x.probability > y.probability;
    if (x.shared_bits != y.shared_bits) return x.shared_bits > y.shared_bits;
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  for (size_t i = 1; i < all.edges.size(); ++i) {
    if (sets.RootOf(all.edges[i].a) != sets.RootOf(all.edges[i - 1].a)) all.begins.push_back(i);
  }
  if (!all.edges.empty()) all.begins.push_back(all.edges.size());
  return all;
}

}  // namespace

Grouping GroupStories(EvidenceGraph& graph, const std::vector<uint8_t>& left_out,
                      const GroupingOptions& options) {
  const ConnectedEdges joining = JoiningEdges(graph, left_out, options);
  const size_t sets = joining.begins.size() - 1;
  Groups groups(graph, options);
  std::vector<std::vector<EvidenceEdge>> judged(sets);
  ParallelFor(sets, options.threads, 1, [&](size_t set, size_t, unsigned worker) {
    EvidencePart evidence(graph, worker);
    const size_t begin = joining.begins[set];
    groups.JoinAlong(std::span(joining.edges).subspan(begin, joining.begins[set + 1] - begin),
                     evidence);
    judged[set] = evidence.TakeJudged();
  });
  for (const std::vector<EvidenceEdge>& edges : judged) graph.Add(edges);
  Grouping grouping;
  NumberGroups(groups.Roots(), grouping);
  MeasureCohesion(graph, grouping);
  return grouping;
}

}  // namespace wirecopy
