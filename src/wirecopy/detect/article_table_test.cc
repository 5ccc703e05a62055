#include "wirecopy/detect/article_table.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "wirecopy/detect/failing_store_test.h"
#include "wirecopy/detect/made_news_test.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CleanText TextOfSize(uint32_t size, uint32_t first = 0) {
  CleanText clean;
  for (uint32_t i = 0; i < size; ++i) clean.tokens.push_back(CharacterToken(U'一') + first + i);
  return clean;
}

ArticleView Named(std::string_view id) {
  ArticleView article;
  article.id = id;
  return article;
}

TEST(EncodeTextTest, ComesBackAsItWas) {
  CleanText clean = TextOfSize(9);
  clean.furniture = {{0, 2}, {5, 6}};
  const SpooledText text = DecodeText(EncodeText(clean));
  EXPECT_EQ(text.tokens, clean.tokens);
  EXPECT_EQ(text.furniture, clean.furniture);
  EXPECT_THAT(DecodeText(EncodeText({})).tokens, IsEmpty());
}

TEST(ArticleTableTest, EqualBodiesAreOneText) {
  MemoryBlobStore store;
  ArticleTable table(&store);
  CleanText wrapped = TextOfSize(22, 100);  // the same body behind two tokens of furniture
  wrapped.furniture = {{0, 2}};
  ASSERT_TRUE(table.Add(Named("b"), TextOfSize(20, 102)).ok());
  ASSERT_TRUE(table.Add(Named("other"), TextOfSize(20, 500)).ok());
  ASSERT_TRUE(table.Add(Named("a"), wrapped).ok());
  table.Close(12);
  EXPECT_EQ(table.text_count(), 2u);
  EXPECT_EQ(table.TextOf(0), table.TextOf(2));
  EXPECT_NE(table.TextOf(0), table.TextOf(1));
  EXPECT_THAT(table.ArticlesOf(table.TextOf(0)), ElementsAre(2, 0));  // by id
  EXPECT_EQ(table.ArticleOf(table.TextOf(0)), 2u);
  EXPECT_EQ(table.records()[2].body_tokens, 20u);
}

TEST(ArticleTableTest, ShortTextsAreOneOnlyWhereTheyMeanSomething) {
  struct Case {
    uint32_t tokens;
    bool too_short;
    size_t texts;  // of two articles with equal bodies
  };
  for (const Case& c : {Case{0, true, 2}, Case{5, true, 2}, Case{6, true, 1}, Case{11, true, 1},
                        Case{12, false, 1}}) {
    MemoryBlobStore store;
    ArticleTable table(&store);
    ASSERT_TRUE(table.Add(Named("a"), TextOfSize(c.tokens)).ok());
    ASSERT_TRUE(table.Add(Named("b"), TextOfSize(c.tokens)).ok());
    table.Close(12);
    EXPECT_EQ(table.text_count(), c.texts) << c.tokens;
    EXPECT_EQ(table.records()[0].too_short, c.too_short) << c.tokens;
  }
}

TEST(ArticleTableTest, BoilerplateIsNoText) {
  MemoryBlobStore store;
  ArticleTable table(&store);
  const std::string titles[] = {"城东水厂扩建", "台风今夜登陆", "运动会开幕", "公交线路调整"};
  for (const std::string& title : titles) {
    ArticleView footer = Named(title);
    footer.title = title;
    ASSERT_TRUE(table.Add(footer, TextOfSize(20)).ok());
    const std::string copy_id = title + "2";
    ArticleView copy = Named(copy_id);
    copy.title = titles[0];
    ASSERT_TRUE(table.Add(copy, TextOfSize(20, 300)).ok());
  }
  table.Close(12);
  ASSERT_EQ(table.text_count(), 2u);
  const uint64_t footer_hash = table.records()[0].content_hash;
  EXPECT_TRUE(table.FindText(footer_hash, 20));
  ASSERT_TRUE(table.PartBoilerplate().ok());
  EXPECT_EQ(table.text_count(), 5u);
  EXPECT_TRUE(table.records()[0].too_short);
  EXPECT_FALSE(table.records()[1].too_short);
  EXPECT_EQ(table.ArticlesOf(table.TextOf(1)).size(), 4u);
  EXPECT_FALSE(table.FindText(footer_hash, 20));
}

