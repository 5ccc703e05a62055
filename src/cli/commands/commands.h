// The subcommands, each in a file of its name. All return an exit status.
#ifndef WIRECOPY_CLI_COMMANDS_COMMANDS_H_
#define WIRECOPY_CLI_COMMANDS_COMMANDS_H_

namespace wirecopy::cli {

class Invocation;

int RunCluster(const Invocation& invocation);
int RunDedup(const Invocation& invocation);
int RunPairs(const Invocation& invocation);
int RunCompare(const Invocation& invocation);
int RunClean(const Invocation& invocation);
int RunLearn(const Invocation& invocation);
int RunEval(const Invocation& invocation);
int RunReport(const Invocation& invocation);
int RunPlan(const Invocation& invocation);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_COMMANDS_COMMANDS_H_
