// Judges two articles and keeps what a reader wants to see: the cleaned texts with places, the
// aligned passages and the reasons.
//
//   // Knows formulas, but no outlet's furniture.
//   Evidence alone = CompareArticles(a, b, DefaultBackground());
//   // Masks what the two outlets are known to repeat.
//   Evidence in_run = CompareArticles(a, b, detector.background());
//   // The verdict of a run.
//   auto judged = ShowVerdict(a, b, *detector.Judge(i, j), detector.background());
//
// Threads: pure functions.
#ifndef WIRECOPY_DETECT_EVIDENCE_H_
#define WIRECOPY_DETECT_EVIDENCE_H_

#include "wirecopy/base/export.h"
#include "wirecopy/compare/compare.h"
#include "wirecopy/model/article.h"
#include "wirecopy/model/background.h"
#include "wirecopy/model/clean_text.h"
#include "wirecopy/model/verdict.h"

namespace wirecopy {

struct Evidence {
  Verdict verdict;  // passages and slots in the tokens of a and b below; clean.begins/ends lead to
                    // the original bytes
  CleanText a;      // with places; furniture includes what the background knows of the outlet
  CleanText b;
};

// Dates are the articles' own; where one has none, what its page says.
WIRECOPY_EXPORT Evidence CompareArticles(const ArticleView& a, const ArticleView& b,
                                         const Background& background, CompareOptions options = {});

// The texts beside a verdict that is there already. REQUIRES: it is Detector::Judge's on these two
// articles, in this order, and `background` is that detector's.
WIRECOPY_EXPORT Evidence ShowVerdict(const ArticleView& a, const ArticleView& b, Verdict verdict,
                                     const Background& background);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_EVIDENCE_H_
