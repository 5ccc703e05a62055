// The evidence of one pair for people: the verdict, its reasons, and the aligned passages side by
// side, in the words of the original pages.
//
//   AppendComparisonText({.a = a.View(), .b = b.View(), .clean_a = &clean_a, .clean_b = &clean_b,
//   .verdict = &verdict},
//                        {.width_columns = 100}, &out);
//
// Every row holds what stands opposite each other; slots are numbered and named by kind. Texts are
// shown harmless and cut to their column (display_text.h). Stability: for people; programs read
// story_json.h. Cost: linear in the passages. Threads: pure function.
#ifndef WIRECOPY_REPORT_COMPARISON_TEXT_H_
#define WIRECOPY_REPORT_COMPARISON_TEXT_H_

#include <cstdint>
#include <string>

#include "wirecopy/model/article.h"
#include "wirecopy/model/clean_text.h"
#include "wirecopy/model/verdict.h"

namespace wirecopy {

// All pointers REQUIRED. The clean texts are those of a.text and b.text, with places; without
// places (or for ranges outside them) only the verdict is shown.
struct ComparedPair {
  ArticleView a;
  ArticleView b;
  const CleanText* clean_a = nullptr;
  const CleanText* clean_b = nullptr;
  const Verdict* verdict = nullptr;
};

struct ComparisonTextOptions {
  int width_columns = 100;     // of a line; smaller than 60 counts as 60
  bool all = false;            // nothing is folded
  uint32_t max_passages = 10;  // shown unless all
  uint32_t max_rows = 24;      // of a passage, shown unless all
  uint32_t max_slots = 20;     // listed for a passage unless all
  std::string all_hint = "--all";
  std::string judged =
      {};  // among what the pair was judged, as the page is to say it; empty: not said
};

void AppendComparisonText(const ComparedPair& pair, const ComparisonTextOptions& options,
                          std::string* out);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_COMPARISON_TEXT_H_
