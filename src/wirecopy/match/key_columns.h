// The keys of a run's sketches in columns, one a band and one a range of sample hashes: what is
// equal is looked for in a column at a time, so no more than one need be in memory.
//
//   KeyColumns columns(&store, text_count);
//   WIRECOPY_RETURN_IF_ERROR(columns.Append(sketches));  // in canonical order, many at a time
//   WIRECOPY_RETURN_IF_ERROR(columns.LoadPart(0, column));
//
// The columns lie in a blob store, 10 bytes a key. Memory: 12 bytes an article, 16 a column for
// each 8,192 articles. Threads: Append one caller at a time and not beside anything else; the rest
// is const and safe from many threads.
#ifndef WIRECOPY_MATCH_KEY_COLUMNS_H_
#define WIRECOPY_MATCH_KEY_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "wirecopy/match/equal_keys.h"
#include "wirecopy/model/blob_store.h"
#include "wirecopy/model/sketch.h"

namespace wirecopy {

// A column that was loaded, and the memory to load the next.
struct KeyColumn {
  std::vector<KeyedArticle> entries;  // the articles do not fall
  std::string bytes;
};

class KeyColumns {
 public:
  // Articles that are stored together; the most efficient number to append at a time.
  static constexpr size_t kBlockArticles = 8192;

  // Of a part, about: bounds the memory of a thread that groups one, 32 bytes each.
  static constexpr uint64_t kPartHashes = 2 << 20;

  // `expected_articles`: the ranges of sample hashes are planned for so many. `store` is not owned.
  KeyColumns(BlobStore* store, uint64_t expected_articles, uint64_t part_hashes = kPartHashes)
      : store_(store), expected_articles_(expected_articles), part_hashes_(part_hashes) {}

  // The next articles. A failure of the store.
  absl::Status Append(std::span<const Sketch> sketches);

  BlobStore* store() const { return store_; }
  uint32_t article_count() const { return static_cast<uint32_t>(sample_sizes_.size()); }
  uint32_t sample_size(uint32_t article) const { return sample_sizes_[article]; }
  uint64_t sample_count() const { return sample_count_; }  // of all articles
  double sample_rate(uint32_t article) const { return sample_rates_[article]; }

  uint32_t band_count() const { return band_count_; }
  absl::Status LoadBand(uint32_t band, KeyColumn& column) const;

  // Ranges of sample hashes, rising.
  uint32_t part_count() const { return static_cast<uint32_t>(firsts_.size()); }
  absl::Status LoadPart(uint32_t part, KeyColumn& column) const;

  uint64_t part_hashes() const { return part_hashes_; }
  uint64_t held_bytes() const;

 private:
  struct Block {
    uint32_t first_article = 0;
    std::vector<BlobRef> bands;
    std::vector<BlobRef> parts;
  };

  void PlanParts(std::span<const Sketch> sketches);
  absl::Status AppendBlock(std::span<const Sketch> sketches);
  absl::StatusOr<std::vector<BlobRef>> PutAll(std::span<const std::string> columns);
  // Appends what a blob of the block holds.
  absl::Status Load(const Block& block, const BlobRef& blob, KeyColumn& column) const;

  BlobStore* store_;
  uint64_t expected_articles_;
  uint64_t part_hashes_;
  uint32_t band_count_ = 0;
  uint64_t sample_count_ = 0;
  std::vector<uint64_t> firsts_;  // hash of each part; empty until there is a sample
  std::vector<uint32_t> sample_sizes_;
  std::vector<double> sample_rates_;
  std::vector<Block> blocks_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MATCH_KEY_COLUMNS_H_
