// What --summary says of a run beside its result: command, versions, options in force.
#ifndef WIRECOPY_CLI_COMMANDS_RUN_DESCRIPTION_H_
#define WIRECOPY_CLI_COMMANDS_RUN_DESCRIPTION_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "cli/engine_run.h"
#include "wirecopy/model/result.h"
#include "wirecopy/report/summary_json.h"

namespace wirecopy::cli {

using Outcome = std::vector<std::pair<std::string, uint64_t>>;

// wirecopy.summary/1 of a run.
std::string SummaryOf(const Invocation& invocation, const EngineRun& run, const Result& result,
                      Outcome outcome);

// Writes --summary FILE, where it was asked for.
absl::Status WriteSummary(const Invocation& invocation, EngineRun& run, const Result& result,
                          Outcome outcome);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_COMMANDS_RUN_DESCRIPTION_H_
