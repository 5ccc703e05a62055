// Where a run writes, looked at before any work: no two outputs in one place, none over an input.
//
//   if (const absl::Status status = CheckOutputs(invocation); !status.ok()) ...
//
// Threads: free functions that ask the file system.
#ifndef WIRECOPY_CLI_OUTPUT_PLACES_H_
#define WIRECOPY_CLI_OUTPUT_PLACES_H_

#include "absl/status/status.h"
#include "cli/command_line.h"

namespace wirecopy::cli {

// Whether data of the run, not only words, goes to stdout.
bool WritesToStdout(const Invocation& invocation);

// InvalidArgument where two outputs are one place (by whatever spelling or link, existing or not;
// stdout is a place too), or where one would replace a file that the run reads, found in a folder
// or named. The null device is no place.
absl::Status CheckOutputs(const Invocation& invocation);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_OUTPUT_PLACES_H_
