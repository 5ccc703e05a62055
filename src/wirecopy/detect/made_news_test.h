// Made articles for the tests of this folder: prose of characters drawn from a seed, pages of it, a
// table of them.
#ifndef WIRECOPY_DETECT_MADE_NEWS_TEST_H_
#define WIRECOPY_DETECT_MADE_NEWS_TEST_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wirecopy/detect/detector.h"
#include "wirecopy/model/article.h"

namespace wirecopy {

// Sentences of 14 to 33 characters that hold no numbers and nothing a furniture rule looks for.
inline std::vector<std::string> MadeSentences(uint64_t seed, size_t count) {
  constexpr std::string_view kCharacters =
      "春江水暖鸭先知竹外桃花枝芦芽短正是河豚欲上时柳荫直烟里丝弄碧隋堤见几番拂飘绵送行色登临故国谁"
      "识京倦客亭路"
      "去应折柔条过尺闲寻旧踪迹又酒趁哀弦灯照离席梨榆火催寒食愁箭风快半篙波回头迢递便驿望人在北凄恻"
      "恨堆渐浦萦津堠"
      "岑寂斜阳冉极念携手榭闻笛沉思前事似梦泪暗滴山抹微云天粘衰草画角声断谯门暂停征棹聊共引离尊多蓬"
      "莱空自纷霭孤村"
      "流绕香囊轻解罗带分漫赢得青楼薄幸名存此何也襟袖惹痕伤情处高城黄昏";
  std::mt19937_64 random(seed);
  std::vector<std::string> sentences(count);
  for (std::string& sentence : sentences) {
    for (uint64_t length = 14 + random() % 20; length > 0; --length) {
      sentence += kCharacters.substr(3 * (random() % (kCharacters.size() / 3)), 3);
    }
    sentence += "。";
  }
  return sentences;
}

// Sentences [begin, end), a line break after every fourth.
inline std::string PageOf(const std::vector<std::string>& sentences, size_t begin, size_t end) {
  std::string page;
  for (size_t i = begin; i < end; ++i) {
    page += sentences[i];
    if ((i - begin) % 4 == 3) page += '\n';
  }
  return page;
}

inline std::string MadePage(uint64_t seed, size_t sentences = 24) {
  return PageOf(MadeSentences(seed, sentences), 0, sentences);
}

// Every `every`-th character of a page replaced by others, drawn from the seed.
inline std::string Damaged(const std::string& page, uint64_t seed, size_t every) {
  std::mt19937_64 random(seed);
  std::string damaged = page;
  for (size_t at = 0; at + 3 <= damaged.size();) {
    if (damaged[at] == '\n') {
      ++at;
      continue;
    }
    if (random() % every == 0) damaged.replace(at, 3, "囧");
    at += 3;
  }
  return damaged;
}

inline Article MadeArticle(std::string id, std::string text, std::string outlet = "",
                           std::optional<int64_t> hour = std::nullopt) {
  Article article;
  article.id = std::move(id);
  article.text = std::move(text);
  article.outlet = std::move(outlet);
  if (hour)
    article.published_at = TimeInterval{1700000000 + *hour * 3600, 1700000000 + *hour * 3600};
  return article;
}

// So many stories, each in so many damaged copies of different outlets.
inline std::vector<Article> Crawl(uint64_t stories, uint64_t copies) {
  std::vector<Article> articles;
  for (uint64_t story = 0; story < stories; ++story) {
    const std::string page = MadePage(1000 + story);
    for (uint64_t copy = 0; copy < copies; ++copy) {
      articles.push_back(MadeArticle("s" + std::to_string(story) + "c" + std::to_string(copy),
                                     Damaged(page, 10 * story + copy, 60),
                                     "outlet" + std::to_string(copy)));
    }
  }
  return articles;
}

inline std::vector<ArticleView> ViewsOf(const std::vector<Article>& articles) {
  std::vector<ArticleView> views;
  for (const Article& article : articles) views.push_back(article.View());
  return views;
}

inline Detector MadeDetector(uint64_t max_memory_bytes, BlobStore* store = nullptr) {
  DetectorOptions options;
  options.max_memory_bytes = max_memory_bytes;
  options.store = store;
  return *Detector::Create(options);
}

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_MADE_NEWS_TEST_H_
