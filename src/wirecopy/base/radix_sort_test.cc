#include "wirecopy/base/radix_sort.h"

#include <algorithm>
#include <random>
#include <utility>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

TEST(RadixSortTest, SortsStablyByTheBitsAsked) {
  std::mt19937_64 random(9);
  for (const size_t size : {0, 1, 2, 1000}) {
    std::vector<std::pair<uint64_t, size_t>> values(size);
    for (size_t i = 0; i < size; ++i) values[i] = {random() & 0xfffff, i};
    auto sorted = values;
    std::vector<std::pair<uint64_t, size_t>> scratch;
    const auto key_of = [](const auto& value) { return value.first; };
    RadixSort(sorted, scratch, 20, key_of);
    std::sort(values.begin(), values.end());  // by place where keys are equal
    EXPECT_EQ(sorted, values);
  }
}

}  // namespace
}  // namespace wirecopy
