#include "wirecopy/text/furniture_words.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/text/furniture_word_groups.h"
#include "wirecopy/text/page_characters.h"
#include "wirecopy/text/page_pieces.h"

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

// Every word of the table with its classes.
std::map<std::u32string_view, uint32_t> AllWords() {
  std::map<std::u32string_view, uint32_t> words;
  for (const WordGroup& group : kWordGroups) {
    for (size_t begin = 0; begin < group.words.size();) {
      const size_t end = std::min(group.words.find(U'|', begin), group.words.size());
      if (end > begin) words[group.words.substr(begin, end - begin)] |= group.classes;
      begin = end + 1;
    }
  }
  return words;
}

// What FindFurnitureWords promises, by trying every word at every place.
std::vector<WordHit> FindSlowly(std::u32string_view text,
                                const std::map<std::u32string_view, uint32_t>& words) {
  std::vector<WordHit> hits;
  for (size_t i = 0; i < text.size();) {
    WordHit hit;
    for (const auto& [word, classes] : words) {
      const size_t end = i + word.size();
      const bool starts_inside = i > 0 && IsLatin(text[i - 1]) && IsLatin(word[0]);
      const bool ends_inside = end < text.size() && IsLatin(word.back()) && IsLatin(text[end]);
      if (!text.substr(i).starts_with(word) || starts_inside || ends_inside || end <= hit.end)
        continue;
      hit = {static_cast<uint32_t>(i), static_cast<uint32_t>(end), classes, CountUnits(word)};
    }
    if (hit.end > 0) hits.push_back(hit);
    i = std::max<size_t>(hit.end, i + 1);
  }
  return hits;
}

TEST(FurnitureWordsTest, AgreesWithALookAtEveryWord) {
  const auto words = AllWords();
  const std::vector<std::pair<std::u32string_view, uint32_t>> list(words.begin(), words.end());
  constexpr std::u32string_view kBetween = U"  :,。abs1é中新";
  std::mt19937 random(23);
  for (int round = 0; round < 300; ++round) {
    std::u32string text;
    for (int part = 0; part < 8; ++part) {
      const std::u32string_view word = list[random() % list.size()].first;
      text += word.substr(0, random() % 4 == 0 ? random() % (word.size() + 1) : word.size());
      if (random() % 3 != 0) text += kBetween[random() % kBetween.size()];
    }
    const auto hits = FindFurnitureWords(text), expected = FindSlowly(text, words);
    ASSERT_EQ(hits.size(), expected.size()) << "round " << round;
    for (size_t i = 0; i < hits.size(); ++i) {
      ASSERT_EQ(hits[i].begin, expected[i].begin) << "round " << round;
      ASSERT_EQ(hits[i].end, expected[i].end) << "round " << round;
      ASSERT_EQ(hits[i].classes, expected[i].classes) << "round " << round;
      ASSERT_EQ(hits[i].units, expected[i].units) << "round " << round;
    }
  }
}

}  // namespace
}  // namespace wirecopy
