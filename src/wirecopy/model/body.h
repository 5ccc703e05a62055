// The part of a clean text that is compared: the tokens outside furniture, with a break where
// furniture was cut out.
#ifndef WIRECOPY_MODEL_BODY_H_
#define WIRECOPY_MODEL_BODY_H_

#include <cstdint>
#include <span>
#include <vector>

#include "wirecopy/base/export.h"
#include "wirecopy/model/clean_text.h"
#include "wirecopy/model/token.h"

namespace wirecopy {

struct Body {
  // kBreakToken stands between two stretches that furniture separates; never at an end, never twice
  // in a row.
  std::vector<Token> tokens;
  // For each token its index in the clean text (breaks: that of the next token). Empty unless asked
  // for.
  std::vector<uint32_t> places;
};

// The tokens of `tokens` outside `masked`. REQUIRES: `masked` is sorted and disjoint.
WIRECOPY_EXPORT Body MakeBody(std::span<const Token> tokens, std::span<const TokenRange> masked,
                              bool with_places = false);

// The hash of a body: equal bodies are exact copies. Breaks do not count.
WIRECOPY_EXPORT uint64_t ContentHash(const Body& body);

// Joins two sorted lists of ranges into one sorted, disjoint list.
WIRECOPY_EXPORT std::vector<TokenRange> UnionOf(std::span<const TokenRange> a,
                                                std::span<const TokenRange> b);

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_BODY_H_
