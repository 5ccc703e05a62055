#include "wirecopy/report/text_order.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>

namespace wirecopy {
namespace {

struct Doubt {
  uint32_t pair = std::numeric_limits<uint32_t>::max();  // the first that touches the story
  double probability = 1;
  double of_confidence = 1;
};

std::vector<Doubt> DoubtsOf(const Result& result) {
  std::vector<Doubt> doubts(result.stories.size());
  for (size_t s = 0; s < doubts.size(); ++s) {
    for (const StoryMember& member : result.stories[s].members) {
      if (!member.of) continue;
      doubts[s].probability = std::min(doubts[s].probability, member.probability);
      doubts[s].of_confidence = std::min(doubts[s].of_confidence, member.of_confidence);
    }
  }
  for (uint32_t i = 0; i < result.pairs_in_doubt.size(); ++i) {
    for (const uint32_t article : {result.pairs_in_doubt[i].a, result.pairs_in_doubt[i].b}) {
      const auto story = result.articles[article].story;
      if (story) doubts[*story].pair = std::min(doubts[*story].pair, i);
    }
  }
  return doubts;
}

}  // namespace

std::vector<uint32_t> StoriesByDoubt(const Result& result) {
  const std::vector<Doubt> doubts = DoubtsOf(result);
  const auto key = [&](uint32_t story) {
    const Doubt& doubt = doubts[story];
    return std::tuple(doubt.pair, doubt.probability, doubt.of_confidence,
                      std::string_view(result.stories[story].name));
  };
  std::vector<uint32_t> order(result.stories.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t x, uint32_t y) { return key(x) < key(y); });
  return order;
}

}  // namespace wirecopy
