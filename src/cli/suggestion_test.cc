#include "cli/suggestion.h"

#include <ostream>

#include "gtest/gtest.h"

namespace wirecopy::cli {
namespace {

struct Row {
  const char* name;
  const char* typed;
  const char* nearest;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class NearestTest : public testing::TestWithParam<Row> {};

TEST_P(NearestTest, OfTheNames) {
  constexpr std::string_view kNames[] = {"cluster", "dedup", "pairs", "compare",
                                         "clean",   "eval",  "plan"};
  EXPECT_EQ(Nearest(GetParam().typed, kNames), GetParam().nearest);
}

INSTANTIATE_TEST_SUITE_P(
    Table, NearestTest,
    testing::Values(Row{"itself", "plan", "plan"}, Row{"letter_missing", "clster", "cluster"},
                    Row{"letter_too_many", "dedupe", "dedup"}, Row{"swapped", "clutser", "cluster"},
                    Row{"replaced", "evel", "eval"}, Row{"beginning", "comp", "compare"},
                    Row{"short_and_wrong", "x", ""}, Row{"unlike_any", "frobnicate", ""},
                    Row{"empty", "", ""}),
    [](const auto& row) { return row.param.name; });

TEST(EditDistance, CountsSwapsAsOne) {
  EXPECT_EQ(EditDistance("", ""), 0u);
  EXPECT_EQ(EditDistance("abc", ""), 3u);
  EXPECT_EQ(EditDistance("abc", "abd"), 1u);
  EXPECT_EQ(EditDistance("abcd", "abdc"), 1u);
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3u);
  EXPECT_EQ(EditDistance("sitting", "kitten"), 3u);
}

}  // namespace
}  // namespace wirecopy::cli
