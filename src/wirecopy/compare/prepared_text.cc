#include "wirecopy/compare/prepared_text.h"

namespace wirecopy {
namespace {

std::vector<uint32_t> FrequenciesOf(std::span<const Shingle> shingles,
                                    const Background& background) {
  std::vector<uint64_t> hashes(shingles.size());
  for (size_t i = 0; i < shingles.size(); ++i) hashes[i] = shingles[i].hash;
  return background.StoryFrequencies(hashes);
}

}  // namespace

PreparedText PrepareText(std::span<const Token> tokens, const Background& background) {
  PreparedText text;
  text.tokens = tokens;
  text.shingles = ShinglesOf(tokens);
  text.shingle_set = DistinctHashes(text.shingles);
  std::vector<double> bits(tokens.size(), 0);
  std::vector<uint8_t> covering(tokens.size(), 0);
  text.common.assign(tokens.size(), 1);
  const std::vector<uint32_t> frequencies = FrequenciesOf(text.shingles, background);
  for (size_t k = 0; k < text.shingles.size(); ++k) {
    const Shingle& shingle = text.shingles[k];
    const uint32_t stories = frequencies[k];
    const double share = background.Bits(stories) / kShingleWeight;
    for (uint32_t i = shingle.begin; i < shingle.begin + shingle.length && covering[i] < 255; ++i) {
      if (tokens[i] == kBreakToken) continue;
      bits[i] += share * TokenWeight(tokens[i]);
      ++covering[i];
      if (stories < 2) text.common[i] = 0;
    }
  }
  text.bits_before.resize(tokens.size() + 1);
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (covering[i] == 0) text.common[i] = 0;
    text.bits_before[i + 1] = text.bits_before[i] + (covering[i] == 0 ? 0 : bits[i] / covering[i]);
  }
  return text;
}

double ExactResemblance(const PreparedText& a, const PreparedText& b) {
  const std::vector<uint64_t>& x = a.shingle_set;
  const std::vector<uint64_t>& y = b.shingle_set;
  size_t shared = 0;
  // Stepping without a branch: which of the two is less cannot be predicted.
  for (size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    const uint64_t of_x = x[i];
    const uint64_t of_y = y[j];
    shared += of_x == of_y;
    i += of_x <= of_y;
    j += of_y <= of_x;
  }
  const size_t all = a.shingle_set.size() + b.shingle_set.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace wirecopy
