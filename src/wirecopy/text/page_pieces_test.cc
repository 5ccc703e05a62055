#include "wirecopy/text/page_pieces.h"

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

Piece Only(std::u32string_view text) {
  const PageView page = ViewPage(text);
  EXPECT_EQ(page.pieces.size(), 1u);
  return page.pieces.at(0);
}

TEST(PagePiecesTest, LinesAreTrimmedAndEmptyOnesDropped) {
  const PageView page = ViewPage(U"\n 甲乙 \n\n丙\n");
  ASSERT_EQ(page.pieces.size(), 2u);
  EXPECT_TRUE(page.TextOf(page.pieces[0]) == U"甲乙");
  EXPECT_TRUE(page.TextOf(page.pieces[1]) == U"丙");
  EXPECT_NE(page.pieces[0].line, page.pieces[1].line);
}

TEST(PagePiecesTest, UnitsAreIdeographsWordsAndNumbers) {
  const Piece piece = Only(U"第98次会议 city council");
  EXPECT_EQ(piece.ideographs, 4u);
  EXPECT_EQ(piece.numbers, 1u);
  EXPECT_EQ(piece.words, 2u);
  EXPECT_EQ(piece.units, 7u);
  EXPECT_EQ(CountUnits(U"第98次会议 city council"), 7u);
}

TEST(PagePiecesTest, ProseNeedsASentence) {
  EXPECT_TRUE(Only(U"会议指出,要压实责任,加密巡查。").IsProse());
  EXPECT_TRUE(Only(U"the union said the new contract raises wages by six percent.").IsProse());
  EXPECT_FALSE(Only(U"山区道路抢修完成 恢复双向通车").IsProse());
  EXPECT_FALSE(Only(U"夏粮收购进度过半!农户怎么说?一线调查来了").IsProse());
  EXPECT_FALSE(Only(U"council backs new bridge").IsProse());
}

TEST(PagePiecesTest, PointsThatEndNoSentence) {
  EXPECT_EQ(Only(U"增长3.5个百分点").stops, 0u);
  EXPECT_EQ(Only(U"j. k. doe said so").stops, 0u);
  EXPECT_EQ(Only(U"故事......").stops, 0u);
  EXPECT_EQ(Only(U"3. 山区道路").stops, 0u);
  EXPECT_EQ(Only(U"he said so. she did not.").stops, 2u);
}

TEST(PagePiecesTest, ListMarks) {
  EXPECT_TRUE(Only(U"· 山区道路").bulleted);
  EXPECT_TRUE(Only(U"- 山区道路").bulleted);
  EXPECT_FALSE(Only(U"--山区道路").bulleted);
  EXPECT_TRUE(Only(U"3. 山区道路").numbered);
  EXPECT_TRUE(Only(U"(3)山区道路").numbered);
  EXPECT_FALSE(Only(U"3.5亿元").numbered);
  EXPECT_EQ(Only(U"首页 > 新闻 > 正文").separators, 2u);
}

TEST(PagePiecesTest, FieldsKeepADateWhole) {
  const PageView page = ViewPage(U"甲 2022-05-11 08:39 乙");
  const auto fields = FieldsOf(page, page.pieces[0]);
  ASSERT_EQ(fields.size(), 3u);
  EXPECT_TRUE(page.TextOf(fields[1]) == U"2022-05-11 08:39");
  EXPECT_TRUE(fields[1].is_field);
}

}  // namespace
}  // namespace wirecopy
