#include "wirecopy/cluster/series.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/container/flat_hash_map.h"

namespace wirecopy {
namespace {

constexpr uint32_t kNobody = UINT32_MAX;

// How much of the less covered of two pages the form they share makes up.
double FormShare(const EvidenceEdge& edge) {
  return std::min(1.0, std::min(edge.coverage_a, edge.coverage_b));
}

uint64_t PairKey(uint32_t x, uint32_t y) {
  return (static_cast<uint64_t>(std::min(x, y)) << 32) | std::max(x, y);
}

class SeriesFinder {
 public:
  SeriesFinder(EvidenceGraph& graph, const Grouping& grouping, const SeriesOptions& options)
      : graph_(graph), grouping_(grouping), options_(options) {
    const size_t groups = grouping.members.size();
    parent_.resize(groups);
    std::iota(parent_.begin(), parent_.end(), 0);
    delegates_.resize(groups);
    for (uint32_t group = 0; group < groups; ++group) delegates_[group] = {group};
    spokesman_.assign(groups, kNobody);
  }

  void JoinAlong(const std::vector<EvidenceEdge>& forms) {
    for (const EvidenceEdge& form : forms) {
      const uint32_t a = grouping_.group_of[form.a];
      const uint32_t b = grouping_.group_of[form.b];
      share_.emplace(PairKey(a, b), FormShare(form));
      if (spokesman_[a] == kNobody) spokesman_[a] = form.a;
      if (spokesman_[b] == kNobody) spokesman_[b] = form.b;
    }
    for (const EvidenceEdge& form : forms) TryJoin(form);
  }

  std::vector<std::vector<uint32_t>> Series() {
    std::vector<std::vector<uint32_t>> of_root(parent_.size());
    for (uint32_t group = 0; group < parent_.size(); ++group)
      of_root[RootOf(group)].push_back(group);
    std::erase_if(of_root, [&](const std::vector<uint32_t>& groups) {
      return groups.size() < 2 ||
             (groups.size() == 2 && ShareOf(groups[0], groups[1]) < options_.min_pair_covered);
    });
    std::sort(of_root.begin(), of_root.end());
    return of_root;
  }

 private:
  uint32_t RootOf(uint32_t group) {
    while (parent_[group] != group) group = parent_[group] = parent_[parent_[group]];
    return group;
  }

  void TryJoin(const EvidenceEdge& form) {
    const std::pair ends(grouping_.group_of[form.a], grouping_.group_of[form.b]);
    uint32_t x = RootOf(ends.first);
    uint32_t y = RootOf(ends.second);
    if (x == y || MeanShare(x, y, ends) < options_.min_mean) return;
    // The delegates are those that were joined first: the core of the form.
    if (delegates_[x].size() < delegates_[y].size()) std::swap(x, y);
    parent_[y] = x;
    for (uint32_t group : delegates_[y]) {
      if (delegates_[x].size() < options_.max_delegates) delegates_[x].push_back(group);
    }
    delegates_[y] = {};
  }

  // The mean over the delegates of two series and the two that the edge is between.
  double MeanShare(uint32_t x, uint32_t y, std::pair<uint32_t, uint32_t> ends) {
    double sum = 0;
    size_t count = 0;
    bool has_ends = false;
    for (uint32_t i : delegates_[x]) {
      for (uint32_t j : delegates_[y]) {
        sum += ShareOf(i, j);
        ++count;
        has_ends |= PairKey(i, j) == PairKey(ends.first, ends.second);
      }
    }
    if (has_ends) return sum / static_cast<double>(count);
    return (sum + ShareOf(ends.first, ends.second)) / static_cast<double>(count + 1);
  }

  // Of two groups: by their best edge, else by the pages that speak for them.
  double ShareOf(uint32_t x, uint32_t y) {
    const auto [found, is_new] = share_.try_emplace(PairKey(x, y), 0);
    if (is_new) found->second = FormShare(graph_.Between(spokesman_[x], spokesman_[y]));
    return found->second;
  }

  EvidenceGraph& graph_;
  const Grouping& grouping_;
  const SeriesOptions& options_;
  std::vector<uint32_t> parent_;
  std::vector<std::vector<uint32_t>> delegates_;  // of roots
  std::vector<uint32_t> spokesman_;               // of each group: the page with its best edge
  absl::flat_hash_map<uint64_t, double> share_;   // of two groups; looked up only, never iterated
};

// How many shared bits one difference may stand for. Where there is none the relation says that
// what is shared is formulas; that counts like one.
double ConflictBits(const EvidenceGraph& graph, const EvidenceEdge& edge,
                    const SeriesOptions& options) {
  const auto& a = graph.node(edge.a).published;
  const auto& b = graph.node(edge.b).published;
  const bool late = a && b && GapSeconds(*a, *b) >= options.min_late_s;
  return late ? options.max_late_conflict_bits : options.max_conflict_bits;
}

}  // namespace

std::vector<std::vector<uint32_t>> FindSeries(EvidenceGraph& graph, const Grouping& grouping,
                                              const std::vector<uint8_t>& left_out,
                                              const SeriesOptions& options) {
  std::vector<EvidenceEdge> forms;
  for (const EvidenceEdge& edge : graph.edges()) {
    if (edge.relation != Relation::kSameTemplate || FormShare(edge) < options.min_covered) continue;
    if (edge.shared_bits > ConflictBits(graph, edge, options) * std::max<int>(1, edge.conflicts))
      continue;
    if (left_out[edge.a] || left_out[edge.b]) continue;
    if (grouping.group_of[edge.a] != grouping.group_of[edge.b]) forms.push_back(edge);
  }
  std::sort(forms.begin(), forms.end(), [](const EvidenceEdge& x, const EvidenceEdge& y) {
    if (FormShare(x) != FormShare(y)) return FormShare(x) > FormShare(y);
    if (x.shared_bits != y.shared_bits) return x.shared_bits > y.shared_bits;
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  SeriesFinder finder(graph, grouping, options);
  finder.JoinAlong(forms);
  return finder.Series();
}

}  // namespace wirecopy
