#include "wirecopy/cluster/roundups.h"

#include <algorithm>

namespace wirecopy {
namespace {

constexpr size_t kMaxItems = 12;

// An article that shares a dense stretch with the page, seen from the page.
struct Part {
  uint32_t article = 0;
  TokenRange span;           // in the page
  double bits = 0;
  double coverage = 0;       // of the article by the page
  double page_coverage = 0;  // of the page by the article
  double probability = 0;
};

std::vector<Part> PartsOf(const EvidenceGraph& graph, uint32_t page, const RoundupOptions& options) {
  std::vector<Part> parts;
  for (uint32_t e : graph.EdgesOf(page)) {
    const EvidenceEdge& edge = graph.edges()[e];
    const bool page_is_a = edge.a == page;
    const TokenRange span = page_is_a ? edge.span_a : edge.span_b;
    if (edge.span_bits < options.min_item_bits) continue;
    if (edge.span_matched < options.min_item_density * span.size()) continue;
    parts.push_back({page_is_a ? edge.b : edge.a, span, edge.span_bits, page_is_a ? edge.coverage_b : edge.coverage_a,
                     page_is_a ? edge.coverage_a : edge.coverage_b, edge.probability});
  }
  // Strongest first; ties by canonical index.
  std::sort(parts.begin(), parts.end(), [](const Part& x, const Part& y) {
    return x.bits != y.bits ? x.bits > y.bits : x.article < y.article;
  });
  return parts;
}

bool Overlap(TokenRange x, TokenRange y) {
  const uint32_t begin = std::max(x.begin, y.begin);
  const uint32_t end = std::min(x.end, y.end);
  return end > begin && (end - begin) * 5 > std::min(x.size(), y.size());
}

// The page's own copies tell that it is a story, not a collection.
bool IsNearlyWhole(const Part& part, const RoundupOptions& options) {
  return part.page_coverage > options.max_item_share;
}

bool Unrelated(EvidenceGraph& graph, uint32_t x, uint32_t y, const RoundupOptions& options) {
  const EvidenceEdge& edge = graph.Between(x, y);
  return edge.probability <= options.max_item_relation && std::max(edge.coverage_a, edge.coverage_b) < 0.5;
}

}  // namespace

std::vector<Roundup> FindRoundups(EvidenceGraph& graph, const RoundupOptions& options) {
  std::vector<Roundup> roundups;
  for (uint32_t page = 0; page < graph.size(); ++page) {
    std::vector<Part> parts = PartsOf(graph, page, options);
    if (parts.size() < 2) continue;
    std::vector<Part> items;
    size_t own_text = 0;
    bool whole = false;
    for (const Part& part : parts) {
      whole |= IsNearlyWhole(part, options);
      if (items.size() >= kMaxItems) break;
      if (std::any_of(items.begin(), items.end(), [&](const Part& item) { return Overlap(item.span, part.span); })) {
        continue;
      }
      if (!std::all_of(items.begin(), items.end(), [&](const Part& item) {
            return Unrelated(graph, item.article, part.article, options);
          })) {
        continue;
      }
      items.push_back(part);
      own_text += part.coverage < 1 - options.min_own_share;
    }
    if (items.size() < 2 || whole || own_text == 0) continue;
    std::sort(items.begin(), items.end(), [](const Part& x, const Part& y) { return x.span.begin < y.span.begin; });
    Roundup roundup{page, {}};
    for (const Part& item : items) roundup.items.push_back(item.article);
    roundups.push_back(std::move(roundup));
  }
  return roundups;
}

}  // namespace wirecopy
