// `wirecopy cluster`: the stories, to read, as Markdown, as JSONL or as a table.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "cli/background_choice.h"
#include "cli/commands/cluster_report.h"
#include "cli/commands/commands.h"
#include "cli/commands/run_description.h"
#include "cli/engine_run.h"
#include "cli/exit_status.h"
#include "cli/output.h"
#include "cli/report_view.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/dates.h"
#include "wirecopy/report/cluster_csv.h"
#include "wirecopy/report/cluster_markdown.h"
#include "wirecopy/report/cluster_plain.h"
#include "wirecopy/report/cluster_text.h"
#include "wirecopy/report/display_text.h"
#include "wirecopy/report/markdown_text.h"
#include "wirecopy/report/series_json.h"
#include "wirecopy/report/story_json.h"

namespace wirecopy::cli {
namespace {

// The offset the times of the report are shown in: that of --time-zone where it has only one.
int OffsetMinutes(const std::string& zone_name) {
  const absl::StatusOr<absl::TimeZone> zone = ParseTimeZone(zone_name);
  if (zone_name.empty() || !zone.ok()) return 0;
  return zone->At(absl::UnixEpoch()).offset / 60;
}

// Articles that are alone, by id.
std::vector<uint32_t> AloneById(const Result& result) {
  std::vector<uint32_t> alone;
  for (uint32_t i = 0; i < result.articles.size(); ++i) {
    if (!result.articles[i].story) alone.push_back(i);
  }
  std::sort(alone.begin(), alone.end(),
            [&](uint32_t a, uint32_t b) { return result.articles[a].id < result.articles[b].id; });
  return alone;
}

void AppendAlone(const Result& result, bool is_markdown, std::string* text) {
  const std::vector<uint32_t> alone = AloneById(result);
  absl::StrAppendFormat(text, "\n%sAlone in their story: %d\n%s", is_markdown ? "## " : "",
                        alone.size(), is_markdown ? "\n" : "");
  for (const uint32_t article : alone) {
    const ArticleRecord& record = result.articles[article];
    *text += is_markdown ? "- " + MarkdownCode(record.id) : "  " + Harmless(record.id);
    const std::string title = is_markdown ? MarkdownText(record.title) : Harmless(record.title);
    if (!title.empty()) *text += (is_markdown ? ": " : "  ") + title;
    *text += '\n';
  }
}

// To read: as columns, line by line, or as Markdown.
absl::Status WriteReport(const Invocation& invocation, const EngineRun& run, const Result& result,
                         Output& output) {
  ClusterTextOptions options;
  options.width_columns = WidthOf(invocation);
  options.all = invocation.On("all");
  options.tree = invocation.On("tree");
  options.style = StyleOf(invocation);
  options.utc_offset_minutes = OffsetMinutes(invocation.Text("time-zone"));
  const bool is_markdown = invocation.Text("format") == "md";
  const auto append = is_markdown              ? AppendClusterMarkdown
                      : invocation.On("plain") ? AppendClusterPlain
                                               : AppendClusterText;
  std::string text;
  append(result, run.counts(), options, &text);
  if (invocation.On("singletons")) AppendAlone(result, is_markdown, &text);
  return output.Write(text);
}

// One story after the other, for programs.
absl::Status WriteStories(const Invocation& invocation, const Result& result, Output& output) {
  const bool is_table = invocation.Text("format") == "csv";
  const auto append = is_table ? AppendStoryRows : AppendStoryLine;
  std::string lines;
  if (is_table) AppendCsvHeader(&lines);
  for (const Story& story : result.stories) {
    append(result, story, &lines);
    WIRECOPY_RETURN_IF_ERROR(output.Write(lines));
    lines.clear();
  }
  if (invocation.On("singletons")) {
    for (const uint32_t article : AloneById(result)) {
      append(result, StoryOfOne(result, article), &lines);
      WIRECOPY_RETURN_IF_ERROR(output.Write(lines));
      lines.clear();
    }
  }
  return output.Write(lines);
}

absl::Status WriteSeries(const Result& result, Output& output) {
  std::string line;
  for (const Series& series : result.series) {
    line.clear();
    AppendSeriesLine(result, series, &line);
    WIRECOPY_RETURN_IF_ERROR(output.Write(line));
  }
  return output.Commit();
}

absl::StatusOr<bool> Cluster(const Invocation& invocation, EngineRun& run) {
  if (invocation.Has("save-background") && run.options().verify == Verify::kSketch)
    return absl::InvalidArgumentError(
        "--verify sketch learns nothing --save-background could write");
  WIRECOPY_ASSIGN_OR_RETURN(Output output, Output::Create(invocation.Text("output")));
  std::optional<Output> series;
  if (invocation.Has("series")) {
    WIRECOPY_ASSIGN_OR_RETURN(series, Output::Create(invocation.Text("series")));
  }
  WIRECOPY_ASSIGN_OR_RETURN(std::unique_ptr<ClusterReport> report,
                            ClusterReport::Wanted(invocation));
  WIRECOPY_RETURN_IF_ERROR(
      run.Read(invocation.operands(), report ? report->reading() : EngineRun::ReadOptions()));
  WIRECOPY_ASSIGN_OR_RETURN(Result result, run.Detect());
  const std::string format = invocation.Text("format");
  const bool is_to_read = format == "text" || format == "md";
  WIRECOPY_RETURN_IF_ERROR(is_to_read ? WriteReport(invocation, run, result, output)
                                      : WriteStories(invocation, result, output));
  if (series) WIRECOPY_RETURN_IF_ERROR(WriteSeries(result, *series));
  WIRECOPY_RETURN_IF_ERROR(output.Commit());
  if (report) WIRECOPY_RETURN_IF_ERROR(report->Write(run, result));
  if (invocation.Has("save-background")) {
    const SavedBackground learnt = KeepFrequent(run.detector().background(), 2);
    WIRECOPY_RETURN_IF_ERROR(WriteBackground(invocation.Text("save-background"), learnt));
    run.console().Say("learnt: " + DescribeBackground(learnt));
  }
  WIRECOPY_RETURN_IF_ERROR(WriteSummary(invocation, run, result, {}));
  return !result.stories.empty();
}

}  // namespace

int RunCluster(const Invocation& invocation) { return RunWithEngine(invocation, Cluster); }

}  // namespace wirecopy::cli
