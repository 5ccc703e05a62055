#include "wirecopy/report/story_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <utility>

namespace wirecopy {
namespace {

using testing::ElementsAre;

std::vector<StoryMember> Members(
    const std::vector<std::pair<uint32_t, std::optional<uint32_t>>>& articles_and_of) {
  std::vector<StoryMember> members;
  for (const auto& [article, of] : articles_and_of) {
    StoryMember member;
    member.article = article;
    member.of = of;
    members.push_back(member);
  }
  return members;
}

std::vector<std::string> Drawn(const std::vector<StoryMember>& members, bool lines) {
  std::vector<std::string> rows;
  for (const TreeRow& row : TreeOf(members))
    rows.push_back(TreePrefix(row, lines) + std::to_string(row.member->article));
  return rows;
}

TEST(StoryTreeTest, CopiesStandBehindWhatTheyWereCopiedFrom) {
  const auto members = Members({{7, std::nullopt}, {1, 7}, {2, 1}, {3, 7}, {4, 1}, {5, 2}, {6, 3}});
  EXPECT_THAT(Drawn(members, true),
              ElementsAre("7", "├╴1", "│ ├╴2", "│ │ └╴5", "│ └╴4", "└╴3", "  └╴6"));
  EXPECT_THAT(Drawn(members, false),
              ElementsAre("7", "  1", "    2", "      5", "    4", "  3", "    6"));
  EXPECT_EQ(TreeContinuation(TreeOf(members)[2], true), "│ │ ");
  EXPECT_EQ(TreeContinuation(TreeOf(members)[4], true), "│   ");
}

TEST(StoryTreeTest, AListIsInTheOrderOfTheTreeOrAsItStands) {
  const auto members = Members({{7, std::nullopt}, {1, 7}, {2, 7}, {3, 1}});
  const auto articles = [&](bool tree) {
    std::vector<uint32_t> shown;
    for (const StoryMember* member : MembersInOrder(members, tree))
      shown.push_back(member->article);
    return shown;
  };
  EXPECT_THAT(articles(true), ElementsAre(7, 1, 3, 2));
  EXPECT_THAT(articles(false), ElementsAre(7, 1, 2, 3));
}

TEST(StoryTreeTest, NobodyIsLeftOut) {
  EXPECT_THAT(Drawn(Members({{7, std::nullopt}, {1, 99}, {2, 3}, {3, 2}}), false),
              ElementsAre("7", "1", "2", "  3"));
  EXPECT_TRUE(TreeOf({}).empty());
}

TEST(StoryTreeTest, ALongChainIsWalkedAndShownSoDeepOnly) {
  std::vector<std::pair<uint32_t, std::optional<uint32_t>>> chain = {{0, std::nullopt}};
  for (uint32_t i = 1; i < 100'000; ++i) chain.emplace_back(i, i - 1);
  const std::vector<StoryMember> members = Members(chain);
  const std::vector<TreeRow> rows = TreeOf(members);
  ASSERT_EQ(rows.size(), members.size());
  EXPECT_EQ(rows.back().depth, 99'999u);
  EXPECT_EQ(TreePrefix(rows.back(), false).size(), 2 * kMaxShownDepth);
}

}  // namespace
}  // namespace wirecopy
