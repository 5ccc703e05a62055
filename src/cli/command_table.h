// The subcommands: what each takes, what it is for, how one calls it.
#ifndef WIRECOPY_CLI_COMMAND_TABLE_H_
#define WIRECOPY_CLI_COMMAND_TABLE_H_

#include <cstddef>
#include <span>
#include <string_view>

#include "cli/flag_table.h"

namespace wirecopy::cli {

class Invocation;

struct Example {
  std::string_view line;
  std::string_view says;
};

struct Command {
  CommandId id;
  std::string_view name;
  std::string_view operands;  // as usage shows them: "INPUT..."
  size_t min_operands;
  size_t max_operands;
  std::string_view summary;      // one line
  std::string_view description;  // one paragraph
  std::span<const Example> examples;
  int (*run)(const Invocation& invocation);  // returns an exit status
};

std::span<const Command> CommandTable();
const Command* FindCommand(std::string_view name);  // null: there is none

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_COMMAND_TABLE_H_
