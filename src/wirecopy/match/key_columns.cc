#include "wirecopy/match/key_columns.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "absl/status/statusor.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy {
namespace {

constexpr int kHistogramBits = 16;
// A key and its article, counted from the first of its block.
constexpr size_t kEntryBytes = sizeof(uint64_t) + sizeof(uint16_t);
static_assert(KeyColumns::kBlockArticles <= UINT16_MAX + 1);

void AppendEntry(uint64_t key, uint16_t article, std::string& column) {
  char bytes[kEntryBytes];
  std::memcpy(bytes, &key, sizeof(key));
  std::memcpy(bytes + sizeof(key), &article, sizeof(article));
  column.append(bytes, kEntryBytes);
}

std::vector<std::string> BandColumns(std::span<const Sketch> sketches) {
  std::vector<std::string> columns;
  for (size_t i = 0; i < sketches.size(); ++i) {
    const Sketch& sketch = sketches[i];
    if (sketch.band_numbers.empty()) continue;
    columns.resize(std::max<size_t>(columns.size(), sketch.band_numbers.back() + size_t{1}));
    for (size_t k = 0; k < sketch.band_keys.size(); ++k)
      AppendEntry(sketch.band_keys[k], static_cast<uint16_t>(i), columns[sketch.band_numbers[k]]);
  }
  return columns;
}

std::vector<std::string> PartColumns(std::span<const Sketch> sketches,
                                     std::span<const uint64_t> firsts) {
  std::vector<std::string> columns(firsts.size());
  for (size_t i = 0; i < sketches.size(); ++i) {
    size_t part = 0;
    for (uint64_t hash : sketches[i].sample) {
      while (part + 1 < firsts.size() && hash >= firsts[part + 1]) ++part;
      AppendEntry(hash, static_cast<uint16_t>(i), columns[part]);
    }
  }
  return columns;
}

}  // namespace

absl::Status KeyColumns::Append(std::span<const Sketch> sketches) {
  for (size_t begin = 0; begin < sketches.size(); begin += kBlockArticles) {
    const size_t count = std::min(kBlockArticles, sketches.size() - begin);
    WIRECOPY_RETURN_IF_ERROR(AppendBlock(sketches.subspan(begin, count)));
  }
  return absl::OkStatus();
}

// As if all articles that are to come were like these.
void KeyColumns::PlanParts(std::span<const Sketch> sketches) {
  std::vector<uint64_t> histogram(size_t{1} << kHistogramBits, 0);
  uint64_t samples = 0;
  for (const Sketch& sketch : sketches) {
    for (uint64_t hash : sketch.sample) ++histogram[hash >> (64 - kHistogramBits)];
    samples += sketch.sample.size();
  }
  if (samples == 0) return;
  const uint64_t share = std::max<uint64_t>(1, expected_articles_ / sketches.size());
  firsts_ = {0};
  uint64_t sum = 0;
  for (size_t i = 0; i < histogram.size(); ++i) {
    if (sum > 0 && (sum + histogram[i]) * share > part_hashes_) {
      firsts_.push_back(uint64_t{i} << (64 - kHistogramBits));
      sum = 0;
    }
    sum += histogram[i];
  }
}

absl::StatusOr<std::vector<BlobRef>> KeyColumns::PutAll(std::span<const std::string> columns) {
  std::vector<BlobRef> blobs;
  blobs.reserve(columns.size());
  for (const std::string& column : columns) {
    WIRECOPY_ASSIGN_OR_RETURN(const BlobRef blob, store_->Put(column));
    blobs.push_back(blob);
  }
  return blobs;
}

absl::Status KeyColumns::AppendBlock(std::span<const Sketch> sketches) {
  if (firsts_.empty()) PlanParts(sketches);
  Block block;
  block.first_article = article_count();
  WIRECOPY_ASSIGN_OR_RETURN(block.bands, PutAll(BandColumns(sketches)));
  WIRECOPY_ASSIGN_OR_RETURN(block.parts, PutAll(PartColumns(sketches, firsts_)));
  band_count_ = std::max(band_count_, static_cast<uint32_t>(block.bands.size()));
  blocks_.push_back(std::move(block));
  for (const Sketch& sketch : sketches) {
    sample_sizes_.push_back(static_cast<uint32_t>(sketch.sample.size()));
    sample_rates_.push_back(sketch.sample_rate);
    sample_count_ += sketch.sample.size();
  }
  return absl::OkStatus();
}

absl::Status KeyColumns::Load(const Block& block, const BlobRef& blob, KeyColumn& column) const {
  if (blob.size_bytes == 0) return absl::OkStatus();
  WIRECOPY_RETURN_IF_ERROR(store_->Get(blob, &column.bytes));
  const size_t before = column.entries.size();
  column.entries.resize(before + column.bytes.size() / kEntryBytes);
  const char* at = column.bytes.data();
  for (size_t i = before; i < column.entries.size(); ++i, at += kEntryBytes) {
    uint16_t article;
    std::memcpy(&column.entries[i].key, at, sizeof(uint64_t));
    std::memcpy(&article, at + sizeof(uint64_t), sizeof(article));
    column.entries[i].article = block.first_article + article;
  }
  return absl::OkStatus();
}

absl::Status KeyColumns::LoadBand(uint32_t band, KeyColumn& column) const {
  column.entries.clear();
  for (const Block& block : blocks_) {
    if (band < block.bands.size()) WIRECOPY_RETURN_IF_ERROR(Load(block, block.bands[band], column));
  }
  return absl::OkStatus();
}

absl::Status KeyColumns::LoadPart(uint32_t part, KeyColumn& column) const {
  column.entries.clear();
  for (const Block& block : blocks_) {
    if (part < block.parts.size()) WIRECOPY_RETURN_IF_ERROR(Load(block, block.parts[part], column));
  }
  return absl::OkStatus();
}

uint64_t KeyColumns::held_bytes() const {
  uint64_t bytes = sample_sizes_.size() * (sizeof(uint32_t) + sizeof(double));
  for (const Block& block : blocks_)
    bytes += (block.bands.size() + block.parts.size()) * sizeof(BlobRef);
  return bytes;
}

}  // namespace wirecopy
