// Help texts, made from the tables of commands and flags.
#ifndef WIRECOPY_CLI_HELP_H_
#define WIRECOPY_CLI_HELP_H_

#include <string>
#include <utility>
#include <vector>

#include "cli/command_table.h"

namespace wirecopy::cli {

// Of the whole: examples first, then the commands and what the exit status means.
std::string GeneralHelp();

// Of one command: examples first, then its flags by group.
std::string CommandHelp(const Command& command);

// wirecopy's version and those of what it rests on: {"wirecopy", "0.1.0"}, {"unicode", "15.0"}, ...
std::vector<std::pair<std::string, std::string>> Versions();
std::string VersionText();

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_HELP_H_
