// An article's text with the damage undone and everything folded that does not matter, as tokens;
// furniture (menus, bylines, related links, contact lines, spam) is still there, marked.
#ifndef WIRECOPY_MODEL_CLEAN_TEXT_H_
#define WIRECOPY_MODEL_CLEAN_TEXT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "wirecopy/model/article.h"
#include "wirecopy/model/token.h"

namespace wirecopy {

// What the furniture of a page says about the article. Strings are folded (Simplified, lower case)
// UTF-8 and empty where nothing was found.
struct PageFacts {
  std::string
      source;  // 来源:新华社 -> "新华社"; 转自…, 据…报道 in the lead; "(Reuters) -" -> "reuters"
  std::string author;          // 记者 张三, By Jane Doe
  std::string editor;          // 责任编辑:李四
  std::string original_title;  // 原标题:…
  std::string dateline;        // 新华社北京4月28日电 -> "新华社"; "LONDON (Reuters)" -> "reuters"
  std::optional<TimeInterval>
      published;  // a date in a byline or time line; zone-less: 14 h uncertain either way
  bool says_corrected = false;  // 更正, CORRECTED, RPT at the head
};

// Which damages cleaning undid, counted per occurrence; for the summary and for people who look at
// `clean`.
struct DamageCounts {
  uint32_t pinyin = 0;         // 領(lǐng)
  uint32_t gbk_repairs = 0;    // 日?qǐng)?bào) and 確!拔逡弧逼陂g
  uint32_t html_entities = 0;  // &nbsp; left in the text
  uint32_t traditional = 0;    // characters folded from Traditional to Simplified
  uint32_t invisible = 0;      // soft hyphens, zero-width characters, variation selectors
};

struct CleanText {
  std::vector<Token> tokens;  // furniture included, in the order of the page

  // Where token i stands in the original, in bytes: [begins[i], ends[i]). Both empty unless places
  // were asked for.
  std::vector<uint32_t> begins;
  std::vector<uint32_t> ends;

  std::vector<TokenRange> furniture;  // masked by rule: sorted, disjoint, not empty
  std::vector<uint32_t>
      lines;  // index of the first token of each line that has one; rises strictly
  PageFacts facts;
  DamageCounts damage;

  // Tokens outside furniture.
  uint32_t BodySize() const {
    uint32_t size = static_cast<uint32_t>(tokens.size());
    for (const TokenRange& range : furniture) size -= range.size();
    return size;
  }
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_CLEAN_TEXT_H_
