#include "wirecopy/text/piece_rules.h"

#include "gtest/gtest.h"
#include "wirecopy/text/rules_test_page.h"

namespace wirecopy {
namespace {

class NavigationRulesTest : public testing::TestWithParam<RuleCase> {};
class ButtonRulesTest : public testing::TestWithParam<RuleCase> {};
class RelatedRulesTest : public testing::TestWithParam<RuleCase> {};
class SpamRulesTest : public testing::TestWithParam<RuleCase> {};

TEST_P(NavigationRulesTest, Judges) {
  EXPECT_EQ(JudgeLine(JudgeNavigation, GetParam().line).strength, GetParam().strength);
}
TEST_P(ButtonRulesTest, Judges) {
  EXPECT_EQ(JudgeLine(JudgeButtons, GetParam().line).strength, GetParam().strength);
}
TEST_P(RelatedRulesTest, Judges) {
  EXPECT_EQ(JudgeLine(JudgeRelatedHeading, GetParam().line).strength, GetParam().strength);
}
TEST_P(SpamRulesTest, Judges) {
  EXPECT_EQ(JudgeLine(JudgeSpam, GetParam().line).strength, GetParam().strength);
}

INSTANTIATE_TEST_SUITE_P(
    All, NavigationRulesTest,
    testing::Values(
        RuleCase{"place", U"当前位置:首页 > 本地 > 要闻", Strength::kSure},
        RuleCase{"home_steps", U"首页>>要闻>>详细", Strength::kSure},
        RuleCase{"home_dashes", U"您的位置:首页-人事-要闻", Strength::kSure},
        RuleCase{"english_steps", U"home > local > schools", Strength::kSure},
        RuleCase{"bars", U"新闻 | 时政 | 财经 | 体育", Strength::kSure},
        RuleCase{"spaces", U"新闻 时政 财经 体育 娱乐", Strength::kSure},
        RuleCase{"unknown_words_with_bars", U"云上 | 山前 | 水岸 | 城里 | 村头", Strength::kEdge},
        RuleCase{"english_menu", U"politics business world travel arts sports science",
                 Strength::kSure},
        RuleCase{"slogan_headline", U"凝心聚力 共谋发展 再创辉煌", Strength::kNone},
        RuleCase{"names", U"张一山 王二河 李三江 赵四海 钱五湖 孙六桥 周七里", Strength::kNone},
        RuleCase{"numbers", U"热点一注:02 03 09 31 32 + 09 10", Strength::kNone},
        RuleCase{"english_headline", U"business leaders welcome deal", Strength::kNone},
        RuleCase{"sentence", U"会议指出,要压实责任。", Strength::kNone}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    All, ButtonRulesTest,
    testing::Values(RuleCase{"share", U"分享到: 微信 微博 qq空间 复制链接", Strength::kSure},
                    RuleCase{"print", U"【打印】 【关闭】", Strength::kSure},
                    RuleCase{"scan", U"扫一扫在手机打开当前页", Strength::kSure},
                    RuleCase{"one_word", U"分享", Strength::kEdge},
                    RuleCase{"headline", U"市民扫码乘车更方便 新系统今起上线运行",
                             Strength::kNone}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    All, RelatedRulesTest,
    testing::Values(
        RuleCase{"colon", U"延伸阅读:", Strength::kSure},
        RuleCase{"plain", U"相关新闻", Strength::kEdge},
        RuleCase{"arrows", U"更多新闻>>", Strength::kSure},
        RuleCase{"english", U"more from harbor post", Strength::kEdge},
        RuleCase{"english_link", U"read more: ferry fares to rise in may", Strength::kSure},
        RuleCase{"english_sentence", U"recommended distance from router", Strength::kNone},
        RuleCase{"sentence", U"最新消息显示,工程明年开工。", Strength::kNone}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    All, SpamRulesTest,
    testing::Values(
        RuleCase{"adult", U"三级片在线观看,无码中文字幕,精品视频免费", Strength::kEdge},
        RuleCase{"underscores", U"老虎机下载_百家乐技巧_真人娱乐城", Strength::kEdge},
        RuleCase{"unknown_phrases", U"高价回收旧表,上门修锁,通下水道,疏通管道", Strength::kEdge},
        RuleCase{"attendance", U"张一、王二、李三、赵四、钱五出席会议", Strength::kNone},
        RuleCase{"clause", U"会议指出,要压实责任,要加密巡查,要转移群众", Strength::kNone},
        RuleCase{"sentence", U"要压实责任,加密巡查,转移群众,确保安全。", Strength::kNone}),
    [](const auto& row) { return row.param.name; });

TEST(PieceRulesTest, UnitsUnderWordsAndDates) {
  const PageView page = ViewPage(U"来源:甲 2022-05-11");
  EXPECT_EQ(CoveredUnits(page, page.pieces[0], kSourceLabel), 2u);
  EXPECT_EQ(DateUnits(page, page.pieces[0]), 3u);
}

TEST(PieceRulesTest, OnlyHeadingsOpenLists) {
  EXPECT_TRUE(JudgeLine(JudgePiece, U"相关新闻").opens_list);
  EXPECT_FALSE(JudgeLine(JudgePiece, U"read more: ferry fares to rise in may").opens_list);
}

}  // namespace
}  // namespace wirecopy
