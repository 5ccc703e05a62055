#include "cli/flag_table.h"

#include <set>
#include <string>

#include "cli/command_table.h"
#include "cli/flag_value.h"
#include "gtest/gtest.h"

namespace wirecopy::cli {
namespace {

TEST(FlagTable, NamesAndLettersAreUniqueInACommand) {
  for (const Command& command : CommandTable()) {
    std::set<std::string_view> names;
    std::set<char> letters;
    for (const Flag* flag : FlagsOf(command.id)) {
      EXPECT_TRUE(names.insert(flag->name).second) << command.name << " --" << flag->name;
      if (flag->letter != 0) {
        EXPECT_TRUE(letters.insert(flag->letter).second) << command.name << " -" << flag->letter;
      }
    }
  }
}

TEST(FlagTable, EveryRowCanBeShownAndItsDefaultIsAllowed) {
  for (const Flag& flag : FlagTable()) {
    EXPECT_NE(flag.commands, 0u) << flag.name;
    EXPECT_FALSE(flag.help.empty()) << flag.name;
    EXPECT_EQ(ValueName(flag).empty(), flag.kind == FlagKind::kSwitch) << flag.name;
    if (!flag.default_value.empty()) {
      EXPECT_TRUE(CheckValue(flag, flag.name, flag.default_value).ok()) << flag.name;
    }
  }
}

TEST(FlagTable, EveryCommandHasHelpAndExamplesThatUseItsFlags) {
  for (const Command& command : CommandTable()) {
    EXPECT_NE(FindFlag(command.id, "help"), nullptr) << command.name;
    ASSERT_FALSE(command.examples.empty()) << command.name;
    for (const Example& example : command.examples) {
      const std::string line(example.line);
      EXPECT_NE(line.find("wirecopy " + std::string(command.name)), std::string::npos) << line;
      for (size_t at = line.find(" --"); at != std::string::npos; at = line.find(" --", at + 1)) {
        const std::string flag = line.substr(at + 3, line.find(' ', at + 3) - at - 3);
        EXPECT_NE(FindFlag(command.id, flag), nullptr) << line;
      }
    }
  }
}

TEST(FlagTable, FindsTheRowOfTheCommand) {
  EXPECT_EQ(FindFlag(CommandId::kCluster, "format")->choices, "text|md|jsonl|csv");
  EXPECT_EQ(FindFlag(CommandId::kPlan, "format")->choices, "text|json");
  EXPECT_EQ(FindFlag(CommandId::kPlan, "against"), nullptr);
}

}  // namespace
}  // namespace wirecopy::cli
