#include "wirecopy/text/judged_page.h"

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

TEST(JudgedPageTest, AFlattenedPageIsCutIntoFields) {
  const JudgedPage page = JudgePage(
      U"设为首页 加入收藏 某市召开会议 来源:青河时报 会议指出,要压实责任,加密巡查,做好转移。 "
      U"责任编辑:林一");
  ASSERT_EQ(page.size(), 6u);
  EXPECT_TRUE(page.IsBody(4));
  EXPECT_TRUE(page.IsLoose(2));
  EXPECT_EQ(page.judgements[5].strength, Strength::kSure);
}

TEST(JudgedPageTest, AParagraphWithSpacesStaysWhole) {
  EXPECT_EQ(JudgePage(U"会议指出, 要压实责任, 加密巡查, 做好转移。").size(), 1u);
}

TEST(JudgedPageTest, AColumnOfMenuWordsIsNavigation) {
  const JudgedPage page = JudgePage(U"首页\n时政\n古街\n财经\n某市召开会议部署工作");
  for (size_t i = 0; i < 4; ++i) EXPECT_EQ(page.judgements[i].strength, Strength::kEdge) << i;
  EXPECT_TRUE(page.judgements[2].tops_site);
  EXPECT_EQ(page.judgements[4].strength, Strength::kNone);
}

TEST(JudgedPageTest, ShortVerseIsNoMenu) {
  const JudgedPage page = JudgePage(U"山高\n水长\n云淡\n风轻\n月明");
  for (size_t i = 0; i < page.size(); ++i)
    EXPECT_EQ(page.judgements[i].strength, Strength::kNone) << i;
}

TEST(JudgedPageTest, ALongHeadlineOfAListIsNoBody) {
  const JudgedPage page =
      JudgePage(U"辽河队连败恐无缘八强,各队强弱分化明显,谁能笑到最后见分晓。 11-02");
  EXPECT_FALSE(page.IsBody(0));
  EXPECT_TRUE(page.IsLoose(0));
}

}  // namespace
}  // namespace wirecopy
