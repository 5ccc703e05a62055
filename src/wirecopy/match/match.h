// Nominates pairs: articles that share a band key (they resemble), a part of the smaller one's
// sample (one holds a part of the other), or a few sample hashes and a neighbour that holds most of
// either (two parts of one report).
//
//   std::vector<CandidatePair> pairs = FindCandidates(sketches, options);
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
#include <span>
#include <vector>

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

// Candidate pairs, sorted, each once. `sketches[i]` may have no keys.
std::vector<CandidatePair> FindCandidates(std::span<const Sketch> sketches,
                                          const MatchOptions& options);

}  // namespace wirecopy

#endif  // WIRECOPY_MATCH_MATCH_H_
