// Which outlets the pages of a story name as their source.
//
// Threads: pure function.
#ifndef WIRECOPY_DETECT_CITATIONS_H_
#define WIRECOPY_DETECT_CITATIONS_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "wirecopy/detect/article_table.h"

namespace wirecopy {

struct Citation {
  std::string outlet;  // names are folded, without spaces: 南方日報 is 南方日报
  std::string source;  // by the page's furniture, else by its dateline
  bool cites = false;  // it names somebody but itself as its source
  uint32_t cited = 0;  // pages of the story that name its outlet
};

// Of each article, in their order. Cost: linear, but for one look at every pair of different names.
std::vector<Citation> CitationsOf(const ArticleTable& table, std::span<const uint32_t> articles);

// Whether a source's name is an outlet's, or holds it; both folded.
bool NamesOutlet(const std::string& source, const std::string& outlet);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_CITATIONS_H_
