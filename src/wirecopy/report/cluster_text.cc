#include "wirecopy/report/cluster_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "wirecopy/report/display_text.h"
#include "wirecopy/report/time_text.h"

namespace wirecopy {
namespace {

constexpr int kMinWidth = 60;
constexpr int kMaxOutletWidth = 24;
constexpr int kIndent = 4;
constexpr double kSureProbability = 0.8;  // less is shown with a question mark
constexpr double kSureOrigin = 0.5;
constexpr size_t kRelationCount = static_cast<size_t>(Relation::kUnrelated) + 1;

// "1 story", "3 stories".
std::string Counted(uint64_t count, const char* one, const char* many) {
  return absl::StrCat(count, " ", count == 1 ? one : many);
}

// Never "100 %" or "0 %" of what is not all or nothing.
std::string Percent(double share) {
  if (!std::isfinite(share)) return "?";
  const int rounded = static_cast<int>(std::lround(100 * std::clamp(share, 0.0, 1.0)));
  if (rounded == 0 && share > 0) return "<1";
  return absl::StrCat(rounded == 100 && share < 1 ? 99 : rounded);
}

// To the minute.
bool IsExact(const TimeInterval& interval) { return interval.latest_s - interval.earliest_s < 60; }

// Counts by relation, as "5 exact, 20 reprint".
class RelationTally {
 public:
  void Add(Relation relation) { ++counts_[static_cast<size_t>(relation)]; }
  uint64_t Total() const {
    uint64_t total = 0;
    for (const uint64_t count : counts_) total += count;
    return total;
  }
  std::string Text() const {
    std::vector<std::string> parts;
    for (size_t i = 0; i < kRelationCount; ++i) {
      if (counts_[i] > 0)
        parts.push_back(
            absl::StrFormat("%d %s", counts_[i], RelationName(static_cast<Relation>(i))));
    }
    return absl::StrJoin(parts, ", ");
  }

 private:
  std::array<uint64_t, kRelationCount> counts_ = {};
};

std::string ReasonsText(const std::map<std::string, uint64_t>& reasons) {
  std::vector<std::string> parts;
  for (const auto& [reason, count] : reasons)
    parts.push_back(absl::StrCat(count, " ", Harmless(reason)));
  return absl::StrJoin(parts, ", ");
}

class ClusterText {
 public:
  ClusterText(const Result& result, const ReadingCounts& reading, const ClusterTextOptions& options,
              std::string* out)
      : result_(result), reading_(reading), options_(options), out_(*out) {
    width_ = std::max(options.width_columns, kMinWidth);
  }

  void Append() {
    AppendSummary();
    const size_t shown = Shown(result_.stories.size(), options_.max_stories);
    if (shown > 0) AppendLegend();
    for (size_t i = 0; i < shown; ++i) AppendStory(i);
    AppendFoldedStories(shown);
    if (options_.all) AppendSeries();
  }

 private:
  size_t Shown(size_t count, uint32_t limit) const {
    return options_.all ? count : std::min<size_t>(count, limit);
  }

  std::string Bold(std::string text) const {
    return options_.color ? "\x1b[1m" + std::move(text) + "\x1b[0m" : text;
  }

  void AppendLine(std::string_view line) {
    out_ += CutToWidth(line, width_);
    out_ += '\n';
  }

  void AppendNote(const std::string& note) {
    for (const std::string& line : WrapToWidth(note, width_)) {
      out_ += options_.color ? "\x1b[2m" + line + "\x1b[0m\n" : line + "\n";
    }
  }

  void AppendFact(const char* name, uint64_t count, const std::string& more) {
    AppendLine(absl::StrFormat("%-10s%7d%s%s", name, count, more.empty() ? "" : "   ", more));
  }

  void AppendSummary() {
    const RunCounts& counts = result_.counts;
    RelationTally copies;
    for (const Story& story : result_.stories) {
      for (const StoryMember& member : story.members) {
        if (member.of && member.relation != Relation::kRoundup) copies.Add(member.relation);
      }
    }
    AppendFact("articles", counts.articles, "from " + Counted(counts.outlets, "outlet", "outlets"));
    AppendFact("stories", counts.stories,
               absl::StrCat("of two articles or more, ",
                            Counted(counts.members, "article", "articles"), " in them"));
    AppendFact("reprints", copies.Total(), copies.Text());
    AppendFact("roundups", counts.roundups,
               counts.roundups > 0 ? "listed in each story they contain" : "");
    if (counts.series > 0) AppendFact("series", counts.series, SeriesSize());
    const uint64_t in_stories = counts.members + counts.roundups;
    const uint64_t in_roundups = result_.stories.size() - counts.stories;
    std::vector<std::string> more;
    if (in_roundups > 0) more.push_back(absl::StrCat(in_roundups, " of them in a roundup"));
    if (counts.too_short > 0) {
      more.push_back(absl::StrCat(counts.too_short, " of all articles too short to be grouped"));
    }
    AppendFact("alone", counts.articles - std::min(counts.articles, in_stories),
               absl::StrJoin(more, "; "));
    AppendFact("skipped", reading_.skipped, ReasonsText(reading_.skipped_by_reason));
    if (!reading_.warnings_by_reason.empty()) {
      uint64_t warnings = 0;
      for (const auto& [reason, count] : reading_.warnings_by_reason) warnings += count;
      AppendFact("warnings", warnings, ReasonsText(reading_.warnings_by_reason));
    }
  }

