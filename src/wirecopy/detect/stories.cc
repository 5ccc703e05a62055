#include "wirecopy/detect/stories.h"

#include <algorithm>
#include <map>
#include <utility>

#include "wirecopy/base/parallel.h"
#include "wirecopy/compare/decision.h"
#include "wirecopy/detect/lineage.h"

namespace wirecopy {
namespace {

std::optional<int64_t> LagOf(const std::optional<TimeInterval>& origin,
                             const std::optional<TimeInterval>& member) {
  if (!origin || !member) return std::nullopt;
  const int64_t gap = GapSeconds(*origin, *member);
  return member->IsBefore(*origin) ? -gap : gap;
}

size_t SizeWithoutRoundups(const Story& story) {
  return static_cast<size_t>(std::ranges::count_if(story.members, [](const StoryMember& member) {
    return member.relation != Relation::kRoundup;
  }));
}

// What a text has of another and the other of it.
struct Shared {
  Relation relation = Relation::kUnrelated;
  double probability = 0;
  double coverage = 0;
  double coverage_of = 0;
};

Shared SharedBy(uint32_t text, uint32_t of_text, EvidencePart& evidence) {
  const EvidenceEdge& edge = evidence.Between(text, of_text);
  const bool is_a = edge.a == text;
  return {edge.relation, edge.probability, is_a ? edge.coverage_a : edge.coverage_b,
          is_a ? edge.coverage_b : edge.coverage_a};
}

class StoryBuilder {
 public:
  explicit StoryBuilder(const StoryRequest& request) : request_(request), table_(*request.table) {}

  // `roundup_of`: pages that hold this group's story, with the text of it they hold.
  Story Build(uint32_t group, const std::map<uint32_t, uint32_t>& roundup_of,
              unsigned worker) const {
    EvidencePart evidence(*request_.graph, worker);
    Story story;
    std::vector<Descent> lineage = FindLineage(table_, evidence, request_.grouping->members[group]);
    TakeOrigin(lineage, story);
    story.name = NameOf(lineage);
    story.least_evidence = request_.grouping->least_evidence[group];
    story.median_evidence = request_.grouping->median_evidence[group];
    for (Descent& descent : lineage) AddMember(std::move(descent), evidence, story);
    SortMembers(story);
    for (const auto& [page, text] : roundup_of) AddRoundup(page, text, evidence, story);
    return story;
  }

 private:
  static void TakeOrigin(std::vector<Descent>& lineage, Story& story) {
    Descent& origin =
        *std::ranges::find_if(lineage, [](const Descent& descent) { return !descent.parent; });
    story.origin = origin.article;
    story.origin_confidence = origin.confidence;
    story.origin_reasons = std::move(origin.reasons);
  }

  void AddMember(Descent descent, EvidencePart& evidence, Story& story) const {
    StoryMember member;
    member.article = descent.article;
    member.of = descent.parent;
    if (descent.parent) {
      member.of_confidence = descent.confidence;
      member.of_reasons = std::move(descent.reasons);
      CompareWithParent(evidence, member);
    }
    const auto& date = table_.records()[member.article].published_at;
    member.lag_s = LagOf(table_.records()[story.origin].published_at, date);
    TakeDate(date, story);
    story.members.push_back(std::move(member));
  }

  void CompareWithParent(EvidencePart& evidence, StoryMember& member) const {
    const uint32_t text = table_.TextOf(member.article);
    const uint32_t of_text = table_.TextOf(*member.of);
    if (text == of_text) return;
    const Shared shared = SharedBy(text, of_text, evidence);
    member.relation = RelationOf(shared);
    // A page may belong by another member than the one it was copied from.
    member.probability = std::max(shared.probability, BestEvidence(text));
    member.coverage = shared.coverage;
    member.coverage_of = shared.coverage_of;
  }

  // What was added to makes no excerpt of the part it was added to.
  Relation RelationOf(const Shared& shared) const {
    const bool holds_parent = shared.coverage < shared.coverage_of;
    if (shared.probability < request_.min_probability) {
      const bool is_part =
          shared.coverage >= kMinPartCovered && shared.coverage_of < kMaxWholeCovered;
      return is_part ? Relation::kExcerpt : Relation::kEdited;
    }
    if (shared.relation == Relation::kExcerpt && holds_parent) return Relation::kEdited;
    return shared.relation;
  }

