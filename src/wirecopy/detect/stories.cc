#include "wirecopy/detect/stories.h"

#include <algorithm>
#include <map>
#include <utility>

#include "wirecopy/base/hash.h"
#include "wirecopy/base/status_macros.h"
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

class StoryBuilder {
 public:
  explicit StoryBuilder(const StoryRequest& request) : request_(request), table_(*request.table) {}

  // `roundup_of`: pages that hold this group's story, with the text of it they hold.
  absl::StatusOr<Story> Build(uint32_t group,
                              const std::map<uint32_t, uint32_t>& roundup_of) const {
    Story story;
    std::vector<Descent> lineage =
        FindLineage(table_, *request_.graph, request_.grouping->members[group]);
    TakeOrigin(lineage, story);
    story.name = NameOf(lineage);
    story.least_evidence = request_.grouping->least_evidence[group];
    story.median_evidence = request_.grouping->median_evidence[group];
    for (Descent& descent : lineage) {
      WIRECOPY_RETURN_IF_ERROR(AddMember(std::move(descent), story));
    }
    SortMembers(story);
    for (const auto& [page, text] : roundup_of)
      WIRECOPY_RETURN_IF_ERROR(AddRoundup(page, text, story));
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

  absl::Status AddMember(Descent descent, Story& story) const {
    StoryMember member;
    member.article = descent.article;
    member.of = descent.parent;
    if (descent.parent) {
      member.of_confidence = descent.confidence;
      member.of_reasons = std::move(descent.reasons);
      WIRECOPY_RETURN_IF_ERROR(CompareWithParent(member));
    }
    const auto& date = table_.records()[member.article].published_at;
    member.lag_s = LagOf(table_.records()[story.origin].published_at, date);
    TakeDate(date, story);
    story.members.push_back(std::move(member));
    return absl::OkStatus();
  }

  absl::Status CompareWithParent(StoryMember& member) const {
    const uint32_t text = table_.TextOf(member.article);
    const uint32_t of_text = table_.TextOf(*member.of);
    if (text == of_text) return absl::OkStatus();
    WIRECOPY_ASSIGN_OR_RETURN(const Verdict verdict, request_.judge(text, of_text));
    member.relation = RelationOf(verdict);
    // A page may belong by another member than the one it was copied from.
    member.probability = std::max(verdict.probability, BestEvidence(text));
    member.coverage = verdict.coverage_a;
    member.coverage_of = verdict.coverage_b;
    return absl::OkStatus();
  }

  // What was added to makes no excerpt of the part it was added to.
  Relation RelationOf(const Verdict& verdict) const {
    const bool holds_parent = verdict.coverage_a < verdict.coverage_b;
    if (verdict.probability < request_.min_probability) {
      const bool is_part =
          verdict.coverage_a >= kMinPartCovered && verdict.coverage_b < kMaxWholeCovered;
      return is_part ? Relation::kExcerpt : Relation::kEdited;
    }
    if (verdict.relation == Relation::kExcerpt && holds_parent) return Relation::kEdited;
    return verdict.relation;
  }

  // The highest probability of a judged pair of the text with another of its story.
  double BestEvidence(uint32_t text) const {
    double best = 0;
    for (uint32_t e : request_.graph->EdgesOf(text)) {
      const EvidenceEdge& edge = request_.graph->edges()[e];
      const uint32_t other = edge.a == text ? edge.b : edge.a;
      if (request_.grouping->group_of[other] == request_.grouping->group_of[text])
        best = std::max(best, static_cast<double>(edge.probability));
    }
    return best;
  }

  absl::Status AddRoundup(uint32_t page, uint32_t text, Story& story) const {
    WIRECOPY_ASSIGN_OR_RETURN(const Verdict verdict, request_.judge(page, text));
    for (uint32_t article : table_.ArticlesOf(page)) {
      StoryMember member;
      member.article = article;
      member.relation = Relation::kRoundup;
      member.of = table_.ArticleOf(text);
      member.probability = verdict.probability;
      member.coverage = verdict.coverage_a;
      member.coverage_of = verdict.coverage_b;
      member.lag_s = LagOf(table_.records()[story.origin].published_at,
                           table_.records()[article].published_at);
      story.members.push_back(member);
    }
    return absl::OkStatus();
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

absl::StatusOr<std::vector<Story>> BuildStories(const StoryRequest& request) {
  const Grouping& grouping = *request.grouping;
  std::vector<std::map<uint32_t, uint32_t>> roundups_of(grouping.members.size());
  for (const Roundup& roundup : *request.roundups) {
    if (roundup.items.size() < 2) continue;
    for (uint32_t text : roundup.items)
      roundups_of[grouping.group_of[text]].emplace(roundup.page, text);
  }
  std::vector<uint8_t> is_roundup(grouping.group_of.size(), 0);
  for (const Roundup& roundup : *request.roundups) is_roundup[roundup.page] = 1;
  const StoryBuilder builder(request);
  std::vector<Story> stories;
  for (uint32_t group = 0; group < grouping.members.size(); ++group) {
    size_t articles = roundups_of[group].size();
    for (uint32_t text : grouping.members[group])
      articles += request.table->ArticlesOf(text).size();
    if (articles < 2 ||
        (is_roundup[grouping.members[group].front()] && grouping.members[group].size() == 1 &&
         request.table->ArticlesOf(grouping.members[group].front()).size() < 2)) {
      continue;
    }
    WIRECOPY_ASSIGN_OR_RETURN(Story story, builder.Build(group, roundups_of[group]));
    stories.push_back(std::move(story));
  }
  std::sort(stories.begin(), stories.end(), [](const Story& x, const Story& y) {
    const size_t x_size = SizeWithoutRoundups(x);
    const size_t y_size = SizeWithoutRoundups(y);
    return x_size != y_size ? x_size > y_size : x.name < y.name;
  });
  return stories;
}

}  // namespace wirecopy
