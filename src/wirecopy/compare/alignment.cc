#include "wirecopy/compare/alignment.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>

namespace wirecopy {
namespace {

double GapCost(const ExactMatch& before, const ExactMatch& after) {
  const int64_t gap_a = static_cast<int64_t>(after.a_begin) - before.a_end();
  const int64_t gap_b = static_cast<int64_t>(after.b_begin) - before.b_end();
  const int64_t shift = std::abs(gap_a - gap_b);
  return 1 + 0.5 * std::log2(1.0 + static_cast<double>(shift)) +
         0.02 * static_cast<double>(std::max<int64_t>({gap_a, gap_b, 0}));
}

// `match` without what stands before a_end or b_end; length 0 where nothing is left.
ExactMatch Behind(ExactMatch match, uint32_t a_end, uint32_t b_end) {
  const uint32_t cut = std::max(a_end > match.a_begin ? a_end - match.a_begin : 0,
                                b_end > match.b_begin ? b_end - match.b_begin : 0);
  if (cut >= match.length) return {match.a_begin, match.b_begin, 0};
  return {match.a_begin + cut, match.b_begin + cut, match.length - cut};
}

}  // namespace

void Aligner::IndexShingles(const PreparedText& a) {
  const size_t size = std::bit_ceil(std::max<size_t>(64, a.shingles.size() * 2));
  slots_.assign(size, {});
  next_.assign(a.shingles.size(), 0);
  const size_t mask = size - 1;
  // Backwards, so that lists run forwards and the first positions stay where a shingle repeats too
  // often.
  for (size_t i = a.shingles.size(); i-- > 0;) {
    size_t at = a.shingles[i].hash & mask;
    while (slots_[at].head != 0 && slots_[at].hash != a.shingles[i].hash) at = (at + 1) & mask;
    next_[i] = slots_[at].head;
    slots_[at] = {a.shingles[i].hash, static_cast<uint32_t>(i + 1), slots_[at].count + 1};
  }
}

void Aligner::FindMatches(const PreparedText& a, const PreparedText& b) {
  matches_.clear();
  const size_t mask = slots_.size() - 1;
  int64_t budget = 4096 + 16 * (static_cast<int64_t>(a.size()) + b.size());
  for (const Shingle& shingle : b.shingles) {
    size_t at = shingle.hash & mask;
    while (slots_[at].head != 0 && slots_[at].hash != shingle.hash) at = (at + 1) & mask;
    uint32_t position = slots_[at].head;
    for (uint32_t n = 0; position != 0 && n < kMaxPositions; ++n, position = next_[position - 1]) {
      const uint32_t i = a.shingles[position - 1].begin;
      const uint32_t j = shingle.begin;
      const bool starts_earlier =
          i > 0 && j > 0 && a.tokens[i - 1] == b.tokens[j - 1] && a.tokens[i - 1] != kBreakToken;
      if (starts_earlier) continue;
      uint32_t length = 0;
      while (i + length < a.size() && j + length < b.size() &&
             a.tokens[i + length] == b.tokens[j + length] && a.tokens[i + length] != kBreakToken) {
        ++length;
      }
      if (length > 0) matches_.push_back({i, j, length});
      budget -= length;
      if (budget < 0) return;
    }
  }
}

// The chain that ends with match p, continued by match k if that is better than what k has.
void Aligner::TryToContinue(const PreparedText& a, size_t p, size_t k) {
  const ExactMatch& before = matches_[p];
  const ExactMatch& match = matches_[k];
  if (before.a_begin >= match.a_begin || before.b_begin >= match.b_begin) return;
  const ExactMatch rest = Behind(match, before.a_end(), before.b_end());
  if (rest.length == 0) return;
  if (rest.a_begin > before.a_end() + kMaxGap || rest.b_begin > before.b_end() + kMaxGap) return;
  const double score = scores_[p] + a.Bits(rest.a_begin, rest.a_end()) - GapCost(before, rest);
  if (score > scores_[k]) {
    scores_[k] = score;
    previous_[k] = static_cast<int32_t>(p);
  }
}

void Aligner::ScoreChains(const PreparedText& a) {
  scores_.assign(matches_.size(), 0);
  previous_.assign(matches_.size(), -1);
  // Matches that end last: a long one is still open when kLookBack repeated phrases inside it have
  // gone by.
  far_reaching_.clear();
  for (size_t k = 0; k < matches_.size(); ++k) {
    scores_[k] = a.Bits(matches_[k].a_begin, matches_[k].a_end());
    const size_t first = k > kLookBack ? k - kLookBack : 0;
    for (size_t p = k; p-- > first;) TryToContinue(a, p, k);
    for (uint32_t p : far_reaching_) {
      if (p < first) TryToContinue(a, p, k);
    }
    KeepIfFarReaching(static_cast<uint32_t>(k));
  }
}

void Aligner::KeepIfFarReaching(uint32_t k) {
  if (far_reaching_.size() < kFarReaching) {
    far_reaching_.push_back(k);
    return;
  }
  const auto nearest = std::min_element(
      far_reaching_.begin(), far_reaching_.end(),
      [this](uint32_t x, uint32_t y) { return matches_[x].b_end() < matches_[y].b_end(); });
  if (matches_[*nearest].b_end() < matches_[k].b_end()) *nearest = k;
}

bool Aligner::TakeBestChain(const PreparedText& a) {
  std::sort(matches_.begin(), matches_.end(), [](const ExactMatch& x, const ExactMatch& y) {
    return x.b_begin != y.b_begin ? x.b_begin < y.b_begin : x.a_begin < y.a_begin;
  });
  ScoreChains(a);
  const auto best = std::max_element(scores_.begin(), scores_.end());
  if (best == scores_.end() || *best < kMinChainBits) return false;
  Chain chain;
  for (auto k = static_cast<int32_t>(best - scores_.begin()); k >= 0; k = previous_[k]) {
    chain.matches.push_back(matches_[k]);
  }
  std::reverse(chain.matches.begin(), chain.matches.end());
  for (size_t k = 1; k < chain.matches.size(); ++k) {
    const ExactMatch& before = chain.matches[k - 1];
    chain.matches[k] = Behind(chain.matches[k], before.a_end(), before.b_end());
  }
  for (const ExactMatch& match : chain.matches) chain.bits += a.Bits(match.a_begin, match.a_end());
  alignment_.chains.push_back(std::move(chain));
  return true;
}

// Takes away from the matches left what the chain uses; of each every stretch that is unused on
// both sides stays, if it is long enough.
void Aligner::TrimUsed(const Chain& chain) {
  for (const ExactMatch& match : chain.matches) {
    std::fill_n(used_a_.begin() + match.a_begin, match.length, uint8_t{1});
    std::fill_n(used_b_.begin() + match.b_begin, match.length, uint8_t{1});
  }
  leftover_.clear();
  for (const ExactMatch& match : matches_) {
    uint32_t begin = 0;
    for (uint32_t i = 0; i <= match.length; ++i) {
      if (i < match.length && !used_a_[match.a_begin + i] && !used_b_[match.b_begin + i]) continue;
      if (i - begin >= kMinLeftover) {
        leftover_.push_back({match.a_begin + begin, match.b_begin + begin, i - begin});
      }
      begin = i + 1;
    }
  }
  matches_.swap(leftover_);
}

const Alignment& Aligner::Align(const PreparedText& a, const PreparedText& b) {
  alignment_ = {};
  used_a_.assign(a.size(), 0);
  used_b_.assign(b.size(), 0);
  IndexShingles(a);
  FindMatches(a, b);
  while (!matches_.empty() && alignment_.chains.size() < kMaxChains && TakeBestChain(a)) {
    TrimUsed(alignment_.chains.back());
  }
  for (const Chain& chain : alignment_.chains) {
    for (const ExactMatch& match : chain.matches) {
      alignment_.bits_a += a.Bits(match.a_begin, match.a_end());
      alignment_.bits_b += b.Bits(match.b_begin, match.b_end());
      alignment_.matched_tokens += match.length;
      alignment_.longest_match = std::max(alignment_.longest_match, match.length);
    }
  }
  return alignment_;
}

}  // namespace wirecopy
