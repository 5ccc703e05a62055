#include "wirecopy/detect/origin.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

struct MadeMember {
  const char* id;
  const char* outlet;
  const char* source = "";
  int64_t hour = -1;  // -1: unknown
  uint32_t tokens = 100;
};

Origin Found(const std::vector<MadeMember>& members) {
  MemoryBlobStore store;
  ArticleTable table(&store);
  std::vector<uint32_t> all;
  for (const MadeMember& member : members) {
    CleanText clean;
    clean.tokens.assign(member.tokens, CharacterToken(U'字'));
    clean.facts.source = member.source;
    ArticleView article;
    article.id = member.id;
    article.outlet = member.outlet;
    if (member.hour >= 0)
      article.published_at = TimeInterval{member.hour * 3600, member.hour * 3600};
    EXPECT_TRUE(table.Add(article, clean).ok());
    all.push_back(static_cast<uint32_t>(all.size()));
  }
  return FindOrigin(table, all);
}

TEST(FindOriginTest, WhomTheOthersNameAsTheirSource) {
  const Origin origin =
      Found({{"a", "港城网", "江城日报"}, {"b", "江城日报"}, {"c", "滨海在线", "江城日报"}});
  EXPECT_EQ(origin.article, 1u);
  EXPECT_GT(origin.confidence, 0.5);
  EXPECT_LE(origin.confidence, 0.95);
  EXPECT_THAT(origin.reasons, Contains(HasSubstr("2 copies name it as the source")));
}

TEST(FindOriginTest, NamesAreComparedFolded) {
  const Origin origin = Found({{"a", "港城网", "江城 日报"}, {"b", "江城日報"}});
  EXPECT_EQ(origin.article, 1u);
  EXPECT_GT(origin.confidence, 0);
}

TEST(FindOriginTest, TheEarliestWhereNobodyIsNamed) {
  const Origin origin =
      Found({{"a", "港城网", "", 9}, {"b", "江城日报", "", 2}, {"c", "滨海在线", "", 5}});
  EXPECT_EQ(origin.article, 1u);
  EXPECT_GT(origin.confidence, 0);
  EXPECT_LE(origin.confidence, 0.95);
  EXPECT_THAT(origin.reasons, Contains(HasSubstr("earliest seen: published before 2 of 2 others")));
}

TEST(FindOriginTest, UnknownWithoutAClue) {
  const Origin origin = Found({{"a", "港城网"}, {"b", "江城日报"}, {"c", ""}});
  EXPECT_EQ(origin.confidence, 0);
  EXPECT_THAT(origin.reasons, IsEmpty());
}

TEST(FindOriginTest, UnknownAlone) {
  const Origin origin = Found({{"a", "港城网", "", 3}});
  EXPECT_EQ(origin.article, 0u);
  EXPECT_EQ(origin.confidence, 0);
}

TEST(FindOriginTest, TheFullerTextIsOnlyAGuess) {
  const Origin origin = Found({{"a", "港城网", "", -1, 60}, {"b", "江城日报", "", -1, 200}});
  EXPECT_EQ(origin.article, 1u);
  EXPECT_EQ(origin.confidence, 0);
}

TEST(FindOriginTest, WhoNamesAnotherMemberIsNoOriginThoughEarlier) {
  const Origin origin = Found({{"a", "港城网", "江城日报", 1}, {"b", "江城日报", "", 4}});
  EXPECT_FALSE(origin.article == 0 && origin.confidence > 0);
}

}  // namespace
}  // namespace wirecopy