  std::string SeriesSize() const {
    size_t members = 0;
    for (const Series& series : result_.series) members += series.members.size();
    return absl::StrCat("one form each, ", members, " stories or articles in them");
  }

  void AppendLegend() {
    out_ += '\n';
    AppendNote(
        "shared: how much of it stands in the origin (or in the one named) / how much of that "
        "stands in it");
    AppendNote(absl::StrCat("?: unknown or less sure; lags: at least; times in ",
                            ZoneText(options_.utc_offset_minutes),
                            "; ~: of another or an unknown zone"));
  }

  const ArticleRecord& Of(uint32_t article) const { return result_.articles[article]; }

  std::string OutletOf(uint32_t article) const {
    const std::string outlet = Harmless(Of(article).outlet);
    return outlet.empty() ? "?" : outlet;
  }

  // The outlet, or where it is unknown the id.
  std::string NameOf(uint32_t article) const {
    const ArticleRecord& record = Of(article);
    return Harmless(record.outlet.empty() ? record.id : record.outlet);
  }

  std::string TitleOf(const Story& story) const {
    std::string title = Harmless(Of(story.origin).title);
    for (const StoryMember& member : story.members) {
      if (!title.empty()) break;
      if (member.relation != Relation::kRoundup) title = Harmless(Of(member.article).title);
    }
    return title.empty() ? "(no title)" : title;
  }

  std::string TitleOf(const Series& series) const {
    for (const SeriesMember& member : series.members) {
      const std::string title = Harmless(Of(member.article).title);
      if (!title.empty()) return title;
    }
    return "(no title)";
  }

  void AppendStory(size_t index) {
    const Story& story = result_.stories[index];
    const auto first_roundup =
        std::ranges::find(story.members, Relation::kRoundup, &StoryMember::relation);
    const std::span<const StoryMember> copies(story.members.begin(), first_roundup);
    const std::span<const StoryMember> roundups(first_roundup, story.members.end());
    std::set<std::string_view> outlets;
    for (const StoryMember& member : copies) outlets.insert(Of(member.article).outlet);
    outlets.erase("");
    const std::string number = PadLeftToWidth(absl::StrCat(index + 1, "."), kIndent - 1) + " ";
    const std::string size =
        "  " + Counted(copies.size(), "article", "articles") +
        (outlets.empty() ? "" : ", " + Counted(outlets.size(), "outlet", "outlets"));
    const int room = width_ - DisplayWidth(number) - DisplayWidth(size);
    const std::string title = TitleOf(story);
    out_ += "\n" + number + Bold(PadToWidth(CutToWidth(title, room), room)) + size + "\n";
    for (const std::string& line :
         WrapToWidth(SpanText(story) + "; " + OriginText(story), width_ - kIndent)) {
      AppendLine(std::string(kIndent, ' ') + line);
    }
    AppendMembers(story, copies, title, {"more copy", "more copies"});
    AppendMembers(story, roundups, title, {"more roundup", "more roundups"});
  }

  // Of a story or a series.
  std::string SpanText(const auto& found) const {
    if (!found.first_published || !found.last_published) return "no dates";
    const std::string first = TimeText(*found.first_published, options_.utc_offset_minutes);
    const std::string last = TimeText(*found.last_published, options_.utc_offset_minutes);
    if (first == last) return first;
    const int64_t gap = GapSeconds(*found.first_published, *found.last_published);
    if (gap == 0) return absl::StrCat(first, " to ", last);
    const bool exact = IsExact(*found.first_published) && IsExact(*found.last_published);
    return absl::StrCat(first, " to ", last, " (", DurationText(gap), exact ? ")" : " or more)");
  }

  std::string OriginText(const Story& story) const {
    if (story.origin_confidence <= 0)
      return "origin unknown, earliest or fullest seen: " + NameOf(story.origin);
    std::string text = absl::StrFormat("origin %s, confidence %.2f", NameOf(story.origin),
                                       story.origin_confidence);
    if (!story.origin_reasons.empty())
      text += ": " + Harmless(absl::StrJoin(story.origin_reasons, "; "));
    return text;
  }

