// The words of a command line as checked values.
//
//   absl::StatusOr<Invocation> invocation = ParseCommandLine(*FindCommand("cluster"), words,
//   environment); uint64_t cap = invocation->Size("max-text-bytes");
//
// A value comes from the command line, else from the flag's environment variable, else from its
// default. All three are checked against the table alike. Errors are one sentence that names the
// flag, the value and what is allowed.
#ifndef WIRECOPY_CLI_COMMAND_LINE_H_
#define WIRECOPY_CLI_COMMAND_LINE_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "cli/command_table.h"

namespace wirecopy::cli {

class Invocation {
 public:
  // `values`: of each flag that has any, as typed, checked. `given`: see Has.
  using Values = std::map<std::string, std::vector<std::string>, std::less<>>;
  Invocation(const Command& command, std::vector<std::string> operands, Values given,
             Values defaults);

  const Command& command() const { return *command_; }
  const std::vector<std::string>& operands() const { return operands_; }

  // Whether the command line or the environment gives the flag a value.
  bool Has(std::string_view flag) const { return given_.find(flag) != given_.end(); }
  // A switch that is on.
  bool On(std::string_view flag) const { return Has(flag); }
  // The value, else the default; empty where there is neither.
  std::string Text(std::string_view flag) const;
  std::vector<std::string> Texts(std::string_view flag) const;
  // REQUIRES: the flag has a value or a default.
  uint64_t Integer(std::string_view flag) const;
  double Real(std::string_view flag) const;
  uint64_t Size(std::string_view flag) const;

 private:
  const Command* command_;
  std::vector<std::string> operands_;
  Values given_;
  Values defaults_;
};

// The value of an environment variable; null: not set.
using Environment = std::function<const char*(const char*)>;

// `words`: what follows the command's name. InvalidArgument: wrong usage.
absl::StatusOr<Invocation> ParseCommandLine(const Command& command,
                                            const std::vector<std::string>& words,
                                            const Environment& environment);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_COMMAND_LINE_H_
