#include "wirecopy/report/damage_readings.h"

#include <gtest/gtest.h>

#include "wirecopy/report/sample_pair_test.h"

namespace wirecopy {
namespace {

TEST(DamageReadingsTest, ShowWhatWasAndWhatWasRead) {
  const std::string text = "本報 會(huì)議(yì )開 幕 and so";
  const CleanText clean = SampleClean(text);
  const auto readings =
      DamageReadings(text, clean, {0, static_cast<uint32_t>(clean.tokens.size())});
  ASSERT_EQ(readings.size(), 1u) << "neighbours are one, words are none";
  EXPECT_EQ(readings[0].original, "會(huì)議(yì )");
  EXPECT_EQ(readings[0].read, "会议");
}

TEST(DamageReadingsTest, ACharacterInOtherBytesIsDamage) {
  const std::string text = "日?qǐng)报";
  CleanText clean;
  clean.tokens = {CharacterToken(U'日'), CharacterToken(U'请'), CharacterToken(U'报')};
  clean.begins = {0, 3, 10};
  clean.ends = {3, 9, 13};
  const auto readings = DamageReadings(text, clean, {0, 3});
  ASSERT_EQ(readings.size(), 1u);
  EXPECT_EQ(readings[0].original, "?qǐng)");
  EXPECT_EQ(readings[0].read, "请");
}

TEST(DamageReadingsTest, AreHarmlessAndStayInTheirRange) {
  const std::string text = "會(\x1b[2Jhuì)議(yì)";
  const CleanText clean = SampleClean(text);
  const auto readings = DamageReadings(text, clean, {0, 1});
  EXPECT_TRUE(readings.empty()) << "the gap behind the last token is not in the range";
  EXPECT_EQ(DamageReadings(text, clean, {0, 2})[0].original, "會(␛[2Jhuì)");
  EXPECT_TRUE(DamageReadings(text, clean, {1, 1}).empty());
}

TEST(DamageTextTest, NamesWhatThereIs) {
  EXPECT_EQ(DamageText({}), "");
  EXPECT_EQ(DamageText({.pinyin = 3, .traditional = 2}),
            "3 injected readings, 2 Traditional characters");
}

}  // namespace
}  // namespace wirecopy
