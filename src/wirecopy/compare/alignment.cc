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

// How many tokens from i and j on are equal, up to a break.
uint32_t Aligner::LengthOf(const PreparedText& a, const PreparedText& b, uint32_t i,
                           uint32_t j) const {
  const uint32_t most = std::min(a.size() - i, b.size() - j);
  const Token* const x = a.tokens.data() + i;
  const Token* const y = b.tokens.data() + j;
  constexpr uint32_t kTogether = 16;
  uint32_t length = 0;
  while (length + kTogether <= most) {
    uint32_t ends = 0;
    for (uint32_t k = 0; k < kTogether; ++k)
      ends |= static_cast<uint32_t>(x[length + k] != y[length + k]) |
              static_cast<uint32_t>(x[length + k] == kBreakToken);
    if (ends != 0) break;
    length += kTogether;
  }
  while (length < most && x[length] == y[length] && x[length] != kBreakToken) ++length;
  return length;
}

// The matches that begin where shingle `place_b` of b stands, which first stands at `first` in a.
void Aligner::MatchAt(const PreparedText& a, const PreparedText& b, uint32_t place_b,
                      uint32_t first) {
  const uint32_t j = b.shingles[place_b].begin;
  uint32_t longest = 0;
  uint32_t place = first;
  for (uint32_t n = 0; place != ShingleIndex::kNone && n < kMaxPositions;
       ++n, place = a.index.Next(place)) {
    const uint32_t i = a.shingles[place].begin;
    const bool starts_earlier =
        i > 0 && j > 0 && a.tokens[i - 1] == b.tokens[j - 1] && a.tokens[i - 1] != kBreakToken;
    if (starts_earlier) continue;
    const uint32_t length = LengthOf(a, b, i, j);
    if (length > 0) matches_.push_back({i, j, length});
    if (length > longest) {
      longest = length;
      open_ = {place, place_b, j + length};
    }
    budget_ -= length;
    if (budget_ < 0) return;
  }
}

// Where shingles of a stand in b, each at its first places.
std::vector<uint32_t> Aligner::PlacesInLonger(const PreparedText& a, const PreparedText& b) const {
  std::vector<uint32_t> places;
  for (uint32_t i = 0; i < a.shingles.size(); ++i) {
    const uint64_t hash = a.shingles[i].hash;
    if (a.index.Repeats(i) && a.index.First(a.shingles, hash) != i) continue;
    uint32_t at = b.index.First(b.shingles, hash);
    for (uint32_t n = 0; at != ShingleIndex::kNone && n < kMaxPlacesInLonger;
         ++n, at = b.index.Next(at))
      places.push_back(at);
  }
  std::sort(places.begin(), places.end());
  return places;
}

void Aligner::FindMatches(const PreparedText& a, const PreparedText& b) {
  matches_.clear();
  shared_.assign(a.shingles.size(), 0);
  budget_ = 4096 + 16 * (static_cast<int64_t>(a.size()) + b.size());
  open_ = {};
  if (b.shingles.size() / kMuchLonger > a.shingles.size()) {
    for (uint32_t place_b : PlacesInLonger(a, b)) MatchShingle(a, b, place_b);
    return;
  }
  for (uint32_t place_b = 0; place_b < b.shingles.size(); ++place_b) {
    const Shingle& shingle = b.shingles[place_b];
    if (shingle.begin + shingle.length <= open_.b_end) {
      // Inside the match found last the shingle stands in a, too: where it stands nowhere else, it
      // begins no other match.
      const uint32_t place = open_.place_a + (place_b - open_.place_b);
      if (place < a.shingles.size() && a.shingles[place].hash == shingle.hash &&
          a.shingles[place].begin - a.shingles[open_.place_a].begin ==
              shingle.begin - b.shingles[open_.place_b].begin &&
          !a.index.Repeats(place)) {
        shared_[place] = 1;
        continue;
      }
    }
    MatchShingle(a, b, place_b);
  }
}

void Aligner::MatchShingle(const PreparedText& a, const PreparedText& b, uint32_t place_b) {
  const uint32_t first = a.index.First(a.shingles, b.shingles[place_b].hash);
  if (first == ShingleIndex::kNone) return;
  shared_[first] = 1;
  if (budget_ >= 0) MatchAt(a, b, place_b, first);
}

double Aligner::Resemblance(const PreparedText& a, const PreparedText& b) const {
  const auto shared = static_cast<uint32_t>(std::count(shared_.begin(), shared_.end(), 1));
  const uint32_t all = a.index.distinct() + b.index.distinct() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / all;
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
  FindMatches(a, b);
  alignment_.resemblance = Resemblance(a, b);
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
