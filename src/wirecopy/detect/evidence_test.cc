#include "wirecopy/detect/evidence.h"

#include <string>

#include "gtest/gtest.h"
#include "wirecopy/detect/article_table.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/detect/made_news_test.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

// The bytes of the original that a range of clean tokens stands for.
std::string BytesOf(const std::string& page, const CleanText& clean, TokenRange range) {
  if (range.begin >= range.end) return "";
  return page.substr(clean.begins[range.begin],
                     clean.ends[range.end - 1] - clean.begins[range.begin]);
}

std::vector<Token> TokensIn(const CleanText& clean, TokenRange range) {
  return {clean.tokens.begin() + range.begin, clean.tokens.begin() + range.end};
}

TEST(CompareArticlesTest, PassagesLeadBackToEqualBytes) {
  const std::vector<std::string> sentences = MadeSentences(71, 30);
  const std::vector<std::string> others = MadeSentences(72, 30);
  const std::string a = PageOf(others, 0, 8) + PageOf(sentences, 0, 12);
  const std::string b = PageOf(sentences, 0, 12) + PageOf(others, 20, 28);
  const Evidence evidence =
      CompareArticles(MadeArticle("a", a).View(), MadeArticle("b", b).View(), Background());
  ASSERT_EQ(evidence.verdict.passages.size(), 1u);
  const Passage& passage = evidence.verdict.passages[0];
  EXPECT_EQ(TokensIn(evidence.a, passage.a), TokensIn(evidence.b, passage.b));
  const std::string bytes = BytesOf(a, evidence.a, passage.a);
  EXPECT_EQ(bytes, BytesOf(b, evidence.b, passage.b));
  EXPECT_GT(bytes.size(), 12 * 14 * 3u);
  EXPECT_FALSE(evidence.verdict.reasons.empty());
}

TEST(CompareArticlesTest, SlotsLeadBackToWhatDiffers) {
  const std::vector<std::string> sentences = MadeSentences(73, 12);
  const std::string head = PageOf(sentences, 0, 6);
  const std::string tail = PageOf(sentences, 6, 12);
  const std::string a = head + "全场共有23家企业" + tail;
  const std::string b = head + "全场共有57家企业" + tail;
  const Evidence evidence =
      CompareArticles(MadeArticle("a", a).View(), MadeArticle("b", b).View(), Background());
  ASSERT_EQ(evidence.verdict.slots.size(), 1u);
  const Slot& slot = evidence.verdict.slots[0];
  EXPECT_EQ(slot.kind, SlotKind::kNumber);
  EXPECT_EQ(BytesOf(a, evidence.a, slot.a), "23");
  EXPECT_EQ(BytesOf(b, evidence.b, slot.b), "57");
}

TEST(CompareArticlesTest, AnInsertionIsAnEmptySlotAtItsPlace) {
  const std::vector<std::string> sentences = MadeSentences(74, 12);
  const std::string head = PageOf(sentences, 0, 6);
  const std::string tail = PageOf(sentences, 6, 12);
  const std::string b = head + "囧字样" + tail;
  const Evidence evidence = CompareArticles(MadeArticle("a", head + tail).View(),
                                            MadeArticle("b", b).View(), Background());
  ASSERT_EQ(evidence.verdict.slots.size(), 1u);
  const Slot& slot = evidence.verdict.slots[0];
  EXPECT_EQ(slot.a.size(), 0u);
  EXPECT_EQ(evidence.a.begins[slot.a.begin], head.size());
  EXPECT_EQ(BytesOf(b, evidence.b, slot.b), "囧字样");
}

// What the background knows of an outlet is masked as in a run, and shown as furniture.
TEST(CompareArticlesTest, MasksWhatTheOutletRepeats) {
  const std::string menu = MadeSentences(78, 1)[0] + "\n";
  const std::string a = menu + MadePage(79);
  const std::string b = menu + MadePage(80);
  std::vector<uint64_t> keys;
  for (uint64_t shingle : ShingleSet(Clean(menu).tokens)) {
    keys.push_back(Background::OutletKey(OutletHash("x"), shingle));
  }
  const Background knows(1 << 14, {}, keys);
  const Article first = MadeArticle("a", a, "x");
  const Article second = MadeArticle("b", b, "x");
  const Evidence alone = CompareArticles(first.View(), second.View(), Background());
  EXPECT_GT(alone.verdict.shared_bits, 0);
  EXPECT_TRUE(alone.a.furniture.empty());
  const Evidence taught = CompareArticles(first.View(), second.View(), knows);
  EXPECT_EQ(taught.verdict.shared_bits, 0);
  EXPECT_EQ(taught.verdict.relation, Relation::kUnrelated);
  ASSERT_EQ(taught.a.furniture.size(), 1u);
  EXPECT_EQ(taught.a.furniture[0].end, Clean(menu).tokens.size());
  const Evidence elsewhere =
      CompareArticles(MadeArticle("a", a, "y").View(), MadeArticle("b", b, "y").View(), knows);
  EXPECT_EQ(elsewhere.verdict.shared_bits, alone.verdict.shared_bits);
}

