#include "wirecopy/detect/ask_index.h"

#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Sketch Of(std::vector<uint64_t> keys, std::vector<uint64_t> sample) {
  Sketch sketch;
  sketch.band_keys = std::move(keys);
  sketch.sample = std::move(sample);
  return sketch;
}

AskIndex IndexOf(std::vector<Sketch> sketches) {
  MemoryBlobStore store;
  KeyColumns columns(&store, sketches.size());
  for (Sketch& sketch : sketches) {
    for (uint16_t band = 0; band < sketch.band_keys.size(); ++band)
      sketch.band_numbers.push_back(band);
  }
  EXPECT_TRUE(columns.Append(sketches).ok());
  return *AskIndex::Create(columns);
}

TEST(AskIndexTest, OfNothing) {
  EXPECT_THAT(IndexOf({}).Find(Of({1}, {2}), 10), IsEmpty());
  const std::vector<Sketch> sketches = {Of({1}, {2})};
  EXPECT_THAT(IndexOf(sketches).Find(Of({}, {}), 10), IsEmpty());
}

TEST(AskIndexTest, WhoSharesMostComesFirst) {
  const std::vector<Sketch> sketches = {Of({1}, {10}), Of({1, 2}, {10, 11}), Of({5}, {50}),
                                        Of({2}, {12})};
  const AskIndex index = IndexOf(sketches);
  EXPECT_THAT(index.Find(Of({1, 2}, {10, 11}), 10), ElementsAre(1, 0, 3));
  EXPECT_THAT(index.Find(Of({1, 2}, {10, 11}), 2), ElementsAre(1, 0));
  EXPECT_THAT(index.Find(Of({7}, {70}), 10), IsEmpty());
}

TEST(AskIndexTest, TiesByText) {
  const std::vector<Sketch> sketches(5, Of({9}, {}));
  EXPECT_THAT(IndexOf(sketches).Find(Of({9}, {}), 3), ElementsAre(0, 1, 2));
}

TEST(AskIndexTest, WorkOnAKeyOfManyTextsIsBounded) {
  std::vector<Sketch> sketches(5000, Of({9}, {}));
  sketches.push_back(Of({9, 8}, {7}));
  const std::vector<uint32_t> found = IndexOf(sketches).Find(Of({9, 8}, {7}), 5000);
  EXPECT_LE(found.size(), 100u);
  EXPECT_EQ(found.front(), 5000u);  // through its other keys
}

}  // namespace
}  // namespace wirecopy
