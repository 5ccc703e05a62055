#include "wirecopy/base/code_points.h"

#include <gtest/gtest.h>

#include <vector>

namespace wirecopy {
namespace {

std::vector<char32_t> Decode(std::string_view text) {
  std::vector<char32_t> decoded;
  for (size_t at = 0; at < text.size();) decoded.push_back(NextCodePoint(text, &at));
  return decoded;
}

TEST(CodePointsTest, EveryScalarValueGoesThereAndBack) {
  for (char32_t c = 0; c <= 0x10ffff; ++c) {
    if (c == 0xd800) c = 0xe000;
    std::string text;
    AppendUtf8(c, &text);
    size_t at = 0;
    ASSERT_EQ(NextCodePoint(text, &at), c);
    ASSERT_EQ(at, text.size());
  }
}

struct BrokenText {
  const char* name;
  std::string_view text;
  std::vector<char32_t> decoded;
};
void PrintTo(const BrokenText& row, std::ostream* out) { *out << row.name; }

class BrokenTextTest : public testing::TestWithParam<BrokenText> {};

TEST_P(BrokenTextTest, ABadByteIsOneReplacementAndTheRestGoesOn) {
  EXPECT_EQ(Decode(GetParam().text), GetParam().decoded);
}

constexpr char32_t kBad = kReplacementCharacter;
INSTANTIATE_TEST_SUITE_P(
    Texts, BrokenTextTest,
    testing::Values(BrokenText{"lone continuation", "a\x80z", {'a', kBad, 'z'}},
                    BrokenText{"truncated at the end", "\xe4\xb8", {kBad, kBad}},
                    BrokenText{"truncated before a letter", "\xe4\xb8z", {kBad, kBad, 'z'}},
                    BrokenText{"written too long", "\xc0\xaf", {kBad, kBad}},
                    BrokenText{"surrogate", "\xed\xa0\x80", {kBad, kBad, kBad}},
                    BrokenText{
                        "above the last plane", "\xf4\x90\x80\x80", {kBad, kBad, kBad, kBad}},
                    BrokenText{"no lead byte", "\xff好", {kBad, U'好'}}));

}  // namespace
}  // namespace wirecopy
