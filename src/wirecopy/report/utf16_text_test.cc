#include "wirecopy/report/utf16_text.h"

#include <gtest/gtest.h>

#include <string>

namespace wirecopy {
namespace {

TEST(Utf16TextTest, CountsAsBrowsersDo) {
  const std::string original = "aé渡😀z";
  const Utf16Text text(original);
  EXPECT_EQ(text.units(), u"aé渡😀z");
  const uint32_t bytes[] = {0, 1, 3, 6, 10, 11};
  const uint32_t units[] = {0, 1, 2, 3, 5, 6};
  for (size_t i = 0; i < std::size(bytes); ++i) EXPECT_EQ(text.UnitAt(bytes[i]), units[i]);
  EXPECT_EQ(text.Slice(1, 3), "é渡");
  EXPECT_EQ(text.Slice(3, 5), "😀");
  EXPECT_EQ(text.Slice(6, 6), "");
  EXPECT_TRUE(text.IsSecondHalf(4));
  EXPECT_FALSE(text.IsSecondHalf(3));
  EXPECT_FALSE(text.IsSecondHalf(99));
}

TEST(Utf16TextTest, BrokenBytesCountOneEach) {
  const std::string original = "\xe6\xb8渡\xff";
  const Utf16Text text(original);
  EXPECT_EQ(text.units(), u"\ufffd\ufffd渡\ufffd");
  EXPECT_EQ(text.UnitAt(2), 2u);
  EXPECT_EQ(text.UnitAt(5), 3u);
}

TEST(Utf16TextTest, OfNothing) {
  const Utf16Text text("");
  EXPECT_TRUE(text.units().empty());
  EXPECT_EQ(text.UnitAt(0), 0u);
  EXPECT_EQ(text.Slice(0, 0), "");
}

}  // namespace
}  // namespace wirecopy
