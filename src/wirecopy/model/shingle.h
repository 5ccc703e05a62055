// Shingles: the shortest windows of tokens that weigh at least kShingleWeight (five characters,
// three words, or a mixture), as 64-bit hashes. A noun of its own because learning, sketching and
// judging must cut alike.
//
//   std::vector<Shingle> shingles = ShinglesOf(body.tokens);
//
// No shingle holds a break. A stretch lighter than a shingle has none; a body with no shingle at
// all but at least one token has one shingle: the whole of it. Cost: linear. Threads: pure
// function. Stability: hashes are part of the stored formats. Source: Broder 1997, "On the
// resemblance and containment of documents".
#ifndef WIRECOPY_MODEL_SHINGLE_H_
#define WIRECOPY_MODEL_SHINGLE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "wirecopy/base/export.h"
#include "wirecopy/model/token.h"

namespace wirecopy {

// Raised whenever a page gives other tokens or shingles than before: what was counted under another
// version does not fit and is refused.
inline constexpr uint32_t kShingleVersion = 2;

struct Shingle {
  uint64_t hash = 0;
  uint32_t begin = 0;   // index of its first token
  uint32_t length = 0;  // tokens
};

WIRECOPY_EXPORT std::vector<Shingle> ShinglesOf(std::span<const Token> tokens);

// The hashes alone, in the order of ShinglesOf.
WIRECOPY_EXPORT std::vector<uint64_t> ShingleHashes(std::span<const Token> tokens);
// The same, sorted and distinct.
WIRECOPY_EXPORT std::vector<uint64_t> ShingleSet(std::span<const Token> tokens);
// The same of shingles that are cut already.
WIRECOPY_EXPORT std::vector<uint64_t> DistinctHashes(std::span<const Shingle> shingles);

// Sorts hashes that are spread evenly over 64 bits, in about linear time; any others as well, but
// no faster than std::sort.
WIRECOPY_EXPORT void SortHashes(std::vector<uint64_t>& hashes);

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_SHINGLE_H_
