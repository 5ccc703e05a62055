#include "cli/commands/cluster_report.h"

#include <string>
#include <utility>

#include "cli/commands/evidence_report.h"
#include "cli/commands/run_description.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/report/series_json.h"
#include "wirecopy/report/story_json.h"

namespace wirecopy::cli {
namespace {

// The relation of the run stays, which is known among all pairs.
absl::Status AddReasons(EngineRun& run, Result& result) {
  if (run.options().verify == Verify::kSketch) return absl::OkStatus();  // it aligned none
  for (PairVerdict& pair : result.pairs_in_doubt) {
    WIRECOPY_ASSIGN_OR_RETURN(Verdict verdict, run.detector().Judge(pair.a, pair.b));
    pair.verdict.reasons = std::move(verdict.reasons);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::unique_ptr<ClusterReport>> ClusterReport::Wanted(const Invocation& invocation) {
  const std::string file = invocation.Text("report");
  const std::string folder = invocation.Text("report-dir");
  if (file.empty() && folder.empty()) return nullptr;
  if (!file.empty() && !folder.empty()) {
    return absl::InvalidArgumentError("--report and --report-dir are two forms of one report");
  }
  WIRECOPY_ASSIGN_OR_RETURN(ReportPlace place, ReportPlace::Create(file, folder));
  WIRECOPY_ASSIGN_OR_RETURN(auto spool, FileSpool::Create(SpoolFolderOf(invocation)));
  return std::unique_ptr<ClusterReport>(
      new ClusterReport(invocation, std::move(place), std::move(spool)));
}

EngineRun::ReadOptions ClusterReport::reading() {
  EngineRun::ReadOptions options;
  options.on_article = [this](const ReadArticle& read) -> absl::Status {
    WIRECOPY_ASSIGN_OR_RETURN(const BlobRef ref, spool_->Put(read.article.text));
    texts_.emplace_back(ref);
    return absl::OkStatus();
  };
  return options;
}

absl::Status ClusterReport::Write(EngineRun& run, Result& result) {
  WIRECOPY_RETURN_IF_ERROR(AddReasons(run, result));
  ReportedRun reported;
  reported.result = &result;
  reported.background = &run.detector().background();
  reported.store = spool_.get();
  reported.texts = std::move(texts_);
  reported.append_story = [&result](uint32_t story, std::string* line) {
    AppendStoryLine(result, result.stories[story], line);
    return absl::OkStatus();
  };
  for (const Series& series : result.series) AppendSeriesLine(result, series, &reported.series);
  reported.summary = SummaryOf(invocation_, run, result, {});
  reported.problems = run.account().first_problems();
  reported.problems_not_listed = run.account().more_problems();
  const ReportFlags flags = ReportFlagsOf(invocation_, run.options().threads);
  WIRECOPY_ASSIGN_OR_RETURN(const ReportCounts counts,
                            WriteEvidenceReport(reported, flags, place_));
  TellOfReport(counts, run.console());
  return absl::OkStatus();
}

}  // namespace wirecopy::cli