  void AppendMembers(const Story& story, std::span<const StoryMember> members,
                     const std::string& title, std::pair<const char*, const char*> one_and_many) {
    const std::span<const StoryMember> shown =
        members.first(Shown(members.size(), options_.max_members));
    int outlet_width = 0;
    for (const StoryMember& member : story.members) {
      outlet_width = std::max(outlet_width, DisplayWidth(OutletOf(member.article)));
    }
    outlet_width = std::min({outlet_width, kMaxOutletWidth, width_ / 4});
    for (const StoryMember& member : shown) AppendMember(story, member, title, outlet_width);
    const std::span<const StoryMember> folded = members.subspan(shown.size());
    if (folded.empty()) return;
    RelationTally relations;
    for (const StoryMember& member : folded) relations.Add(member.relation);
    AppendNote(absl::StrCat(std::string(kIndent, ' '), "… and ",
                            Counted(folded.size(), one_and_many.first, one_and_many.second), ": ",
                            relations.Text(), " (", options_.all_hint, ")"));
  }

  void AppendMember(const Story& story, const StoryMember& member, const std::string& title,
                    int outlet_width) {
    const bool is_origin = !member.of;
    std::string relation, lag, shared;
    if (is_origin) {
      relation = story.origin_confidence <= 0 ? "first shown" : "origin";
      if (story.origin_confidence > 0 && story.origin_confidence < kSureOrigin) relation += "?";
    } else {
      relation = absl::StrFormat("%s%s", RelationName(member.relation),
                                 member.probability < kSureProbability ? "?" : "");
      lag = LagText(member.lag_s);
      shared =
          absl::StrFormat("%3s / %3s %%", Percent(member.coverage), Percent(member.coverage_of));
    }
    std::string line(kIndent, ' ');
    line += PadToWidth(CutToWidth(OutletOf(member.article), outlet_width), outlet_width + 2);
    line += PadToWidth(lag, 12) + PadToWidth(relation, 15) + PadToWidth(shared, 13);
    std::string ids = Harmless(Of(member.article).id);
    if (member.of && *member.of != story.origin) ids += " (of " + Harmless(Of(*member.of).id) + ")";
    const std::string own_title = Harmless(Of(member.article).title);
    AppendWithIds(std::move(line), ids, own_title == title ? "" : own_title);
  }

  // Ids are for copying and never cut: where they do not fit they take the next line, and one that
  // is wider still sticks out.
  void AppendWithIds(std::string line, const std::string& ids, const std::string& title) {
    if (DisplayWidth(line) + DisplayWidth(ids) > width_) {
      while (line.ends_with(' ')) line.pop_back();
      AppendLine(line);
      line = std::string(kIndent + 2, ' ');
    }
    line += ids;
    constexpr int kLeastTitle = 4;  // and the two spaces before it
    const bool has_room = DisplayWidth(line) + kLeastTitle <= width_;
    out_ += title.empty() || !has_room ? line : CutToWidth(line + "  " + title, width_);
    out_ += '\n';
  }

  void AppendFoldedStories(size_t shown) {
    if (shown == result_.stories.size()) return;
    uint64_t articles = 0;
    for (size_t i = shown; i < result_.stories.size(); ++i) {
      articles += static_cast<uint64_t>(std::ranges::count_if(
          result_.stories[i].members,
          [](const StoryMember& m) { return m.relation != Relation::kRoundup; }));
    }
    out_ += '\n';
    AppendNote(absl::StrCat(
        "… and ", Counted(result_.stories.size() - shown, "more story", "more stories"), " with ",
        Counted(articles, "article", "articles"), " (", options_.all_hint, ")"));
  }

  // One line each: what it is told by, without its members.
  void AppendSeries() {
    if (result_.series.empty()) return;
    out_ += "\n";
    AppendNote("Series: one form, filled for different events");
    for (const Series& series : result_.series) {
      AppendLine(absl::StrCat(PadLeftToWidth(absl::StrCat(series.members.size()), kIndent + 2),
                              "  ", SpanText(series), "  ", TitleOf(series)));
    }
  }

  const Result& result_;
  const ReadingCounts& reading_;
  const ClusterTextOptions& options_;
  std::string& out_;
  int width_ = kMinWidth;
};

}  // namespace

void AppendClusterText(const Result& result, const ReadingCounts& reading,
                       const ClusterTextOptions& options, std::string* out) {
  ClusterText(result, reading, options, out).Append();
}

}  // namespace wirecopy
