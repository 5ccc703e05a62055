#include "wirecopy/detect/held_memory.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/base/hash.h"

namespace wirecopy {
namespace {

TEST(HeldBytesTest, CountsWhatTheStringsOfARecordTake) {
  ArticleRecord record;
  const uint64_t empty = HeldBytes(record);
  EXPECT_GE(empty, sizeof(ArticleRecord));
  record.title = "short";  // held in place
  EXPECT_EQ(HeldBytes(record), empty);
  record.title.assign(1000, 'x');
  record.facts.source.assign(500, 'y');
  EXPECT_GE(HeldBytes(record), empty + 1500);
  EXPECT_LE(HeldBytes(record), empty + 1700);
}

TEST(HeldBytesTest, CountsPassages) {
  std::vector<Verdict> verdicts(3);
  const uint64_t empty = HeldBytes(verdicts);
  verdicts[1].passages.resize(5);
  EXPECT_EQ(HeldBytes(verdicts), empty + 5 * sizeof(Passage));
}

TEST(ExpectedSketchBytesTest, IsCloseToWhatSketchesTake) {
  const auto sketcher = Sketcher::Create({});
  for (const uint64_t tokens : {5u, 60u, 600u, 6000u, 60000u}) {
    std::vector<uint64_t> shingles;
    for (uint64_t i = 0; i < tokens; ++i) shingles.push_back(MixHash(i + 1));
    const std::vector<Sketch> sketches = {sketcher->MakeSketch(shingles)};
    const double taken = static_cast<double>(HeldBytes(sketches));
    const double expected = static_cast<double>(ExpectedSketchBytes(sketcher->options(), tokens));
    EXPECT_GT(expected, 0.5 * taken) << tokens;
    EXPECT_LT(expected, 2.0 * taken) << tokens;
  }
}

TEST(ExpectedMatchBytesTest, GrowsWithTextsAndThreads) {
  std::vector<Sketch> sketches(10);
  MemoryBlobStore store;
  KeyColumns ten(&store, 10);
  ASSERT_TRUE(ten.Append(sketches).ok());
  EXPECT_GT(ExpectedMatchBytes(ten, 1), 0u);
  EXPECT_GT(ExpectedMatchBytes(ten, 4), 3 * ExpectedMatchBytes(ten, 1));
  for (Sketch& sketch : sketches) sketch.sample.assign(100, 1);
  KeyColumns sampled(&store, 10);
  ASSERT_TRUE(sampled.Append(sketches).ok());
  EXPECT_GT(ExpectedMatchBytes(sampled, 1), 50 * ExpectedMatchBytes(ten, 1));
}

TEST(CheckMemoryTest, RefusesAboveTheCapOnly) {
  EXPECT_TRUE(CheckMemory(1000, 1000, 0, "add a").ok());
  EXPECT_TRUE(CheckMemory(1000, 1000, 2000, "add a").ok());
  const absl::Status status = CheckMemory(1000, 1001, 2000, "add a");
  EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(status.message(),
            "to add a about 2001 bytes would be held in memory; max_memory_bytes is 2000");
}

}  // namespace
}  // namespace wirecopy
