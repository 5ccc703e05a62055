#include "passage_damage.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wirecopy {
namespace {

using Paragraphs = std::vector<std::vector<std::string>>;

const char kChinese[] = "第一句。第二句！“第三句。”第四句\n第五句；第六句。\n第七句。\n第八句。";

TEST(SplitSentences, CutsBehindStopsAndClosingMarks) {
  EXPECT_EQ(SplitSentences(kChinese), (Paragraphs{{"第一句。", "第二句！", "“第三句。”", "第四句"},
                                                  {"第五句；", "第六句。"},
                                                  {"第七句。"},
                                                  {"第八句。"}}));
  EXPECT_EQ(SplitSentences("It rose 3.5 percent. \"Why?\" he said. No."),
            (Paragraphs{{"It rose 3.5 percent. ", "\"Why?\" he said. ", "No."}}));
  EXPECT_EQ(SplitSentences(""), (Paragraphs{{}}));
}

TEST(SplitSentences, JoinsAgain) {
  for (const std::string text : {kChinese, "", "\n\n", "A b. C d.\nE", "。。"}) {
    EXPECT_EQ(JoinSentences(SplitSentences(text)), text);
  }
}

TEST(PassageDamage, CutKeepsTheBeginning) {
  EXPECT_EQ(CutTo(kChinese, .1), "第一句。");
  EXPECT_EQ(CutTo(kChinese, 1), kChinese);
}

TEST(PassageDamage, DropKeepsTheOrderAndNeverEverything) {
  SeededRandom random(1);
  const std::string dropped = DropSentences(kChinese, .5, random);
  size_t kept = 0;
  size_t place = 0;
  for (const auto& paragraph : SplitSentences(dropped)) {
    for (const std::string& sentence : paragraph) {
      place = std::string_view(kChinese).find(sentence, place);
      ASSERT_NE(place, std::string::npos) << sentence;
      ++kept;
    }
  }
  EXPECT_EQ(kept, 4u);
  EXPECT_FALSE(DropSentences(kChinese, 1, random).empty());
}

TEST(PassageDamage, InsertKeepsTheOwnSentences) {
  SeededRandom random(2);
  const std::vector<std::string> foreign = {"外来句一。", "外来句二。", "外来句三。"};
  const std::string mixed = InsertSentences(kChinese, foreign, .2, random);
  EXPECT_GT(mixed.size(), sizeof(kChinese));
  std::string own = mixed;
  for (const std::string& sentence : foreign) {
    if (const size_t at = own.find(sentence); at != std::string::npos)
      own.erase(at, sentence.size());
  }
  EXPECT_EQ(own, kChinese);
}

TEST(PassageDamage, ReorderMovesParagraphsBehindTheFirst) {
  SeededRandom random(3);
  const std::string moved = ReorderParagraphs(kChinese, random);
  EXPECT_NE(moved, kChinese);
  Paragraphs before = SplitSentences(kChinese);
  Paragraphs after = SplitSentences(moved);
  EXPECT_EQ(before[0], after[0]);
  std::ranges::sort(before);
  std::ranges::sort(after);
  EXPECT_EQ(before, after);
  EXPECT_EQ(ReorderParagraphs("一。二。三。", random), "二。三。一。");
}

TEST(PassageDamage, ExcerptComesFromBehindTheFirstSentence) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    SeededRandom random(seed);
    const std::string excerpt = Excerpt(kChinese, .3, random);
    EXPECT_GE(excerpt.size(), sizeof(kChinese) * 3 / 10) << seed;
    EXPECT_LT(excerpt.size(), sizeof(kChinese) / 2) << seed;
    EXPECT_NE(std::string_view(kChinese).find(excerpt), std::string::npos) << seed;
    EXPECT_EQ(excerpt.find("第一句"), std::string::npos) << seed;
  }
  SeededRandom random(1);
  EXPECT_EQ(Excerpt("只有一句。", .5, random), "只有一句。");
}

}  // namespace
}  // namespace wirecopy
