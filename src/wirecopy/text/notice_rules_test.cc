#include "gtest/gtest.h"
#include "wirecopy/text/rules_test_page.h"

namespace wirecopy {
namespace {

class NoticeRulesTest : public testing::TestWithParam<RuleCase> {};
class SiteFootRulesTest : public testing::TestWithParam<RuleCase> {};

TEST_P(NoticeRulesTest, Judges) {
  EXPECT_EQ(JudgeLine(JudgeNotice, GetParam().line).strength, GetParam().strength);
}
TEST_P(SiteFootRulesTest, Judges) {
  EXPECT_EQ(JudgeLine(JudgeSiteFoot, GetParam().line).strength, GetParam().strength);
}

INSTANTIATE_TEST_SUITE_P(
    All, NoticeRulesTest,
    testing::Values(
        RuleCase{"copyright_statement",
                 U"版权声明:凡本网注明来源的作品,版权均属于本网,未经授权不得转载。",
                 Strength::kSure},
        RuleCase{"copyright_line", U"copyright 2015 harbor post. all rights reserved.",
                 Strength::kSure},
        RuleCase{"sign", U"© 2015 harbor post", Strength::kSure},
        RuleCase{
            "disclaimer",
            U"本站转载此文出于传递更多信息之目的,并不代表本站赞同其观点,如有侵权请与本站联系。",
            Strength::kSure},
        RuleCase{"cookie",
                 U"we use cookies to give you the best experience. read our cookie policy.",
                 Strength::kSure},
        RuleCase{"newsletter", U"sign up for our newsletter", Strength::kSure},
        RuleCase{"report_about_copyright",
                 U"国家机关通报,多家网站未经许可转载新闻作品,侵犯着作权,"
                 U"执法人员责令其删除并处以罚款,此前曾多次约谈。",
                 Strength::kEdge},
        RuleCase{"plain", U"会议指出,要压实责任,加密巡查。", Strength::kNone}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    All, SiteFootRulesTest,
    testing::Values(
        RuleCase{"licence", U"甘icp备00000000号-1 技术支持:青河信息中心", Strength::kSure},
        RuleCase{"hotline", U"违法和不良信息举报电话:0700-5550123 举报邮箱:jubao@example.cn",
                 Strength::kSure},
        RuleCase{"foot_menu", U"关于我们 | 联系我们 | 网站地图 | 广告服务", Strength::kSure},
        RuleCase{"address", U"地址:青河市人民路12号 邮编:730000 电话:0700-5550123",
                 Strength::kEdge},
        RuleCase{"mail_alone", U"service@example.cn", Strength::kEdge},
        RuleCase{"phone_alone", U"020-55501234", Strength::kEdge},
        RuleCase{"one_word", U"联系我们", Strength::kEdge},
        RuleCase{"sentence", U"市民可以拨打热线电话0700-5550123,全天有人值守。", Strength::kNone},
        RuleCase{"account_in_the_news",
                 U"某报微信公众号刊文称,政府2020年3月9日在官方公报上公布了新的规定",
                 Strength::kNone},
        RuleCase{"score", U"最终比分98-95", Strength::kNone}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace wirecopy
