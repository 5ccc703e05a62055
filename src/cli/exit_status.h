// What the command's exit status says; a contract with scripts.
#ifndef WIRECOPY_CLI_EXIT_STATUS_H_
#define WIRECOPY_CLI_EXIT_STATUS_H_

namespace wirecopy::cli {

enum ExitStatus : int {
  kDone = 0,
  kFoundReprints = 1,   // only with --exit-code
  kNotCompleted = 2,    // usage, an input that cannot be read, output failed
  kSkippedRecords = 3,  // completed, but records or found files were skipped; wins over
                        // kFoundReprints
  kHungUp = 129,        // SIGHUP
  kInterrupted = 130,   // SIGINT
  kTerminated = 143,    // SIGTERM
};

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_EXIT_STATUS_H_
