// Every flag of every subcommand, once: parsing, help and the environment are made from this table,
// and so can be a manual page, completions and a configuration file.
//
//   const Flag* flag = FindFlag(CommandId::kCluster, "threads");
//
// Threads: constant data.
#ifndef WIRECOPY_CLI_FLAG_TABLE_H_
#define WIRECOPY_CLI_FLAG_TABLE_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace wirecopy::cli {

enum class CommandId : uint8_t {
  kCluster,
  kDedup,
  kPairs,
  kCompare,
  kClean,
  kEval,
  kPlan,
  kLearn,
  kReport
};

// A set of commands, one bit each.
using CommandSet = uint32_t;
constexpr CommandSet Only(CommandId id) { return CommandSet{1} << static_cast<unsigned>(id); }

enum class FlagKind : uint8_t {
  kSwitch,    // takes no value
  kText,      // a name, a zone, a file
  kTexts,     // one or more of them; may be repeated
  kTwoTexts,  // exactly two
  kInteger,   // within [least, most]
  kReal,      // within [least, most]
  kSize,      // bytes, with K, M, G or T (powers of 1024), within [least, most]
  kChoice,    // one of `choices`
  kChoices,   // several of `choices`, with commas
};

enum class FlagGroup : uint8_t { kOutput, kInput, kDecision, kCandidates, kRun };
std::string_view FlagGroupTitle(FlagGroup group);

struct Flag {
  std::string_view name = {};  // long, without dashes
  char letter = 0;             // short; 0: none
  FlagKind kind = FlagKind::kSwitch;
  std::string_view value_name = {};     // as help shows it; empty for switches and choices
  std::string_view choices = {};        // "text|jsonl"
  std::string_view default_value = {};  // as one would type it; empty: none
  double least = 0;
  double most = 0;
  CommandSet commands = 0;
  FlagGroup group = FlagGroup::kOutput;
  std::string_view environment = {};  // read where the flag is not given; empty: none
  std::string_view help = {};
};

// All rows, in the order help shows them. Two rows may share a name where their commands differ.
std::span<const Flag> FlagTable();

// The rows of one command.
std::vector<const Flag*> FlagsOf(CommandId command);

// Null where the command has no such flag. `name` without dashes.
const Flag* FindFlag(CommandId command, std::string_view name);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_FLAG_TABLE_H_
