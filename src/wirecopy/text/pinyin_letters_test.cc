#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "wirecopy/text/pinyin.h"

namespace wirecopy {
namespace {

struct Row {
  const char* name;
  const char* text;
  const char* letters;
  int tone;
  int tones;
  uint32_t size_bytes;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class PinyinLettersTest : public testing::TestWithParam<Row> {};

TEST_P(PinyinLettersTest, Reads) {
  const Row& row = GetParam();
  const PinyinLetters read = ReadPinyinLetters(row.text, 0);
  EXPECT_EQ(read.Letters(), row.letters);
  EXPECT_EQ(read.tone, row.tone);
  EXPECT_EQ(read.tones, row.tones);
  EXPECT_EQ(read.size_bytes, row.size_bytes);
}

INSTANTIATE_TEST_SUITE_P(
    All, PinyinLettersTest,
    testing::Values(Row{"caron", "lǐng)", "ling", 3, 1, 5}, Row{"first tone", "jī", "ji", 1, 1, 3},
                    Row{"umlaut with tone", "lǜ", "lv", 4, 1, 3},
                    Row{"umlaut", "lü", "lv", 0, 0, 3},
                    Row{"breve for caron", "hăo", "hao", 3, 1, 4},
                    Row{"combining tone", "hao\u0301", "hao", 2, 1, 5},
                    Row{"combining umlaut and tone", "lu\u0308\u0301", "lv", 2, 1, 6},
                    Row{"phonetic a", "chuɑng", "chuang", 0, 0, 7},
                    Row{"toneless", "ri)", "ri", 0, 0, 2},
                    Row{"two tones", "lǐngdǎo", "lingdao", 3, 2, 9},
                    Row{"stops after seven", "abcdefghij", "abcdefg", 0, 0, 7},
                    Row{"upper case", "Ri", "", 0, 0, 0}, Row{"empty", "", "", 0, 0, 0},
                    Row{"combining tone without vowel", "\u0301", "", 0, 0, 0}));

}  // namespace
}  // namespace wirecopy
