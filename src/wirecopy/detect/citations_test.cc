#include "wirecopy/detect/citations.h"

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

struct MadePage {
  const char* outlet;
  const char* source = "";
  const char* dateline = "";
};

std::vector<Citation> CitationsAmong(const std::vector<MadePage>& pages) {
  MemoryBlobStore store;
  ArticleTable table(&store);
  std::vector<uint32_t> all;
  for (const MadePage& page : pages) {
    CleanText clean;
    clean.tokens.assign(40, CharacterToken(U'字'));
    clean.facts.source = page.source;
    clean.facts.dateline = page.dateline;
    ArticleView article;
    const std::string id = std::to_string(all.size());
    article.id = id;
    article.outlet = page.outlet;
    EXPECT_TRUE(table.Add(article, clean).ok());
    all.push_back(static_cast<uint32_t>(all.size()));
  }
  return CitationsOf(table, all);
}

TEST(CitationsTest, CountsWhoIsNamed) {
  const auto citations =
      CitationsAmong({{"港城网", "江城日报"}, {"江城日报"}, {"滨海在线", "江城日报"}});
  EXPECT_TRUE(citations[0].cites);
  EXPECT_FALSE(citations[1].cites);
  EXPECT_EQ(citations[1].cited, 2u);
  EXPECT_EQ(citations[0].cited, 0u);
}

TEST(CitationsTest, NamesAreComparedFolded) {
  const auto citations = CitationsAmong({{"港城网", "江城 日報"}, {"江城日报"}});
  EXPECT_EQ(citations[1].cited, 1u);
}

TEST(CitationsTest, ADatelineNamesWhereNoSourceIsGiven) {
  const auto citations =
      CitationsAmong({{"港城网", "", "江城社"}, {"江城社"}, {"滨海在线", "滨海在线", "江城社"}});
  EXPECT_TRUE(citations[0].cites);
  EXPECT_EQ(citations[1].cited, 1u);
  EXPECT_FALSE(citations[2].cites);
}

TEST(CitationsTest, WhoNamesItselfCitesNobody) {
  const auto citations = CitationsAmong({{"江城日报", "江城日报"}, {"港城网", "本网"}, {"", ""}});
  for (const Citation& citation : citations) {
    EXPECT_FALSE(citation.cites);
    EXPECT_EQ(citation.cited, 0u);
  }
}

}  // namespace
}  // namespace wirecopy
