// `wirecopy cluster`: the stories, to read or as JSONL.
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "cli/background_choice.h"
#include "cli/commands/commands.h"
#include "cli/commands/run_description.h"
#include "cli/engine_run.h"
#include "cli/exit_status.h"
#include "cli/output.h"
#include "wirecopy/base/escaping.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/dates.h"
#include "wirecopy/report/cluster_text.h"
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

absl::Status WriteText(const Invocation& invocation, const EngineRun& run, const Result& result,
                       Output& output) {
  ClusterTextOptions options;
  if (const int columns = TerminalColumns(); columns > 0) options.width_columns = columns;
  options.all = invocation.On("all");
  options.color = !invocation.Has("output") && WantsColor(invocation.Text("color"), STDOUT_FILENO);
  options.utc_offset_minutes = OffsetMinutes(invocation.Text("time-zone"));
  std::string text;
  AppendClusterText(result, run.counts(), options, &text);
  return output.Write(text);
}

absl::Status WriteLines(const Result& result, Output& output) {
  std::string line;
  for (const Story& story : result.stories) {
    line.clear();
    AppendStoryLine(result, story, &line);
    WIRECOPY_RETURN_IF_ERROR(output.Write(line));
  }
  return absl::OkStatus();
}

// Articles that are alone, by id.
absl::Status WriteSingletons(const Result& result, bool as_text, Output& output) {
  std::vector<uint32_t> alone;
  for (uint32_t i = 0; i < result.articles.size(); ++i) {
    if (!result.articles[i].story) alone.push_back(i);
  }
  std::sort(alone.begin(), alone.end(),
            [&](uint32_t a, uint32_t b) { return result.articles[a].id < result.articles[b].id; });
  std::string line;
  if (as_text) line = absl::StrFormat("\nAlone in their story: %d\n", alone.size());
  for (uint32_t article : alone) {
    if (as_text) {
      const ArticleRecord& record = result.articles[article];
      absl::StrAppendFormat(&line, "  %s%s%s\n", Printable(record.id),
                            record.title.empty() ? "" : "  ", Printable(record.title));
    } else {
      AppendSingletonLine(result, article, &line);
    }
    WIRECOPY_RETURN_IF_ERROR(output.Write(line));
    line.clear();
  }
  return output.Write(line);
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
  WIRECOPY_RETURN_IF_ERROR(run.Read(invocation.operands()));
  WIRECOPY_ASSIGN_OR_RETURN(const Result result, run.Detect());
  const bool as_text = invocation.Text("format") == "text";
  WIRECOPY_RETURN_IF_ERROR(as_text ? WriteText(invocation, run, result, output)
                                   : WriteLines(result, output));
  if (invocation.On("singletons"))
    WIRECOPY_RETURN_IF_ERROR(WriteSingletons(result, as_text, output));
  if (series) WIRECOPY_RETURN_IF_ERROR(WriteSeries(result, *series));
  WIRECOPY_RETURN_IF_ERROR(output.Commit());
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
