#include "code_points.h"

#include <gtest/gtest.h>

namespace wirecopy {
namespace {

TEST(CodePoints, GoThereAndBack) {
  for (const std::string text : {"", "a", "é", "汉", "😀", "a汉😀é\n"}) {
    EXPECT_EQ(ToUtf8(ToCodePoints(text)), text);
  }
  EXPECT_EQ(ToCodePoints("a汉😀"), U"a汉😀");
}

TEST(CodePoints, StrayBytesBecomeReplacementCharacters) {
  EXPECT_EQ(ToCodePoints("a\x80z"), U"a\uFFFDz");
  EXPECT_EQ(ToCodePoints("\xE6\xB1"), U"\uFFFD\uFFFD");
}

}  // namespace
}  // namespace wirecopy
