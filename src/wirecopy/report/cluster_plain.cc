#include "wirecopy/report/cluster_plain.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "wirecopy/report/display_text.h"
#include "wirecopy/report/story_tree.h"
#include "wirecopy/report/story_words.h"
#include "wirecopy/report/time_text.h"

namespace wirecopy {
namespace {

class ClusterPlain {
 public:
  ClusterPlain(const Result& result, const ReadingCounts& reading,
               const ClusterTextOptions& options, std::string* out)
      : result_(result), reading_(reading), options_(options), out_(*out) {}

  void Append() {
    for (const RunFact& fact : RunFacts(result_, reading_)) {
      AppendLine(
          absl::StrCat(fact.name, ": ", fact.count, fact.more.empty() ? "" : ", ", fact.more));
    }
    AppendLine("times: " + ZoneText(options_.utc_offset_minutes) +
               "; ~ before a time: of another or an unknown zone");
    const size_t shown = Shown(result_.stories.size(), options_.max_stories);
    for (size_t i = 0; i < shown; ++i) AppendStory(i);
    if (shown < result_.stories.size()) {
      AppendLine(
          absl::StrCat("\nfolded: ", Counted(result_.stories.size() - shown, "story", "stories"),
                       " (", options_.all_hint, ")"));
    }
    if (options_.all) AppendSeries();
  }

 private:
  size_t Shown(size_t count, uint32_t limit) const {
    return options_.all ? count : std::min<size_t>(count, limit);
  }

  void AppendLine(std::string_view line) {
    out_ += line;
    out_ += '\n';
  }

  void AppendStory(size_t index) {
    const Story& story = result_.stories[index];
    const StoryParts parts = PartsOf(result_, story);
    AppendLine(absl::StrCat("\nstory ", index + 1, " of ", result_.stories.size(), ": ",
                            TitleOf(result_, story)));
    AppendLine("name: " + story.name);
    AppendLine("size: " + parts.SizeText());
    AppendLine("time: " +
               SpanText(story.first_published, story.last_published, options_.utc_offset_minutes));
    AppendLine(OriginText(result_, story));
    if (const std::string doubt = DoubtText(result_, parts, parts.copies.size()); !doubt.empty())
      AppendLine(doubt);
    AppendMembers(story, parts.copies, "copies");
    AppendMembers(story, parts.roundups, "roundups");
  }

  void AppendMembers(const Story& story, std::span<const StoryMember> members, const char* noun) {
    const auto ordered = MembersInOrder(members, options_.tree);
    const size_t shown = Shown(ordered.size(), options_.max_members);
    for (size_t i = 0; i < shown; ++i) AppendMember(story, *ordered[i]);
    if (shown == ordered.size()) return;
    RelationTally relations;
    for (size_t i = shown; i < ordered.size(); ++i) relations.Add(ordered[i]->relation);
    AppendLine(absl::StrCat("folded ", noun, ": ", relations.Text(), " (", options_.all_hint, ")"));
  }

  void AppendMember(const Story& story, const StoryMember& member) {
    const ArticleRecord& article = result_.articles[member.article];
    std::string line =
        absl::StrCat(RelationText(story, member), ": ", Harmless(article.id), ", ",
                     article.outlet.empty() ? "unknown outlet" : Harmless(article.outlet), ", ",
                     DateOf(article));
    if (member.of) {
      const std::string lag = LagOf(result_, story, member);
      absl::StrAppend(&line, ", lag ", lag == "?" ? "unknown" : lag, ", of ",
                      Harmless(result_.articles[*member.of].id), ", ", Percent(member.coverage),
                      " % of it stands there, ", Percent(member.coverage_of),
                      " % of that stands in it, probability ", ProbabilityText(member.probability));
      const std::string why = options_.tree ? DescentText(member) : "";
      if (!why.empty()) absl::StrAppend(&line, ", because: ", why);
    }
    if (!article.title.empty()) absl::StrAppend(&line, ", title: ", Harmless(article.title));
    AppendLine(line);
  }

  std::string DateOf(const ArticleRecord& article) const {
    return article.published_at ? TimeText(*article.published_at, options_.utc_offset_minutes)
                                : "no date";
  }

  void AppendSeries() {
    for (const Series& series : result_.series) {
      AppendLine(
          absl::StrCat("\nseries of ", series.members.size(), ": ", TitleOf(result_, series)));
      AppendLine("time: " + SpanText(series.first_published, series.last_published,
                                     options_.utc_offset_minutes));
    }
  }

  const Result& result_;
  const ReadingCounts& reading_;
  const ClusterTextOptions& options_;
  std::string& out_;
};

}  // namespace

void AppendClusterPlain(const Result& result, const ReadingCounts& reading,
                        const ClusterTextOptions& options, std::string* out) {
  ClusterPlain(result, reading, options, out).Append();
}

}  // namespace wirecopy
