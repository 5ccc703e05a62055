#include "gtest/gtest.h"
#include "wirecopy/text/rules_test_page.h"

namespace wirecopy {
namespace {

class BylineRulesTest : public testing::TestWithParam<RuleCase> {};

TEST_P(BylineRulesTest, Judges) {
  EXPECT_EQ(JudgeLine(JudgeByline, GetParam().line).strength, GetParam().strength);
}

INSTANTIATE_TEST_SUITE_P(
    All, BylineRulesTest,
    testing::Values(
        RuleCase{"source", U"来源:青河时报", Strength::kSure},
        RuleCase{"bracketed_editor", U"[责任编辑:林一]", Strength::kSure},
        RuleCase{"editor_with_slash", U"责编/林一 审核/钱二", Strength::kSure},
        RuleCase{"editor_with_bar", U"监制|林一", Strength::kSure},
        RuleCase{"date_and_labels", U"2022-03-09 | 来源:青河时报 | 作者:林一", Strength::kSure},
        RuleCase{"glued", U"时间:2018/10/24 17:10来源:青河政府网编辑:林一", Strength::kSure},
        RuleCase{"spaced_marks", U"时间 : 2022-04-29 08:21:13 来源 : 青河时报网络版",
                 Strength::kSure},
        RuleCase{"full_time", U"2022年11月26日 10:08", Strength::kSure},
        RuleCase{"day_alone", U"2022年11月26日", Strength::kEdge},
        RuleCase{"time_and_name", U"2022-5-5 13:40:42 青河发布", Strength::kEdge},
        RuleCase{"name_and_time", U"新闻社 2022-03-19 16:07", Strength::kEdge},
        RuleCase{"reporter", U"本报记者 林一", Strength::kEdge},
        RuleCase{"english_byline", U"by jane doe | april 13, 2015", Strength::kEdge},
        RuleCase{"staff_writer", U"john stone, staff writer", Strength::kEdge},
        RuleCase{"original_title", U"原标题:青河市部署防汛工作,这些地方要注意", Strength::kSure},
        RuleCase{"question", U"记者:这座桥什么时候开工?", Strength::kNone},
        RuleCase{"sentence", U"编辑部昨日收到读者来信,反映道路破损。", Strength::kNone},
        RuleCase{"headline_with_date", U"2022年11月26日青河市召开防汛工作会议部署下一阶段任务",
                 Strength::kNone},
        RuleCase{"english_headline", U"sources: second vote planned after strike ends at yard",
                 Strength::kNone},
        RuleCase{"word_inside", U"斯文已逝", Strength::kNone}),
    [](const auto& row) { return row.param.name; });

TEST(BylineRulesTest, AnOpenLabelAwaitsItsValue) {
  EXPECT_TRUE(JudgeLine(JudgeByline, U"来源:").awaits_value);
  EXPECT_FALSE(JudgeLine(JudgeByline, U"来源:青河时报").awaits_value);
  EXPECT_FALSE(JudgeLine(JudgeByline, U"原标题:").awaits_value);
}

TEST(BylineRulesTest, AnEditorClosesTheArticleAndATimeDoesNot) {
  EXPECT_TRUE(JudgeLine(JudgeByline, U"责任编辑:林一").closes_article);
  EXPECT_FALSE(
      JudgeLine(JudgeByline, U"时间:2018/10/24 17:10来源:青河政府网编辑:林一").closes_article);
}

}  // namespace
}  // namespace wirecopy
