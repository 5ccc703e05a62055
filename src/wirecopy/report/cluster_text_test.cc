#include "wirecopy/report/cluster_text.h"

#include <gmock/gmock.h>

#include <sstream>

#include "wirecopy/report/display_text.h"
#include "wirecopy/report/golden_file_test.h"
#include "wirecopy/report/sample_result_test.h"

namespace wirecopy {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr ReportWriter<AppendClusterText> Report;

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(ClusterTextTest, ReadsWell) {
  ExpectGolden("cluster.txt", Report(SampleResult(), {.utc_offset_minutes = 480}));
  ExpectGolden("cluster_narrow_folded.txt",
               Report(SampleResult(), {.width_columns = 72, .max_stories = 1, .max_members = 3}));
}

TEST(ClusterTextTest, NoLineIsWiderThanAskedOrHarmful) {
  for (const int width : {0, 60, 61, 80, 100, 200}) {
    for (const std::string& line : LinesOf(Report(SampleResult(), {.width_columns = width}))) {
      EXPECT_LE(DisplayWidth(line), std::max(width, 60)) << line;
      EXPECT_THAT(line, Not(HasSubstr("\x1b")));
      EXPECT_THAT(line, Not(HasSubstr("\u202e")));
    }
  }
}

// Display columns before the first occurrence of a word.
int ColumnOf(const std::string& line, const std::string& word) {
  const size_t at = line.find(word);
  EXPECT_NE(at, std::string::npos) << word << " is not in: " << line;
  return DisplayWidth(line.substr(0, at));
}

TEST(ClusterTextTest, ColumnsAlignAcrossScripts) {
  int relation_column = -1;
  for (const std::string& line : LinesOf(Report(SampleResult()))) {
    for (const char* id : {"c2", "c3", "c5", "c6"}) {
      if (line.find(std::string("  ") + id) == std::string::npos) continue;
      const int column = ColumnOf(line, std::string("  ") + id);
      if (relation_column < 0) relation_column = column;
      EXPECT_EQ(column, relation_column) << line;
    }
  }
  EXPECT_GT(relation_column, 0);
}

TEST(ClusterTextTest, AllOpensWhatIsFolded) {
  const ClusterTextOptions folded = {
      .max_stories = 1, .max_members = 2, .all_hint = "--all shows them"};
  ClusterTextOptions opened = folded;
  opened.all = true;
  EXPECT_THAT(Report(SampleResult(), folded),
              HasSubstr("… and 4 more copies: 2 reprint, 1 edited, 1 excerpt (--all shows them)"));
  EXPECT_THAT(Report(SampleResult(), folded),
              HasSubstr("… and 1 more story with 2 articles (--all shows them)"));
  EXPECT_THAT(Report(SampleResult(), opened), Not(HasSubstr("… and")));
  EXPECT_EQ(Report(SampleResult(), opened),
            Report(SampleResult()) +
                "\nSeries: one form, filled for different events\n"
                "     3  2026-05-02  Ferry line to reopen after storm repairs\n");
}

TEST(ClusterTextTest, WithoutSeriesNothingIsSaidOfThem) {
  Result result = SampleResult();
  EXPECT_THAT(Report(result),
              HasSubstr("series          1   one form each, 3 stories or articles"));
  result.series.clear();
  result.counts.series = 0;
  EXPECT_THAT(Report(result, {.all = true}), Not(HasSubstr("eries")));
}

TEST(ClusterTextTest, AMonthDoesNotPretendToBeItsFirstDay) {
  constexpr int64_t kApril = 1'775'001'600;  // 2026-04-01T00:00:00Z
  Result result = SampleResult();
  result.stories[0].first_published = TimeInterval{kApril, kApril + 30 * 86'400 - 1};
  result.stories[0].last_published = TimeInterval{kApril + 86'400, kApril + 86'400};
  const std::string text = Report(result);
  EXPECT_THAT(text, HasSubstr("2026-04 (month only) to 2026-04-02 00:00\n"));
  EXPECT_THAT(text, Not(HasSubstr("2026-04-01")));
}

TEST(ClusterTextTest, AnUnknownOriginIsNotCalledOne) {
  const std::string text = Report(SampleResult(), {.width_columns = 160});
  EXPECT_THAT(text,
              HasSubstr("origin unknown; shown first, as earliest or fullest seen: Harbour Post"));
  EXPECT_THAT(
      text,
      HasSubstr("origin 河东日报, confidence 0.82: earliest seen; named as source by 2 others"));
}

TEST(ClusterTextTest, SharesAreNeverRoundedToAllOrNothing) {
  Result result = SampleResult();
  result.stories[0].members[2].coverage = .9999;
  result.stories[0].members[2].coverage_of = .0001;
  EXPECT_THAT(Report(result), HasSubstr(" 99 /  <1 %"));
}

TEST(ClusterTextTest, IdsAreNeverCut) {
  Result result = SampleResult();
  const std::string of_member = "harbour-post-2026-04-29-evening-edition-page-3", roundup(90, 'r');
  for (ArticleRecord& article : result.articles.Mutable()) {
    if (article.id == "c2") article.id = of_member;
    if (article.id == "r1") article.id = roundup;
  }
  for (const int width : {60, 72, 100, 160}) {
    const std::string text = Report(result, {.width_columns = width});
    EXPECT_THAT(text, HasSubstr("c4 (of " + of_member + ")")) << width;
    EXPECT_THAT(text, HasSubstr(roundup)) << width;
    for (const std::string& line : LinesOf(text)) {
      EXPECT_FALSE(line.ends_with(' ')) << line;
      EXPECT_TRUE(DisplayWidth(line) <= width || line.find(roundup) != std::string::npos) << line;
    }
  }
}

TEST(ClusterTextTest, ColourOnlyWhereAskedAndOutsideTheColumns) {
  const std::string colored = Report(SampleResult(), {.style = {.color = true}});
  EXPECT_THAT(colored, HasSubstr("\x1b[1m河东省春耕会议在临江召开"));
  std::string stripped;
  for (size_t i = 0; i < colored.size(); ++i) {
    if (colored[i] == '\x1b')
      i = colored.find('m', i);
    else
      stripped += colored[i];
  }
  EXPECT_EQ(stripped, Report(SampleResult()));
}

TEST(ClusterTextTest, ATerminalShowsBarsTreesAndReasons) {
  ExpectGolden(
      "cluster_terminal.txt",
      Report(SampleResult(),
             {.width_columns = 80, .tree = true, .style = {.color = true, .lines = true}}));
  for (const int width : {60, 80, 160}) {
    const ClusterTextOptions options = {
        .width_columns = width, .tree = true, .style = {.color = false, .lines = true}};
    for (const std::string& line : LinesOf(Report(SampleResult(), options)))
      EXPECT_LE(DisplayWidth(line), width) << line;
  }
}

TEST(ClusterTextTest, ATreeNamesNobodyTwiceButForRoundups) {
  const std::string text = Report(SampleResult(), {.tree = true});
  EXPECT_THAT(text, Not(HasSubstr("(of c2)")));
  EXPECT_THAT(text, HasSubstr("nothing tells whom it was copied from"));
}

TEST(ClusterTextTest, NothingFoundIsSaidInNumbers) {
  std::string text;
  AppendClusterText({}, {}, {}, &text);
  EXPECT_THAT(text, HasSubstr("stories         0"));
  EXPECT_THAT(text, Not(HasSubstr("shared")));
}

}  // namespace
}  // namespace wirecopy
