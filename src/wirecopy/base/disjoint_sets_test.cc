#include "wirecopy/base/disjoint_sets.h"

#include <random>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

TEST(DisjointSetsTest, JoinsAsAPlainTableOfLabels) {
  std::mt19937 random(3);
  constexpr uint32_t kSize = 60;
  DisjointSets sets(kSize);
  std::vector<uint32_t> label(kSize);
  std::iota(label.begin(), label.end(), 0);
  for (int joins = 0; joins < 50; ++joins) {
    const uint32_t x = random() % kSize;
    const uint32_t y = random() % kSize;
    sets.Join(x, y);
    const auto [least, most] = std::minmax({label[x], label[y]});
    std::replace(label.begin(), label.end(), most, least);
    for (uint32_t i = 0; i < kSize; ++i) ASSERT_EQ(sets.RootOf(i), label[i]);
  }
}

}  // namespace
}  // namespace wirecopy
