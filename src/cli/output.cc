#include "cli/output.h"

#include <utility>

#include "cli/interruption.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy::cli {

absl::StatusOr<Output> Output::Create(const std::string& path) {
  WIRECOPY_ASSIGN_OR_RETURN(auto file, OutputFile::Create(path.empty() ? "-" : path));
  return Output(std::move(file));
}

absl::Status Output::Write(std::string_view bytes) {
  return closed_ ? absl::OkStatus() : Quietly(file_->Write(bytes));
}

absl::Status Output::Commit() {
  if (Interrupted()) return absl::CancelledError("interrupted");
  return closed_ ? absl::OkStatus() : Quietly(file_->Commit());
}

absl::Status Output::Quietly(const absl::Status& status) {
  if (!IsClosedPipe(status)) return status;
  closed_ = true;
  return absl::OkStatus();
}

absl::Status WriteWhole(const std::string& path, std::string_view bytes) {
  WIRECOPY_ASSIGN_OR_RETURN(Output output, Output::Create(path));
  WIRECOPY_RETURN_IF_ERROR(output.Write(bytes));
  return output.Commit();
}

}  // namespace wirecopy::cli
