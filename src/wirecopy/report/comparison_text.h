// The evidence of one pair for people: the verdict, its reasons, the aligned passages side by side
// in the words of the original pages, what stands outside them, and what was damaged.
//
//   AppendComparisonText({.a = a.View(), .b = b.View(), .clean_a = &clean_a, .clean_b = &clean_b,
//   .verdict = &verdict},
//                        {.width_columns = 100}, &out);
//
// Every row holds what stands opposite each other; slots are numbered and named by kind, and the
// sign between the columns says what a row holds: "≠" a number or a name that differs, "~" a lesser
// difference. Texts are shown harmless and cut to their column (display_text.h). Stability: for
// people; programs read story_json.h. Cost: linear in the texts. Threads: pure function.
#ifndef WIRECOPY_REPORT_COMPARISON_TEXT_H_
#define WIRECOPY_REPORT_COMPARISON_TEXT_H_

#include <cstdint>
#include <string>

#include "wirecopy/model/article.h"
#include "wirecopy/model/clean_text.h"
#include "wirecopy/model/verdict.h"
#include "wirecopy/report/text_style.h"

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
  bool all = false;            // nothing is folded, and furniture inside passages is shown
  bool plain = false;          // one side below the other, nothing cut or drawn; width is not used
  uint32_t max_passages = 10;  // shown unless all
  uint32_t max_rows = 24;      // of a passage, shown unless all
  uint32_t max_slots = 20;     // listed for a passage unless all
  uint32_t max_stretches =
      3;  // outside the passages, of damage and of furniture, a side, unless all
  TextStyle style = {};
  std::string all_hint = "--all";
  std::string judged =
      {};  // among what the pair was judged, as the page is to say it; empty: not said
};

void AppendComparisonText(const ComparedPair& pair, const ComparisonTextOptions& options,
                          std::string* out);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_COMPARISON_TEXT_H_
