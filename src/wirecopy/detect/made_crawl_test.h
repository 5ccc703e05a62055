// For tests of Detector: a small crawl with known stories, and runs of it.
#ifndef WIRECOPY_DETECT_MADE_CRAWL_TEST_H_
#define WIRECOPY_DETECT_MADE_CRAWL_TEST_H_

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/detect/made_news_test.h"

namespace wirecopy {

using Ids = std::set<std::string>;

inline Detector Filled(const std::vector<Article>& articles, const DetectorOptions& options = {}) {
  auto detector = Detector::Create(options);
  EXPECT_TRUE(detector.ok()) << detector.status();
  for (const Article& article : articles) EXPECT_TRUE(detector->Add(article.View()).ok());
  return *std::move(detector);
}

inline Result RunOf(const std::vector<Article>& articles, const DetectorOptions& options = {}) {
  Detector detector = Filled(articles, options);
  absl::StatusOr<Result> result = detector.Run();
  EXPECT_TRUE(result.ok()) << result.status();
  return *std::move(result);
}

inline std::vector<Ids> StoriesOf(const Result& result) {
  std::vector<Ids> stories;
  for (const Story& story : result.stories) {
    Ids& ids = stories.emplace_back();
    for (const StoryMember& member : story.members) ids.insert(result.articles[member.article].id);
  }
  return stories;
}

// Three stories of four damaged copies, three strangers, an exact copy.
inline std::vector<Article> SmallCrawl() {
  std::vector<Article> articles;
  for (uint64_t story = 0; story < 3; ++story) {
    const std::string page = MadePage(100 + story);
    for (uint64_t copy = 0; copy < 4; ++copy) {
      articles.push_back(MadeArticle("s" + std::to_string(story) + "c" + std::to_string(copy),
                                     Damaged(page, 10 * story + copy, 40),
                                     "outlet" + std::to_string(copy),
                                     static_cast<int64_t>(3 * copy + story)));
    }
  }
  for (uint64_t stranger = 0; stranger < 3; ++stranger) {
    articles.push_back(
        MadeArticle("x" + std::to_string(stranger), MadePage(200 + stranger), "outlet9"));
  }
  articles.push_back(articles[1]);
  articles.back().id = "s0copy";
  return articles;
}

inline std::vector<Ids> SmallStories() {
  return {{"s0c0", "s0c1", "s0c2", "s0c3", "s0copy"},
          {"s1c0", "s1c1", "s1c2", "s1c3"},
          {"s2c0", "s2c1", "s2c2", "s2c3"}};
}

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_MADE_CRAWL_TEST_H_
