#include "wirecopy/report/text_edits.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace wirecopy {
namespace {

std::u16string Applied(const Utf16Text& base, const Utf16Text& text,
                       const std::vector<TextEdit>& edits) {
  std::u16string applied;
  for (const TextEdit& edit : edits) {
    // As it is written: each stretch by itself.
    applied += Utf16Text((edit.is_new ? text : base).Slice(edit.begin, edit.end)).units();
  }
  return applied;
}

struct Case {
  const char* name;
  std::string base;
  std::string text;
  std::vector<TextEdit> edits;
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class TextEditsTest : public testing::TestWithParam<Case> {};

TEST_P(TextEditsTest, AreWhatIsExpected) {
  const Utf16Text base(GetParam().base);
  const Utf16Text text(GetParam().text);
  const std::vector<TextEdit> edits = EditsAgainst(EditBase(base), text);
  EXPECT_EQ(edits, GetParam().edits);
  EXPECT_EQ(Applied(base, text, edits), text.units());
}

const std::string kLine = "渡口昨天重新开放首班船六点离岸";  // 15 units

INSTANTIATE_TEST_SUITE_P(
    Texts, TextEditsTest,
    testing::Values(
        Case{"nothing of nothing", "", "", {}}, Case{"nothing of a text", kLine, "", {}},
        Case{"a text of nothing", "", "abc", {{true, 0, 3}}},
        Case{"the same", kLine, kLine, {{false, 0, 15}}},
        Case{"framed", kLine, "甲" + kLine + "乙", {{true, 0, 1}, {false, 0, 15}, {true, 16, 17}}},
        Case{"moved",
             kLine + "——" + "abcdefghij",
             "abcdefghij" + kLine,
             {{false, 17, 27}, {false, 0, 15}}},
        Case{"too short to be worth it", "渡口昨天重新开", "渡口昨天重新开", {{true, 0, 7}}},
        Case{"repeated", "abcdefgh", "abcdefghabcdefgh", {{false, 0, 8}, {false, 0, 8}}},
        // 😀 and 😁 share their first half.
        Case{"not inside a surrogate pair",
             "abcdefgh😀",
             "abcdefgh😁",
             {{false, 0, 8}, {true, 8, 10}}}));

// Whatever the texts hold: characters of any width, runs of one, halves that match, broken bytes.
TEST(EditsAgainstTest, GiveTheTextExactly) {
  const std::string parts[] = {"渡口昨天重新开放", "aaaaaaaaaaaa", "😀😁😀😁", "\xff",
                               "\xe6\xb8",         "\n",           "é",        "😀"};
  uint64_t seed = 11;
  const auto made = [&](int length) {
    std::string text;
    for (int i = 0; i < length; ++i) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      text += parts[(seed >> 33) % std::size(parts)];
    }
    return text;
  };
  for (int round = 0; round < 1000; ++round) {
    const std::string of = made(round % 23);
    const std::string to = made(round % 17);
    const Utf16Text base(of);
    const Utf16Text text(to);
    ASSERT_EQ(Applied(base, text, EditsAgainst(EditBase(base), text)), text.units()) << round;
  }
}

}  // namespace
}  // namespace wirecopy
