#include "damage.h"

#include <gtest/gtest.h>

#include <set>

namespace wirecopy {
namespace {

const char kText[] =
    "6月8日，省防汛抗旱指挥部召开会议，部署“三夏”期间的工作。据省日报报道，会议开了2个小时。\n"
    "会议指出，要严格执行24小时值班制度，及时发布预警。要转移危险地带的群众！\n"
    "会议要求，各市（县、区）统筹抓好生产和救灾。";

DamageContext Context(uint64_t seed) {
  return {SeededRandom(seed), {"不相干的句子在这里。", "另一句也不相干。"}};
}

TEST(Damage, EachChangesTheTextAndTheSameSeedGivesTheSameBytes) {
  std::set<std::string> names;
  for (const Damage& damage : AllDamages()) {
    SCOPED_TRACE(damage.name);
    EXPECT_TRUE(names.insert(damage.name).second);
    DamageContext first = Context(7);
    DamageContext second = Context(7);
    const std::string damaged = ApplyDamage(damage, kText, first);
    EXPECT_NE(damaged, kText);
    EXPECT_FALSE(damaged.empty());
    EXPECT_EQ(damaged, ApplyDamage(damage, kText, second));
  }
}

TEST(Damage, SaysWhatChangesContent) {
  EXPECT_TRUE(ChangesContent("cut"));
  EXPECT_TRUE(ChangesContent("noise"));
  EXPECT_FALSE(ChangesContent("gbk"));
  EXPECT_FALSE(ChangesContent("no such damage"));
}

TEST(Damage, ParsesItsName) {
  EXPECT_EQ(ParseDamage("cut:60"), (Damage{"cut", "60"}));
  EXPECT_EQ(ParseDamage("flat"), (Damage{"flat", ""}));
}

TEST(Damage, SurvivesEmptyAndTinyTexts) {
  for (const Damage& damage : AllDamages()) {
    DamageContext context = Context(1);
    for (const char* text : {"", "甲", "\n", "。"}) {
      ApplyDamage(damage, text, context);
    }
  }
}

}  // namespace
}  // namespace wirecopy
