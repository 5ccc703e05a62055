#include "wirecopy/model/token.h"

#include <cstdint>
#include <ostream>
#include <string_view>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

struct NumberCase {
  const char* name;
  std::string_view digits;
  int64_t value;  // -1: too long to have one
};
void PrintTo(const NumberCase& row, std::ostream* out) { *out << row.name; }

class NumberTokenTest : public testing::TestWithParam<NumberCase> {};

TEST_P(NumberTokenTest, KeepsItsValue) {
  const Token token = NumberToken(GetParam().digits);
  EXPECT_EQ(KindOf(token), TokenKind::kNumber);
  EXPECT_EQ(NumberValue(token), GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(Digits, NumberTokenTest,
                         testing::Values(NumberCase{"zero", "0", 0},
                                         NumberCase{"one digit", "9", 9},
                                         NumberCase{"leading zeros", "007", 7},
                                         NumberCase{"longest with a value", "9999999", 9999999},
                                         NumberCase{"eight digits are hashed", "20221128", -1},
                                         NumberCase{"a telephone number", "01065363107", -1}));

// Stored formats hold these values.
TEST(TokenTest, IsPinned) {
  EXPECT_EQ(WordToken("reuters"), 0x5d30c536u);
  EXPECT_EQ(NumberToken("007"), 0x8c000007u);
  EXPECT_EQ(NumberToken("20221128"), 0x82ce4eccu);
  EXPECT_EQ(CharacterToken(U'会'), 0x4f1au);
  EXPECT_EQ(GraphemeToken("ที่"), 0x2c3eaf29u);
}

TEST(TokenTest, LeadingZerosTellNumbersApart) { EXPECT_NE(NumberToken("7"), NumberToken("07")); }

TEST(TokenTest, KindsAndWeights) {
  EXPECT_EQ(KindOf(CharacterToken(U'会')), TokenKind::kCharacter);
  EXPECT_EQ(KindOf(CharacterToken(0x10ffff)), TokenKind::kCharacter);
  EXPECT_EQ(KindOf(WordToken("a")), TokenKind::kWord);
  EXPECT_EQ(KindOf(GraphemeToken("ที่")), TokenKind::kCharacter);
  EXPECT_EQ(TokenWeight(CharacterToken(U'会')), 3);
  EXPECT_EQ(TokenWeight(GraphemeToken("ที่")), 3);
  EXPECT_EQ(TokenWeight(WordToken("a")), 5);
  EXPECT_EQ(TokenWeight(NumberToken("1")), 5);
  EXPECT_EQ(NumberValue(WordToken("a")), -1);
  EXPECT_EQ(NumberValue(CharacterToken(U'一')), -1);
}

TEST(TokenTest, NoGraphemeOfSeveralCodePointsIsACodePoint) {
  for (std::string_view grapheme : {"", "a", "ที่", "กำ", "กี่"})
    EXPECT_GT(GraphemeToken(grapheme), 0x10ffffu);
}

TEST(TokenTest, NoTokenIsABreak) {
  EXPECT_NE(WordToken(""), kBreakToken);
  EXPECT_NE(NumberToken("0"), kBreakToken);
}

}  // namespace
}  // namespace wirecopy
