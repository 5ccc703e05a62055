// SIGHUP (the terminal was closed), SIGINT and SIGTERM as a flag that long work looks at. The first
// signal asks for an orderly end (temporary outputs are removed, exit 129, 130 or 143); a second
// one of its kind ends the process at once.
#ifndef WIRECOPY_CLI_INTERRUPTION_H_
#define WIRECOPY_CLI_INTERRUPTION_H_

#include <atomic>

namespace wirecopy::cli {

// Also ignores SIGPIPE and SIGXFSZ, so that a closed pipe or a file beyond the shell's limit is an
// error of write().
void InstallSignalHandlers();

const std::atomic<bool>& Interrupted();

// 128 + the signal. REQUIRES: Interrupted().
int InterruptedExitStatus();

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_INTERRUPTION_H_
