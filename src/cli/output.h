// Where a command's data goes: stdout, or a file that appears whole or not at all
// (corpus/output_file.h). A reader of stdout that went away (`| head`) ends the writing quietly.
//
//   WIRECOPY_ASSIGN_OR_RETURN(Output output, Output::Create(invocation.Text("output")));
//   WIRECOPY_RETURN_IF_ERROR(output.Write(line));
//   WIRECOPY_RETURN_IF_ERROR(output.Commit());
#ifndef WIRECOPY_CLI_OUTPUT_H_
#define WIRECOPY_CLI_OUTPUT_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "wirecopy/corpus/output_file.h"

namespace wirecopy::cli {

class Output {
 public:
  // `path` empty or "-": stdout.
  static absl::StatusOr<Output> Create(const std::string& path);

  absl::Status Write(std::string_view bytes);
  // Cancelled, with nothing left of a file, where the process was interrupted.
  absl::Status Commit();
  // Whether the reader went away; what is written then is dropped.
  bool closed() const { return closed_; }

 private:
  explicit Output(std::unique_ptr<OutputFile> file) : file_(std::move(file)) {}
  absl::Status Quietly(const absl::Status& status);

  std::unique_ptr<OutputFile> file_;
  bool closed_ = false;
};

// All of an output at once.
absl::Status WriteWhole(const std::string& path, std::string_view bytes);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_OUTPUT_H_
