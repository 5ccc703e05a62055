// The command `wirecopy`: finds the subcommand, parses its words, runs it.
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_format.h"
#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/help.h"
#include "cli/interruption.h"
#include "cli/output.h"
#include "cli/output_places.h"
#include "cli/standard_streams.h"
#include "cli/suggestion.h"

namespace wirecopy::cli {
namespace {

int Print(std::string_view text) {
  const absl::Status status = WriteWhole("-", text);
  if (status.ok()) return kDone;
  Console(false).Say(status.message());
  return kNotCompleted;
}

int WrongUsage(std::string_view message, std::string_view help) {
  Console(false).Say(absl::StrFormat("%s (see `%s`)", message, help));
  return kNotCompleted;
}

int UnknownCommand(std::string_view word) {
  if (word.starts_with("-") && word.size() > 1) {
    return WrongUsage(
        absl::StrFormat("%s before the command; options follow it: wirecopy COMMAND %s", word,
                        word),
        "wirecopy --help");
  }
  std::vector<std::string_view> names;
  for (const Command& command : CommandTable()) names.push_back(command.name);
  const std::string_view meant = Nearest(word, names);
  const std::string hint = meant.empty() ? "" : absl::StrFormat("; did you mean %s?", meant);
  return WrongUsage(absl::StrFormat("unknown command \"%s\"%s", word, hint), "wirecopy --help");
}

int RunCommand(const Command& command, const std::vector<std::string>& words) {
  absl::StatusOr<Invocation> invocation =
      ParseCommandLine(command, words, [](const char* name) { return std::getenv(name); });
  if (!invocation.ok()) {
    return WrongUsage(absl::StrFormat("%s: %s", command.name, invocation.status().message()),
                      absl::StrFormat("wirecopy %s --help", command.name));
  }
  if (invocation->On("help")) return Print(CommandHelp(command));
  if (const absl::Status outputs = CheckOutputs(*invocation); !outputs.ok()) {
    return WrongUsage(absl::StrFormat("%s: %s", command.name, outputs.message()),
                      absl::StrFormat("wirecopy %s --help", command.name));
  }
  if (WritesToStdout(*invocation)) {
    if (const absl::Status open = Output::Create("-").status(); !open.ok()) {
      Console(false).Say(open.message());
      return kNotCompleted;
    }
  }
  const int status = command.run(*invocation);
  // A signal that came when all was done changes nothing.
  return Interrupted() && status == kNotCompleted ? InterruptedExitStatus() : status;
}

int Run(std::vector<std::string> words) {
  if (words.empty())
    return WrongUsage("no command given; try `wirecopy cluster FILE`", "wirecopy --help");
  if (words[0] == "help" && words.size() > 1) words = {words[1], "--help"};
  const std::string& first = words[0];
  if (first == "--help" || first == "-h" || first == "help") return Print(GeneralHelp());
  if (first == "--version" || first == "-V") return Print(VersionText());
  const Command* command = FindCommand(first);
  if (command == nullptr) return UnknownCommand(first);
  return RunCommand(*command, {std::next(words.begin()), words.end()});
}

}  // namespace
}  // namespace wirecopy::cli

int main(int argc, char** argv) {
  wirecopy::cli::HoldStandardStreams();
  wirecopy::cli::InstallSignalHandlers();
  return wirecopy::cli::Run({argv + 1, argv + argc});
}
