// Nominates pairs: articles that share a band key (they resemble), a part of the smaller one's
// sample (one holds a part of the other), or a few sample hashes and a neighbour that holds most of
// either (two parts of one report).
//
//   WIRECOPY_ASSIGN_OR_RETURN(pairs, FindCandidates(columns, sketch_of, options));
//
// Equal keys are linked as chains in index order, not as all pairs: a bucket of n equal keys gives
// at most chain_reach * n links, and none is ever dropped. Callers pass sketches in canonical order
// (content hash, then id), so the links do not depend on the order of arrival. Cost: keys are found
// equal by a bitmap of duplicates, survivors are radix sorted: linear. Memory: 4 bytes a key or
// sample hash that another article shares; for each thread some 150 MB at most, and less for less
// than a million articles. Source: docs/decisions/0001-candidate-plan.md has the measurements
// behind the defaults. Threads: uses `threads`; the result does not depend on it.
#ifndef WIRECOPY_MATCH_MATCH_H_
#define WIRECOPY_MATCH_MATCH_H_

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "wirecopy/match/key_columns.h"
#include "wirecopy/model/candidate_pair.h"
#include "wirecopy/model/sketch.h"

namespace wirecopy {

struct MatchOptions {
  // Where no band joins two articles: the part of the smaller sample they must share, compared
  // whole; [0, 1]. 0: any part will do, but of no fewer than min_shared_samples links.
  double min_containment = 0.15;
  // With a smaller part: links by samples that two articles with a neighbour in common need; >= 1.
  uint32_t min_shared_samples = 2;
  uint32_t chain_reach =
      2;  // neighbours in a bucket of samples an entry is linked to, on each side; >= 1
  uint32_t all_pairs_bucket = 32;  // sample buckets up to this size are linked completely
  unsigned threads = 1;            // >= 1
};

// An article's sketch; in `scratch`, or somewhere it stays for. Only sample and sample_rate are
// looked at. Threads: called from many.
using SketchLookup = std::function<const Sketch&(uint32_t article, Sketch& scratch)>;

// Candidate pairs, sorted, each once. Puts what it cannot yet decide into the store of the columns.
// A failure of that store.
absl::StatusOr<std::vector<CandidatePair>> FindCandidates(const KeyColumns& columns,
                                                          const SketchLookup& sketch_of,
                                                          const MatchOptions& options);

// The same of sketches that are in memory. `sketches[i]` may have no keys.
std::vector<CandidatePair> FindCandidates(std::span<const Sketch> sketches,
                                          const MatchOptions& options);

}  // namespace wirecopy

#endif  // WIRECOPY_MATCH_MATCH_H_
