// The evidence report of `cluster`: keeps the articles' texts as they are read, and shows the
// result with them.
//
//   WIRECOPY_ASSIGN_OR_RETURN(auto report, ClusterReport::Wanted(invocation));   // null: not asked
//   for WIRECOPY_RETURN_IF_ERROR(run.Read(inputs, report->reading()));
//   WIRECOPY_RETURN_IF_ERROR(report->Write(run, result));
#ifndef WIRECOPY_CLI_COMMANDS_CLUSTER_REPORT_H_
#define WIRECOPY_CLI_COMMANDS_CLUSTER_REPORT_H_

#include <memory>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cli/command_line.h"
#include "cli/commands/report_place.h"
#include "cli/engine_run.h"
#include "wirecopy/corpus/file_spool.h"
#include "wirecopy/model/result.h"

namespace wirecopy::cli {

class ClusterReport {
 public:
  // What --report or --report-dir asks for; null: neither was given. `invocation` must outlive it.
  static absl::StatusOr<std::unique_ptr<ClusterReport>> Wanted(const Invocation& invocation);

  // Keeps what is read in a temporary file.
  EngineRun::ReadOptions reading();
  // Gives the result's pairs in doubt their reasons, too.
  absl::Status Write(EngineRun& run, Result& result);

 private:
  ClusterReport(const Invocation& invocation, ReportPlace place, std::unique_ptr<FileSpool> spool)
      : invocation_(invocation), place_(std::move(place)), spool_(std::move(spool)) {}

  const Invocation& invocation_;
  ReportPlace place_;
  std::unique_ptr<FileSpool> spool_;
  std::vector<std::optional<BlobRef>> texts_;  // by article
};

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_COMMANDS_CLUSTER_REPORT_H_
