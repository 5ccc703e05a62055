#include "sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "code_points.h"

namespace wirecopy {
namespace {

class Sample : public testing::Test {
 protected:
  void SetUp() override {
    auto sample = BuildSample(WIRECOPY_SUPPORT_DIR "/sample");
    ASSERT_TRUE(sample.ok()) << sample.status();
    articles_ = *std::move(sample);
  }
  std::vector<SampleArticle> articles_;
};

TEST_F(Sample, HoldsTheStoriesAndDamagesItShows) {
  std::map<std::string, int> sizes;
  std::set<std::string> outlets;
  std::set<std::string> damages;
  for (const SampleArticle& article : articles_) {
    ++sizes[article.story];
    outlets.insert(article.outlet);
    damages.insert(article.damages.begin(), article.damages.end());
  }
  EXPECT_GE(std::ranges::count_if(sizes, [](const auto& story) { return story.second > 1; }), 12);
  EXPECT_GE(outlets.size(), 20u);
  for (const Damage& damage : AllDamages()) {
    const bool shown =
        damages.contains(damage.name) || damage.name == "pinyin";  // shown spaced and unopened
    EXPECT_TRUE(shown) << damage.name;
  }
}

TEST_F(Sample, SourcesExistAndBelongToTheStory) {
  std::map<std::string, std::string> stories;
  for (const SampleArticle& article : articles_) stories[article.id] = article.story;
  for (const SampleArticle& article : articles_) {
    if (article.source_id.empty()) continue;
    EXPECT_EQ(stories[article.source_id], article.story) << article.id;
  }
}

TEST_F(Sample, SpansHoldBodies) {
  for (const SampleArticle& article : articles_) {
    const std::u32string text = ToCodePoints(article.text);
    ASSERT_FALSE(article.spans.empty()) << article.id;
    size_t before = 0;
    for (const SampleSpan& span : article.spans) {
      EXPECT_LE(before, span.begin) << article.id;
      EXPECT_LT(span.begin + 50, span.end) << article.id;
      EXPECT_LE(span.end, text.size()) << article.id;
      before = span.end;
    }
    if (article.relation != "original" || article.spans.size() != 1 || article.story == "shuoling")
      continue;
    const SampleSpan& body = article.spans[0];
    EXPECT_EQ(text[body.begin - 1], U'\n') << article.id;
    EXPECT_EQ(text[body.end], U'\n') << article.id;
  }
}

TEST_F(Sample, WritesJsonOfItsKeys) {
  const SampleArticle article = {.id = "a",
                                 .url = "u",
                                 .outlet = "o",
                                 .title = "t\"",
                                 .text = "x\ny",
                                 .published = "",
                                 .story = "s",
                                 .relation = "roundup",
                                 .source_id = "",
                                 .damages = {"cut"},
                                 .contains = {"s1", "s2"},
                                 .spans = {{1, 2, "s1"}}};
  EXPECT_EQ(ArticleLine(article),
            R"({"id":"a","url":"u","outlet":"o","title":"t\"","text":"x\ny"})");
  EXPECT_EQ(GoldLine(article),
            R"({"id":"a","story":"s","relation":"roundup","damage":["cut"],"corpus":"sample",)"
            R"("source_id":null,"spans":[[1,2,"s1"]],"contains":["s1","s2"]})");
}

TEST(SampleFiles, NamesWhatIsMissing) {
  EXPECT_EQ(BuildSample("/no/such").status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace wirecopy
