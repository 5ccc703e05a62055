// `wirecopy learn`: what a corpus teaches, as a file for other runs.
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "cli/background_choice.h"
#include "cli/commands/commands.h"
#include "cli/engine_run.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy::cli {
namespace {

absl::StatusOr<bool> Learn(const Invocation& invocation, EngineRun& run) {
  const auto least_stories = static_cast<uint32_t>(invocation.Integer("min-stories"));
  const std::vector<std::string> files = invocation.Texts("merge");
  if (!invocation.Has("output")) return absl::InvalidArgumentError("learn: -o FILE is missing");
  if (invocation.operands().empty() && files.empty())
    return absl::InvalidArgumentError("learn: no input, and no --merge FILE; nothing to learn");
  std::vector<SavedBackground> parts;
  for (const std::string& file : files) {
    WIRECOPY_ASSIGN_OR_RETURN(SavedBackground part, ReadBackground(file));
    parts.push_back(std::move(part));
  }
  if (!invocation.operands().empty()) {
    WIRECOPY_RETURN_IF_ERROR(run.Read(invocation.operands()));
    WIRECOPY_RETURN_IF_ERROR(run.Learn());
    // Without others to add to nothing is lost by dropping rare entries at once.
    parts.push_back(KeepFrequent(run.detector().background(), parts.empty() ? least_stories : 2));
  }
  const SavedBackground learnt =
      parts.size() == 1 && files.empty() ? parts[0] : MergeBackgrounds(parts, least_stories);
  WIRECOPY_RETURN_IF_ERROR(WriteBackground(invocation.Text("output"), learnt));
  run.console().Say("learnt: " + DescribeBackground(learnt));
  return false;
}

}  // namespace

int RunLearn(const Invocation& invocation) { return RunWithEngine(invocation, Learn); }

}  // namespace wirecopy::cli
