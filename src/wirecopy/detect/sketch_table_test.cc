#include "wirecopy/detect/sketch_table.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/base/hash.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy {
namespace {

std::vector<Sketch> SomeSketches() {
  const auto sketcher = Sketcher::Create({});
  std::vector<Sketch> sketches(1);  // of a text that is too short
  for (const uint64_t tokens : {1u, 50u, 700u, 9000u}) {
    std::vector<uint64_t> shingles;
    for (uint64_t i = 0; i < tokens; ++i) shingles.push_back(MixHash(i + 1));
    sketches.push_back(sketcher->MakeSketch(shingles));
  }
  return sketches;
}

void ExpectAllThere(const SketchTable& table, const std::vector<Sketch>& sketches) {
  ASSERT_EQ(table.size(), sketches.size());
  Sketch scratch;
  for (const bool backwards : {false, true}) {
    for (uint32_t i = 0; i < sketches.size(); ++i) {
      const auto text = backwards ? static_cast<uint32_t>(sketches.size()) - 1 - i : i;
      const Sketch& sketch = table.Of(text, scratch);
      EXPECT_EQ(sketch.sample, sketches[text].sample);
      EXPECT_EQ(sketch.bins, sketches[text].bins);
      EXPECT_EQ(sketch.sample_rate, sketches[text].sample_rate);
    }
  }
  EXPECT_TRUE(table.status().ok());
}

TEST(SketchTableTest, GivesBackWhatWasAppended) {
  const std::vector<Sketch> sketches = SomeSketches();
  for (const bool in_store : {false, true}) {
    MemoryBlobStore store;
    SketchTable table(&store, {sketches.size(), in_store});
    ASSERT_TRUE(table.Append({sketches.begin(), sketches.begin() + 2}).ok());
    ASSERT_TRUE(table.Append({sketches.begin() + 2, sketches.end()}).ok());
    ExpectAllThere(table, sketches);
    EXPECT_EQ(table.columns().band_count(), 32u);
  }
}

TEST(SketchTableTest, WhatIsInTheStoreTakesNoMemory) {
  const std::vector<Sketch> sketches = SomeSketches();
  MemoryBlobStore store;
  SketchTable held(&store, {sketches.size(), false});
  SketchTable stored(&store, {sketches.size(), true});
  ASSERT_TRUE(held.Append(sketches).ok());
  ASSERT_TRUE(stored.Append(sketches).ok());
  EXPECT_GT(held.held_bytes(), stored.held_bytes() + 9000);
  const uint64_t columns = held.columns().held_bytes();
  EXPECT_LT(stored.held_bytes(), columns + 20 * sketches.size());
  held.KeepColumnsOnly();
  EXPECT_EQ(held.held_bytes(), columns);
}

// Gives nothing back.
class ForgetfulStore : public BlobStore {
 public:
  absl::StatusOr<BlobRef> Put(std::string_view) override { return BlobRef{}; }
  absl::Status Get(const BlobRef&, std::string*) const override {
    return absl::DataLossError("gone");
  }
};

TEST(SketchTableTest, AStoreThatFailsIsTold) {
  ForgetfulStore store;
  SketchTable table(&store, {5, true});
  ASSERT_TRUE(table.Append(SomeSketches()).ok());
  EXPECT_TRUE(table.status().ok());
  Sketch scratch = SomeSketches().back();
  EXPECT_TRUE(table.Of(3, scratch).sample.empty());
  EXPECT_EQ(table.status().message(), "gone");
}

}  // namespace
}  // namespace wirecopy
