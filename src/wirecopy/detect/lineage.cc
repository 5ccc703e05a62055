#include "wirecopy/detect/lineage.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "wirecopy/base/log_odds.h"
#include "wirecopy/cluster/arborescence.h"
#include "wirecopy/detect/citations.h"

namespace wirecopy {
namespace {

// Fitted on pages and the pages they were made from; docs/decisions/0005-relations-and-lineage.md.
// Log-odds that one was made from the other, beside what the texts tell:
constexpr double kCites = 3.9;          // it names the other's outlet as its source
constexpr double kCitesSomebody = 0.3;  // it names somebody
constexpr double kLater = 2.3;          // its date lies wholly after the other's
constexpr double kPerhapsLater = 1.6;   // the middle of its date lies after
// What makes a page a source:
constexpr double kMeanDirection = 1.4;  // how much its neighbours seem to be made from it, [-1, 1]
constexpr double kCited = 1.3;          // times log2(1 + pages that name it)
// What makes it the source of a page:
constexpr double kHoldsPage = 2.7;   // log-odds of the share of the page that it holds
constexpr double kHeldByPage = 1.1;  // log-odds of the share of it that the page holds
constexpr double kSurelyBefore = 0.4;
constexpr double kSurelyAfter = -3;  // it cannot be, unless a date is wrong
constexpr double kPerhapsBefore = 0.2;

constexpr double kMinMargin = 0.69;        // one bit between the two best parents
constexpr double kMinOriginMargin = 0.25;  // between the two best origins
// A page that holds several whole texts looks like the source of each.
constexpr double kMaxConfidenceByTexts = 0.75;
constexpr double kMinToldByTexts = 0.3;    // mean over the neighbours, each in [-1, 1]
constexpr size_t kMaxParents = 16;         // that a page is given to choose from
constexpr double kFallbackWeight = -1000;  // of the arc from the origin to a page without a pair

// One article as a node of the tree.
struct Page : Citation {
  uint32_t article = 0;
  double authority = 0;      // what makes it a source
  double direction_sum = 0;  // over its neighbours
  double by_texts_sum = 0;   // of it what the texts alone tell
  uint32_t neighbours = 0;
};

// Two pages of a story that share text, as far as their texts tell.
struct Kinship {
  uint32_t x = 0;  // indices of pages
  uint32_t y = 0;
  double by_texts = 0;  // log-odds that x was made from y, as far as the texts tell
  double x_held = 1;    // share of x that stands in y
  double y_held = 1;
  double direction = 0;  // the same with words and dates
};

// An arc of the tree with what is known of its direction.
struct Choice {
  WeightedArc arc;
  double direction = 0;  // log-odds that arc.to was made from arc.from, not the other way
  double by_texts = 0;   // of it what the texts alone tell
};

class LineageFinder {
 public:
  LineageFinder(const ArticleTable& table, EvidencePart& evidence, std::span<const uint32_t> texts)
      : table_(table), evidence_(evidence), graph_(evidence.graph()) {
    std::vector<uint32_t> articles;
    for (uint32_t text : texts) {
      for (uint32_t article : table.ArticlesOf(text)) articles.push_back(article);
    }
    for (Citation& citation : CitationsOf(table, articles)) {
      Page page;
      static_cast<Citation&>(page) = std::move(citation);
      page.article = articles[pages_.size()];
      pages_.push_back(std::move(page));
    }
    FindHeads(texts);
    RelateTexts(texts);
    RateAuthority();
  }

  std::vector<Descent> Find(std::span<const uint32_t> texts) {
    const uint32_t root = Best(kNoArc);
    RelateToOrigin(root, texts);
    const std::vector<Choice> choices = MakeChoices(root);
    std::vector<WeightedArc> arcs;
    for (const Choice& choice : choices) arcs.push_back(choice.arc);
    const std::vector<uint32_t> into =
        MaximumArborescence(static_cast<uint32_t>(pages_.size()), root, arcs);
    std::vector<Descent> descents(pages_.size());
    for (uint32_t page = 0; page < pages_.size(); ++page) {
      descents[page].article = pages_[page].article;
      if (page == root) {
        DescribeOrigin(root, descents[page]);
      } else {
        DescribeCopy(page, choices, into, descents[page]);
      }
    }
    return descents;
  }

