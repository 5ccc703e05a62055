#include "gbk.h"

#include <gtest/gtest.h>

namespace wirecopy {
namespace {

TEST(Gbk, WritesTwoBytesForAChineseCharacter) {
  EXPECT_EQ(ToGbk("日報a"),
            "\xC8\xD5\x88\xF3"
            "a");
  EXPECT_EQ(FromGbk("\xC8\xD5\x88\xF3"
                    "a"),
            "日報a");
}

TEST(Gbk, HoldsTonedVowels) { EXPECT_EQ(FromGbk(ToGbk("(lǐng) ü ā")), "(lǐng) ü ā"); }

TEST(Gbk, CharactersItLacksBecomeQuestionMarks) { EXPECT_EQ(ToGbk("a😀b"), "a?b"); }

TEST(Gbk, TornPairIsOneQuestionMarkAndTakesItsNeighbour) {
  EXPECT_EQ(FromGbk("\x88(q"), "?q");
  EXPECT_EQ(FromGbk("a\x88"), "a?");
}

}  // namespace
}  // namespace wirecopy
