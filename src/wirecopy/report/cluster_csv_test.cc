#include "wirecopy/report/cluster_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "wirecopy/report/display_text.h"
#include "wirecopy/report/golden_file_test.h"
#include "wirecopy/report/sample_result_test.h"

namespace wirecopy {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string Table(const Result& result) {
  std::string out;
  AppendCsvHeader(&out);
  for (const Story& story : result.stories) AppendStoryRows(result, story, &out);
  return out;
}

// As RFC 4180 says; fails the test where a row does not end with CR LF.
std::vector<std::vector<std::string>> Parsed(const std::string& csv) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (size_t i = 0; i < csv.size(); ++i) {
    std::string& cell = rows.back().back();
    if (quoted && csv[i] == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      cell += csv[i++];
    } else if (csv[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && csv[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && csv[i] == '\r') {
      EXPECT_EQ(csv[++i], '\n');
      rows.emplace_back(1);
    } else {
      cell += csv[i];
    }
  }
  EXPECT_EQ(rows.back(), std::vector<std::string>{""}) << "the last row ends like the others";
  rows.pop_back();
  return rows;
}

TEST(ClusterCsvTest, IsWhatTheSampleGives) { ExpectGolden("cluster.csv", Table(SampleResult())); }

TEST(ClusterCsvTest, EveryRowHasEveryColumnAndEveryMemberOneRow) {
  const Result result = SampleResult();
  const auto rows = Parsed(Table(result));
  size_t members = 0;
  for (const Story& story : result.stories) members += story.members.size();
  ASSERT_EQ(rows.size(), members + 1);
  for (const auto& row : rows) EXPECT_EQ(row.size(), CsvColumns().size()) << row.front();
  for (size_t i = 0; i < CsvColumns().size(); ++i) EXPECT_EQ(rows[0][i], CsvColumns()[i]);
}

TEST(ClusterCsvTest, TheColumnsAreThoseOfTheDocument) {
  const std::string page = ProjectFile("docs/formats/csv.md");
  size_t at = 0;
  for (const std::string_view column : CsvColumns()) {
    const size_t found = page.find("`" + std::string(column) + "`", at);
    ASSERT_NE(found, std::string::npos) << column << " is missing, or not in its order";
    at = found;
  }
}

struct CellRow {
  const char* name;
  const char* text;
  const char* cell;
};
void PrintTo(const CellRow& row, std::ostream* out) { *out << row.name; }

class CsvTextTest : public testing::TestWithParam<CellRow> {};

TEST_P(CsvTextTest, IsNoFormulaAndOneCell) {
  EXPECT_EQ(CsvText(GetParam().text), GetParam().cell);
  const auto rows = Parsed(CsvText(GetParam().text) + ",x\r\n");
  ASSERT_EQ(rows.size(), 1u);
  ASSERT_EQ(rows[0].size(), 2u);
  // What stands in the cell is the text again once one leading apostrophe is taken away.
  std::string read = rows[0][0];
  if (read.starts_with('\'')) read.erase(0, 1);
  EXPECT_EQ(read, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, CsvTextTest,
    testing::Values(CellRow{"nothing", "", ""}, CellRow{"a word", "word", "word"},
                    CellRow{"a comma", "a,b", "\"a,b\""},
                    CellRow{"quotation marks", "say \"no\"", "\"say \"\"no\"\"\""},
                    CellRow{"a formula", "=1+1", "'=1+1"},
                    CellRow{"a formula with quotation marks", "=HYPERLINK(\"x\",\"y\")",
                            "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
                    CellRow{"plus", "+1", "'+1"}, CellRow{"minus", "-2+3", "'-2+3"},
                    CellRow{"at", "@SUM(A1)", "'@SUM(A1)"},
                    CellRow{"a wide equals sign", "＝1", "'＝1"},
                    CellRow{"a wide plus", "＋1", "'＋1"}, CellRow{"a wide minus", "－1", "'－1"},
                    CellRow{"a wide at", "＠a", "'＠a"}, CellRow{"behind spaces", "  =1", "'  =1"},
                    CellRow{"behind a wide space", "　=1", "'　=1"},
                    CellRow{"behind what is invisible", "\u200b\ufeff=1", "'\u200b\ufeff=1"},
                    CellRow{"an apostrophe of its own", "'=1", "''=1"},
                    CellRow{"a dash that is no minus", "— so", "— so"},
                    CellRow{"inside", "a=1", "a=1"}, CellRow{"a semicolon", "a;=b", "\"a;=b\""},
                    CellRow{"a space at the end", "a ", "\"a \""}));

TEST(ClusterCsvTest, NoMixtureOfHostilePiecesLeavesItsCell) {
  constexpr const char* kPieces[] = {"=",      "+",  "-",  "@",      "'",  "\"",  ",",
                                     ";",      "\r", "\n", "\t",     " ",  "a",   "\x1b[",
                                     "\u202e", "＝", "　", "\u200b", "字", "\xff"};
  std::mt19937 random(20260501);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (size_t left = random() % 7; left > 0; --left)
      text += kPieces[random() % std::size(kPieces)];
    const std::string harmless = i % 2 == 0 ? Harmless(text) : HarmlessExact(text);
    const auto rows = Parsed(CsvText(harmless) + ",x\r\n");
    ASSERT_EQ(rows, (std::vector<std::vector<std::string>>{{rows[0][0], "x"}})) << text;
    const std::string& cell = rows[0][0];
    EXPECT_EQ(cell.starts_with('\'') ? cell.substr(1) : cell, harmless);
    const std::string visible = Harmless(cell);
    for (const char* formula : {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
      EXPECT_FALSE(visible.starts_with(formula)) << cell;
  }
}

TEST(ClusterCsvTest, HostileTextsStayInTheirCells) {
  Result result = SampleResult();
  result.articles.Mutable()[0].title = "\x1b]0;x\x07=cmd|' /C calc'!A0\r\n\u202enext,\"row\"";
  result.articles.Mutable()[0].id = "=evil\n+id\t\u009b";
  result.articles.Mutable()[0].outlet = "\t@outlet";
  result.articles.Mutable()[0].url = "-x\u2028y";
  result.stories[0].origin_reasons = {"=named"};
  const std::string table = Table(result);
  for (const char* control : {"\x1b", "\x07", "\u009b", "\u202e", "\u2028", "\t"})
    EXPECT_THAT(table, Not(HasSubstr(control)));
  const auto rows = Parsed(table);
  ASSERT_EQ(rows.size(), Parsed(Table(SampleResult())).size());
  const auto cell = [&](std::string_view column) {
    const auto columns = CsvColumns();
    return rows[1][static_cast<size_t>(std::find(columns.begin(), columns.end(), column) -
                                       columns.begin())];
  };
  EXPECT_EQ(cell("title"), "␛]0;x␇=cmd|' /C calc'!A0 \ufffdnext,\"row\"");
  EXPECT_EQ(cell("id"), "'=evil␊+id␉\ufffd");
  EXPECT_EQ(cell("origin"), cell("id"));
  EXPECT_EQ(cell("outlet"), "'@outlet");
  EXPECT_EQ(cell("url"), "'-x\ufffdy");
  EXPECT_EQ(cell("origin_reasons"), "'=named");
}

TEST(ClusterCsvTest, NumbersAreNumbersWhateverTheirSign) {
  Result result = SampleResult();
  result.stories[0].members[1].lag_s = -3600;
  EXPECT_THAT(Table(result), HasSubstr(",-3600\r\n"));
}

}  // namespace
}  // namespace wirecopy
