#include "wirecopy/report/text_style.h"

#include <gtest/gtest.h>

#include <limits>
#include <ostream>

#include "wirecopy/report/display_text.h"

namespace wirecopy {
namespace {

TEST(PaintTest, IsTheTextItselfWithoutColour) {
  EXPECT_EQ(Paint({}, Ink::kDoubt, "edited?"), "edited?");
  EXPECT_EQ(Paint({.color = true}, Ink::kNone, "edited"), "edited");
  EXPECT_EQ(Paint({.color = true}, Ink::kTitle, ""), "");
}

TEST(PaintTest, EndsWhatItBegins) {
  EXPECT_EQ(Paint({.color = true}, Ink::kDoubt, "edited?"), "\x1b[1;31medited?\x1b[0m");
  EXPECT_EQ(Paint({.color = true}, Ink::kNote, "…"), "\x1b[2m…\x1b[0m");
}

struct BarRow {
  const char* name;
  double share;
  const char* bar;
};
void PrintTo(const BarRow& row, std::ostream* out) { *out << row.name; }

class ShareBarTest : public testing::TestWithParam<BarRow> {};

TEST_P(ShareBarTest, FillsItsColumnsAndExaggeratesNothing) {
  EXPECT_EQ(ShareBar(GetParam().share, 5), GetParam().bar);
  EXPECT_EQ(DisplayWidth(ShareBar(GetParam().share, 5)), 5);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, ShareBarTest,
    testing::Values(BarRow{"nothing", 0, "     "}, BarRow{"next to nothing", 1e-9, "▏    "},
                    BarRow{"half", .5, "██▌  "}, BarRow{"next to all", .9999, "████▉"},
                    BarRow{"all", 1, "█████"}, BarRow{"more than all", 7, "█████"},
                    BarRow{"less than nothing", -1, "     "},
                    BarRow{"no number", std::numeric_limits<double>::quiet_NaN(), "     "}));

}  // namespace
}  // namespace wirecopy
