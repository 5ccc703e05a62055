// Writes the evidence report of a result whose articles' texts wait in a blob store: for `cluster
// --report` and `report`.
#ifndef WIRECOPY_CLI_COMMANDS_EVIDENCE_REPORT_H_
#define WIRECOPY_CLI_COMMANDS_EVIDENCE_REPORT_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cli/command_line.h"
#include "cli/commands/report_place.h"
#include "cli/console.h"
#include "wirecopy/model/background.h"
#include "wirecopy/model/blob_store.h"
#include "wirecopy/model/reading.h"
#include "wirecopy/model/result.h"

namespace wirecopy::cli {

// What a report shows.
struct ReportedRun {
  const Result* result = nullptr;             // pairs_in_doubt with their reasons
  const Background* background = nullptr;     // that tells furniture and aligns
  const BlobStore* store = nullptr;           // of the original texts
  std::vector<std::optional<BlobRef>> texts;  // by article; empty: not there
  // Appends the line of a story, by its index.
  std::function<absl::Status(uint32_t story, std::string* line)> append_story;
  std::string series;   // lines
  std::string summary;  // wirecopy.summary/1; empty: not known
  std::vector<RecordProblem> problems;
  uint64_t problems_not_listed = 0;
};

struct ReportFlags {
  unsigned threads = 1;
  uint64_t max_bytes = 0;  // 0: no limit
};

struct ReportCounts {
  uint64_t texts_kept = 0;
  uint64_t texts_left_out = 0;  // for size
  uint64_t texts_missing = 0;
};

// --report-size, where the report is one file. `threads`: 0 is all there are.
ReportFlags ReportFlagsOf(const Invocation& invocation, unsigned threads);

// Says what of the texts the report does not hold.
void TellOfReport(const ReportCounts& counts, Console& console);

// Commits the place.
absl::StatusOr<ReportCounts> WriteEvidenceReport(const ReportedRun& run, const ReportFlags& flags,
                                                 ReportPlace& place);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_COMMANDS_EVIDENCE_REPORT_H_
