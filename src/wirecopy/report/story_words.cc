#include "wirecopy/report/story_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "wirecopy/report/display_text.h"
#include "wirecopy/report/time_text.h"

namespace wirecopy {
namespace {

constexpr const char* kNoTitle = "(no title)";

uint64_t Total(const std::map<std::string, uint64_t>& reasons) {
  uint64_t total = 0;
  for (const auto& [reason, count] : reasons) total += count;
  return total;
}

std::string ReasonsText(const std::map<std::string, uint64_t>& reasons) {
  std::vector<std::string> parts;
  for (const auto& [reason, count] : reasons)
    parts.push_back(absl::StrCat(count, " ", Harmless(reason)));
  return absl::StrJoin(parts, ", ");
}

std::string SeriesSize(const Result& result) {
  size_t members = 0;
  for (const Series& series : result.series) members += series.members.size();
  return absl::StrCat("one form each, ", members, " stories or articles in them");
}

RunFact Alone(const Result& result) {
  const RunCounts& counts = result.counts;
  const uint64_t in_stories = counts.members + counts.roundups;
  const uint64_t in_roundups = result.stories.size() - counts.stories;
  std::vector<std::string> more;
  if (in_roundups > 0) more.push_back(absl::StrCat(in_roundups, " of them in a roundup"));
  if (counts.too_short > 0) {
    more.push_back(absl::StrCat(counts.too_short, " of all articles too short to be grouped"));
  }
  return {"alone", counts.articles - std::min(counts.articles, in_stories),
          absl::StrJoin(more, "; ")};
}

RunFact Copies(const Result& result) {
  RelationTally copies;
  for (const Story& story : result.stories) {
    for (const StoryMember& member : story.members) {
      if (member.of && member.relation != Relation::kRoundup) copies.Add(member.relation);
    }
  }
  return {"copies", copies.Total(), copies.Text()};
}

}  // namespace

std::string Counted(uint64_t count, const char* one, const char* many) {
  return absl::StrCat(count, " ", count == 1 ? one : many);
}

std::string Percent(double share) {
  if (!std::isfinite(share)) return "?";
  const int rounded = static_cast<int>(std::lround(100 * std::clamp(share, 0.0, 1.0)));
  if (rounded == 0 && share > 0) return "<1";
  return absl::StrCat(rounded == 100 && share < 1 ? 99 : rounded);
}

std::string ProbabilityText(double probability) {
  if (!std::isfinite(probability)) return "?";
  std::string text = absl::StrFormat("%.2f", std::clamp(probability, 0.0, 1.0));
  if (text == "1.00" && probability < 1) return ">0.99";
  if (text == "0.00" && probability > 0) return "<0.01";
  return text;
}

uint64_t RelationTally::Total() const {
  uint64_t total = 0;
  for (const uint64_t count : counts_) total += count;
  return total;
}

std::string RelationTally::Text() const {
  std::vector<std::string> parts;
  for (size_t i = 0; i < kRelationCount; ++i) {
    if (counts_[i] > 0)
      parts.push_back(absl::StrFormat("%d %s", counts_[i], RelationName(static_cast<Relation>(i))));
  }
  return absl::StrJoin(parts, ", ");
}

std::vector<RunFact> RunFacts(const Result& result, const ReadingCounts& reading) {
  const RunCounts& counts = result.counts;
  std::vector<RunFact> facts = {
      {"articles", counts.articles, "from " + Counted(counts.outlets, "outlet", "outlets")},
      {"stories", counts.stories,
       absl::StrCat("of two articles or more, ", Counted(counts.members, "article", "articles"),
                    " in them")},
      Copies(result),
      {"roundups", counts.roundups, counts.roundups > 0 ? "listed in each story they contain" : ""},
  };
  if (counts.series > 0) facts.push_back({"series", counts.series, SeriesSize(result)});
  facts.push_back(Alone(result));
  facts.push_back({"skipped", reading.skipped, ReasonsText(reading.skipped_by_reason)});
  if (!reading.warnings_by_reason.empty()) {
    facts.push_back(
        {"warnings", Total(reading.warnings_by_reason), ReasonsText(reading.warnings_by_reason)});
  }
  if (!reading.file_problems_by_reason.empty()) {
    facts.push_back(
        {"unread", Total(reading.file_problems_by_reason),
         "whole files, or the rest of them: " + ReasonsText(reading.file_problems_by_reason)});
  }
  return facts;
}

std::string StoryParts::SizeText() const {
  std::string text = Counted(copies.size(), "article", "articles");
  if (outlets > 0) text += ", " + Counted(outlets, "outlet", "outlets");
  return text;
}

StoryParts PartsOf(const Result& result, const Story& story) {
  const auto first_roundup =
      std::ranges::find(story.members, Relation::kRoundup, &StoryMember::relation);
  StoryParts parts = {{story.members.begin(), first_roundup}, {first_roundup, story.members.end()}};
  std::set<std::string_view> outlets;
  for (const StoryMember& member : parts.copies)
    outlets.insert(result.articles[member.article].outlet);
  outlets.erase("");
  parts.outlets = outlets.size();
  return parts;
}

std::string OutletOf(const ArticleRecord& article) {
  const std::string outlet = Harmless(article.outlet);
  return outlet.empty() ? "?" : outlet;
}

std::string NameOf(const ArticleRecord& article) {
  return Harmless(article.outlet.empty() ? article.id : article.outlet);
}

std::string TitleOf(const Result& result, const Story& story) {
  std::string title = Harmless(result.articles[story.origin].title);
  for (const StoryMember& member : story.members) {
    if (!title.empty()) break;
    if (member.relation != Relation::kRoundup)
      title = Harmless(result.articles[member.article].title);
  }
  return title.empty() ? kNoTitle : title;
}

std::string TitleOf(const Result& result, const Series& series) {
  for (const SeriesMember& member : series.members) {
    const std::string title = Harmless(result.articles[member.article].title);
    if (!title.empty()) return title;
  }
  return kNoTitle;
}

std::string SpanText(const std::optional<TimeInterval>& first,
                     const std::optional<TimeInterval>& last, int utc_offset_minutes) {
  if (!first || !last) return "no dates";
  const std::string from = TimeText(*first, utc_offset_minutes);
  const std::string to = TimeText(*last, utc_offset_minutes);
  if (from == to) return from;
  const std::string gap = GapSeconds(*first, *last) == 0 ? "" : GapText(*first, *last);
  return absl::StrCat(from, " to ", to, gap.empty() ? "" : " (" + gap + ")");
}

std::string OriginText(const Result& result, const Story& story) {
  const std::string name = NameOf(result.articles[story.origin]);
  if (story.origin_confidence <= 0)
    return "origin unknown; shown first, as earliest or fullest seen: " + name;
  std::string text = absl::StrFormat("origin %s, confidence %.2f", name, story.origin_confidence);
  if (!story.origin_reasons.empty()) text += ": " + Sentences(story.origin_reasons);
  return text;
}

std::string RelationText(const Story& story, const StoryMember& member) {
  if (member.of) {
    const bool doubtful =
        member.relation != Relation::kRoundup && member.probability < kSureProbability;
    return std::string(RelationName(member.relation)) + (doubtful ? "?" : "");
  }
  if (story.origin_confidence <= 0) return "first shown";
  return story.origin_confidence < kSureOrigin ? "origin?" : "origin";
}

std::string LagOf(const Result& result, const Story& story, const StoryMember& member) {
  if (!member.of) return "";
  return LagText(result.articles[story.origin].published_at,
                 result.articles[member.article].published_at);
}

std::vector<const StoryMember*> DoubtfulOf(const StoryParts& parts) {
  std::vector<const StoryMember*> doubtful;
  for (const StoryMember& member : parts.copies) {
    if (member.of && member.probability < kSureProbability) doubtful.push_back(&member);
  }
  return doubtful;
}

std::string DoubtText(const Result& result, const StoryParts& parts, size_t limit) {
  const std::vector<const StoryMember*> doubtful = DoubtfulOf(parts);
  if (doubtful.empty()) return "";
  std::vector<std::string> named;
  for (const StoryMember* member : doubtful) {
    if (named.size() == limit) break;
    const ArticleRecord& article = result.articles[member->article];
    named.push_back(absl::StrCat(
        Harmless(article.id),
        article.outlet.empty() ? "" : absl::StrCat(" (", Harmless(article.outlet), ")"), " ",
        ProbabilityText(member->probability)));
  }
  std::string text =
      "doubtful, with the probability that it belongs here: " + absl::StrJoin(named, ", ");
  if (doubtful.size() > limit) text += absl::StrCat(" and ", doubtful.size() - limit, " more");
  return text;
}

std::string DescentText(const StoryMember& member) {
  if (!member.of || member.relation == Relation::kRoundup) return "";
  if (member.of_confidence <= 0 && member.of_reasons.empty())
    return "nothing tells whom it was copied from";
  const std::string why = Sentences(member.of_reasons);
  if (member.of_confidence <= 0) return why + " (unsure)";
  return absl::StrCat(why, why.empty() ? "confidence " : " (",
                      absl::StrFormat("%.2f", member.of_confidence), why.empty() ? "" : ")");
}

std::string Sentences(std::span<const std::string> words) {
  return Harmless(absl::StrJoin(words, "; "));
}

}  // namespace wirecopy
