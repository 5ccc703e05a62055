#include "wirecopy/corpus/date_folding.h"

#include <gtest/gtest.h>

namespace wirecopy {
namespace {

TEST(DateFoldingTest, OneSpelling) {
  struct Row {
    std::string_view text;
    std::string_view folded;
  };
  const Row rows[] = {
      {"", ""},
      {" 2022-05-05\n", "2022-05-05"},
      {"July 5, 2026 10:00\u202fAM", "july 5, 2026 10:00 am"},
      {"\u200e7/5/2026", "7/5/2026"},
      {"２０２６年７月７日　１０：３０", "2026年7月7日 10:30"},
      {"2026–07–07", "2026-07-07"},
      {"二〇二六年七月七日", "2026年7月7日"},
      {"二零二六年十二月三十一日", "2026年12月31日"},
      {"二○二六年十月廿一日", "2026年10月21日"},
      {"二十日十时零五分", "20日10时05分"},
      {"7月7號 週二", "7月7号 周二"},
      {"星期二", "星期二"},  // no unit follows
      {"二百年", "二百年"},  // no numeral of dates
      {"十十月", "十十月"},
      {"一二十日", "一二十日"},
      {"零十日", "零十日"},
      {"\xff年", "\xff年"},
  };
  for (const Row& row : rows) EXPECT_EQ(FoldDate(row.text), row.folded) << row.text;
}

TEST(DateFoldingTest, TwiceIsOnce) {
  for (const std::string_view text : {"二〇二六年七月七日", "Jul 5,\u00a02026", "２０２６－０７"}) {
    EXPECT_EQ(FoldDate(FoldDate(text)), FoldDate(text));
  }
}

}  // namespace
}  // namespace wirecopy
