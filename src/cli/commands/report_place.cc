#include "cli/commands/report_place.h"

#include <utility>

#include "cli/interruption.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy::cli {
namespace {

constexpr const char* kIndex = "index.html";

}  // namespace

absl::StatusOr<ReportPlace> ReportPlace::Create(const std::string& file,
                                                const std::string& folder) {
  ReportPlace place;
  if (folder.empty()) {
    WIRECOPY_ASSIGN_OR_RETURN(Output output, Output::Create(file));
    place.file_ = std::make_unique<Output>(std::move(output));
  } else {
    WIRECOPY_ASSIGN_OR_RETURN(place.folder_, OutputFolder::Create(folder));
  }
  return place;
}

EvidenceReport::WritePage ReportPlace::page() {
  return [this](std::string_view bytes) {
    return is_folder() ? folder_->Append(kIndex, bytes) : file_->Write(bytes);
  };
}

EvidenceReport::WritePart ReportPlace::part() {
  if (!is_folder()) return {};
  return [this](uint32_t part, std::string_view bytes) {
    return folder_->Write(EvidenceReport::PartName(part), bytes);
  };
}

absl::Status ReportPlace::Commit() {
  if (Interrupted()) return absl::CancelledError("interrupted");
  return is_folder() ? folder_->Commit() : file_->Commit();
}

}  // namespace wirecopy::cli