TEST(ShowVerdictTest, PutsTheTextsBesideTheVerdictOfARun) {
  const std::vector<std::string> sentences = MadeSentences(81, 20);
  const std::string menu = MadeSentences(82, 1)[0] + "\n";
  std::vector<Article> articles = {
      MadeArticle("a",
                  menu + PageOf(sentences, 0, 10) + "全场共有23家企业" + PageOf(sentences, 10, 20),
                  "x"),
      MadeArticle("b", PageOf(sentences, 0, 10) + "全场共有57家企业" + PageOf(sentences, 10, 20),
                  "y")};
  for (uint64_t i = 0; i < 9; ++i)
    articles.push_back(MadeArticle("m" + std::to_string(i), menu + MadePage(90 + i), "x"));
  auto detector = Detector::Create({});
  for (const Article& article : articles) ASSERT_TRUE(detector->Add(article.View()).ok());
  ASSERT_TRUE(detector->Run().ok());
  const absl::StatusOr<Verdict> verdict = detector->Judge(0, 1);
  ASSERT_TRUE(verdict.ok());
  const Evidence shown =
      ShowVerdict(articles[0].View(), articles[1].View(), *verdict, detector->background());
  ASSERT_EQ(shown.verdict.slots.size(), 1u);
  EXPECT_EQ(BytesOf(articles[0].text, shown.a, shown.verdict.slots[0].a), "23");
  EXPECT_EQ(BytesOf(articles[1].text, shown.b, shown.verdict.slots[0].b), "57");
  EXPECT_EQ(shown.a.furniture.size(), 1u);
  const Evidence compared =
      CompareArticles(articles[0].View(), articles[1].View(), detector->background());
  EXPECT_EQ(compared.verdict.probability, verdict->probability);
  EXPECT_EQ(compared.verdict.bits_a, verdict->bits_a);
  EXPECT_EQ(compared.verdict.slots.size(), verdict->slots.size());
}

TEST(CompareArticlesTest, OfEmptyAndBrokenTexts) {
  const std::string page = MadePage(75);
  for (const std::string& text :
       {std::string(), std::string("\xff\xfe"), std::string("。。。"), std::string(1, '\0')}) {
    const Evidence evidence =
        CompareArticles(MadeArticle("a", text).View(), MadeArticle("b", page).View(), Background());
    EXPECT_EQ(evidence.verdict.relation, Relation::kUnrelated);
    EXPECT_TRUE(evidence.verdict.passages.empty());
    EXPECT_FALSE(evidence.verdict.reasons.empty());
  }
}

// Nothing stands in nothing; two empty pages are no copies of each other, and no run groups them.
TEST(CompareArticlesTest, TwoEmptyBodiesAreUnrelated) {
  for (const std::string& text : {std::string(), std::string("。。。"), std::string(" \n\n")}) {
    const Evidence evidence =
        CompareArticles(MadeArticle("a", text).View(), MadeArticle("b", text).View(), Background());
    EXPECT_EQ(evidence.verdict.relation, Relation::kUnrelated);
    EXPECT_EQ(evidence.verdict.probability, 0);
    EXPECT_EQ(evidence.verdict.coverage_a, 0);
    EXPECT_TRUE(evidence.verdict.passages.empty());
    EXPECT_FALSE(evidence.verdict.reasons.empty());
  }
}

TEST(CompareArticlesTest, DatesOfTheArticlesCount) {
  const std::string page = MadePage(76);
  const Evidence evidence = CompareArticles(MadeArticle("a", page, "", 0).View(),
                                            MadeArticle("b", page, "", 5).View(), Background());
  EXPECT_EQ(evidence.verdict.gap_s, 5 * 3600);
  EXPECT_EQ(evidence.verdict.relation, Relation::kExact);
}

}  // namespace
}  // namespace wirecopy
