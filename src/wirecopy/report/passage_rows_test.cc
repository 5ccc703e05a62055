#include "wirecopy/report/passage_rows.h"

#include <gtest/gtest.h>

#include "wirecopy/report/display_text.h"
#include "wirecopy/report/sample_pair_test.h"

namespace wirecopy {
namespace {

std::string Joined(const PassageRows& laid_out, RowSide PassageRow::* side) {
  std::string text;
  for (const PassageRow& row : laid_out.rows) text += TextOf(row.*side);
  return text;
}

TEST(PassageRowsTest, BothColumnsHoldTheirTextAndNothingElse) {
  SamplePair pair("ferries run again from monday, the port said",
                  "ferries run  again\nfrom monday; the port said");
  pair.AddPassage({"ferries", "said"}, {"ferries", "said"});
  const PassageRows laid_out =
      LayOutPassage(pair.View(), pair.verdict.passages[0], {.column_width = 16});
  EXPECT_EQ(Joined(laid_out, &PassageRow::a), "ferries run again from monday, the port said");
  EXPECT_EQ(Joined(laid_out, &PassageRow::b), "ferries run again from monday; the port said");
  EXPECT_GE(laid_out.rows.size(), 3u);
  for (const PassageRow& row : laid_out.rows) {
    EXPECT_LE(DisplayWidth(TextOf(row.a)), 16);
    EXPECT_LE(DisplayWidth(TextOf(row.b)), 16);
  }
}

// Rows begin with the same word on both sides although one side has more before it.
TEST(PassageRowsTest, RowsStartAtTheSamePlaceOnBothSides) {
  SamplePair pair("甲乙丙丁戊己庚辛壬癸子丑寅卯", "甲乙丙丁(jiǎ yǐ)戊己庚辛壬癸子丑寅卯");
  pair.AddPassage({"甲", "卯"}, {"甲", "卯"});
  const PassageRows laid_out =
      LayOutPassage(pair.View(), pair.verdict.passages[0], {.column_width = 12});
  ASSERT_GE(laid_out.rows.size(), 3u);
  for (const PassageRow& row : laid_out.rows)
    EXPECT_EQ(TextOf(row.a).substr(0, 3), TextOf(row.b).substr(0, 3));
}

TEST(PassageRowsTest, SlotsAreNumberedInTheOrderOfThePassage) {
  SamplePair pair("on day 14 Anna came with 3 boxes", "on day 15 Boris came with boxes");
  pair.AddPassage({"on", "boxes"}, {"on", "boxes"});
  pair.verdict.slots.push_back({SlotKind::kNoise, {6, 7}, {6, 6}, false});
  pair.AddSlot(SlotKind::kName, {"Anna", "Anna"}, {"Boris", "Boris"}, false);
  pair.AddSlot(SlotKind::kNumber, {"14", "14"}, {"15", "15"}, false);
  pair.verdict.slots.push_back({SlotKind::kNumber, {90, 91}, {0, 1}, false});  // of another passage
  const PassageRows laid_out =
      LayOutPassage(pair.View(), pair.verdict.passages[0], {.column_width = 60});
  EXPECT_EQ(Joined(laid_out, &PassageRow::a), "on day [1 14] [2 Anna] came with [3 3] boxes");
  EXPECT_EQ(Joined(laid_out, &PassageRow::b), "on day [1 15] [2 Boris] came with [3 ]boxes");
  ASSERT_EQ(laid_out.slots.size(), 3u);
  EXPECT_EQ(laid_out.slots[1].kind, SlotKind::kName);
}

TEST(PassageRowsTest, FurnitureInsideIsAnEllipsisAndTheRestStaysOpposite) {
  SamplePair pair("甲乙丙丁戊己", "甲乙丙【请订阅本报】丁戊己");
  pair.AddPassage({"甲", "己"}, {"甲", "己"});
  const PassageRows laid_out =
      LayOutPassage(pair.View(), pair.verdict.passages[0], {.column_width = 40});
  EXPECT_EQ(Joined(laid_out, &PassageRow::a), "甲乙丙丁戊己");
  EXPECT_EQ(Joined(laid_out, &PassageRow::b), "甲乙丙【… 丁戊己");
}

TEST(PassageRowsTest, FurnitureInsideIsShownWhereItIsAskedFor) {
  SamplePair pair("甲乙丙丁戊己", "甲乙丙【请订阅本报】丁戊己");
  pair.AddPassage({"甲", "己"}, {"甲", "己"});
  const PassageRows laid_out = LayOutPassage(pair.View(), pair.verdict.passages[0],
                                             {.column_width = 40, .show_furniture = true});
  EXPECT_EQ(Joined(laid_out, &PassageRow::b), "甲乙丙【‹请订阅本报› 丁戊己");
  ASSERT_EQ(laid_out.rows[0].b.size(), 3u);
  EXPECT_EQ(laid_out.rows[0].b[1].ink, Ink::kNote);
}

// A sign beside the colour, on the row that holds the difference and on no other.
TEST(PassageRowsTest, ChangedNumbersAreMarkedByInkAndBySign) {
  SamplePair pair("甲乙丙丁 14 戊己庚辛壬癸子丑", "甲乙丙丁 15 戊己庚辛壬癸子丑");
  pair.AddPassage({"甲", "丑"}, {"甲", "丑"});
  pair.AddSlot(SlotKind::kNumber, {"14", "14"}, {"15", "15"}, false);
  const PassageRows laid_out =
      LayOutPassage(pair.View(), pair.verdict.passages[0], {.column_width = 18});
  ASSERT_EQ(laid_out.rows.size(), 2u);
  EXPECT_EQ(laid_out.rows[0].sign, RowSign::kChanged);
  EXPECT_EQ(laid_out.rows[1].sign, RowSign::kEqual);
  EXPECT_EQ(laid_out.rows[0].a[1].text, "[1 14] ");
  EXPECT_EQ(laid_out.rows[0].a[1].ink, Ink::kDoubt);
}

TEST(PassageRowsTest, UnequalStretchesWithoutASlotStillShowBothTexts) {
  SamplePair pair("甲乙丙丁", "甲子丁丑寅卯");
  pair.AddPassage({"甲", "丁"}, {"甲", "卯"});
  const PassageRows laid_out =
      LayOutPassage(pair.View(), pair.verdict.passages[0], {.column_width = 40});
  EXPECT_EQ(Joined(laid_out, &PassageRow::a), "甲{乙丙丁}");
  EXPECT_EQ(Joined(laid_out, &PassageRow::b), "甲{子丁丑寅卯}");
  SamplePair ends_alike("甲乙丙", "甲子丑丙");
  ends_alike.AddPassage({"甲", "丙"}, {"甲", "丙"});
  const PassageRows of_ends =
      LayOutPassage(ends_alike.View(), ends_alike.verdict.passages[0], {.column_width = 40});
  EXPECT_EQ(Joined(of_ends, &PassageRow::b), "甲{子丑}丙");
}

// What one side has more does not push the rest of the passage out of step.
TEST(PassageRowsTest, BehindAnUnequalStretchEqualWordsStandOppositeAgain) {
  SamplePair pair("甲乙丙丁 子丑 戊己庚辛壬癸", "甲乙丙丁 寅卯辰巳午未 戊己庚辛壬癸");
  pair.AddPassage({"甲", "癸"}, {"甲", "癸"});
  const PassageRows laid_out =
      LayOutPassage(pair.View(), pair.verdict.passages[0], {.column_width = 14});
  EXPECT_EQ(Joined(laid_out, &PassageRow::a), "甲乙丙丁 {子丑} 戊己庚辛壬癸");
  EXPECT_EQ(Joined(laid_out, &PassageRow::b), "甲乙丙丁 {寅卯辰巳午未} 戊己庚辛壬癸");
  EXPECT_EQ(TextOf(laid_out.rows.back().a), TextOf(laid_out.rows.back().b));
  EXPECT_EQ(laid_out.rows.back().sign, RowSign::kEqual);
}

TEST(OriginalOfTest, IsOneHarmlessLine) {
  const SamplePair pair("one\n\x1b[1mtwo three", "x");
  EXPECT_EQ(OriginalOf(pair.text_a, pair.clean_a, {0, 2}), "one ␛[1mtwo");
  EXPECT_EQ(OriginalOf(pair.text_a, pair.clean_a, {1, 1}), "");
}

}  // namespace
}  // namespace wirecopy
