#include "wirecopy/report/cluster_plain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "wirecopy/report/golden_file_test.h"
#include "wirecopy/report/sample_result_test.h"

namespace wirecopy {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr ReportWriter<AppendClusterPlain> Report;

TEST(ClusterPlainTest, ReadsWell) {
  ExpectGolden("cluster_plain.txt", Report(SampleResult(), {.all = true, .tree = true}));
}

TEST(ClusterPlainTest, WidthAndStyleChangeNothing) {
  const std::string wide = Report(SampleResult(), {.width_columns = 300});
  EXPECT_EQ(Report(SampleResult(), {.width_columns = 60, .style = {.color = true, .lines = true}}),
            wide);
  for (const char* drawn : {"\x1b", "█", "├", "│", "…"}) EXPECT_THAT(wide, Not(HasSubstr(drawn)));
}

TEST(ClusterPlainTest, FoldsAndSaysSo) {
  const std::string text = Report(SampleResult(), {.max_stories = 1, .max_members = 2});
  EXPECT_THAT(text, HasSubstr("\nfolded copies: 2 reprint, 1 edited, 1 excerpt (--all)\n"));
  EXPECT_THAT(text, HasSubstr("\nfolded: 1 story (--all)\n"));
}

TEST(ClusterPlainTest, EveryMemberIsOneLineWithItsId) {
  std::istringstream in(Report(SampleResult(), {.all = true}));
  size_t found = 0;
  for (std::string line; std::getline(in, line);) {
    for (const char* id : {": c1,", ": c2,", ": c3,", ": c4,", ": c5,", ": c6,", ": e1,", ": e2,"})
      found += line.find(id) != std::string::npos;
    EXPECT_FALSE(line.ends_with(' ')) << line;
  }
  EXPECT_EQ(found, 8u);
}

}  // namespace
}  // namespace wirecopy
