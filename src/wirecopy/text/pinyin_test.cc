#include "wirecopy/text/pinyin.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "wirecopy/text/gbk.h"

namespace wirecopy {
namespace {

TEST(PinyinTest, KnowsSyllables) {
  for (const char* syllable : {"a", "ri", "zhuàng", "lǜ", "huì", "shuāng", "er", "yuán"}) {
    const PinyinSyllable read = ReadPinyin(syllable, 0);
    EXPECT_NE(read.number, 0) << syllable;
    EXPECT_EQ(read.size_bytes, std::string_view(syllable).size()) << syllable;
  }
  EXPECT_EQ(ReadPinyin("huì", 0).tone, 4);
  EXPECT_EQ(ReadPinyin("hui", 0).tone, 0);
  EXPECT_EQ(ReadPinyin("huì", 0).number, ReadPinyin("huí", 0).number);
}

TEST(PinyinTest, FindsEverySyllableOfItsTable) {
  ASSERT_GT(pinyin::kSyllableCount, 300u);
  for (size_t i = 0; i < pinyin::kSyllableCount; ++i)
    EXPECT_EQ(ReadPinyin(pinyin::kSyllables[i], 0).number, i + 1) << pinyin::kSyllables[i];
}

TEST(PinyinTest, IsNotTakenInByOtherWords) {
  for (const char* word :
       {"", "the", "gif", "bit", "née", "café", "soufflé", "lǐngdǎo", "q", "zhuangs"}) {
    EXPECT_EQ(ReadPinyin(word, 0).number, 0) << word;
  }
}

TEST(PinyinTest, KnowsHowCharactersAreRead) {
  EXPECT_TRUE(IsReadingOf(ReadPinyin("ri", 0), U'日'));
  EXPECT_TRUE(IsReadingOf(ReadPinyin("lǐng", 0), U'领'));
  EXPECT_FALSE(IsReadingOf(ReadPinyin("ri", 0), U'月'));
  EXPECT_FALSE(IsReadingOf(PinyinSyllable{}, U'日'));
  EXPECT_FALSE(IsReadingOf(ReadPinyin("ri", 0), U'a'));
}

TEST(PinyinTest, AnnotatedCharactersAreSortedAndReadable) {
  uint16_t last = 0;
  std::set<char32_t> characters;
  for (const AnnotatedCharacter& row : AllAnnotated()) {
    EXPECT_GE(row.gbk, last);
    last = row.gbk;
    characters.insert(FromGbk(row.gbk >> 8, row.gbk & 0xFF));
    EXPECT_GE(row.tone, 1);
    EXPECT_LE(row.tone, 4);
    EXPECT_GE(row.syllable, 1);
    EXPECT_LE(row.syllable, pinyin::kSyllableCount);
  }
  EXPECT_GE(characters.size(), 109u);
  EXPECT_TRUE(characters.contains(U'報'));
  EXPECT_TRUE(characters.contains(U'請'));
}

}  // namespace
}  // namespace wirecopy
