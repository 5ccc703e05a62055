#include "wirecopy/report/cluster_markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "wirecopy/report/golden_file_test.h"
#include "wirecopy/report/sample_result_test.h"

namespace wirecopy {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr ReportWriter<AppendClusterMarkdown> Report;

TEST(ClusterMarkdownTest, ReadsWell) {
  ExpectGolden("cluster.md", Report(SampleResult(), {.all = true, .utc_offset_minutes = 480}));
  ExpectGolden("cluster_folded.md",
               Report(SampleResult(), {.max_stories = 1, .max_members = 3, .tree = true}));
}

TEST(ClusterMarkdownTest, AllOpensWhatIsFolded) {
  const ClusterTextOptions folded = {.max_stories = 1, .max_members = 2};
  EXPECT_THAT(Report(SampleResult(), folded),
              HasSubstr("\n… and 4 more copies: 2 reprint, 1 edited, 1 excerpt (`--all`)\n"));
  EXPECT_THAT(Report(SampleResult(), folded), HasSubstr("\n… and 1 more story (`--all`)\n"));
  EXPECT_THAT(Report(SampleResult(), {.all = true, .max_stories = 1, .max_members = 2}),
              Not(HasSubstr("… and")));
}

TEST(ClusterMarkdownTest, WhatIsFoldedOfATreeIsWhatStandsBehindTheRowsShown) {
  EXPECT_THAT(Report(SampleResult(), {.max_members = 3, .tree = true}),
              HasSubstr("\n… and 3 more copies: 1 reprint, 1 edited, 1 excerpt (`--all`)\n"));
}

// Bars that no backslash or entity hides divide a row into cells.
size_t CellsOf(const std::string& line) {
  return static_cast<size_t>(std::ranges::count(line, '|')) - 1;
}

TEST(ClusterMarkdownTest, HostileTextsNeitherBreakTheTableNorMarkAnythingUp) {
  Result result = SampleResult();
  for (ArticleRecord& article : result.articles.Mutable()) {
    article.title =
        "a|b\n## c\n<img src=x onerror=alert(1)> [l](http://x.example) `|` \x1b[1m\u202e";
    article.outlet = "| o |\n---";
    article.id += "|`<b>";
  }
  result.stories[0].origin_reasons = {"named <b> as | source"};
  result.stories[0].members[1].of_reasons = {"names <i>|"};
  const std::string text = Report(result, {.all = true, .tree = true});
  for (const char* raw : {"<img", "<b>", "<i>", "\x1b", "\u202e", "\n## c", "://x"})
    EXPECT_THAT(text, Not(HasSubstr(raw)));
  std::istringstream in(text);
  size_t headings = 0, rows = 0;
  for (std::string line; std::getline(in, line);) {
    headings += line.starts_with("#");
    if (!line.starts_with("|")) continue;
    ++rows;
    EXPECT_THAT(CellsOf(line), testing::AnyOf(3u, 9u)) << line;
  }
  EXPECT_EQ(headings, 1 + result.stories.size() + 1);
  EXPECT_EQ(rows, 2 + 8 + 2 * 2 + 10u);
}

TEST(ClusterMarkdownTest, NothingFoundIsSaidInNumbers) {
  std::string text;
  AppendClusterMarkdown({}, {}, {}, &text);
  EXPECT_THAT(text, HasSubstr("Read 0 records from 0 files: 0 kept, 0 skipped."));
  EXPECT_THAT(text, HasSubstr("| stories | 0 |"));
}

}  // namespace
}  // namespace wirecopy
