// One side of a comparison with what every comparison of it needs: its shingles and the information
// of its tokens.
//
// Information: a shingle weighs Background::Bits of its story frequency; a token weighs the mean of
// the shingles that cover it, divided by their length, so that a text of n rare characters holds
// about n * log2(stories) / 5 bits. Cost: linear. Threads: pure function.
#ifndef WIRECOPY_COMPARE_PREPARED_TEXT_H_
#define WIRECOPY_COMPARE_PREPARED_TEXT_H_

#include <cstdint>
#include <span>
#include <vector>

#include "wirecopy/compare/shingle_index.h"
#include "wirecopy/model/background.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/model/token.h"

namespace wirecopy {

struct PreparedText {
  std::span<const Token> tokens;  // the caller's
  std::vector<Shingle> shingles;  // in text order
  ShingleIndex index;             // of the shingles
  // bits_before[i]: information of tokens [0, i), in bits; size tokens.size() + 1. Breaks hold
  // none.
  std::vector<double> bits_before;
  // Whether all shingles over a token stand in several stories: a formula.
  std::vector<uint8_t> common;

  double Bits(uint32_t begin, uint32_t end) const { return bits_before[end] - bits_before[begin]; }
  double bits() const { return bits_before.back(); }
  uint32_t size() const { return static_cast<uint32_t>(tokens.size()); }
};

// REQUIRES: `tokens` outlives the result.
PreparedText PrepareText(std::span<const Token> tokens, const Background& background);

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_PREPARED_TEXT_H_