 private:
  // The head of a text stands for it towards other texts: its copies are kin to the head only.
  void FindHeads(std::span<const uint32_t> texts) {
    uint32_t begin = 0;
    for (uint32_t text : texts) {
      const auto end = begin + static_cast<uint32_t>(table_.ArticlesOf(text).size());
      uint32_t head = begin;
      for (uint32_t page = begin + 1; page < end; ++page) {
        if (IsBetterHead(pages_[page], pages_[head])) head = page;
      }
      head_of_[text] = head;
      for (uint32_t page = begin; page < end; ++page) {
        if (page != head) AddKinship({page, head, 0, 1, 1});
      }
      begin = end;
    }
  }

  void RelateTexts(std::span<const uint32_t> texts) {
    for (uint32_t text : texts) {
      for (uint32_t e : graph_.EdgesOf(text)) {
        const EvidenceEdge& edge = graph_.edges()[e];
        if (edge.a == text && head_of_.contains(edge.b)) RelateByEdge(edge);
      }
    }
  }

  // Candidates are nominated as chains: in a large story most pages have no pair with the origin.
  void RelateToOrigin(uint32_t root, std::span<const uint32_t> texts) {
    const uint32_t root_text = table_.TextOf(pages_[root].article);
    std::unordered_set<uint32_t> related = {root_text};  // looked up only, never iterated
    for (uint32_t e : graph_.EdgesOf(root_text)) {
      related.insert(graph_.edges()[e].a);
      related.insert(graph_.edges()[e].b);
    }
    for (uint32_t text : texts) {
      if (!related.contains(text)) RelateByEdge(evidence_.Between(root_text, text));
    }
  }

  void RelateByEdge(const EvidenceEdge& edge) {
    AddKinship(
        {head_of_[edge.a], head_of_[edge.b], edge.direction, edge.coverage_a, edge.coverage_b});
  }

  void AddKinship(Kinship kin) {
    kin.direction = kin.by_texts + DirectionByRecord(kin.x, kin.y);
    kinships_.push_back(kin);
  }

  bool IsBetterHead(const Page& x, const Page& y) const {
    if (x.cited != y.cited) return x.cited > y.cited;
    if (x.cites != y.cites) return !x.cites;
    const auto& a = table_.records()[x.article].published_at;
    const auto& b = table_.records()[y.article].published_at;
    if (a.has_value() != b.has_value()) return a.has_value();
    return a && a->latest_s < b->latest_s;
  }

  // 2: x is surely later than y, 1: perhaps, 0: nothing tells; negative the other way.
  int Later(uint32_t x, uint32_t y) const {
    const auto& a = table_.records()[pages_[x].article].published_at;
    const auto& b = table_.records()[pages_[y].article].published_at;
    if (!a || !b) return 0;
    if (b->IsBefore(*a)) return 2;
    if (a->IsBefore(*b)) return -2;
    const int64_t middle_a = a->earliest_s / 2 + a->latest_s / 2;
    const int64_t middle_b = b->earliest_s / 2 + b->latest_s / 2;
    return (middle_a > middle_b) - (middle_a < middle_b);
  }

  // Log-odds that x was made from y by what is known beside the texts.
  double DirectionByRecord(uint32_t x, uint32_t y) const {
    const Page& a = pages_[x];
    const Page& b = pages_[y];
    const int cites = static_cast<int>(a.cites && NamesOutlet(a.source, b.outlet)) -
                      static_cast<int>(b.cites && NamesOutlet(b.source, a.outlet));
    const int later = Later(x, y);
    return kCites * cites + kCitesSomebody * (static_cast<int>(a.cites) - b.cites) +
           (std::abs(later) == 2 ? kLater * later / 2 : kPerhapsLater * later);
  }

