#include "wirecopy/base/radix_sort.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

TEST(RadixSortTest, SortsStablyByTheBitsAsked) {
  std::mt19937_64 random(9);
  for (const size_t size :
       {size_t{0}, size_t{1}, size_t{2}, kFewValues, kFewValues + 1, size_t{1000}}) {
    for (const int bits : {0, 1, 11, 20, 64}) {
      const uint64_t low = bits == 64 ? ~uint64_t{0} : (uint64_t{1} << bits) - 1;
      std::vector<std::pair<uint64_t, size_t>> values(size);
      for (size_t i = 0; i < size; ++i) values[i] = {random(), i};
      auto sorted = values;
      std::vector<std::pair<uint64_t, size_t>> scratch;
      RadixSort(sorted, scratch, bits, [](const auto& value) { return value.first; });
      std::ranges::sort(values, {}, [&](const auto& value) {
        return std::pair(value.first & low, value.second);  // by place where the bits are equal
      });
      EXPECT_EQ(sorted, values) << size << " values, " << bits << " bits";
    }
  }
}

}  // namespace
}  // namespace wirecopy
