#include "wirecopy/match/key_columns.h"

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using Entry = std::pair<uint64_t, uint32_t>;

std::vector<Entry> EntriesOf(const KeyColumn& column) {
  std::vector<Entry> entries;
  for (const KeyedArticle& entry : column.entries) entries.emplace_back(entry.key, entry.article);
  return entries;
}

// Sketches some of which have nothing, some few bands, with samples of two rates.
std::vector<Sketch> SomeSketches(uint32_t count) {
  std::mt19937_64 random(5);
  std::vector<Sketch> sketches(count);
  for (uint32_t i = 0; i < count; ++i) {
    if (i % 7 == 0) continue;
    sketches[i].sample_rate = i % 3 == 0 ? .25 : .125;
    const int shift = i % 3 == 0 ? 2 : 3;
    for (int n = 0; n < 20; ++n) sketches[i].sample.push_back(random() >> shift);
    std::ranges::sort(sketches[i].sample);
    for (uint16_t band = i % 5; band < 6; ++band) {
      sketches[i].band_keys.push_back(random() % 100);
      sketches[i].band_numbers.push_back(band);
    }
  }
  return sketches;
}

void ExpectAllThere(const KeyColumns& columns, const std::vector<Sketch>& sketches) {
  std::vector<std::vector<Entry>> bands(6);
  std::vector<Entry> samples;
  for (uint32_t i = 0; i < sketches.size(); ++i) {
    for (size_t k = 0; k < sketches[i].band_keys.size(); ++k)
      bands[sketches[i].band_numbers[k]].emplace_back(sketches[i].band_keys[k], i);
    for (uint64_t hash : sketches[i].sample) samples.emplace_back(hash, i);
    EXPECT_EQ(columns.sample_size(i), sketches[i].sample.size());
    EXPECT_EQ(columns.sample_rate(i), sketches[i].sample_rate);
  }
  ASSERT_EQ(columns.article_count(), sketches.size());
  ASSERT_EQ(columns.band_count(), 6u);
  KeyColumn column;
  for (uint32_t band = 0; band < 6; ++band) {
    ASSERT_TRUE(columns.LoadBand(band, column).ok());
    EXPECT_EQ(EntriesOf(column), bands[band]);
  }
  std::vector<Entry> loaded;
  uint64_t least = 0;
  for (uint32_t part = 0; part < columns.part_count(); ++part) {
    ASSERT_TRUE(columns.LoadPart(part, column).ok());
    EXPECT_TRUE(std::ranges::is_sorted(column.entries, {}, &KeyedArticle::article));
    uint64_t greatest = least;
    for (const KeyedArticle& entry : column.entries) {
      EXPECT_GE(entry.key, least) << "parts are ranges";
      greatest = std::max(greatest, entry.key);
    }
    least = greatest;
    for (const Entry& entry : EntriesOf(column)) loaded.push_back(entry);
  }
  std::ranges::sort(samples);
  std::ranges::sort(loaded);
  EXPECT_EQ(loaded, samples);
}

TEST(KeyColumnsTest, GiveBackEveryKeyInItsColumn) {
  const std::vector<Sketch> sketches = SomeSketches(300);
  MemoryBlobStore store;
  KeyColumns columns(&store, sketches.size());
  ASSERT_TRUE(columns.Append(sketches).ok());
  EXPECT_EQ(columns.part_count(), 1u);
  ExpectAllThere(columns, sketches);
}

TEST(KeyColumnsTest, InHoweverManyPiecesTheyCome) {
  const std::vector<Sketch> sketches = SomeSketches(300);
  MemoryBlobStore store;
  KeyColumns columns(&store, 100'000'000);
  const std::span<const Sketch> all = sketches;
  ASSERT_TRUE(columns.Append(all.first(1)).ok());  // has no keys, so nothing is planned from it
  EXPECT_EQ(columns.part_count(), 0u);
  ASSERT_TRUE(columns.Append(all.subspan(1, 200)).ok());
  ASSERT_TRUE(columns.Append({}).ok());
  ASSERT_TRUE(columns.Append(all.subspan(201)).ok());
  EXPECT_GT(columns.part_count(), 100u) << "planned for a hundred million";
  ExpectAllThere(columns, sketches);
}

TEST(KeyColumnsTest, MoreThanABlock) {
  const std::vector<Sketch> sketches = SomeSketches(2 * KeyColumns::kBlockArticles + 5);
  MemoryBlobStore store;
  KeyColumns columns(&store, sketches.size());
  ASSERT_TRUE(columns.Append(sketches).ok());
  ExpectAllThere(columns, sketches);
}

TEST(KeyColumnsTest, OfNothing) {
  MemoryBlobStore store;
  KeyColumns columns(&store, 0);
  ASSERT_TRUE(columns.Append({}).ok());
  EXPECT_EQ(columns.article_count(), 0u);
  EXPECT_EQ(columns.band_count(), 0u);
  EXPECT_EQ(columns.part_count(), 0u);
}

class FullStore : public BlobStore {
 public:
  absl::StatusOr<BlobRef> Put(std::string_view) override {
    return absl::ResourceExhaustedError("full");
  }
  absl::Status Get(const BlobRef&, std::string*) const override {
    return absl::DataLossError("lost");
  }
};

TEST(KeyColumnsTest, AFullStoreIsAStatus) {
  FullStore store;
  KeyColumns columns(&store, 10);
  EXPECT_EQ(columns.Append(SomeSketches(10)).message(), "full");
}

}  // namespace
}  // namespace wirecopy
