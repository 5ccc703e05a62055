#include "cli/commands/run_description.h"

#include "cli/help.h"
#include "cli/output.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy::cli {
namespace {

// Files and folders differ from machine to machine, and how many threads ran changes nothing: left
// out, so that equal input and options give equal bytes.
bool IsOptionOfResult(const Flag& flag) {
  if (flag.name == "background") return false;  // the summary has its fingerprint
  return flag.group == FlagGroup::kDecision || flag.group == FlagGroup::kCandidates ||
         (flag.group == FlagGroup::kInput && flag.kind != FlagKind::kTexts &&
          flag.name != "rejects");
}

OptionValue ValueOf(const Invocation& invocation, const Flag& flag) {
  switch (flag.kind) {
    case FlagKind::kSwitch:
      return invocation.On(flag.name);
    case FlagKind::kInteger:
      return static_cast<int64_t>(invocation.Integer(flag.name));
    case FlagKind::kSize:
      return static_cast<int64_t>(invocation.Size(flag.name));
    case FlagKind::kReal:
      return invocation.Real(flag.name);
    default:
      return invocation.Text(flag.name);
  }
}

}  // namespace

std::string SummaryOf(const Invocation& invocation, const EngineRun& run, const Result& result,
                      Outcome outcome) {
  RunDescription description;
  description.command = invocation.command().name;
  description.versions = Versions();
  for (const Flag* flag : FlagsOf(invocation.command().id)) {
    if (!IsOptionOfResult(*flag)) continue;
    if (flag->name == "min-probability") {
      description.options.emplace_back(flag->name, run.options().min_probability);
    } else if (flag->kind == FlagKind::kSwitch || !invocation.Text(flag->name).empty()) {
      description.options.emplace_back(flag->name, ValueOf(invocation, *flag));
    }
  }
  description.outcome = std::move(outcome);
  std::string json;
  AppendSummary(result, run.counts(), description, &json);
  return json;
}

absl::Status WriteSummary(const Invocation& invocation, EngineRun& run, const Result& result,
                          Outcome outcome) {
  if (run.summary() == nullptr) return absl::OkStatus();
  const std::string json = SummaryOf(invocation, run, result, std::move(outcome));
  WIRECOPY_RETURN_IF_ERROR(run.summary()->Write(json));
  return run.summary()->Commit();
}

}  // namespace wirecopy::cli
