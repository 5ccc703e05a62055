#include "cli/help.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "cli/flag_value.h"
#include "wirecopy/base/string_bridge.h"

namespace wirecopy::cli {
namespace {

constexpr size_t kWidth = 100;
constexpr size_t kHelpColumn = 33;
constexpr FlagGroup kGroups[] = {FlagGroup::kOutput, FlagGroup::kInput, FlagGroup::kDecision,
                                 FlagGroup::kCandidates, FlagGroup::kRun};

constexpr Example kGeneralExamples[] = {
    {"wirecopy cluster crawl/", "which articles are one report: a summary, then story by story"},
    {"wirecopy cluster pages.jsonl.zst -f jsonl -o stories.jsonl", "the same for programs"},
    {"wirecopy dedup pages.jsonl.zst --against october.jsonl.zst > kept.jsonl", "each story once"},
    {"wirecopy compare a.txt b.txt", "are these two one report, and on what evidence"},
};

constexpr std::string_view kExitStatus =
    "Exit status:\n"
    "  0  done\n"
    "  1  reprints were found (only with --exit-code)\n"
    "  2  not completed: wrong usage, an input that cannot be read, or the output failed\n"
    "  3  completed, but records, or files found in a folder, were skipped; stderr names them\n"
    "  129, 130, 143  ended by SIGHUP, SIGINT or SIGTERM; an output that is there is complete\n";

// `text` broken at spaces into lines of at most `width`, all but the first indented.
std::string Wrapped(std::string_view text, size_t indent, size_t width) {
  std::string wrapped;
  size_t column = indent;
  for (const absl::string_view word : absl::StrSplit(ToAbsl(text), ' ')) {
    if (column > indent && column + 1 + word.size() > width) {
      wrapped += '\n';
      wrapped.append(indent, ' ');
      column = indent;
    } else if (column > indent) {
      wrapped += ' ';
      ++column;
    }
    wrapped += ToStd(word);
    column += word.size();
  }
  return wrapped;
}

std::string ExampleLines(std::span<const Example> examples) {
  std::string lines = "Examples:\n";
  for (const Example& example : examples) {
    absl::StrAppendFormat(&lines, "  %s\n      %s\n", example.line, example.says);
  }
  return lines;
}

std::string FlagHead(const Flag& flag) {
  std::string head = flag.letter ? absl::StrFormat("  -%c, --%s", flag.letter, flag.name)
                                 : absl::StrFormat("      --%s", flag.name);
  const std::string_view value = ValueName(flag);
  const bool list = flag.kind == FlagKind::kChoices;
  if (!value.empty()) absl::StrAppendFormat(&head, " %s", list ? std::string_view("LIST") : value);
  return head;
}

std::string FlagSays(const Flag& flag) {
  std::string says(flag.help);
  if (flag.kind == FlagKind::kChoices)
    absl::StrAppendFormat(&says, "; of %s", absl::StrCat(ToAbsl(flag.choices)));
  if (!flag.default_value.empty())
    absl::StrAppendFormat(&says, " [default: %s]", flag.default_value);
  if (!flag.environment.empty()) absl::StrAppendFormat(&says, " [env: %s]", flag.environment);
  return says;
}

std::string FlagLines(const Flag& flag) {
  std::string line = FlagHead(flag);
  if (line.size() + 2 > kHelpColumn) {
    line += '\n';
    line.append(kHelpColumn, ' ');
  } else {
    line.resize(kHelpColumn, ' ');
  }
  return line + Wrapped(FlagSays(flag), kHelpColumn, kWidth) + "\n";
}

std::string GroupLines(CommandId command, FlagGroup group) {
  std::string lines;
  for (const Flag* flag : FlagsOf(command)) {
    if (flag->group == group) lines += FlagLines(*flag);
  }
  return lines.empty() ? lines : absl::StrFormat("\n%s:\n%s", FlagGroupTitle(group), lines);
}

}  // namespace

std::string GeneralHelp() {
  std::string help =
      "wirecopy finds reprints across news sources: which articles are the same report, who "
      "carried it\n"
      "first, who copied, cut or quoted it, and on what evidence.\n\n";
  help += ExampleLines(kGeneralExamples);
  help += "\nCommands:\n";
  for (const Command& command : CommandTable())
    absl::StrAppendFormat(&help, "  %-9s%s\n", command.name, command.summary);
  help +=
      "\nOptions:\n  -h, --help     print this and exit; `wirecopy COMMAND --help` for one "
      "command\n"
      "  -V, --version  print the versions of wirecopy and of what it rests on\n\n";
  return help + std::string(kExitStatus);
}

std::string CommandHelp(const Command& command) {
  std::string help = absl::StrFormat("wirecopy %s: %s\n\n", command.name, command.summary);
  help += ExampleLines(command.examples);
  const std::string operands =
      command.operands.empty() ? "" : absl::StrFormat(" %s", command.operands);
  absl::StrAppendFormat(&help, "\nUsage: wirecopy %s [OPTIONS]%s\n\n%s\n", command.name, operands,
                        Wrapped(command.description, 0, kWidth));
  for (FlagGroup group : kGroups) help += GroupLines(command.id, group);
  return help;
}

}  // namespace wirecopy::cli
