#include "wirecopy/detect/stories.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_format.h"
#include "wirecopy/base/hash.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/detect/origin.h"

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
    std::vector<uint32_t> articles;
    for (uint32_t text : request_.grouping->members[group]) {
      for (uint32_t article : table_.ArticlesOf(text)) articles.push_back(article);
    }
    Origin origin = FindOrigin(table_, articles);
    story.origin = origin.article;
    story.origin_confidence = origin.confidence;
    story.origin_reasons = std::move(origin.reasons);
    story.name = NameOf(articles);
    story.least_evidence = request_.grouping->least_evidence[group];
    story.median_evidence = request_.grouping->median_evidence[group];
    for (uint32_t text : request_.grouping->members[group]) {
      WIRECOPY_RETURN_IF_ERROR(AddMembers(text, story));
    }
    SortMembers(story);
    for (const auto& [page, text] : roundup_of)
      WIRECOPY_RETURN_IF_ERROR(AddRoundup(page, text, story));
    return story;
  }

 private:
  absl::Status AddMembers(uint32_t text, Story& story) const {
    const uint32_t origin_text = table_.TextOf(story.origin);
    StoryMember proto;
    if (text != origin_text) {
      WIRECOPY_ASSIGN_OR_RETURN(proto, MemberBeside(text, origin_text, story.origin));
    }
    for (uint32_t article : table_.ArticlesOf(text)) {
      StoryMember member = proto;
      member.article = article;
      if (text == origin_text && article != story.origin) member.of = story.origin;
      const auto& date = table_.records()[article].published_at;
      member.lag_s = LagOf(table_.records()[story.origin].published_at, date);
      TakeDate(date, story);
      story.members.push_back(member);
    }
    return absl::OkStatus();
  }

  // The member compared with the origin, or, where those two share too little (two excerpts), with
  // its best partner.
  absl::StatusOr<StoryMember> MemberBeside(uint32_t text, uint32_t origin_text,
                                           uint32_t origin) const {
    WIRECOPY_ASSIGN_OR_RETURN(Verdict verdict, request_.judge(text, origin_text));
    uint32_t of = origin;
    if (verdict.probability < request_.min_probability) {
      const std::optional<uint32_t> partner = BestPartner(text);
      if (partner) {
        WIRECOPY_ASSIGN_OR_RETURN(verdict, request_.judge(text, *partner));
        of = table_.ArticleOf(*partner);
      }
    }
    StoryMember member;
    member.relation =
        verdict.probability >= request_.min_probability ? verdict.relation : Relation::kEdited;
    member.of = of;
    member.probability = verdict.probability;
    member.coverage = verdict.coverage_a;
    member.coverage_of = verdict.coverage_b;
    return member;
  }

  std::optional<uint32_t> BestPartner(uint32_t text) const {
    std::optional<uint32_t> best;
    double best_probability = 0;
    for (uint32_t e : request_.graph->EdgesOf(text)) {
      const EvidenceEdge& edge = request_.graph->edges()[e];
      const uint32_t other = edge.a == text ? edge.b : edge.a;
      if (request_.grouping->group_of[other] != request_.grouping->group_of[text]) continue;
      if (edge.probability <= best_probability) continue;
      best_probability = edge.probability;
      best = other;
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

  std::string NameOf(const std::vector<uint32_t>& articles) const {
    uint64_t hash = 0;
    for (uint32_t article : articles) {
      const ArticleRecord& record = table_.records()[article];
      hash = MixHash(hash ^ record.content_hash) + HashBytes(record.id);
    }
    return absl::StrFormat("%016x", MixHash(hash));
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
