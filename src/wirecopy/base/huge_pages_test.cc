#include "wirecopy/base/huge_pages.h"

#include <cstdint>
#include <numeric>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

TEST(HugePageVectorTest, HoldsWhatAVectorHolds) {
  for (const size_t size :
       {size_t{0}, size_t{3}, kHugePageBytes / 8 - 1, kHugePageBytes / 8, kHugePageBytes}) {
    HugePageVector<uint64_t> numbers(size);
    std::iota(numbers.begin(), numbers.end(), 1);
    numbers.resize(size + 1, 7);  // moves to other memory
    HugePageVector<uint64_t> copy = numbers;
    numbers.clear();
    numbers.shrink_to_fit();
    ASSERT_EQ(copy.size(), size + 1);
    EXPECT_EQ(copy.back(), 7u);
    for (size_t i = 0; i < size; ++i) ASSERT_EQ(copy[i], i + 1);
  }
}

TEST(HugePageVectorTest, LargeOnesBeginAtAHugePage) {
  const HugePageVector<uint8_t> large(kHugePageBytes);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(large.data()) % kHugePageBytes, 0u);
}

}  // namespace
}  // namespace wirecopy
