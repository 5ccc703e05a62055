#include "wirecopy/detect/evidence_of_texts.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "wirecopy/background/default_background.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/detect/evidence.h"
#include "wirecopy/detect/made_crawl_test.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

std::string Cut(std::string_view text, ByteRange place) {
  return std::string(text.substr(place.begin, place.end - place.begin));
}

const std::string kOrigin =
    "桥面昨天铺完最后一段沥青，施工队说下周三上午九点开放通行，首日预计有四千人步行过江。\n"
    "沿江的三个渡口同时停航，留下两条船供夜班工人使用，票价仍是两元。\n";
const std::string kCopy =
    "来源：青禾日报 责任编辑：李某\n"
    "桥面昨天铺完最后一段沥青，施工队说下周三上午八点開放(fàng)通行，首日预计有四千人步行过江。\n"
    "沿江的三个渡口同时停航，留下两条船供夜班工人使用，票价仍是两元。\n";

TEST(EvidenceOfTextsTest, ShowsTheOriginalsOwnWords) {
  const std::vector<ShownText> texts = {{kOrigin, "a"}, {kCopy, "b"}};
  const std::vector<std::pair<uint32_t, uint32_t>> pairs = {{1, 0}};
  const TextsEvidence shown = EvidenceOfTexts({texts, pairs}, DefaultBackground(), 2);
  ASSERT_EQ(shown.texts.size(), 2u);
  ASSERT_EQ(shown.texts[1].furniture.size(), 1u);
  EXPECT_EQ(Cut(kCopy, shown.texts[1].furniture[0]), "来源：青禾日报 责任编辑：李某");
  ASSERT_EQ(shown.texts[1].read.size(), 2u);
  EXPECT_EQ(Cut(kCopy, shown.texts[1].read[0].place), "開");
  EXPECT_EQ(shown.texts[1].read[0].as, "开");
  EXPECT_EQ(Cut(kCopy, shown.texts[1].read[1].place), "(fàng)");
  ASSERT_EQ(shown.pairs.size(), 1u);
  const AlignmentPlaces& places = shown.pairs[0].places;
  ASSERT_FALSE(places.passages.empty());
  EXPECT_EQ(Cut(kCopy, places.passages[0].a).substr(0, 12), "桥面昨天");
  EXPECT_EQ(Cut(kOrigin, places.passages[0].b).substr(0, 12), "桥面昨天");
  ASSERT_EQ(places.slots.size(), 1u);
  EXPECT_EQ(places.slots[0].kind, SlotKind::kNumber);
  EXPECT_EQ(Cut(kCopy, places.slots[0].a), "八");
  EXPECT_EQ(Cut(kOrigin, places.slots[0].b), "九");
}

TEST(EvidenceOfTextsTest, NothingOfNothing) {
  EXPECT_TRUE(EvidenceOfTexts({}, DefaultBackground(), 1).texts.empty());
  const std::vector<ShownText> texts = {{"", ""}, {"，。", ""}};
  const std::vector<std::pair<uint32_t, uint32_t>> pairs = {{0, 1}, {0, 0}};
  const TextsEvidence shown = EvidenceOfTexts({texts, pairs}, DefaultBackground(), 1);
  EXPECT_TRUE(shown.texts[1].furniture.empty());
  EXPECT_TRUE(shown.pairs[0].places.passages.empty());
}

// The alignment is that of Detector::Judge: of pairs of a crawl with an outlet that repeats what no
// rule knows, exact copies among them.
TEST(EvidenceOfTextsTest, AlignsAsTheRunDoes) {
  std::vector<Article> articles = SmallCrawl();
  const std::string menu = MadeSentences(82, 1)[0] + "\n";
  for (uint64_t i = 0; i < 9; ++i)
    articles.push_back(MadeArticle("m" + std::to_string(i), menu + MadePage(90 + i), "x"));
  articles.push_back(MadeArticle("copy", articles.back().text, "y"));
  auto detector = Detector::Create({});
  ASSERT_TRUE(detector.ok());
  for (const Article& article : articles) ASSERT_TRUE(detector->Add(article.View()).ok());
  ASSERT_TRUE(detector->Run().ok());
  std::vector<ShownText> texts;
  for (const Article& article : articles) texts.push_back({article.text, article.outlet});
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  for (uint32_t a = 0; a < texts.size(); ++a) {
    for (uint32_t b = 0; b < texts.size(); b += 3) pairs.emplace_back(a, b);
  }
  const TextsEvidence shown = EvidenceOfTexts({texts, pairs}, detector->background(), 3);
  bool knows_furniture = false;
  for (size_t i = 0; i < pairs.size(); ++i) {
    const auto [a, b] = pairs[i];
    const Evidence judged = ShowVerdict(articles[a].View(), articles[b].View(),
                                        *detector->Judge(a, b), detector->background());
    const AlignmentPlaces& places = shown.pairs[i].places;
    ASSERT_EQ(places.passages.size(), judged.verdict.passages.size());
    for (size_t p = 0; p < places.passages.size(); ++p) {
      const TokenRange range = judged.verdict.passages[p].a;
      EXPECT_EQ(places.passages[p].a,
                (ByteRange{judged.a.begins[range.begin], judged.a.ends[range.end - 1]}));
    }
    ASSERT_EQ(places.slots.size(), judged.verdict.slots.size());
    knows_furniture |= judged.a.furniture != Clean(articles[a].text, {.places = true}).furniture;
  }
  EXPECT_TRUE(knows_furniture);
}

}  // namespace
}  // namespace wirecopy
