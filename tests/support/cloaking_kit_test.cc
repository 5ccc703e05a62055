#include "cloaking_kit.h"

#include <gtest/gtest.h>

#include <ostream>
#include <set>

namespace wirecopy {
namespace {

TEST(ToTraditional, ConvertsOneToOneAndLeavesTheAmbiguous) {
  EXPECT_EQ(ToTraditional("领导会议，ok 1"), "領導會議，ok 1");
  EXPECT_EQ(ToTraditional("白云 关于 最后 干部 筑牢 公里"), "白云 關于 最后 干部 筑牢 公里");
  EXPECT_EQ(ToTraditional("重症 恢复"), "重癥 恢復");
}

struct BytewiseCase {
  const char* why;
  const char* text;
  const char* damaged;
  friend void PrintTo(const BytewiseCase& c, std::ostream* out) { *out << c.why; }
};

class Bytewise : public testing::TestWithParam<BytewiseCase> {};

TEST_P(Bytewise, GivesTheDamageSeenOnPages) {
  EXPECT_EQ(InjectReadingsBytewise(GetParam().text, AllReadings()), GetParam().damaged);
}

INSTANTIATE_TEST_SUITE_P(
    CloakingKit, Bytewise,
    testing::Values(BytewiseCase{"aligned", "領導小組", "領(lǐng)導(dǎo)小組"},
                    BytewiseCase{"last byte of one and first of the next are a listed character",
                                 "日報", "日?qǐng)?bào)"},
                    BytewiseCase{"the same after a digit", "3日報道", "3日?qǐng)?bào)道"},
                    BytewiseCase{"trail byte in the ASCII range stays", "侵擾", "侵?jǐn)_"},
                    BytewiseCase{"out of step until the next torn pair",
                                 "咨詢如何成為春羽作者請聯系",
                                 "咨詢?nèi)绾纬蔀榇河鹱髡哒?qǐng)聯(lián)系"},
                    BytewiseCase{"out of step until an ASCII byte", "總經理楊斌及各分廠",
                                 "總經(jīng)理?xiàng)畋蠹案鞣謴S"},
                    BytewiseCase{"nothing listed", "工作和的", "工作和的"}));

TEST(LoseLeadBytes, ReadsOutOfStepFromAnA3TrailBeforeAQuotationMark) {
  EXPECT_EQ(LoseLeadBytes("確保“五一”期間"), "確！拔逡弧逼陂g");
  EXPECT_EQ(LoseLeadBytes("確保五一期間"), "確保五一期間");
}

TEST(Cloak, DoesItAll) {
  EXPECT_EQ(Cloak("确保“五一”期间，据南方日报", ReadingsOfGroup('a')),
            "確!拔逡弧逼陂g,據南方日?qǐng)?bào)");
}

TEST(Readings, SelectionsDifferAndKeepTheirOrder) {
  std::set<size_t> sizes;
  for (char group : {'a', 'b', 'c', 'd', 'e'}) sizes.insert(ReadingsOfGroup(group).size());
  EXPECT_EQ(sizes, (std::set<size_t>{44, 57, 69, 75, 84}));
  EXPECT_EQ(AllReadings().size(), 109u);
  EXPECT_TRUE(ReadingsOfGroup('z').empty());
}

TEST(InjectReadings, WritesEachForm) {
  const std::vector<Reading> readings = {{U'會', "huì", ""}};
  EXPECT_EQ(InjectReadings("會會", readings, ReadingForm::kPlain), "會(huì)會(huì)");
  EXPECT_EQ(InjectReadings("會", readings, ReadingForm::kTrailingSpace), "會(huì )");
  EXPECT_EQ(InjectReadings("會議會", readings, ReadingForm::kUnopened), "會huì)議會(huì)");
}

TEST(InjectToneless, HitsSomeOccurrences) {
  SeededRandom random(1);
  const std::vector<Reading> readings = {{U'會', "huì", ""}, {U'綠', "lǜ", ""}};
  EXPECT_EQ(InjectToneless("會綠", readings, 1, random), "會(hui)綠(lv)");
  EXPECT_EQ(InjectToneless("會綠", readings, 0, random), "會綠");
}

}  // namespace
}  // namespace wirecopy
