#include "wirecopy/compare/filling_words.h"

#include "gtest/gtest.h"
#include "wirecopy/compare/made_text_test.h"

namespace wirecopy {
namespace {

TEST(FillingWordsTest, Deictic) {
  for (std::u32string_view text : {U"今天", U"据悉昨日上午", U"我省", U"on tuesday", U"yesterday"})
    EXPECT_TRUE(IsDeictic(TokensOf(text)));
  for (std::u32string_view text : {U"", U"今", U"天今", U"4日", U"河西省", U"todays", U"day"})
    EXPECT_FALSE(IsDeictic(TokensOf(text)));
}

TEST(FillingWordsTest, Writer) {
  for (std::u32string_view text :
       {U"记者张伟明", U"据新华社", U"本报讯通讯员", U"reporting by mary"})
    EXPECT_TRUE(NamesWriter(TokensOf(text)));
  for (std::u32string_view text : {U"", U"张伟明", U"记录", U"report", U"mary said"})
    EXPECT_FALSE(NamesWriter(TokensOf(text)));
}

}  // namespace
}  // namespace wirecopy
