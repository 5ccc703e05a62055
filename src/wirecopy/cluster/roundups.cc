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
};

std::vector<Part> PartsOf(const EvidenceGraph& graph, uint32_t page, const RoundupOptions& options) {
  std::vector<Part> parts;
  for (uint32_t e : graph.EdgesOf(page)) {
    const EvidenceEdge& edge = graph.edges()[e];
    const bool page_is_a = edge.a == page;
    const TokenRange span = page_is_a ? edge.span_a : edge.span_b;
    const double coverage = page_is_a ? edge.coverage_b : edge.coverage_a;
    const Part part = {page_is_a ? edge.b : edge.a, span, edge.span_bits, coverage,
                       page_is_a ? edge.coverage_a : edge.coverage_b};
    const double density = edge.span_matched / std::max(1.0, static_cast<double>(span.size()));
    const bool holds_most = coverage >= options.min_item_coverage && part.bits >= options.min_item_bits &&
                            density >= options.min_item_density;
    const bool holds_much = part.bits >= options.min_long_item_bits && density >= options.min_long_item_density &&
                            part.page_coverage >= options.min_long_item_share;
    if (holds_most || holds_much) parts.push_back(part);
  }
  // Best held first, so that another roundup that shares items does not hide them; ties by canonical index.
  std::sort(parts.begin(), parts.end(), [](const Part& x, const Part& y) {
    if (x.coverage != y.coverage) return x.coverage > y.coverage;
    return x.bits != y.bits ? x.bits > y.bits : x.article < y.article;
  });
  return parts;
}

bool Overlap(TokenRange x, TokenRange y) {
  const uint32_t begin = std::max(x.begin, y.begin);
  const uint32_t end = std::min(x.end, y.end);
  return end > begin && (end - begin) * 5 > std::min(x.size(), y.size());
}

bool Unrelated(EvidenceGraph& graph, uint32_t x, uint32_t y, const RoundupOptions& options) {
  const EvidenceEdge& edge = graph.Between(x, y);
  return edge.probability <= options.max_item_relation && std::max(edge.coverage_a, edge.coverage_b) < 0.5;
}

// Parts that stand apart in the page and have nothing to do with each other.
std::vector<Part> ItemsAmong(const std::vector<Part>& parts, EvidenceGraph& graph, const RoundupOptions& options) {
  std::vector<Part> items;
  for (const Part& part : parts) {
    if (items.size() >= kMaxItems) break;
    if (part.page_coverage > options.max_item_share) continue;
    const bool apart = std::all_of(items.begin(), items.end(), [&](const Part& item) {
      return !Overlap(item.span, part.span) && Unrelated(graph, item.article, part.article, options);
    });
    if (apart) items.push_back(part);
  }
  return items;
}

bool AreEnough(const std::vector<Part>& items, const RoundupOptions& options) {
  if (items.size() != 2) return items.size() > 2;
  return std::any_of(items.begin(), items.end(),
                     [&](const Part& item) { return item.coverage < 1 - options.min_own_share; });
}

}  // namespace

std::vector<Roundup> FindRoundups(EvidenceGraph& graph, const RoundupOptions& options) {
  std::vector<Roundup> found;
  std::vector<std::vector<uint32_t>> copies_of;  // nearly whole ones, of each page found
  std::vector<uint8_t> is_found(graph.size(), 0);
  for (uint32_t page = 0; page < graph.size(); ++page) {
    const std::vector<Part> parts = PartsOf(graph, page, options);
    if (parts.size() < 2) continue;
    std::vector<Part> items = ItemsAmong(parts, graph, options);
    if (!AreEnough(items, options)) continue;
    std::sort(items.begin(), items.end(), [](const Part& x, const Part& y) { return x.span.begin < y.span.begin; });
    Roundup roundup{page, {}};
    for (const Part& item : items) roundup.items.push_back(item.article);
    found.push_back(std::move(roundup));
    is_found[page] = 1;
    copies_of.emplace_back();
    for (const Part& part : parts) {
      if (part.page_coverage > options.max_item_share) copies_of.back().push_back(part.article);
    }
  }
  std::vector<Roundup> roundups;
  for (size_t i = 0; i < found.size(); ++i) {
    const bool copied_as_story =
        std::any_of(copies_of[i].begin(), copies_of[i].end(), [&](uint32_t copy) { return !is_found[copy]; });
    if (!copied_as_story) roundups.push_back(std::move(found[i]));
  }
  return roundups;
}

}  // namespace wirecopy
