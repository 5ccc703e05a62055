// Buckets of equal keys to pairs: which articles of a bucket are linked, and how often a pair was.
//
//   std::vector<CandidatePair> pairs = PairsOf(band_buckets, sample_buckets, article_count,
//                                              options, [](const CandidatePair&) { return false;
//                                              });
//
// Neighbours in a bucket are linked, so n equal keys give links in proportion to n. Articles stand
// in one order in every bucket, so two that share many keys are neighbours in many buckets and
// their links add up. Cost: linear in the links, and a pass over the
// buckets for each eight million entries of them. Memory: 64 MB, and 8 bytes an article for each
// thread. Threads: uses options.threads; the result does not
// depend on it.
#ifndef WIRECOPY_MATCH_LINKS_H_
#define WIRECOPY_MATCH_LINKS_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "wirecopy/match/equal_keys.h"
#include "wirecopy/match/match.h"
#include "wirecopy/model/candidate_pair.h"

namespace wirecopy {

// Whether a pair that only sample links join, fewer than min_shared_samples, is one all the same.
// Threads: called from many.
using FewLinksRule = std::function<bool(const CandidatePair& pair)>;

// The pairs that qualify, sorted, each once. REQUIRES: articles < article_count <= 2^30.
std::vector<CandidatePair> PairsOf(Buckets bands, Buckets samples, uint32_t article_count,
                                   const MatchOptions& options, const FewLinksRule& few_links_do);

}  // namespace wirecopy

#endif  // WIRECOPY_MATCH_LINKS_H_
