// Aligns two texts: maximal exact matches, chained with gap costs, several chains a pair (moved
// paragraphs).
//
//   Aligner aligner;
//   const Alignment& alignment = aligner.Align(a, b);
//
// Cost: linear for ordinary texts. Bounded for hostile ones: at most kMaxPositions positions of a
// shingle seed (kMaxPlacesInLonger in a side that is much longer), match extension stops at a
// budget proportional to the two lengths, chaining looks back kLookBack matches and kFarReaching
// more. Threads: one Aligner a thread; it keeps scratch memory. Source: Li 2018, "Minimap2"
// (chaining with a concave gap cost), section 2.1.
#ifndef WIRECOPY_COMPARE_ALIGNMENT_H_
#define WIRECOPY_COMPARE_ALIGNMENT_H_

#include <cstdint>
#include <vector>

#include "wirecopy/compare/prepared_text.h"
#include "wirecopy/model/token.h"

namespace wirecopy {

// Equal tokens: a[a_begin, a_begin + length) == b[b_begin, b_begin + length).
struct ExactMatch {
  uint32_t a_begin = 0;
  uint32_t b_begin = 0;
  uint32_t length = 0;

  uint32_t a_end() const { return a_begin + length; }
  uint32_t b_end() const { return b_begin + length; }
};

// Matches in the same order in both texts; disjoint on both sides.
struct Chain {
  std::vector<ExactMatch> matches;
  double bits = 0;  // information of the matches

  uint32_t matched() const {
    uint32_t tokens = 0;
    for (const ExactMatch& match : matches) tokens += match.length;
    return tokens;
  }
  TokenRange a() const { return {matches.front().a_begin, matches.back().a_end()}; }
  TokenRange b() const { return {matches.front().b_begin, matches.back().b_end()}; }
};

struct Alignment {
  std::vector<Chain> chains;  // best first; no token belongs to two chains
  double bits_a = 0;          // information of a's aligned tokens
  double bits_b = 0;
  uint32_t matched_tokens = 0;
  uint32_t longest_match = 0;  // tokens
  // Of the two sets of shingles (Jaccard), exact; 0 where either is empty.
  double resemblance = 0;
};

class Aligner {
 public:
  static constexpr uint32_t kMaxPositions = 8;
  static constexpr uint32_t kLookBack = 60;
  static constexpr uint32_t kFarReaching =
      8;  // matches that are looked at beyond that: those that end last
  static constexpr uint32_t kMaxChains = 8;
  static constexpr uint32_t kMaxGap = 400;  // tokens between two matches of a chain
  static constexpr double kMinChainBits = 8;
  // A side so many times as long as the other is not gone through: the other is looked up in it.
  static constexpr uint32_t kMuchLonger = 8;
  static constexpr uint32_t kMaxPlacesInLonger = 32;  // of a shingle
  static constexpr uint32_t kMinLeftover = 3;  // tokens of a match that another chain left over

  // The result is valid until the next call.
  const Alignment& Align(const PreparedText& a, const PreparedText& b);

 private:
  void FindMatches(const PreparedText& a, const PreparedText& b);
  std::vector<uint32_t> PlacesInLonger(const PreparedText& a, const PreparedText& b) const;
  void MatchShingle(const PreparedText& a, const PreparedText& b, uint32_t place_b);
  void MatchAt(const PreparedText& a, const PreparedText& b, uint32_t place_b, uint32_t first);
  uint32_t LengthOf(const PreparedText& a, const PreparedText& b, uint32_t i, uint32_t j) const;
  double Resemblance(const PreparedText& a, const PreparedText& b) const;
  bool TakeBestChain(const PreparedText& a);
  void ScoreChains(const PreparedText& a);
  void TryToContinue(const PreparedText& a, size_t p, size_t k);
  void KeepIfFarReaching(uint32_t k);
  void TrimUsed(const Chain& chain);

  // The match found last, from the place of the shingle on that found it.
  struct Open {
    uint32_t place_a = 0;
    uint32_t place_b = 0;
    uint32_t b_end = 0;
  };
  Open open_;
  int64_t budget_ = 0;           // tokens that matches may still be extended by
  std::vector<uint8_t> shared_;  // of each shingle of a that is the first of its kind
  std::vector<ExactMatch> matches_;
  std::vector<ExactMatch> leftover_;
  std::vector<uint8_t> used_a_;
  std::vector<uint8_t> used_b_;
  std::vector<double> scores_;
  std::vector<int32_t> previous_;
  std::vector<uint32_t> far_reaching_;
  Alignment alignment_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_ALIGNMENT_H_
