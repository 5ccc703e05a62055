// Buckets of equal keys to pairs: which articles of a bucket are linked, and how often a pair was.
//
//   ForEachPairs(bands, samples, article_count, options, few_links_do, [&](auto pairs) { ... });
//
// Neighbours in a bucket are linked, so n equal keys give links in proportion to n. Articles stand
// in one order in every bucket, so two that share many keys are neighbours in many buckets and
// their links add up. Cost: linear in the links, and a pass over the
// buckets for each eight million entries of them. Memory: 64 MB, 8 bytes an article for each
// thread, and the pairs of eight million entries. Threads: uses options.threads; the result does
// not depend on it.
#ifndef WIRECOPY_MATCH_LINKS_H_
#define WIRECOPY_MATCH_LINKS_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "absl/status/status.h"
#include "wirecopy/match/equal_keys.h"
#include "wirecopy/match/match.h"
#include "wirecopy/model/candidate_pair.h"

namespace wirecopy {

// Whether a pair that only sample links join, fewer than min_shared_samples, is one all the same.
// Threads: called from many; `worker` in [0, options.threads) tells them apart.
using FewLinksRule = std::function<bool(const CandidatePair& pair, unsigned worker)>;
// Takes the next pairs; a failure ends the work. Threads: one call at a time.
using TakePairs = std::function<absl::Status(std::vector<CandidatePair> pairs)>;

// Hands over the pairs that qualify, sorted over all calls, each once. The buckets, in any number
// of lists, are used up. REQUIRES: articles < article_count <= 2^30.
absl::Status ForEachPairs(std::vector<Buckets> bands, std::vector<Buckets> samples,
                          uint32_t article_count, const MatchOptions& options,
                          const FewLinksRule& few_links_do, const TakePairs& take);

}  // namespace wirecopy

#endif  // WIRECOPY_MATCH_LINKS_H_
