#include "wirecopy/corpus/clock_text.h"

#include <gtest/gtest.h>

namespace wirecopy {
namespace {

struct ClockRow {
  std::string_view text;
  int second_of_day;  // -1: no clock
  std::string_view rest = "";
};

TEST(ClockTextTest, ReadsTimesOfDay) {
  const ClockRow rows[] = {{"10:30", 37800},
                           {"10:30:07.25", 37807},
                           {"9 p.m.", 75600},
                           {"9:05pm", 75900},
                           {"12:00 am", 0},
                           {"12:30 pm", 45000},
                           {"14:30 pm", 52200},
                           {"下午3:05", 54300},
                           {"凌晨12:30", 1800},
                           {"中午1:00", 46800},
                           {"晚上8点", 72000},
                           {"10时30分07秒", 37807},
                           {"10:30, july", 37800, ", july"},
                           {"25:00", -1},
                           {"10:60", -1},
                           {"23:59:60", -1},
                           {"13:05 am", -1},
                           {"晚上12:00", -1},
                           {"上午12:00", -1},
                           {"9", -1},
                           {"9 amsterdam", -1},
                           {"9:5", -1},
                           {"", -1}};
  for (const ClockRow& row : rows) {
    DateScanner in(row.text);
    CalendarTime time;
    const bool read = ReadClock(&in, &time);
    EXPECT_EQ(read, row.second_of_day >= 0) << row.text;
    if (!read) continue;
    EXPECT_EQ(time.hour * 3600 + time.minute * 60 + time.second, row.second_of_day) << row.text;
    EXPECT_EQ(in.rest(), row.rest) << row.text;
  }
}

TEST(ClockTextTest, PrecisionIsWhatIsWritten) {
  const auto precision = [](std::string_view text) {
    DateScanner in(text);
    CalendarTime time;
    EXPECT_TRUE(ReadClock(&in, &time)) << text;
    return time.precision;
  };
  EXPECT_EQ(precision("9pm"), DatePrecision::kHour);
  EXPECT_EQ(precision("10时"), DatePrecision::kHour);
  EXPECT_EQ(precision("9:00pm"), DatePrecision::kMinute);
  EXPECT_EQ(precision("9:00:00"), DatePrecision::kSecond);
}

TEST(ClockTextTest, ReadsZones) {
  constexpr int kNone = 1;
  struct Row {
    std::string_view text;
    int offset_s;
    std::string_view in_doubt = "";
  };
  const Row rows[] = {{"z", 0},
                      {"gmt", 0},
                      {"utc+8", 28800},
                      {"gmt-0330", -12600},
                      {"+08:00", 28800},
                      {"-05", -18000},
                      {"hkt", 28800},
                      {"北京时间", 28800},
                      {"cst", kNone, "cst"},
                      {"bst", kNone, "bst"}};
  for (const Row& row : rows) {
    DateScanner in(row.text);
    CalendarTime time;
    EXPECT_TRUE(ReadZone(&in, &time)) << row.text;
    EXPECT_TRUE(in.done()) << row.text;
    EXPECT_EQ(time.offset_s.value_or(kNone), row.offset_s) << row.text;
    EXPECT_EQ(time.zone_in_doubt, row.in_doubt) << row.text;
  }
  for (const std::string_view text : {"xyz", "+8", "+15:00", "+08:60", "gmt+", "8", ""}) {
    DateScanner in(text);
    CalendarTime time;
    EXPECT_FALSE(ReadZone(&in, &time)) << text;
  }
}

TEST(ClockTextTest, NothingMayFollow) {
  for (const std::string_view text : {"", "10:30", "10:30 z", "10:30:00 +0800 (cst)"}) {
    DateScanner in(text);
    CalendarTime time;
    EXPECT_TRUE(ReadRestAsClock(&in, &time)) << text;
  }
  for (const std::string_view text : {"x", "10:30 x", "10:30 z z", "10:30 (cst)"}) {
    DateScanner in(text);
    CalendarTime time;
    EXPECT_FALSE(ReadRestAsClock(&in, &time)) << text;
  }
}

}  // namespace
}  // namespace wirecopy
