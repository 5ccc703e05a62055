#include "wirecopy/corpus/excerpt.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <random>

namespace wirecopy {
namespace {

TEST(ExcerptTest, EscapesWhatATerminalWouldObey) {
  EXPECT_EQ(Excerpt("plain"), "\"plain\"");
  EXPECT_EQ(Excerpt("a\x1b[2J\nb"), "\"a\\x1b[2J\\nb\"");
  EXPECT_EQ(Excerpt("会议"), "\"会议\"");
  EXPECT_EQ(Excerpt("\xff\xfe"), "\"\\xff\\xfe\"");
  EXPECT_EQ(Excerpt(""), "\"\"");
}

TEST(ExcerptTest, CutsBetweenCharacters) {
  EXPECT_EQ(Excerpt("abcdef", 3), "\"abc\"...");
  EXPECT_EQ(Excerpt("会议纪要", 4), "\"会\"...");
  EXPECT_EQ(Excerpt("会议纪要", 5), "\"会\"...");
  EXPECT_EQ(Excerpt("会议纪要", 6), "\"会议\"...");
}

TEST(FirstInvalidUtf8Test, FindsTheFirstBadByte) {
  struct Row {
    std::string_view name;
    std::string_view bytes;
    std::optional<size_t> offset;
  };
  const Row rows[] = {
      {"empty", "", std::nullopt},        {"all lengths", "aé会😀", std::nullopt},
      {"lone continuation", "ab\x80", 2}, {"cut off", "ab\xe4\xbc", 2},
      {"overlong slash", "\xc0\xaf", 0},  {"overlong three", "x\xe0\x80\xaf", 1},
      {"surrogate", "x\xed\xa0\xbd", 1},  {"above the last", "\xf4\x90\x80\x80", 0},
      {"GBK", "\xbb\xe1\xd2\xe9", 0},
  };
  for (const Row& row : rows) EXPECT_EQ(FirstInvalidUtf8(row.bytes), row.offset) << row.name;
}

TEST(FirstInvalidUtf8Test, AgreesWithSimdjson) {
  const std::string_view pieces[] = {"a",    "é",    "会",   "😀",       "\x80",
                                     "\xc3", "\xe4", "\xbc", "\xf0\x9f", "\xed\xa0\x80"};
  constexpr unsigned kSeed = 20;
  std::mt19937 random(kSeed);
  for (int i = 0; i < 20000; ++i) {
    std::string bytes;
    for (size_t n = random() % 6; n > 0; --n) bytes += pieces[random() % std::size(pieces)];
    ASSERT_EQ(!FirstInvalidUtf8(bytes), simdjson::validate_utf8(bytes)) << Excerpt(bytes) << kSeed;
  }
}

TEST(PrintableNameTest, EscapesOnlyWhereItMust) {
  EXPECT_EQ(PrintableName("会议 \"a\"\\b.txt"), "会议 \"a\"\\b.txt");
  EXPECT_EQ(PrintableName("会\x1b[2J"), "会\\x1b[2J");
  EXPECT_EQ(PrintableName("a\xff"), "a\\xff");
}

TEST(WithCommasTest, GroupsByThree) {
  EXPECT_EQ(WithCommas(0), "0");
  EXPECT_EQ(WithCommas(999), "999");
  EXPECT_EQ(WithCommas(1000), "1,000");
  EXPECT_EQ(WithCommas(16777216), "16,777,216");
}

}  // namespace
}  // namespace wirecopy
