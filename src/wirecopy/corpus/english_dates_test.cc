#include "wirecopy/corpus/english_dates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace wirecopy {
namespace {

TEST(EnglishDatesTest, EveryOrderIsTheSameDay) {
  std::vector<std::string> parts = {"07", "jul", "2026", "tue"};
  std::ranges::sort(parts);
  do {
    const std::string text = parts[0] + " " + parts[1] + ", " + parts[2] + " " + parts[3];
    const auto time = ReadEnglishDate(text);
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(time->year, 2026) << text;
    EXPECT_EQ(time->month, 7) << text;
    EXPECT_EQ(time->day, 7) << text;
    EXPECT_EQ(time->hour, 0) << text;
    EXPECT_EQ(time->precision, DatePrecision::kDay) << text;
  } while (std::ranges::next_permutation(parts).found);
}

TEST(EnglishDatesTest, ZonesOfMailHoldInMailAlone) {
  const auto offset = [](std::string_view text) {
    const auto time = ReadEnglishDate(text);
    EXPECT_TRUE(time) << text;
    return time ? time->offset_s : std::nullopt;
  };
  EXPECT_EQ(offset("tue, 07 jul 2026 10:30:00 edt"), -4 * 3600);
  EXPECT_EQ(offset("07 jul 2026 10:30 pst"), -8 * 3600);
  EXPECT_EQ(offset("07 jul 2026 10:30 cst"), std::nullopt);
  EXPECT_EQ(offset("7 july 2026 10:30 am est"), std::nullopt);
  EXPECT_EQ(offset("7 july 2026 10:30 p.m. est"), std::nullopt);
  EXPECT_EQ(offset("july 7, 2026 10:30 est"), std::nullopt);
  EXPECT_EQ(offset("9:05 pm edt, tue july 7, 2026"), std::nullopt);
}

TEST(EnglishDatesTest, ShortYearsOfMail) {
  ASSERT_TRUE(ReadEnglishDate("tuesday, 07-jul-26 10:30:00 gmt"));
  EXPECT_EQ(ReadEnglishDate("tuesday, 07-jul-26 10:30:00 gmt")->year, 2026);
  EXPECT_EQ(ReadEnglishDate("07 jul 96 10:30 gmt")->year, 1996);
  EXPECT_FALSE(ReadEnglishDate("07 jul 26"));
  EXPECT_FALSE(ReadEnglishDate("jul 07 26 10:30"));
}

TEST(EnglishDatesTest, NoneIsGuessed) {
  for (const std::string_view text :
       {"", "july", "2026", "july 7", "tue july 2026", "july 2026 10:30", "wed 7 july 2026",
        "7 7 july 2026", "7 july july 2026", "7 july 2026 10:30 11:30", "7 july 2026 +0800",
        "7 july 2026 gmt", "7x july 2026", "july 7, 2026 (cst)", "7 july 02026", "1e7 july 2026"}) {
    EXPECT_FALSE(ReadEnglishDate(text)) << text;
  }
}

}  // namespace
}  // namespace wirecopy
