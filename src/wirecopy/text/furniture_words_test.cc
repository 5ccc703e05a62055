#include "wirecopy/text/furniture_words.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

TEST(FurnitureWordsTest, TakesTheLongestWordAndGoesOnBehindIt) {
  const auto hits = FindFurnitureWords(U"责任编辑:林一 编辑:钱二");
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].begin, 0u);
  EXPECT_EQ(hits[0].end, 4u);
  EXPECT_EQ(hits[1].begin, 8u);
  EXPECT_TRUE(hits[1].classes & kEditorLabel);
}

TEST(FurnitureWordsTest, LatinWordsAreWhole) {
  EXPECT_EQ(FindFurnitureWords(U"homeland newsy").size(), 0u);
  EXPECT_EQ(FindFurnitureWords(U"home news").size(), 2u);
  const auto hits = FindFurnitureWords(U"more from us");
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].end, 9u);
  EXPECT_TRUE(hits[0].classes & kRelatedWord);
}

TEST(FurnitureWordsTest, AWordOfTwoClassesHasBoth) {
  const auto hits = FindFurnitureWords(U"评论");
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_TRUE(hits[0].classes & kTopicWord);
  EXPECT_TRUE(hits[0].classes & kShareButton);
}

TEST(FurnitureWordsTest, HitsAreOrderedAndDisjoint) {
  const auto hits = FindFurnitureWords(
      U"首页新闻时政来源发布时间责任编辑版权所有不得转载icp备home page 中 大 摄");
  EXPECT_GE(hits.size(), 10u);
  for (size_t i = 1; i < hits.size(); ++i) EXPECT_LE(hits[i - 1].end, hits[i].begin);
}

TEST(FurnitureWordsTest, NothingInNothing) { EXPECT_TRUE(FindFurnitureWords(U"").empty()); }

}  // namespace
}  // namespace wirecopy
