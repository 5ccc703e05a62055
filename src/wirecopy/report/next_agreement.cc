#include "wirecopy/report/next_agreement.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

uint64_t RunAt(std::span<const Token> tokens, size_t at) {
  uint64_t hash = 0;
  for (const Token token : tokens.subspan(at, kAgreeingTokens)) hash = MixHash(hash ^ token);
  return hash;
}

size_t Runs(size_t size) { return size < kAgreeingTokens ? 0 : size - kAgreeingTokens + 1; }

// Within the first `reach` runs of both: nothing, unless no nearer place can lie beyond them.
std::optional<Agreement> Within(std::span<const Token> a, std::span<const Token> b, size_t reach) {
  std::unordered_map<uint64_t, size_t> first_in_b;
  for (size_t j = 0; j < std::min(reach, Runs(b.size())); ++j) first_in_b.emplace(RunAt(b, j), j);
  std::optional<Agreement> best;
  for (size_t i = 0; i < std::min(reach, Runs(a.size())); ++i) {
    if (best && i >= best->a + best->b) break;
    const auto found = first_in_b.find(RunAt(a, i));
    if (found == first_in_b.end()) continue;
    if (!best || i + found->second < best->a + best->b) best = {i, found->second};
  }
  if (best && best->a + best->b >= reach) return std::nullopt;
  return best;
}

}  // namespace

Agreement NextAgreement(std::span<const Token> a, std::span<const Token> b) {
  const size_t longest = std::max(a.size(), b.size());
  for (size_t reach = 32;; reach *= 4) {
    if (const auto found = Within(a, b, reach)) return *found;
    if (reach > 2 * longest) return {a.size(), b.size()};
  }
}

}  // namespace wirecopy
