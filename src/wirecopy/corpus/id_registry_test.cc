#include "wirecopy/corpus/id_registry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace wirecopy {
namespace {

Article Make(std::string id, std::string text, std::string url = "") {
  Article article;
  article.id = std::move(id);
  article.text = std::move(text);
  article.url = std::move(url);
  return article;
}

std::vector<RenamedId> Resolve(const std::vector<Article>& articles) {
  IdRegistry registry;
  for (const Article& article : articles) registry.Add(article.View());
  return registry.Resolve([&](uint32_t index) { return std::string_view(articles[index].id); });
}

TEST(IdRegistryTest, UniqueIdsStay) {
  EXPECT_TRUE(Resolve({}).empty());
  EXPECT_TRUE(Resolve({Make("a", "x"), Make("b", "x")}).empty());
}

TEST(IdRegistryTest, AllButOneGetASuffix) {
  const auto renamed = Resolve({Make("a", "x"), Make("b", "x"), Make("a", "y"), Make("a", "z")});
  ASSERT_EQ(renamed.size(), 2u);
  std::set<std::string> ids;
  for (const RenamedId& entry : renamed) {
    EXPECT_EQ(entry.old_id, "a");
    ids.insert(entry.id);
  }
  EXPECT_EQ(ids, (std::set<std::string>{"a#2", "a#3"}));
  EXPECT_LT(renamed[0].index, renamed[1].index);
}

TEST(IdRegistryTest, ASuffixThatIsTakenIsPassedOver) {
  const auto renamed = Resolve({Make("a#2", "x"), Make("a", "x"), Make("a", "y")});
  ASSERT_EQ(renamed.size(), 1u);
  EXPECT_EQ(renamed[0].id, "a#3");
}

TEST(IdRegistryTest, EqualCopiesAreToldApartToo) {
  const auto renamed = Resolve({Make("a", "x"), Make("a", "x")});
  ASSERT_EQ(renamed.size(), 1u);
  EXPECT_EQ(renamed[0].id, "a#2");
}

// Whatever the order of reading, each content gets the same id.
TEST(IdRegistryTest, NamesDoNotDependOnTheOrder) {
  constexpr unsigned kSeed = 31;
  std::mt19937 random(kSeed);
  std::vector<Article> articles;
  for (int i = 0; i < 200; ++i) {
    articles.push_back(Make("id" + std::to_string(random() % 50) + (random() % 9 ? "" : "#2"),
                            "text " + std::to_string(random() % 5), std::to_string(i)));
  }
  const auto name_by_url = [](const std::vector<Article>& all) {
    std::map<std::string, std::string> names;
    for (const Article& article : all) names[article.url] = article.id;
    for (const RenamedId& entry : Resolve(all)) names[all[entry.index].url] = entry.id;
    return names;
  };
  const auto expected = name_by_url(articles);
  std::set<std::string> distinct;
  for (const auto& [url, id] : expected) distinct.insert(id);
  EXPECT_EQ(distinct.size(), articles.size());
  for (int i = 0; i < 20; ++i) {
    std::shuffle(articles.begin(), articles.end(), random);
    ASSERT_EQ(name_by_url(articles), expected) << "seed " << kSeed;
  }
}

TEST(IdRegistryTest, ProblemNamesBothIds) {
  const RecordProblem problem = DuplicateIdProblem({3, "a#2", "a"}, "news.jsonl", 41);
  EXPECT_EQ(problem.reason, "duplicate-id");
  EXPECT_FALSE(problem.skipped);
  EXPECT_EQ(problem.line, 41u);
  EXPECT_EQ(problem.message, "another article has the id \"a\" too; this one is read as \"a#2\"");
}

}  // namespace
}  // namespace wirecopy
