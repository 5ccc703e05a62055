#include "wirecopy/base/escaping.h"

#include <string>

#include "gtest/gtest.h"
#include "wirecopy/base/code_points.h"

namespace wirecopy {
namespace {

std::string Json(std::string_view text) {
  std::string json;
  AppendJsonString(text, &json);
  return json;
}

TEST(AppendJsonStringTest, EscapesWhatSteers) {
  EXPECT_EQ(Json("会 \"a\"\\\n\t\r"), R"("会 \"a\"\\\n\t\r")");
  EXPECT_EQ(Json("\x1b\x7f\u009b\u2028"), R"("\u001b\u007f\u009b\u2028")");
  EXPECT_EQ(Json("\u202e\u200f\u061c\u2066"), R"("\u202e\u200f\u061c\u2066")");
  EXPECT_EQ(Json("a\xff\xe4"), "\"a\ufffd\ufffd\"");
}

TEST(PrintableTest, EscapesWhatSteers) {
  EXPECT_EQ(Printable("会 \"a\"\\ \ufffd"), "会 \"a\"\\ \ufffd");
  EXPECT_EQ(Printable("\x1b[2J\n\x7f"), R"(\x1b[2J\x0a\x7f)");
  EXPECT_EQ(Printable("\u200f\u061c\u009b"), R"(\xe2\x80\x8f\xd8\x9c\xc2\x9b)");
  EXPECT_EQ(Printable("\x9b 会\xff"), R"(\x9b 会\xff)");
}

// Both escape the same characters, whichever those are.
TEST(EscapingTest, OneRuleForBoth) {
  for (char32_t c = 0; c < 0x3000; ++c) {
    if (c == '"' || c == '\\') continue;
    std::string text;
    AppendUtf8(c, &text);
    EXPECT_EQ(Printable(text) == text, Json(text) == '"' + text + '"') << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace wirecopy