  // The highest probability of a judged pair of the text with another of its story.
  double BestEvidence(uint32_t text) const {
    double best = 0;
    for (uint32_t e : request_.graph->EdgesOf(text)) {
      const EvidenceEdge& edge = request_.graph->edges()[e];
      const uint32_t other = edge.a == text ? edge.b : edge.a;
      if (request_.grouping->group_of[other] == request_.grouping->group_of[text])
        best = std::max(best, edge.probability);
    }
    return best;
  }

  void AddRoundup(uint32_t page, uint32_t text, EvidencePart& evidence, Story& story) const {
    const Shared shared = SharedBy(page, text, evidence);
    for (uint32_t article : table_.ArticlesOf(page)) {
      StoryMember member;
      member.article = article;
      member.relation = Relation::kRoundup;
      member.of = table_.ArticleOf(text);
      member.probability = shared.probability;
      member.coverage = shared.coverage;
      member.coverage_of = shared.coverage_of;
      member.lag_s = LagOf(table_.records()[story.origin].published_at,
                           table_.records()[article].published_at);
      story.members.push_back(member);
    }
  }

  std::string NameOf(const std::vector<Descent>& members) const {
    std::vector<uint32_t> articles;
    for (const Descent& member : members) articles.push_back(member.article);
    return table_.NameOf(articles);
  }

  static void TakeDate(const std::optional<TimeInterval>& date, Story& story) {
    if (!date) return;
    if (!story.first_published || date->earliest_s < story.first_published->earliest_s)
      story.first_published = date;
    if (!story.last_published || date->latest_s > story.last_published->latest_s)
      story.last_published = date;
  }

  void SortMembers(Story& story) const {
    std::sort(story.members.begin(), story.members.end(),
              [&](const StoryMember& x, const StoryMember& y) {
                const bool x_origin = x.article == story.origin;
                const bool y_origin = y.article == story.origin;
                if (x_origin != y_origin) return x_origin;
                const ArticleRecord& a = table_.records()[x.article];
                const ArticleRecord& b = table_.records()[y.article];
                if (a.published_at.has_value() != b.published_at.has_value())
                  return a.published_at.has_value();
                if (a.published_at && a.published_at->earliest_s != b.published_at->earliest_s) {
                  return a.published_at->earliest_s < b.published_at->earliest_s;
                }
                return a.id != b.id ? a.id < b.id : x.article < y.article;
              });
  }

  const StoryRequest& request_;
  const ArticleTable& table_;
};

}  // namespace

std::vector<Story> BuildStories(const StoryRequest& request) {
  const Grouping& grouping = *request.grouping;
  std::vector<std::map<uint32_t, uint32_t>> roundups_of(grouping.members.size());
  for (const Roundup& roundup : *request.roundups) {
    if (roundup.items.size() < 2) continue;
    for (uint32_t text : roundup.items)
      roundups_of[grouping.group_of[text]].emplace(roundup.page, text);
  }
  std::vector<uint8_t> is_roundup(grouping.group_of.size(), 0);
  for (const Roundup& roundup : *request.roundups) is_roundup[roundup.page] = 1;
  std::vector<uint32_t> shown;
  for (uint32_t group = 0; group < grouping.members.size(); ++group) {
    const std::vector<uint32_t>& texts = grouping.members[group];
    size_t own = 0;
    for (uint32_t text : texts) own += request.table->ArticlesOf(text).size();
    const bool lone_roundup = is_roundup[texts.front()] && texts.size() == 1 && own < 2;
    if (own + roundups_of[group].size() >= 2 && !lone_roundup) shown.push_back(group);
  }
  const StoryBuilder builder(request);
  std::vector<Story> stories(shown.size());
  ParallelFor(shown.size(), request.threads, 1, [&](size_t i, size_t, unsigned worker) {
    stories[i] = builder.Build(shown[i], roundups_of[shown[i]], worker);
  });
  std::sort(stories.begin(), stories.end(), [](const Story& x, const Story& y) {
    const size_t x_size = SizeWithoutRoundups(x);
    const size_t y_size = SizeWithoutRoundups(y);
    return x_size != y_size ? x_size > y_size : x.name < y.name;
  });
  return stories;
}

}  // namespace wirecopy
