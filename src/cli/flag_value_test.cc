#include "cli/flag_value.h"

#include <ostream>

#include "gtest/gtest.h"

namespace wirecopy::cli {
namespace {

struct SizeRow {
  const char* name;
  const char* text;
  std::optional<uint64_t> size;
};
void PrintTo(const SizeRow& row, std::ostream* out) { *out << row.name; }

class SizeTest : public testing::TestWithParam<SizeRow> {};
TEST_P(SizeTest, Parses) { EXPECT_EQ(ParseSize(GetParam().text), GetParam().size); }

INSTANTIATE_TEST_SUITE_P(
    Table, SizeTest,
    testing::Values(SizeRow{"bytes", "100", 100}, SizeRow{"bytes_named", "100B", 100},
                    SizeRow{"kibi", "4K", 4096}, SizeRow{"lower_case", "64m", 64 << 20},
                    SizeRow{"with_b", "2GB", 2ull << 30}, SizeRow{"with_ib", "1TiB", 1ull << 40},
                    SizeRow{"zero", "0", 0}, SizeRow{"nothing", "", std::nullopt},
                    SizeRow{"unit_alone", "M", std::nullopt},
                    SizeRow{"fraction", "1.5G", std::nullopt},
                    SizeRow{"negative", "-1", std::nullopt},
                    SizeRow{"unknown_unit", "5X", std::nullopt},
                    SizeRow{"more_behind", "5Mx", std::nullopt},
                    SizeRow{"too_large", "99999999999T", std::nullopt}),
    [](const auto& row) { return row.param.name; });

TEST(SizeText, IsReadBackTheSame) {
  for (uint64_t size :
       {uint64_t{0}, uint64_t{1000}, uint64_t{1024}, uint64_t{16} << 20, uint64_t{3} << 40}) {
    EXPECT_EQ(ParseSize(SizeText(size)), size);
  }
  EXPECT_EQ(SizeText(16 << 20), "16M");
}

TEST(ParseReal, TakesFiniteNumbersOnly) {
  EXPECT_EQ(ParseReal("0.25"), 0.25);
  EXPECT_EQ(ParseReal("1e-2"), 0.01);
  for (const char* text : {"", "nan", "inf", "1,5", "0.5x", " 1"})
    EXPECT_EQ(ParseReal(text), std::nullopt) << text;
}

TEST(CheckValue, NamesFlagValueAndWhatIsAllowed) {
  const Flag& threads = *FindFlag(CommandId::kCluster, "threads");
  EXPECT_EQ(CheckValue(threads, "--threads", "257").message(),
            "--threads is \"257\"; it must be a whole number from 0 to 256");
  EXPECT_TRUE(CheckValue(threads, "--threads", "256").ok());
  const Flag& drop = *FindFlag(CommandId::kDedup, "drop-relations");
  EXPECT_TRUE(CheckValue(drop, "--drop-relations", "exact,quote").ok());
  EXPECT_FALSE(CheckValue(drop, "--drop-relations", "exact,").ok());
  EXPECT_FALSE(CheckValue(*FindFlag(CommandId::kCluster, "output"), "--output", "").ok());
}

}  // namespace
}  // namespace wirecopy::cli
