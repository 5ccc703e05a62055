#include "wirecopy/corpus/find_articles.h"

#include <gtest/gtest.h>

#include "wirecopy/corpus/id_registry.h"
#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {
namespace {

absl::StatusOr<std::vector<Article>> Find(const TestFolder& folder, std::vector<std::string> ids) {
  ReaderOptions options;
  options.inputs = {folder.path()};
  return FindArticles(options, ids);
}

TEST(FindArticlesTest, InTheOrderAsked) {
  const TestFolder folder;
  folder.Write(
      "a.jsonl",
      "{\"id\":1,\"text\":\"one\"}\n{\"id\":\"two\",\"text\":\"2\"}\n{\"text\":\"three\"}\n");
  folder.Write("b.txt", "four");
  const auto found =
      Find(folder, {folder.At("b.txt"), folder.At("a.jsonl") + ":3", "two", "1", "two"});
  ASSERT_TRUE(found.ok()) << found.status();
  std::string texts;
  for (const Article& article : *found) texts += article.text + " ";
  EXPECT_EQ(texts, "four three 2 one 2 ");
}

TEST(FindArticlesTest, NamesTheIdThatIsNotThere) {
  const TestFolder folder;
  folder.Write("a.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n");
  EXPECT_EQ(Find(folder, {"a", "b"}).status().message(), "no article has the id \"b\"");
  EXPECT_EQ(Find(folder, {"a#2"}).status().code(), absl::StatusCode::kNotFound);
}

// Ids with a suffix are those a whole run gives.
TEST(FindArticlesTest, AgreesWithTheNamesOfDuplicates) {
  const TestFolder folder;
  const std::vector<std::string> ids = {"a", "b", "a#3", "a", "a", "b#2#2", "b#2", "b#2", "b"};
  std::string lines;
  std::vector<Article> articles;
  IdRegistry registry;
  for (size_t i = 0; i < ids.size(); ++i) {
    articles.emplace_back();
    articles.back().id = ids[i];
    articles.back().text = "text " + std::to_string(i);
    registry.Add(articles.back().View());
    lines += "{\"id\":\"" + ids[i] + "\",\"text\":\"" + articles.back().text + "\"}\n";
  }
  folder.Write("a.jsonl", lines);
  for (const RenamedId& renamed :
       registry.Resolve([&](uint32_t index) { return std::string_view(ids[index]); })) {
    articles[renamed.index].id = renamed.id;
  }
  for (const Article& article : articles) {
    const auto found = Find(folder, {article.id});
    ASSERT_TRUE(found.ok()) << found.status();
    EXPECT_EQ(found->front().text, article.text) << article.id;
  }
}

}  // namespace
}  // namespace wirecopy