TEST(ArticleTableTest, TheOrderOfAddingChangesNothing) {
  std::mt19937_64 random(61);
  std::vector<uint32_t> order(60);
  std::iota(order.begin(), order.end(), 0);
  std::vector<std::string> expected;
  for (int round = 0; round < 5; ++round) {
    MemoryBlobStore store;
    ArticleTable table(&store);
    for (uint32_t i : order)
      ASSERT_TRUE(table.Add(Named(std::to_string(i)), TextOfSize(20, 40 * (i % 25))).ok());
    table.Close(12);
    std::vector<std::string> ids;
    for (uint32_t text = 0; text < table.text_count(); ++text) {
      for (uint32_t article : table.ArticlesOf(text)) ids.push_back(table.records()[article].id);
      ids.push_back("/");
    }
    EXPECT_EQ(table.text_count(), 25u);
    if (round == 0) expected = ids;
    EXPECT_EQ(ids, expected);
    std::shuffle(order.begin(), order.end(), random);
  }
}

TEST(ArticleTableTest, ADateGivenWinsOverThePages) {
  MemoryBlobStore store;
  ArticleTable table(&store);
  CleanText clean = TextOfSize(20);
  clean.facts.published = TimeInterval{1, 2};
  ArticleView dated = Named("dated");
  dated.published_at = TimeInterval{5, 6};
  ASSERT_TRUE(table.Add(Named("undated"), clean).ok());
  ASSERT_TRUE(table.Add(dated, clean).ok());
  EXPECT_EQ(table.records()[0].published_at, (TimeInterval{1, 2}));
  EXPECT_EQ(table.records()[1].published_at, (TimeInterval{5, 6}));
}

TEST(ArticleTableTest, AFailedPutAddsNothing) {
  FailingStore store(1);
  ArticleTable table(&store);
  ASSERT_TRUE(table.Add(Named("a"), TextOfSize(20)).ok());
  EXPECT_EQ(table.Add(Named("b"), TextOfSize(20)).code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(table.size(), 1u);
  store.gets_fail = true;
  EXPECT_EQ(table.Load(0).status().code(), absl::StatusCode::kUnavailable);
}

TEST(OutletHashTest, ZeroIsUnknownOnly) {
  EXPECT_EQ(OutletHash(""), 0u);
  EXPECT_NE(OutletHash("a"), 0u);
  EXPECT_NE(OutletHash("harbour.example"), OutletHash("station.example"));
}

TEST(ArticleTableTest, FindsATextByItsBody) {
  MemoryBlobStore store;
  ArticleTable table(&store);
  const std::string page = MadePage(61);
  const std::vector<Article> articles = {MadeArticle("a", page), MadeArticle("b", page),
                                         MadeArticle("c", MadePage(62)), MadeArticle("one", "春"),
                                         MadeArticle("empty", "")};
  for (const Article& article : articles)
    ASSERT_TRUE(table.Add(article.View(), Clean(article.text)).ok());
  table.Close(12);
  for (uint32_t article = 0; article < 3; ++article) {
    const ArticleRecord& record = table.records()[article];
    EXPECT_EQ(table.FindText(record.content_hash, record.body_tokens), table.TextOf(article));
    EXPECT_EQ(table.FindText(record.content_hash, record.body_tokens + 1), std::nullopt);
  }
  // Too short to mean anything.
  EXPECT_EQ(table.FindText(table.records()[3].content_hash, 1), std::nullopt);
  EXPECT_EQ(table.FindText(table.records()[4].content_hash, 0), std::nullopt);
  EXPECT_EQ(table.FindText(12345, 100), std::nullopt);
}

}  // namespace
}  // namespace wirecopy
