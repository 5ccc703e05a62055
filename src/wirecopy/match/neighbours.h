// Which articles a list of pairs joins to an article, and whether two have such a neighbour in
// common.
//
//   const Neighbours neighbours(pairs, article_count);
//   if (neighbours.HaveCommon(a, b)) ...
//
// Cost: linear to make; a question costs the neighbours of the two. Memory: 8 bytes a pair and 4 an
// article. Threads: const and safe from many threads.
#ifndef WIRECOPY_MATCH_NEIGHBOURS_H_
#define WIRECOPY_MATCH_NEIGHBOURS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "wirecopy/model/candidate_pair.h"

namespace wirecopy {

class Neighbours {
 public:
  // REQUIRES: `pairs` is sorted, first < second < article_count.
  Neighbours(std::span<const CandidatePair> pairs, uint32_t article_count);

  // Rising.
  std::span<const uint32_t> Of(uint32_t article) const {
    return std::span(articles_).subspan(begins_[article], begins_[article + 1] - begins_[article]);
  }
  bool HaveCommon(uint32_t a, uint32_t b) const;

 private:
  std::vector<uint32_t> articles_;
  std::vector<uint64_t> begins_;  // of each article's neighbours, and the end
};

}  // namespace wirecopy

#endif  // WIRECOPY_MATCH_NEIGHBOURS_H_
