// Judges two articles from their texts alone and keeps what a reader wants to see: the cleaned texts with places, the
// aligned passages and the reasons.
//
//   auto evidence = CompareArticles(a, b, background, {});
//
// Threads: pure function.
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
  Verdict verdict;  // passages and slots in the tokens of a and b below; clean.begins/ends lead to the original bytes
  CleanText a;
  CleanText b;
};

WIRECOPY_EXPORT Evidence CompareArticles(const ArticleView& a, const ArticleView& b, const Background& background,
                                         CompareOptions options = {});

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_EVIDENCE_H_
