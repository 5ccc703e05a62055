#include "wirecopy/report/cluster_markdown.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "wirecopy/report/markdown_text.h"
#include "wirecopy/report/story_tree.h"
#include "wirecopy/report/story_words.h"
#include "wirecopy/report/time_text.h"

namespace wirecopy {
namespace {

class ClusterMarkdown {
 public:
  ClusterMarkdown(const Result& result, const ReadingCounts& reading,
                  const ClusterTextOptions& options, std::string* out)
      : result_(result), reading_(reading), options_(options), out_(*out) {}

  void Append() {
    AppendSummary();
    const size_t shown = Shown(result_.stories.size(), options_.max_stories);
    for (size_t i = 0; i < shown; ++i) AppendStory(i);
    if (shown < result_.stories.size()) {
      AppendLine(absl::StrCat("\n… and ",
                              Counted(result_.stories.size() - shown, "more story", "more stories"),
                              " (`", options_.all_hint, "`)"));
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

  // Cells are Markdown already.
  void AppendCells(const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) absl::StrAppend(&out_, "| ", cell, " ");
    out_ += "|\n";
  }

  void AppendSummary() {
    AppendLine("# Reprints found by wirecopy\n");
    AppendLine(absl::StrCat("Read ", Counted(reading_.records, "record", "records"), " from ",
                            Counted(reading_.files, "file", "files"), ": ", reading_.kept,
                            " kept, ", reading_.skipped, " skipped.\n"));
    AppendCells({"what", "count", "of which"});
    AppendLine("| --- | ---: | --- |");
    for (const RunFact& fact : RunFacts(result_, reading_))
      AppendCells({fact.name, absl::StrCat(fact.count), MarkdownText(fact.more)});
    AppendLine(absl::StrCat(
        "\nTimes in ", MarkdownText(ZoneText(options_.utc_offset_minutes)),
        "; \\~: of another or an unknown zone. Lags after the origin: at least, or \\~ about. "
        "Shared: how much of it stands in the origin, or in the one it is of / how much of that "
        "stands in it. ?: unknown or less sure."));
  }

  void AppendStory(size_t index) {
    const Story& story = result_.stories[index];
    const StoryParts parts = PartsOf(result_, story);
    AppendLine(absl::StrCat("\n## ", index + 1, ". ", MarkdownText(TitleOf(result_, story)), "\n"));
    AppendLine("- " + parts.SizeText() + "; story " + MarkdownCode(story.name));
    AppendLine("- time: " + MarkdownText(SpanText(story.first_published, story.last_published,
                                                  options_.utc_offset_minutes)));
    AppendLine("- " + MarkdownText(OriginText(result_, story)));
    if (const std::string& url = result_.articles[story.origin].url; !url.empty())
      AppendLine("- its address: " + MarkdownCode(url));
    if (const std::string doubt =
            DoubtText(result_, parts, options_.all ? parts.copies.size() : options_.max_members);
        !doubt.empty()) {
      AppendLine("- " + MarkdownText(doubt));
    }
    out_ += '\n';
    AppendMembers(story, parts);
  }

  void AppendMembers(const Story& story, const StoryParts& parts) {
    std::vector<std::string> head = {"relation", "outlet", "published", "lag",
                                     "shared",   "id",     "of",        "title"};
    if (options_.tree) head.push_back("copied because");
    AppendCells(head);
    for (size_t i = 0; i < head.size(); ++i) out_ += i == 4 ? "| ---: " : "| --- ";
    out_ += "|\n";
    AppendRows(story, parts.copies);
    AppendRows(story, parts.roundups);
    AppendFolded(parts.copies, "copy", "copies");
    AppendFolded(parts.roundups, "roundup", "roundups");
  }

  void AppendRows(const Story& story, std::span<const StoryMember> members) {
    auto ordered = MembersInOrder(members, options_.tree);
    ordered.resize(Shown(ordered.size(), options_.max_members));
    for (const StoryMember* member : ordered) AppendMember(story, *member);
  }

  void AppendMember(const Story& story, const StoryMember& member) {
    const ArticleRecord& article = result_.articles[member.article];
    std::string date =
        article.published_at ? TimeText(*article.published_at, options_.utc_offset_minutes) : "?";
    std::vector<std::string> cells = {
        RelationText(story, member),
        MarkdownText(OutletOf(article)),
        MarkdownText(date),
        MarkdownText(LagOf(result_, story, member)),
        member.of ? MarkdownText(absl::StrCat(Percent(member.coverage), " / ",
                                              Percent(member.coverage_of), " %"))
                  : "",
        MarkdownCode(article.id),
        member.of && *member.of != story.origin ? MarkdownCode(result_.articles[*member.of].id)
                                                : "",
        MarkdownText(article.title)};
    if (options_.tree) cells.push_back(MarkdownText(DescentText(member)));
    AppendCells(cells);
  }

  void AppendFolded(std::span<const StoryMember> members, const char* one, const char* many) {
    const auto ordered = MembersInOrder(members, options_.tree);
    const auto folded = std::span(ordered).subspan(Shown(ordered.size(), options_.max_members));
    if (folded.empty()) return;
    RelationTally relations;
    for (const StoryMember* member : folded) relations.Add(member->relation);
    AppendLine(absl::StrCat("\n… and ", folded.size(), " more ", folded.size() == 1 ? one : many,
                            ": ", relations.Text(), " (`", options_.all_hint, "`)"));
  }

  void AppendSeries() {
    if (result_.series.empty()) return;
    AppendLine("\n## Series: one form, filled for different events\n");
    for (const Series& series : result_.series) {
      AppendLine(absl::StrCat("- ", series.members.size(), ": ",
                              MarkdownText(TitleOf(result_, series)), ", ",
                              MarkdownText(SpanText(series.first_published, series.last_published,
                                                    options_.utc_offset_minutes))));
    }
  }

  const Result& result_;
  const ReadingCounts& reading_;
  const ClusterTextOptions& options_;
  std::string& out_;
};

}  // namespace

void AppendClusterMarkdown(const Result& result, const ReadingCounts& reading,
                           const ClusterTextOptions& options, std::string* out) {
  ClusterMarkdown(result, reading, options, out).Append();
}

}  // namespace wirecopy
