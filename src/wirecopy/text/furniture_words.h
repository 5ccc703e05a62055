// The general words of page furniture, in classes: what menus, bylines, share bars, notices and
// spam say on any site.
//
//   for (const WordHit& hit : FindFurnitureWords(page.chars)) ...
//
// The table holds short general words only, folded (Simplified, lower case); never the name of an
// outlet. Cost: one pass; a look-up only where a character starts some word. Threads: pure
// function.
#ifndef WIRECOPY_TEXT_FURNITURE_WORDS_H_
#define WIRECOPY_TEXT_FURNITURE_WORDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "wirecopy/text/page_marks.h"

namespace wirecopy {

enum WordClass : uint32_t {
  kTopicWord = 1u << 0,      // sections of a site: 财经, sports
  kHomeWord = 1u << 1,       // 首页, home: the first step of a breadcrumb
  kPlaceWord = 1u << 2,      // 当前位置, you are here
  kSiteButton = 1u << 3,     // 登录, 设为首页, sign in
  kShareButton = 1u << 4,    // 打印, 分享到, share this
  kSourceLabel = 1u << 5,    // 来源, source
  kPersonLabel = 1u << 6,    // 作者, 记者, by
  kEditorLabel = 1u << 7,    // 责任编辑, 校对
  kTimeLabel = 1u << 8,      // 发布时间, updated
  kCountLabel = 1u << 9,     // 浏览次数, 字体
  kTitleLabel = 1u << 10,    // 原标题
  kRelatedWord = 1u << 11,   // 相关阅读, more from
  kNoticeWord = 1u << 12,    // 转载, 版权: says little alone
  kNoticePhrase = 1u << 13,  // 未经授权不得转载: says enough
  kContactWord = 1u << 14,   // 电话, 邮编
  kSiteFoot = 1u << 15,      // 联系我们, 技术支持, ICP备
  kSpamWord = 1u << 16,      // adult, betting, loans
  kCorrection = 1u << 17,    // 更正, corrected
};

inline constexpr uint32_t kBylineLabels =
    kSourceLabel | kPersonLabel | kEditorLabel | kTimeLabel | kCountLabel | kTitleLabel;

struct WordHit {
  uint32_t begin = 0;  // [begin, end) in the text
  uint32_t end = 0;
  uint32_t classes = 0;
  uint32_t units = 0;  // tokens: ideographs, words, numbers
};

// The hits in order, disjoint; of several words that start at one place the longest. Latin words
// only as whole words.
std::vector<WordHit> FindFurnitureWords(std::u32string_view text);
// `marks`: of the text.
std::vector<WordHit> FindFurnitureWords(std::u32string_view text, const PageMarks& marks);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_FURNITURE_WORDS_H_
