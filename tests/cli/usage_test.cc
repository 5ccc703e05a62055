// Wrong usage: one sentence that helps, status 2, nothing on stdout. Help and version: stdout,
// status 0.
#include <cstdlib>
#include <fstream>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "cli/command_table.h"
#include "command_runner.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using ::testing::HasSubstr;

struct Usage {
  std::string name;
  std::vector<std::string> words;
  std::string says;
  std::vector<std::string> environment;
};
void PrintTo(const Usage& row, std::ostream* out) { *out << row.name; }

class UsageTest : public testing::TestWithParam<Usage> {};

TEST_P(UsageTest, IsExplained) {
  const Ran ran = RunWirecopy(GetParam().words, {.environment = GetParam().environment});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(LinesOf(ran.err).size(), 1u) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    Table, UsageTest,
    testing::Values(
        Usage{"nothing", {}, "no command given", {}},
        Usage{"mistyped_command",
              {"clutser", "x"},
              "unknown command \"clutser\"; did you mean cluster?",
              {}},
        Usage{"unlike_any_command", {"frobnicate"}, "unknown command \"frobnicate\" (see", {}},
        Usage{"option_before_command", {"--threads", "2", "cluster"}, "options follow it", {}},
        Usage{"mistyped_option",
              {"cluster", "--thread", "2", "x"},
              "unknown option --thread; did you mean --threads?",
              {}},
        Usage{"mistyped_option_with_value",
              {"dedup", "--agianst=x", "y"},
              "did you mean --against?",
              {}},
        Usage{"option_of_another_command",
              {"cluster", "--annotate", "x"},
              "unknown option --annotate",
              {}},
        Usage{"unknown_letter", {"cluster", "-q", "x"}, "unknown option -q", {}},
        Usage{"no_input", {"cluster"}, "no INPUT... given", {}},
        Usage{"input_swallowed",
              {"dedup", "--against", "a", "b"},
              "--against takes every name after it",
              {}},
        Usage{"value_missing_at_the_end",
              {"cluster", "x", "--threads"},
              "--threads needs a value (N)",
              {}},
        Usage{"value_missing_before_option",
              {"cluster", "-o", "--strict", "x"},
              "--output needs a value (FILE), but --strict",
              {}},
        Usage{"not_a_number",
              {"cluster", "--threads", "4x", "x"},
              "--threads is \"4x\"; it must be a whole number from 0 to 256",
              {}},
        Usage{"out_of_range",
              {"cluster", "--min-probability", "1.5", "x"},
              "a number from 0 to 1",
              {}},
        Usage{"negative", {"cluster", "--threads", "-1", "x"}, "--threads is \"-1\"", {}},
        Usage{"bad_size",
              {"cluster", "--memory", "lots", "x"},
              "--memory is \"lots\"; it must be a size in bytes, like 64M",
              {}},
        Usage{"small_size", {"cluster", "--memory", "1K", "x"}, "from 16M", {}},
        Usage{"bad_choice",
              {"cluster", "--preset", "balancd", "x"},
              "one of strict, balanced, recall; did you mean balanced?",
              {}},
        Usage{"bad_choice_in_list",
              {"dedup", "--drop-relations", "exact,quotes", "x"},
              "did you mean quote?",
              {}},
        Usage{"bad_zone", {"cluster", "--time-zone", "Mars/Olympus", "x"}, "Mars/Olympus", {}},
        Usage{"bad_environment",
              {"cluster", "x"},
              "WIRECOPY_THREADS is \"many\"",
              {"WIRECOPY_THREADS=many"}},
        Usage{"too_many_operands",
              {"eval", "a", "b", "--gold", "c"},
              "\"b\" is one argument too many",
              {}},
        Usage{"one_id", {"compare", "x", "--ids", "a"}, "--ids needs two values (A B)", {}},
        Usage{"one_file", {"compare", "a"}, "1 file given; compare takes two", {}},
        Usage{"three_files", {"compare", "a", "b", "c"}, "compare takes two", {}},
        Usage{"no_labels", {"eval", "stories.jsonl"}, "--gold FILE", {}}),
    [](const auto& row) { return row.param.name; });

// Compares with a file of the source tree; UPDATE_GOLDEN=1 rewrites it.
void ExpectGolden(const std::string& name, const std::string& text) {
  const std::string path = WIRECOPY_GOLDEN_DIR "/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path) << text;
  EXPECT_EQ(ReadFile(path), text) << "UPDATE_GOLDEN=1 rewrites " << name;
}

TEST(Help, OfTheWhole) {
  const Ran ran = RunWirecopy({"--help"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  ExpectGolden("help.txt", ran.out);
  EXPECT_EQ(RunWirecopy({"-h"}).out, ran.out);
  EXPECT_EQ(RunWirecopy({"help"}).out, ran.out);
}

TEST(Help, OfEachCommand) {
  for (const cli::Command& command : cli::CommandTable()) {
    const std::string name(command.name);
    const Ran ran = RunWirecopy({name, "--help"});
    EXPECT_EQ(ran.status, 0) << name;
    ExpectGolden(absl::StrCat("help_", name, ".txt"), ran.out);
    EXPECT_EQ(RunWirecopy({"help", name}).out, ran.out);
    for (const std::string& line : LinesOf(ran.out)) EXPECT_LE(line.size(), 100u) << line;
  }
}

TEST(Help, WinsOverMissingInput) { EXPECT_EQ(RunWirecopy({"compare", "-h"}).status, 0); }

TEST(Version, NamesWhatResultsRestOn) {
  const Ran ran = RunWirecopy({"--version"});
  EXPECT_EQ(ran.status, 0);
  for (const char* name : {"wirecopy ", "icu ", "unicode ", "xxhash ", "simdjson "}) {
    EXPECT_THAT(ran.out, HasSubstr(name));
  }
}

}  // namespace
}  // namespace wirecopy
