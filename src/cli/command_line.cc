#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cassert>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "cli/flag_value.h"
#include "cli/suggestion.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy::cli {
namespace {

using Options = std::vector<std::pair<const Flag*, CLI::Option*>>;

std::string LongName(const Flag& flag) { return absl::StrFormat("--%s", flag.name); }

CLI::Option* AddOption(const Flag& flag, CLI::App& app) {
  const std::string names =
      flag.letter ? absl::StrFormat("-%c,--%s", flag.letter, flag.name) : LongName(flag);
  if (flag.kind == FlagKind::kSwitch)
    return app.add_flag(names)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  CLI::Option* option = app.add_option(names)->type_size(1)->type_name("");
  switch (flag.kind) {
    case FlagKind::kTexts:
      return option->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args();
    case FlagKind::kTwoTexts:
      return option->expected(2);
    default:
      return option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }
}

absl::Status Unknown(const Command& command, const std::string& word) {
  std::vector<std::string> names;
  for (const Flag* flag : FlagsOf(command.id)) names.push_back(LongName(*flag));
  const std::string typed = word.substr(0, word.find('='));
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view meant =
      typed.starts_with("--") ? Nearest(typed, views) : std::string_view();
  return absl::InvalidArgumentError(
      absl::StrFormat("unknown option %s%s", typed,
                      meant.empty() ? "" : absl::StrFormat("; did you mean %s?", meant)));
}

// What CLI11 says, as our one sentence.
absl::Status UsageError(const Command& command, const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_name() == "ArgumentMismatch") {  // "--threads: 1 required missing"
    const std::string shown =
        std::string(error.what()).substr(0, std::string_view(error.what()).find(':'));
    const Flag* flag =
        shown.starts_with("--") ? FindFlag(command.id, std::string_view(shown).substr(2)) : nullptr;
    if (flag != nullptr) {
      return absl::InvalidArgumentError(absl::StrFormat(
          "%s needs %s (%s)", shown, flag->kind == FlagKind::kTwoTexts ? "two values" : "a value",
          ValueName(*flag)));
    }
  }
  const auto words = app.remaining();
  const auto option = std::ranges::find_if(
      words, [](const auto& word) { return word.size() > 1 && word[0] == '-'; });
  if (option != words.end()) return Unknown(command, *option);
  return absl::InvalidArgumentError(error.what());
}

absl::Status CheckGiven(const Command& command, const Flag& flag,
                        const std::vector<std::string>& values) {
  if (flag.kind == FlagKind::kTwoTexts && values.size() != 2) {
    return absl::InvalidArgumentError(
        absl::StrFormat("%s needs two values (%s)", LongName(flag), ValueName(flag)));
  }
  for (const std::string& value : values) {
    if (value.starts_with("--") && FindFlag(command.id, value.substr(2))) {
      return absl::InvalidArgumentError(absl::StrFormat("%s needs a value (%s), but %s follows",
                                                        LongName(flag), ValueName(flag), value));
    }
    WIRECOPY_RETURN_IF_ERROR(CheckValue(flag, LongName(flag), value));
  }
  return absl::OkStatus();
}

absl::StatusOr<Invocation::Values> Given(const Command& command, const Options& options,
                                         const Environment& environment) {
  Invocation::Values given;
  for (const auto& [flag, option] : options) {
    if (option->count() > 0) {
      if (flag->kind == FlagKind::kSwitch && !option->as<bool>()) continue;  // --strict=false
      std::vector<std::string> values = option->reduced_results();
      WIRECOPY_RETURN_IF_ERROR(CheckGiven(command, *flag, values));
      given.emplace(flag->name, std::move(values));
    } else if (!flag->environment.empty()) {
      const char* value = environment(std::string(flag->environment).c_str());
      if (value == nullptr || *value == '\0') continue;
      WIRECOPY_RETURN_IF_ERROR(CheckValue(*flag, flag->environment, value));
      given.emplace(flag->name, std::vector<std::string>{value});
    }
  }
  return given;
}

absl::Status CheckOperands(const Command& command, const Invocation& invocation) {
  const std::vector<std::string>& operands = invocation.operands();
  if (invocation.On("help")) return absl::OkStatus();
  if (operands.size() > command.max_operands) {
    return absl::InvalidArgumentError(
        absl::StrFormat("\"%s\" is one argument too many", operands[command.max_operands]));
  }
  if (operands.size() >= command.min_operands) return absl::OkStatus();
  const bool swallowed = !invocation.Texts("against").empty();
  return absl::InvalidArgumentError(absl::StrFormat(
      "no %s given%s", command.operands,
      swallowed ? "; --against takes every name after it, so put INPUT before it" : ""));
}

}  // namespace

Invocation::Invocation(const Command& command, std::vector<std::string> operands, Values given,
                       Values defaults)
    : command_(&command),
      operands_(std::move(operands)),
      given_(std::move(given)),
      defaults_(std::move(defaults)) {}

std::vector<std::string> Invocation::Texts(std::string_view flag) const {
  if (const auto found = given_.find(flag); found != given_.end()) return found->second;
  if (const auto found = defaults_.find(flag); found != defaults_.end()) return found->second;
  return {};
}

std::string Invocation::Text(std::string_view flag) const {
  const std::vector<std::string> texts = Texts(flag);
  return texts.empty() ? "" : texts.front();
}

uint64_t Invocation::Integer(std::string_view flag) const {
  const auto value = ParseInteger(Text(flag));
  assert(value);
  return value.value_or(0);
}

double Invocation::Real(std::string_view flag) const {
  const auto value = ParseReal(Text(flag));
  assert(value);
  return value.value_or(0);
}

uint64_t Invocation::Size(std::string_view flag) const {
  const auto value = ParseSize(Text(flag));
  assert(value);
  return value.value_or(0);
}

absl::StatusOr<Invocation> ParseCommandLine(const Command& command,
                                            const std::vector<std::string>& words,
                                            const Environment& environment) {
  CLI::App app;
  app.set_help_flag();
  Options options;
  Invocation::Values defaults;
  for (const Flag* flag : FlagsOf(command.id)) {
    options.emplace_back(flag, AddOption(*flag, app));
    if (!flag->default_value.empty())
      defaults[std::string(flag->name)] = {std::string(flag->default_value)};
  }
  std::vector<std::string> operands;
  app.add_option("operands", operands)->expected(0, CLI::detail::expected_max_vector_size);
  try {
    app.parse(
        std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 takes them last first
  } catch (const CLI::ParseError& error) {
    return UsageError(command, app, error);
  }
  WIRECOPY_ASSIGN_OR_RETURN(Invocation::Values given, Given(command, options, environment));
  Invocation invocation(command, std::move(operands), std::move(given), std::move(defaults));
  WIRECOPY_RETURN_IF_ERROR(CheckOperands(command, invocation));
  return invocation;
}

}  // namespace wirecopy::cli
