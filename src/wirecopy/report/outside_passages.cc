#include "wirecopy/report/outside_passages.h"

#include <algorithm>
#include <utility>

namespace wirecopy {

OutsidePassages OutsideOf(const CleanText& clean, std::vector<TokenRange> shared) {
  OutsidePassages outside;
  outside.furniture = clean.furniture;
  for (const TokenRange& range : clean.furniture) outside.furniture_tokens += range.size();
  std::vector<TokenRange> taken = std::move(shared);
  taken.insert(taken.end(), clean.furniture.begin(), clean.furniture.end());
  const auto size = static_cast<uint32_t>(clean.tokens.size());
  taken.push_back({size, size});
  std::ranges::sort(taken, {}, &TokenRange::begin);
  uint32_t behind = 0;  // of what was taken so far
  for (const TokenRange& range : taken) {
    if (range.begin > behind) {
      outside.own.push_back({behind, range.begin});
      outside.own_tokens += range.begin - behind;
    }
    behind = std::max(behind, range.end);
  }
  return outside;
}

}  // namespace wirecopy
