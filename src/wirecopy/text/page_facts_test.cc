#include "wirecopy/text/page_facts.h"

#include <ostream>
#include <string>

#include "gtest/gtest.h"
#include "wirecopy/text/folded_page.h"

namespace wirecopy {
namespace {

const std::string kBody =
    "青河市召开防汛工作会议,研究部署下一阶段重点任务,市长主持会议。\n会议指出,要压实责任,加密巡查,"
    "做好群众转移工作。";

PageFacts FactsOf(const std::string& text) {
  const FoldedPage page = FoldPage(text);
  return ReadPageFacts(JudgePage(page.chars));
}

struct FactCase {
  const char* name;
  std::string text;
  std::string source, author, editor, original_title, dateline;
};

void PrintTo(const FactCase& row, std::ostream* out) { *out << row.name; }

class PageFactsTest : public testing::TestWithParam<FactCase> {};

TEST_P(PageFactsTest, ReadsWhatTheFurnitureSays) {
  const PageFacts facts = FactsOf(GetParam().text);
  EXPECT_EQ(facts.source, GetParam().source);
  EXPECT_EQ(facts.author, GetParam().author);
  EXPECT_EQ(facts.editor, GetParam().editor);
  EXPECT_EQ(facts.original_title, GetParam().original_title);
  EXPECT_EQ(facts.dateline, GetParam().dateline);
}

INSTANTIATE_TEST_SUITE_P(
    All, PageFactsTest,
    testing::Values(
        FactCase{"labels",
                 "2022-03-09 | 来源：青河時報 | 作者：林一\n" + kBody + "\n[责任编辑：钱二]",
                 "青河时报", "林一", "钱二", "", ""},
        FactCase{"label_and_date",
                 "Posted on 12 September 2018 by Jane Doe\n"
                 "The ferry left at dawn, the mayor said on Tuesday, and came back before noon.",
                 "", "jane doe", "", "", ""},
        FactCase{"date_row_with_a_size", "青河報 2026年06月23日 00:00 字號 T T\n" + kBody, "青河报",
                 "", "", "", ""},
        FactCase{"glued", "时间:2018/10/24 17:10来源:青河政府网编辑:林一\n" + kBody, "青河政府网",
                 "", "林一", "", ""},
        FactCase{"spaced",
                 "信息来源： 青河新闻网    发布日期： 2020-10-09 23:21    点击数： 2171\n" + kBody,
                 "青河新闻网", "", "", "", ""},
        FactCase{"name_that_ends_like_a_label", "2022-03-09 | 来源:青河发布 | 作者:林一\n" + kBody,
                 "青河发布", "林一", "", "", ""},
        FactCase{"value_on_the_next_line", "来源:\n青河时报\n" + kBody, "青河时报", "", "", "", ""},
        FactCase{"beside_the_time", "新闻社 2022-03-19 16:07\n" + kBody, "新闻社", "", "", "", ""},
        FactCase{"original_title", "原标题:青河市部署防汛工作 压实责任\n" + kBody, "", "", "",
                 "青河市部署防汛工作 压实责任", ""},
        FactCase{"dateline", "某通社青河6月2日电(记者林一)" + kBody, "某通社", "林一", "", "",
                 "某通社"},
        FactCase{"byline_before_dateline", "来源:青河时报\n某通社青河6月2日电(记者林一)" + kBody,
                 "青河时报", "林一", "", "", "某通社"},
        FactCase{"own_report_names_no_source", "本报讯(记者林一)" + kBody, "", "林一", "", "",
                 "本报"},
        FactCase{"quoted_agency", "据远山社报道," + kBody, "远山社", "", "", "", ""},
        FactCase{"end_of_the_text", kBody + "(记者林一)【编辑:钱二】", "", "", "钱二", "", ""},
        FactCase{"english",
                 "Strike ends\nBy Jane Doe | April 13, 2015\nLONDON (Reuters) - Workers at the "
                 "yard voted on Tuesday to end a strike.",
                 "reuters", "jane doe", "", "", "reuters"},
        FactCase{"staff_writer",
                 "Strike ends\nJuly 12, 2014\nJohn Stone, Staff Writer\nWorkers at the yard voted "
                 "on Tuesday to end a long strike.",
                 "", "john stone", "", "", ""},
        FactCase{"nothing", kBody, "", "", "", "", ""}, FactCase{"empty", "", "", "", "", "", ""}),
    [](const auto& row) { return row.param.name; });

TEST(PageFactsTest, TheTimeOfTheBylineIsAnInterval) {
  const PageFacts facts =
      FactsOf("发布时间:2022-05-11 08:39 来源:青河时报\n" + kBody + "2019年1月2日起施行。");
  ASSERT_TRUE(facts.published.has_value());
  EXPECT_EQ(facts.published->earliest_s, 1652227200 + 31140 - 14 * 3600);
  EXPECT_EQ(facts.published->latest_s, 1652227200 + 31140 + 14 * 3600);
}

TEST(PageFactsTest, ADateInTheArticleIsNotItsTime) {
  EXPECT_FALSE(
      FactsOf(kBody + "\n新规定自2022年5月11日起施行,此前的办法同时废止。").published.has_value());
}

TEST(PageFactsTest, Corrections) {
  EXPECT_TRUE(
      FactsOf("CORRECTED-Strike ends\nWorkers at the yard voted on Tuesday to end a long strike.")
          .says_corrected);
  EXPECT_TRUE(FactsOf("(更正)青河市部署防汛工作\n" + kBody).says_corrected);
  EXPECT_FALSE(FactsOf(kBody + "\n发布会更正了此前的数字,其余不变,特此说明。").says_corrected);
}

}  // namespace
}  // namespace wirecopy
