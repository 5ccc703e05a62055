#include "wirecopy/compare/prepared_text.h"

#include <utility>

#include "wirecopy/model/character_windows.h"

namespace wirecopy {
namespace {

std::vector<uint32_t> FrequenciesOf(std::span<const Shingle> shingles,
                                    const Background& background) {
  std::vector<uint64_t> hashes(shingles.size());
  for (size_t i = 0; i < shingles.size(); ++i) hashes[i] = shingles[i].hash;
  return background.StoryFrequencies(hashes);
}

// A stretch of shingles of kWindowCharacters tokens each, a token apart: [first, end).
struct EvenRun {
  size_t first;
  size_t end;
};
EvenRun EvenRunFrom(std::span<const Shingle> shingles, size_t first) {
  size_t end = first;
  while (end < shingles.size() && shingles[end].length == kWindowCharacters &&
         shingles[end].begin == shingles[first].begin + (end - first))
    ++end;
  return {first, end};
}

// What the shingles over each token add up to.
class Tally {
 public:
  Tally(std::span<const Token> tokens, std::span<const Shingle> shingles)
      : bits(tokens.size(), 0),
        covering(tokens.size(), 0),
        common(tokens.size(), 1),
        tokens_(tokens),
        shingles_(shingles) {}

  // `shares`, `is_common`: of each shingle, what a token of weight 1 has of its information, and
  // whether several stories hold it.
  void AddAll(std::span<const double> shares, std::span<const uint8_t> is_common) {
    for (size_t k = 0; k < shingles_.size();) {
      const EvenRun run = EvenRunFrom(shingles_, k);
      if (run.end - run.first >= kWindowCharacters) {
        AddRun(run, shares, is_common);
        k = run.end;
      } else {
        Add(shingles_[k], shares[k], is_common[k]);
        ++k;
      }
    }
  }

  std::vector<double> bits;
  std::vector<uint8_t> covering;  // shingles; 255: at least
  std::vector<uint8_t> common;    // all of the shingles

 private:
  void Add(const Shingle& shingle, double share, uint8_t is_common) {
    for (uint32_t i = shingle.begin; i < shingle.begin + shingle.length && covering[i] < 255; ++i) {
      if (tokens_[i] == kBreakToken) continue;
      bits[i] += share * TokenWeight(tokens_[i]);
      ++covering[i];
      common[i] &= is_common;
    }
  }

  // The same, all shingles of the run at once: first each into its last token, then into the one
  // before. So every token adds up what covers it in the order of the shingles.
  void AddRun(EvenRun run, std::span<const double> shares, std::span<const uint8_t> is_common) {
    const size_t count = run.end - run.first;
    for (size_t offset = kWindowCharacters; offset-- > 0;) {
      const size_t begin = shingles_[run.first].begin + offset;
      const Token* const token = tokens_.data() + begin;
      const double* const share = shares.data() + run.first;
      double* const sum = bits.data() + begin;
      for (size_t k = 0; k < count; ++k) sum[k] += share[k] * TokenWeight(token[k]);
      const uint8_t* const known = is_common.data() + run.first;
      uint8_t* const all = common.data() + begin;
      uint8_t* const over = covering.data() + begin;
      for (size_t k = 0; k < count; ++k) {
        all[k] &= known[k];
        ++over[k];
      }
    }
  }

  std::span<const Token> tokens_;
  std::span<const Shingle> shingles_;
};

}  // namespace

PreparedText PrepareText(std::span<const Token> tokens, const Background& background) {
  PreparedText text;
  text.tokens = tokens;
  text.shingles = ShinglesOf(tokens);
  text.index = ShingleIndex(text.shingles);
  const std::vector<uint32_t> frequencies = FrequenciesOf(text.shingles, background);
  std::vector<double> shares(frequencies.size());
  std::vector<uint8_t> is_common(frequencies.size());
  for (size_t k = 0; k < frequencies.size(); ++k) {
    shares[k] = background.Bits(frequencies[k]) / kShingleWeight;
    is_common[k] = frequencies[k] >= 2;
  }
  Tally tally(tokens, text.shingles);
  tally.AddAll(shares, is_common);
  text.common = std::move(tally.common);
  text.bits_before.resize(tokens.size() + 1);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const uint8_t covering = tally.covering[i];
    if (covering == 0) text.common[i] = 0;
    text.bits_before[i + 1] = text.bits_before[i] + (covering == 0 ? 0 : tally.bits[i] / covering);
  }
  return text;
}

}  // namespace wirecopy
