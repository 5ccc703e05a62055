#include "wirecopy/detect/texts.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/detect/made_news_test.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

struct MadeTable {
  explicit MadeTable(const std::vector<Article>& articles) {
    for (const Article& article : articles)
      EXPECT_TRUE(table.Add(article.View(), Clean(article.text)).ok());
    table.Close(12);
  }
  Background Learnt(unsigned threads = 1, uint32_t max_sampled = 1000) {
    const RunControl control;
    PhaseProgress progress(control);
    const auto sketcher = Sketcher::Create({});
    const LearnRequest request = {&*sketcher, max_sampled, threads};
    return *LearnBackground(table, request, progress);
  }

  MemoryBlobStore store;
  ArticleTable table{&store};
};

std::vector<uint64_t> ShinglesOfPage(const std::string& page) {
  return ShingleSet(Clean(page, {.furniture_rules = false}).tokens);
}

TEST(DateOfTest, IsTheEarliestOfAllWhoCarryTheText) {
  const std::string page = MadePage(1);
  MadeTable made({MadeArticle("a", page, "", 7), MadeArticle("b", page),
                  MadeArticle("c", page, "", 3), MadeArticle("d", MadePage(2))});
  EXPECT_EQ(DateOf(made.table, made.table.TextOf(0))->earliest_s, 1700000000 + 3 * 3600);
  EXPECT_FALSE(DateOf(made.table, made.table.TextOf(3)).has_value());
}

TEST(BodyOfTest, MasksWhatTheOutletRepeats) {
  const std::string own = MadePage(3, 6);
  const std::string menu = MadeSentences(4, 1)[0];
  const CleanText clean = Clean(menu + own, {.furniture_rules = false});
  const CleanText alone = Clean(own, {.furniture_rules = false});
  std::vector<uint64_t> keys;
  for (uint64_t shingle : ShinglesOfPage(menu)) keys.push_back(Background::OutletKey(7, shingle));
  const Background background(1 << 14, {}, keys);
  const SpooledText text = {clean.tokens, clean.furniture};
  EXPECT_EQ(BodyOf(text, 7, background).tokens, alone.tokens);
  EXPECT_EQ(BodyOf(text, 8, background).tokens, clean.tokens);
}

TEST(LearnBackgroundTest, LearnsTheMenuOfAnOutletAndTheFormulasOfMany) {
  const std::string menu = MadeSentences(5, 1)[0] + "\n";
  const std::string formula = MadeSentences(6, 1)[0];
  std::vector<Article> articles;
  for (uint64_t i = 0; i < 20; ++i) {
    articles.push_back(
        MadeArticle("a" + std::to_string(i),
                    (i < 10 ? menu : "") + MadePage(50 + i) + (i % 2 == 0 ? formula : ""),
                    i < 10 ? "menu.example" : ""));
  }
  MadeTable made(articles);
  const Background background = made.Learnt();
  for (uint64_t shingle : ShinglesOfPage(menu)) {
    EXPECT_TRUE(background.IsOutletFurniture(OutletHash("menu.example"), shingle));
    EXPECT_EQ(background.StoryFrequency(shingle), 1u);  // furniture is no formula
  }
  for (uint64_t shingle : ShinglesOfPage(MadePage(55)))
    EXPECT_EQ(background.StoryFrequency(shingle), 1u);
  // The outlet's five pages of the formula look like furniture; the other five stories count.
  for (uint64_t shingle : ShinglesOfPage(formula))
    EXPECT_GE(background.StoryFrequency(shingle), 5u);
  EXPECT_EQ(made.Learnt(8).fingerprint(), background.fingerprint());
}

// Whoever sees this fail has changed what pages are cut into: raise kShingleVersion, and make
// data/default_background.bin anew (data/README.md).
TEST(LearnBackgroundTest, ShinglesOfAPageArePinned) {
  const CleanText clean = Clean(
      "春江水暖新闻网讯（记者 木子）12日，三村社區議事會（huì）在河邊開會，商定修橋。\n"
      "The bridge of the three villages, costing 1,200 yuan, opens on May 3.\n");
  const std::vector<uint64_t> shingles = ShingleSet(MakeBody(clean.tokens, clean.furniture).tokens);
  EXPECT_EQ(HashOf(std::span<const uint64_t>(shingles)), 0x5ffd786342a453a0u);
  EXPECT_EQ(kShingleVersion, 2u);
}

TEST(LearnBackgroundTest, CopiesOfOneStoryTeachNoFrequency) {
  std::vector<Article> articles;
  for (uint64_t i = 0; i < 60; ++i) {
    articles.push_back(
        MadeArticle("a" + std::to_string(i), Damaged(MadePage(9), i, 20), "outlet.example"));
  }
  MadeTable made(articles);
  const Background background = made.Learnt();
  EXPECT_EQ(background.entry_count(), 0u);
  EXPECT_EQ(background.outlet_shingle_count(), 0u);
}

TEST(LearnBackgroundTest, LooksAtSoManyTextsAtMost) {
  const std::string formula = MadePage(10, 3);
  std::vector<Article> articles;
  for (uint64_t i = 0; i < 30; ++i)
    articles.push_back(MadeArticle(std::to_string(i), MadePage(300 + i) + formula));
  MadeTable made(articles);
  for (uint64_t shingle : ShinglesOfPage(formula))
    EXPECT_EQ(made.Learnt(1, 12).StoryFrequency(shingle), 12u);
}

TEST(SketchTextsTest, ShortTextsHaveNone) {
  MadeTable made({MadeArticle("a", MadePage(1)), MadeArticle("b", "春江水暖")});
  const RunControl control;
  PhaseProgress progress(control);
  const auto sketcher = Sketcher::Create({});
  const Background background;
  MemoryBlobStore store;
  const auto sketches =
      SketchTexts(made.table, 2, {&*sketcher, &background, 20, 1, true, &store}, progress);
  ASSERT_TRUE(sketches.ok());
  Sketch scratch;
  EXPECT_FALSE(sketches->sketches.Of(made.table.TextOf(0), scratch).bins.empty());
  EXPECT_TRUE(sketches->sketches.Of(made.table.TextOf(1), scratch).bins.empty());
  EXPECT_EQ(sketches->sketches.columns().sample_size(made.table.TextOf(1)), 0u);
  KeyColumn column;
  ASSERT_TRUE(sketches->sketches.columns().LoadBand(0, column).ok());
  ASSERT_EQ(column.entries.size(), 1u);
  EXPECT_EQ(column.entries[0].article, made.table.TextOf(0));
}

TEST(SketchTextsTest, FormulasNominateNobody) {
  const std::string page = MadePage(1);
  MadeTable made({MadeArticle("a", page)});
  std::vector<Background::Entry> entries;
  for (uint64_t shingle : ShinglesOfPage(page)) entries.push_back({shingle, 21});
  const Background background(1 << 14, entries, {});
  const RunControl control;
  PhaseProgress progress(control);
  const auto sketcher = Sketcher::Create({});
  MemoryBlobStore store;
  const auto formulas =
      SketchTexts(made.table, 1, {&*sketcher, &background, 20, 1, true, &store}, progress);
  EXPECT_EQ(formulas->sketches.columns().band_count(), 0u);
  EXPECT_EQ(formulas->sketches.columns().sample_count(), 0u);
  const auto informative =
      SketchTexts(made.table, 1, {&*sketcher, &background, 21, 1, true, &store}, progress);
  EXPECT_GT(informative->sketches.columns().band_count(), 0u);
}

}  // namespace
}  // namespace wirecopy