  void RateAuthority() {
    for (const Kinship& kin : kinships_) {
      const double made_from_y = std::tanh(kin.direction / 2);
      pages_[kin.y].direction_sum += made_from_y;
      pages_[kin.x].direction_sum -= made_from_y;
      const double by_texts = std::tanh(kin.by_texts / 2);
      pages_[kin.y].by_texts_sum += by_texts;
      pages_[kin.x].by_texts_sum -= by_texts;
      ++pages_[kin.x].neighbours;
      ++pages_[kin.y].neighbours;
    }
    for (Page& page : pages_) {
      const double mean = page.neighbours > 0 ? page.direction_sum / page.neighbours : 0;
      page.authority = kMeanDirection * mean + kCited * std::log2(1.0 + page.cited);
    }
  }

  // The page that most speaks for being the first, `but` left out; of equal ones the earlier, then
  // the fuller.
  uint32_t Best(uint32_t but) const {
    uint32_t best = kNoArc;
    for (uint32_t page = 0; page < pages_.size(); ++page) {
      if (page != but && (best == kNoArc || IsBetterOrigin(page, best))) best = page;
    }
    return best;
  }

  bool IsBetterOrigin(uint32_t x, uint32_t y) const {
    if (pages_[x].authority != pages_[y].authority)
      return pages_[x].authority > pages_[y].authority;
    const ArticleRecord& a = table_.records()[pages_[x].article];
    const ArticleRecord& b = table_.records()[pages_[y].article];
    const int64_t a_end = a.published_at ? a.published_at->latest_s : INT64_MAX;
    const int64_t b_end = b.published_at ? b.published_at->latest_s : INT64_MAX;
    return a_end != b_end ? a_end < b_end : a.body_tokens > b.body_tokens;
  }

  // `parent` as the source of `page`.
  double WeightOf(uint32_t page, uint32_t parent, double page_held, double parent_held) const {
    const int later = Later(page, parent);
    return pages_[parent].authority + kHoldsPage * LogOdds(page_held) +
           kHeldByPage * LogOdds(parent_held) +
           (later == 2    ? kSurelyBefore
            : later == -2 ? kSurelyAfter
                          : kPerhapsBefore * later);
  }

  // By the page they lead to.
  std::vector<Choice> MakeChoices(uint32_t root) const {
    std::vector<std::vector<Choice>> into(pages_.size());
    for (const Kinship& kin : kinships_) {
      const double ahead = pages_[kin.y].authority - pages_[kin.x].authority;
      into[kin.x].push_back({{kin.y, kin.x, WeightOf(kin.x, kin.y, kin.x_held, kin.y_held)},
                             kin.direction + ahead,
                             kin.by_texts});
      into[kin.y].push_back({{kin.x, kin.y, WeightOf(kin.y, kin.x, kin.y_held, kin.x_held)},
                             -kin.direction - ahead,
                             -kin.by_texts});
    }
    std::vector<Choice> choices;
    for (uint32_t page = 0; page < pages_.size(); ++page) {
      std::stable_sort(into[page].begin(), into[page].end(), [](const Choice& x, const Choice& y) {
        return x.arc.weight > y.arc.weight;
      });
      const size_t kept = std::min(into[page].size(), kMaxParents);
      for (size_t i = 0; i < into[page].size(); ++i) {
        if (i < kept || into[page][i].arc.from == root) choices.push_back(into[page][i]);
      }
      if (page != root) choices.push_back({{root, page, kFallbackWeight}});
    }
    return choices;
  }

  void DescribeOrigin(uint32_t root, Descent& descent) const {
    const Page& page = pages_[root];
    uint32_t before = 0;
    uint32_t after = 0;
    for (uint32_t other = 0; other < pages_.size(); ++other) {
      before += Later(other, root) == 2;
      after += Later(other, root) == -2;
    }
    const size_t others = pages_.size() - 1;
    const bool earliest = before > 0 && after == 0;
    if (page.cited > 0) {
      descent.reasons.push_back(absl::StrCat(
          page.cited, page.cited == 1 ? " copy names" : " copies name", " it as the source"));
    }
    if (earliest) {
      descent.reasons.push_back(absl::StrCat("earliest seen: published before ", before, " of ",
                                             others, others == 1 ? " other" : " others"));
    }
    descent.confidence = OriginConfidence(root, earliest, after > 0, descent.reasons);
    if (after > 0) {
      descent.reasons.push_back(absl::StrCat("though published after ", after, " of ", others,
                                             others == 1 ? " other" : " others"));
    }
    if (page.cites)
      descent.reasons.push_back(
          absl::StrCat("though it names ", page.source, " as its own source"));
  }

