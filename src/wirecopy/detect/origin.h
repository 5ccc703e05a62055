// Which article of a story the others go back to, as far as words and dates tell.
//
// Explicit words weigh most (another member names this one's outlet as its source), then
// publication before the others, then the fuller text. "Earliest seen" alone is never certain.
#ifndef WIRECOPY_DETECT_ORIGIN_H_
#define WIRECOPY_DETECT_ORIGIN_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "wirecopy/detect/article_table.h"

namespace wirecopy {

struct Origin {
  uint32_t article = 0;
  double confidence = 0;  // 0: unknown, only a guess; at most .95
  std::vector<std::string> reasons;
};

// `articles`: the members but for roundups, in canonical order. REQUIRES: not empty.
Origin FindOrigin(const ArticleTable& table, std::span<const uint32_t> articles);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_ORIGIN_H_
