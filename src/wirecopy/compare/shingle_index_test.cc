#include "wirecopy/compare/shingle_index.h"

#include <map>
#include <random>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

std::vector<uint32_t> PlacesOf(const ShingleIndex& index, std::span<const Shingle> shingles,
                               uint64_t hash) {
  std::vector<uint32_t> places;
  for (uint32_t at = index.First(shingles, hash); at != ShingleIndex::kNone; at = index.Next(at))
    places.push_back(at);
  return places;
}

// Hashes that agree in their low bits, in their high bits, or altogether.
TEST(ShingleIndexTest, ListsThePlacesOfEachShingleInOrder) {
  std::mt19937_64 random(3);
  for (const uint32_t size : {1u, 2u, 63u, 700u, 5000u}) {
    std::vector<Shingle> shingles(size);
    std::map<uint64_t, std::vector<uint32_t>> expected;
    for (uint32_t i = 0; i < size; ++i) {
      shingles[i] = {random() % 40 << (random() % 3 * 30), i, 5};
      expected[shingles[i].hash].push_back(i);
    }
    const ShingleIndex index(shingles);
    EXPECT_EQ(index.distinct(), expected.size());
    for (const auto& [hash, places] : expected) {
      EXPECT_EQ(PlacesOf(index, shingles, hash), places);
      for (uint32_t place : places) EXPECT_EQ(index.Repeats(place), places.size() > 1);
    }
    for (uint64_t hash : {uint64_t{41}, uint64_t{41} << 30, ~uint64_t{0}})
      EXPECT_THAT(PlacesOf(index, shingles, hash), testing::IsEmpty());
  }
}

TEST(ShingleIndexTest, OfNothing) {
  EXPECT_EQ(ShingleIndex().First({}, 7), ShingleIndex::kNone);
  EXPECT_EQ(ShingleIndex(std::span<const Shingle>()).First({}, 7), ShingleIndex::kNone);
  EXPECT_EQ(ShingleIndex(std::span<const Shingle>()).distinct(), 0u);
}

}  // namespace
}  // namespace wirecopy
