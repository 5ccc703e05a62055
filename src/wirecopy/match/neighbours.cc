#include "wirecopy/match/neighbours.h"

#include <numeric>

namespace wirecopy {

Neighbours::Neighbours(std::span<const CandidatePair> pairs, uint32_t article_count)
    : articles_(2 * pairs.size()), begins_(article_count + size_t{1}, 0) {
  for (const CandidatePair& pair : pairs) {
    ++begins_[pair.first + size_t{1}];
    ++begins_[pair.second + size_t{1}];
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  std::vector<uint64_t> next(begins_.begin(), begins_.end() - 1);
  // In the order of the pairs, earlier articles come before later ones on each side; all that are
  // earlier than an article are first in pairs that precede those it is first in.
  for (const CandidatePair& pair : pairs) articles_[next[pair.second]++] = pair.first;
  for (const CandidatePair& pair : pairs) articles_[next[pair.first]++] = pair.second;
}

bool Neighbours::HaveCommon(uint32_t a, uint32_t b) const {
  const std::span<const uint32_t> of_a = Of(a);
  const std::span<const uint32_t> of_b = Of(b);
  for (size_t i = 0, j = 0; i < of_a.size() && j < of_b.size();) {
    if (of_a[i] == of_b[j]) return true;
    ++(of_a[i] < of_b[j] ? i : j);
  }
  return false;
}

}  // namespace wirecopy
