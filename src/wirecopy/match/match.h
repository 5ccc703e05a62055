// Nominates pairs: articles that share a band key (they resemble) or several informative sample
// hashes (one holds a part of the other).
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
  uint32_t min_shared_samples = 2;  // links by samples a pair needs where no band joins it; >= 1
  double min_containment = 0.15;    // and that share of the smaller sample, compared whole; [0, 1]
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
