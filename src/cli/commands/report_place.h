// Where an evidence report goes: one file (--report FILE, `report -o FILE`) or a folder
// (--report-dir DIR). Either appears whole or not at all.
//
//   WIRECOPY_ASSIGN_OR_RETURN(ReportPlace place, ReportPlace::Create(file, folder));
//   EvidenceReport report(options, place.page(), place.part());
//   WIRECOPY_RETURN_IF_ERROR(place.Commit());
#ifndef WIRECOPY_CLI_COMMANDS_REPORT_PLACE_H_
#define WIRECOPY_CLI_COMMANDS_REPORT_PLACE_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cli/output.h"
#include "wirecopy/corpus/output_folder.h"
#include "wirecopy/report/evidence_report.h"

namespace wirecopy::cli {

class ReportPlace {
 public:
  // `folder` empty: a file.
  static absl::StatusOr<ReportPlace> Create(const std::string& file, const std::string& folder);

  // Lifetime: the place must stay where it is and outlive them.
  EvidenceReport::WritePage page();
  EvidenceReport::WritePart part();
  bool is_folder() const { return folder_ != nullptr; }
  absl::Status Commit();

 private:
  ReportPlace() = default;

  std::unique_ptr<Output> file_;  // null: a folder
  std::unique_ptr<OutputFolder> folder_;
};

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_COMMANDS_REPORT_PLACE_H_
