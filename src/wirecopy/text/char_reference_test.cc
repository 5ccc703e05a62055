#include "wirecopy/text/char_reference.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace wirecopy {
namespace {

struct Row {
  const char* name;
  const char* text;
  char32_t code_point;
  uint32_t size_bytes;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class CharReferenceTest : public testing::TestWithParam<Row> {};

TEST_P(CharReferenceTest, Reads) {
  const Row& row = GetParam();
  const std::string text = std::string("x") + row.text;
  const CharReference reference = ReadCharReference(text, 1);
  EXPECT_EQ(reference.size_bytes, row.size_bytes);
  if (row.size_bytes == 0) return;
  EXPECT_EQ(static_cast<uint32_t>(reference.code_point), static_cast<uint32_t>(row.code_point));
}

INSTANTIATE_TEST_SUITE_P(
    All, CharReferenceTest,
    testing::Values(
        Row{"named", "&ldquo;x", U'“', 7}, Row{"first of the table", "&AMP;", U'&', 5},
        Row{"last of the table", "&zwnj;", 0x200C, 6}, Row{"nbsp", "&nbsp;", 0xA0, 6},
        Row{"nbsp without semicolon", "&nbsp第", 0xA0, 5},
        Row{"nbsp glued to a word", "&nbspand", 0xA0, 5},
        Row{"escaped twice", "&amp;nbsp;", 0xA0, 10},
        Row{"escaped twice, numeric", "&amp;#39;", U'\'', 9},
        Row{"ampersand alone", "&amp;x", U'&', 5},
        Row{"escaped three times stops at two", "&amp;amp;lt;", U'&', 9},
        Row{"decimal", "&#20013;", U'中', 8}, Row{"hexadecimal", "&#x4E2d;", U'中', 8},
        Row{"windows-1252", "&#146;", U'’', 6}, Row{"zero", "&#0;", 0xFFFD, 4},
        Row{"surrogate", "&#xD83D;", 0xFFFD, 8}, Row{"beyond Unicode", "&#x110000;", 0xFFFD, 10},
        Row{"beyond 32 bits", "&#99999999;", 0xFFFD, 11},
        Row{"too many digits", "&#000000065;", 0, 0}, Row{"no digits", "&#;", 0, 0},
        Row{"no hexadecimal digits", "&#x;", 0, 0}, Row{"unknown name", "&wirecopy;", 0, 0},
        Row{"name without semicolon", "&copy=2", 0, 0}, Row{"plain ampersand", "&", 0, 0},
        Row{"between words", "& b;", 0, 0}, Row{"number without semicolon", "&#65", 0, 0}));

}  // namespace
}  // namespace wirecopy