  // `earliest`: surely before others and after none; `later`: surely after one.
  double OriginConfidence(uint32_t root, bool earliest, bool later,
                          std::vector<std::string>& reasons) const {
    const Page& page = pages_[root];
    if (pages_.size() < 2 || CitesAMember(root)) return 0;
    const bool told = page.cited > 0 || earliest;
    const bool by_texts =
        page.neighbours > 0 && page.by_texts_sum / page.neighbours >= kMinToldByTexts;
    const double margin = page.authority - pages_[Best(root)].authority;
    // The fullest text alone does not outweigh that another was there before it.
    if (margin < kMinOriginMargin || !(told || (by_texts && !later))) return 0;
    if (!told) reasons.push_back("by the texts: the others are cut or damaged");
    return std::min(told ? kMaxConfidence : kMaxConfidenceByTexts,
                    1 / (1 + std::exp(-0.5 - 2.2 * margin)));
  }

  bool CitesAMember(uint32_t page) const {
    return pages_[page].cites && std::ranges::any_of(pages_, [&](const Page& other) {
             return NamesOutlet(pages_[page].source, other.outlet);
           });
  }

  // Whether `other` stands below `page` in the tree, or is it.
  static bool IsBelow(uint32_t other, uint32_t page, const std::vector<Choice>& choices,
                      const std::vector<uint32_t>& into) {
    while (other != page && into[other] != kNoArc) other = choices[into[other]].arc.from;
    return other == page;
  }

  void DescribeCopy(uint32_t page, const std::vector<Choice>& choices,
                    const std::vector<uint32_t>& into, Descent& descent) const {
    const Choice& choice = choices[into[page]];
    const WeightedArc& chosen = choice.arc;
    const double direction = choice.direction;
    descent.parent = pages_[chosen.from].article;
    if (chosen.weight <= kFallbackWeight || direction < kMinMargin) return;
    std::vector<std::string> reasons = ReasonsFor(page, choice);
    if (reasons.empty() || Later(page, chosen.from) == -2) return;
    double odds_against = std::exp(-direction);
    double margin = kMinMargin;
    for (const Choice& other :
         std::ranges::equal_range(choices, page, {}, [](const Choice& c) { return c.arc.to; })) {
      const WeightedArc& arc = other.arc;
      if (arc.from == chosen.from || IsBelow(arc.from, page, choices, into)) continue;
      odds_against += std::exp(std::min(30.0, arc.weight - chosen.weight));
      margin = std::min(margin, chosen.weight - arc.weight);
    }
    if (margin < kMinMargin) return;
    descent.confidence = std::min(kMaxConfidence, 1 / (1 + odds_against));
    descent.reasons = std::move(reasons);
  }

  std::vector<std::string> ReasonsFor(uint32_t page, const Choice& choice) const {
    const Page& parent = pages_[choice.arc.from];
    const bool names = pages_[page].cites && NamesOutlet(pages_[page].source, parent.outlet);
    const uint32_t others = parent.cited - static_cast<uint32_t>(names);
    std::vector<std::string> reasons;
    if (names) reasons.push_back(absl::StrCat("names ", pages_[page].source, " as its source"));
    if (Later(page, choice.arc.from) == 2) reasons.push_back("published later");
    if (others > 0) {
      reasons.push_back(
          absl::StrCat(others, others == 1 ? " other copy names" : " other copies name", " it"));
    }
    if (choice.by_texts >= kMinMargin)
      reasons.push_back("by the texts: cut or damaged where the other is not");
    return reasons;
  }

  const ArticleTable& table_;
  EvidencePart& evidence_;
  const EvidenceGraph& graph_;
  std::vector<Page> pages_;
  std::unordered_map<uint32_t, uint32_t> head_of_;  // of a text; looked up only, never iterated
  std::vector<Kinship> kinships_;
};

}  // namespace

std::vector<Descent> FindLineage(const ArticleTable& table, EvidencePart& evidence,
                                 std::span<const uint32_t> texts) {
  return LineageFinder(table, evidence, texts).Find(texts);
}

}  // namespace wirecopy
