#include "cli/command_line.h"

#include "gtest/gtest.h"

namespace wirecopy::cli {
namespace {

using Words = std::vector<std::string>;

absl::StatusOr<Invocation> Parse(const char* command, const Words& words,
                                 std::map<std::string, std::string> variables = {}) {
  return ParseCommandLine(*FindCommand(command), words, [&](const char* name) -> const char* {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  });
}

TEST(CommandLine, DefaultsThenEnvironmentThenWords) {
  const auto silent = Parse("cluster", {"x"});
  EXPECT_EQ(silent->Text("preset"), "balanced");
  EXPECT_FALSE(silent->Has("preset"));
  EXPECT_EQ(Parse("cluster", {"x"}, {{"WIRECOPY_PRESET", "recall"}})->Text("preset"), "recall");
  EXPECT_EQ(
      Parse("cluster", {"x", "-p", "strict"}, {{"WIRECOPY_PRESET", "recall"}})->Text("preset"),
      "strict");
  EXPECT_EQ(Parse("cluster", {"x"}, {{"WIRECOPY_PRESET", ""}})->Text("preset"), "balanced")
      << "empty counts as not set";
}

TEST(CommandLine, WaysToWriteAnOption) {
  for (const Words& words :
       {Words{"--threads", "3", "x"}, Words{"--threads=3", "x"}, Words{"x", "-j", "3"},
        Words{"-j3", "x"}, Words{"--threads", "9", "x", "--threads", "3"}}) {
    const auto parsed = Parse("cluster", words);
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->Integer("threads"), 3u);
    EXPECT_EQ(parsed->operands(), Words{"x"});
  }
}

TEST(CommandLine, Switches) {
  EXPECT_TRUE(Parse("cluster", {"--strict", "x"})->On("strict"));
  EXPECT_FALSE(Parse("cluster", {"x"})->On("strict"));
  EXPECT_FALSE(Parse("cluster", {"--strict=false", "x"})->On("strict"));
}

TEST(CommandLine, DashIsAnOperandAndTwoDashesEndTheOptions) {
  EXPECT_EQ(Parse("cluster", {"-"})->operands(), Words{"-"});
  EXPECT_EQ(Parse("cluster", {"--", "--strict"})->operands(), Words{"--strict"});
}

TEST(CommandLine, AListTakesTheNamesAfterIt) {
  const auto parsed =
      Parse("dedup", {"new", "--against", "a", "b", "--keep", "first", "--against", "c"});
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->Texts("against"), (Words{"a", "b", "c"}));
  EXPECT_EQ(parsed->operands(), Words{"new"});
  EXPECT_EQ(Parse("dedup", {"--against", "a", "--", "new"})->operands(), Words{"new"});
}

TEST(CommandLine, TypedValues) {
  const auto parsed = Parse("cluster", {"x", "--memory", "2G", "--min-probability", "0.7"});
  EXPECT_EQ(parsed->Size("memory"), uint64_t{2} << 30);
  EXPECT_EQ(parsed->Real("min-probability"), 0.7);
  EXPECT_EQ(parsed->Size("max-text-bytes"), uint64_t{16} << 20);
}

}  // namespace
}  // namespace wirecopy::cli
