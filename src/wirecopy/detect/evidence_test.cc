#include "wirecopy/detect/evidence.h"

#include <string>

#include "gtest/gtest.h"
#include "wirecopy/detect/made_news_test.h"

namespace wirecopy {
namespace {

// The bytes of the original that a range of clean tokens stands for.
std::string BytesOf(const std::string& page, const CleanText& clean, TokenRange range) {
  if (range.begin >= range.end) return "";
  return page.substr(clean.begins[range.begin], clean.ends[range.end - 1] - clean.begins[range.begin]);
}

std::vector<Token> TokensIn(const CleanText& clean, TokenRange range) {
  return {clean.tokens.begin() + range.begin, clean.tokens.begin() + range.end};
}

TEST(CompareArticlesTest, PassagesLeadBackToEqualBytes) {
  const std::vector<std::string> sentences = MadeSentences(71, 30);
  const std::vector<std::string> others = MadeSentences(72, 30);
  const std::string a = PageOf(others, 0, 8) + PageOf(sentences, 0, 12);
  const std::string b = PageOf(sentences, 0, 12) + PageOf(others, 20, 28);
  const Evidence evidence = CompareArticles(MadeArticle("a", a).View(), MadeArticle("b", b).View(), Background());
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
  const Evidence evidence = CompareArticles(MadeArticle("a", a).View(), MadeArticle("b", b).View(), Background());
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
  const Evidence evidence =
      CompareArticles(MadeArticle("a", head + tail).View(), MadeArticle("b", b).View(), Background());
  ASSERT_EQ(evidence.verdict.slots.size(), 1u);
  const Slot& slot = evidence.verdict.slots[0];
  EXPECT_EQ(slot.a.size(), 0u);
  EXPECT_EQ(evidence.a.begins[slot.a.begin], head.size());
  EXPECT_EQ(BytesOf(b, evidence.b, slot.b), "囧字样");
}

TEST(CompareArticlesTest, OfEmptyAndBrokenTexts) {
  const std::string page = MadePage(75);
  for (const std::string& text : {std::string(), std::string("\xff\xfe"), std::string("。。。"), std::string(1, '\0')}) {
    const Evidence evidence =
        CompareArticles(MadeArticle("a", text).View(), MadeArticle("b", page).View(), Background());
    EXPECT_EQ(evidence.verdict.relation, Relation::kUnrelated);
    EXPECT_TRUE(evidence.verdict.passages.empty());
    EXPECT_FALSE(evidence.verdict.reasons.empty());
  }
}

TEST(CompareArticlesTest, DatesOfTheArticlesCount) {
  const std::string page = MadePage(76);
  const Evidence evidence =
      CompareArticles(MadeArticle("a", page, "", 0).View(), MadeArticle("b", page, "", 5).View(), Background());
  EXPECT_EQ(evidence.verdict.gap_s, 5 * 3600);
  EXPECT_EQ(evidence.verdict.relation, Relation::kExact);
}

}  // namespace
}  // namespace wirecopy
