// Who copied whom inside a story: a tree from the origin to the copies.
//
// Explicit words weigh most (a page names another's outlet as its source), then publication dates
// that do not overlap, then the texts: what is cut or ill-formed is the copy. A page is put under
// the page that holds most of it and that most speaks for being a source. Where two choices are
// nearly as likely the answer is "unknown": a confidence of 0. "Earliest seen" is never certain.
//
// Cost: linear in the story's judged pairs; each text that was not yet compared with the origin is
// judged with it. Threads: safe from many, each with its own part of the graph.
// Source: docs/algorithms.md, "Who copied whom"; docs/decisions/0005-relations-and-lineage.md.
#ifndef WIRECOPY_DETECT_LINEAGE_H_
#define WIRECOPY_DETECT_LINEAGE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "wirecopy/cluster/evidence_graph.h"
#include "wirecopy/detect/article_table.h"

namespace wirecopy {

// Of one article of a story.
struct Descent {
  uint32_t article = 0;
  std::optional<uint32_t>
      parent;             // the article it was copied from, at best guess; empty: the origin
  double confidence = 0;  // that it was this one among the members; 0: unknown; of the origin: that
                          // the others go back to it. At most kMaxConfidence.
  std::vector<std::string> reasons;  // in words, most telling first
};
inline constexpr double kMaxConfidence = 0.98;

// The descent of each article of the texts, in the order of the texts; exactly one has no parent.
// `texts`: the members of a group but for roundups, in canonical order. REQUIRES: not empty.
std::vector<Descent> FindLineage(const ArticleTable& table, EvidencePart& evidence,
                                 std::span<const uint32_t> texts);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_LINEAGE_H_
