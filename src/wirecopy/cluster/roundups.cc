#include "wirecopy/cluster/roundups.h"

#include <algorithm>

namespace wirecopy {
namespace {

constexpr size_t kMaxItems = 12;

// An article that shares a dense stretch with the page, seen from the page.
struct Part {
  uint32_t article = 0;
  TokenRange span;  // in the page
  double bits = 0;
  double coverage = 0;       // of the article by the page
  double page_coverage = 0;  // of the page by the article
};

bool IsSurelyBefore(const EvidenceGraph& graph, uint32_t x, uint32_t y) {
  const std::optional<TimeInterval>& x_date = graph.node(x).published;
  const std::optional<TimeInterval>& y_date = graph.node(y).published;
  return x_date && y_date && x_date->IsBefore(*y_date);
}

std::vector<Part> PartsOf(const EvidenceGraph& graph, uint32_t page,
                          const RoundupOptions& options) {
  std::vector<Part> parts;
  for (uint32_t e : graph.EdgesOf(page)) {
    const EvidenceEdge& edge = graph.edges()[e];
    const bool page_is_a = edge.a == page;
    const TokenRange span = page_is_a ? edge.span_a : edge.span_b;
    const double coverage = page_is_a ? edge.coverage_b : edge.coverage_a;
    const Part part = {page_is_a ? edge.b : edge.a, span, edge.span_bits, coverage,
                       page_is_a ? edge.coverage_a : edge.coverage_b};
    const double density = edge.span_matched / std::max(1.0, static_cast<double>(span.size()));
    // Who came later and holds little of the page quotes it.
    if (coverage < options.min_item_coverage && IsSurelyBefore(graph, page, part.article)) continue;
    const bool holds_most = coverage >= options.min_item_coverage &&
                            part.bits >= options.min_item_bits &&
                            density >= options.min_item_density;
    const bool holds_much = part.bits >= options.min_long_item_bits &&
                            density >= options.min_long_item_density &&
                            part.page_coverage >= options.min_long_item_share;
    if (holds_most || holds_much) parts.push_back(part);
  }
  // Best held first, so that another roundup that shares items does not hide them; ties by
  // canonical index.
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

bool AreCopies(const EvidenceEdge& edge, double least) {
  return std::min(edge.coverage_a, edge.coverage_b) >= least;
}

// Whether a third article that is no copy of the page holds both: excerpts from different places of
// one report share nothing.
bool AreCutFromOneReport(const EvidenceGraph& graph, uint32_t page, uint32_t x, uint32_t y,
                         const RoundupOptions& options) {
  return std::ranges::any_of(graph.EdgesOf(x), [&](uint32_t e) {
    const EvidenceEdge& edge = graph.edges()[e];
    const uint32_t whole = edge.a == x ? edge.b : edge.a;
    if (whole == page || whole == y || edge.probability < options.min_cut) return false;
    const EvidenceEdge* other = graph.Find(whole, y);
    if (other == nullptr || other->probability < options.min_cut) return false;
    const EvidenceEdge* copy = graph.Find(whole, page);
    return copy == nullptr || !AreCopies(*copy, options.max_item_share);
  });
}

bool Unrelated(EvidenceGraph& graph, uint32_t page, uint32_t x, uint32_t y,
               const RoundupOptions& options) {
  const EvidenceEdge& edge = graph.Between(x, y);
  return edge.probability <= options.max_item_relation &&
         std::max(edge.coverage_a, edge.coverage_b) < 0.5 &&
         !AreCutFromOneReport(graph, page, x, y, options);
}

// Parts that stand apart in the page and have nothing to do with each other.
std::vector<Part> ItemsAmong(uint32_t page, const std::vector<Part>& parts, EvidenceGraph& graph,
                             const RoundupOptions& options) {
  std::vector<Part> items;
  for (const Part& part : parts) {
    if (items.size() >= kMaxItems) break;
    if (part.page_coverage > options.max_item_share) continue;
    const bool apart = std::all_of(items.begin(), items.end(), [&](const Part& item) {
      return !Overlap(item.span, part.span) &&
             Unrelated(graph, page, item.article, part.article, options);
    });
    if (apart) items.push_back(part);
  }
  return items;
}

// Other pages that carry the item, neither much less nor much more of it.
template <typename Predicate>
bool AnyCopyOf(const EvidenceGraph& graph, uint32_t item, uint32_t page, double least,
               Predicate predicate) {
  return std::ranges::any_of(graph.EdgesOf(item), [&](uint32_t e) {
    const EvidenceEdge& edge = graph.edges()[e];
    const uint32_t other = edge.a == item ? edge.b : edge.a;
    return other != page && AreCopies(edge, least) && predicate(other);
  });
}

// Whether the page was out before the item and its copies: then they are cut from it, or quote it.
bool CameFirst(const EvidenceGraph& graph, uint32_t page, uint32_t item,
               const RoundupOptions& options) {
  return IsSurelyBefore(graph, page, item) &&
         !AnyCopyOf(graph, item, page, options.min_item_coverage,
                    [&](uint32_t copy) { return !IsSurelyBefore(graph, page, copy); });
}

bool BearsOtherTitle(const EvidenceGraph& graph, uint32_t page, uint32_t item,
                     const RoundupOptions& options) {
  if (CameFirst(graph, page, item, options)) return false;
  const double overlap = options.title_overlap ? options.title_overlap(page, item) : -1;
  return overlap >= 0 && overlap <= options.max_title_overlap;
}

// Whether others than the page carry the item: it is a story of its own, not a part cut out of the
// page.
bool IsStoryOfItsOwn(const EvidenceGraph& graph, uint32_t page, uint32_t item,
                     const RoundupOptions& options) {
  if (CameFirst(graph, page, item, options)) return false;
  return graph.node(item).articles > 1 ||
         AnyCopyOf(graph, item, page, options.min_whole, [](uint32_t) { return true; });
}

bool IsOneStoryAmongOthers(const EvidenceGraph& graph, uint32_t page, const Part& item,
                           const RoundupOptions& options) {
  return item.coverage >= options.min_item_coverage &&
         item.page_coverage <= options.max_lone_item_share &&
         IsStoryOfItsOwn(graph, page, item.article, options) &&
         BearsOtherTitle(graph, page, item.article, options);
}

bool HasACopy(const EvidenceGraph& graph, uint32_t page, const RoundupOptions& options) {
  return std::ranges::any_of(graph.EdgesOf(page), [&](uint32_t e) {
    return AreCopies(graph.edges()[e], options.max_item_share);
  });
}

// Whether most items bear the page's own title: then they are what it was cut into, by pages or by
// excerpts.
bool AreMostlyParts(uint32_t page, const std::vector<Part>& items, const RoundupOptions& options) {
  if (!options.title_overlap) return false;
  const auto parts = std::ranges::count_if(items, [&](const Part& item) {
    return options.title_overlap(page, item.article) >= options.min_part_title_overlap;
  });
  return 2 * static_cast<size_t>(parts) > items.size();
}

// `items`: those of `parts` that have nothing to do with each other.
bool AreEnough(uint32_t page, const std::vector<Part>& items, const std::vector<Part>& parts,
               const EvidenceGraph& graph, const RoundupOptions& options) {
  if (items.size() == 1) {
    return !HasACopy(graph, page, options) && std::ranges::any_of(parts, [&](const Part& part) {
      return IsOneStoryAmongOthers(graph, page, part, options);
    });
  }
  if (items.size() > 2) return !AreMostlyParts(page, items, options);
  if (items.size() != 2) return false;
  if (std::ranges::all_of(items, [&](const Part& item) {
        return item.coverage >= options.min_whole &&
               IsStoryOfItsOwn(graph, page, item.article, options);
      })) {
    return true;
  }
  const bool goes_on = std::any_of(items.begin(), items.end(), [&](const Part& item) {
    return item.coverage < 1 - options.min_own_share;
  });
  // Who holds little of the page in much other text may as well quote it.
  const bool mostly_held = std::all_of(items.begin(), items.end(), [&](const Part& item) {
    return item.coverage >= options.min_item_coverage;
  });
  return (goes_on && mostly_held) || std::all_of(items.begin(), items.end(), [&](const Part& item) {
           return BearsOtherTitle(graph, page, item.article, options);
         });
}

}  // namespace

std::vector<Roundup> FindRoundups(EvidenceGraph& graph, const RoundupOptions& options) {
  // Whoever might be one, from all its parts.
  struct Candidate {
    uint32_t page = 0;
    std::vector<Part> parts;
    size_t items = 0;
  };
  std::vector<Candidate> candidates;
  for (uint32_t page = 0; page < graph.size(); ++page) {
    std::vector<Part> parts = PartsOf(graph, page, options);
    if (parts.empty()) continue;
    const std::vector<Part> items = ItemsAmong(page, parts, graph, options);
    if (AreEnough(page, items, parts, graph, options))
      candidates.push_back({page, std::move(parts), items.size()});
  }
  // Those of most items first: a page that shares an item with a roundup is not made one by it.
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& x, const Candidate& y) { return x.items > y.items; });
  std::vector<uint8_t> accepted(graph.size(), 0);
  std::vector<Roundup> roundups;
  std::vector<std::vector<uint32_t>> copies;  // nearly whole ones, of each page accepted
  for (Candidate& candidate : candidates) {
    std::vector<uint32_t> whole;
    for (const Part& part : candidate.parts) {
      if (part.page_coverage > options.min_copied_share) whole.push_back(part.article);
    }
    std::erase_if(candidate.parts, [&](const Part& part) { return accepted[part.article] != 0; });
    std::vector<Part> items = ItemsAmong(candidate.page, candidate.parts, graph, options);
    if (!AreEnough(candidate.page, items, candidate.parts, graph, options)) continue;
    std::sort(items.begin(), items.end(),
              [](const Part& x, const Part& y) { return x.span.begin < y.span.begin; });
    accepted[candidate.page] = 1;
    roundups.push_back({candidate.page, {}});
    for (const Part& item : items) roundups.back().items.push_back(item.article);
    copies.push_back(std::move(whole));
  }
  std::vector<Roundup> kept;
  for (size_t i = 0; i < roundups.size(); ++i) {
    const bool copied_as_story = std::any_of(copies[i].begin(), copies[i].end(),
                                             [&](uint32_t copy) { return !accepted[copy]; });
    if (!copied_as_story) kept.push_back(std::move(roundups[i]));
  }
  return kept;
}

}  // namespace wirecopy
