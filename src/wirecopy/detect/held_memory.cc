#include "wirecopy/detect/held_memory.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_format.h"

namespace wirecopy {
namespace {

constexpr uint64_t kKeyedArticleBytes = 16;  // a key and its article, in match
constexpr uint64_t kSharedKeyBytes = 4;      // the article in its bucket
constexpr uint64_t kLinkedAtOnce = 8 << 20;  // places in buckets, 8 bytes each
// Measured: tokens, shingles and their set, bits before each; of one side the table of its
// shingles.
constexpr uint64_t kPairBytesAToken = 72;
constexpr uint64_t kLeastInPlaceBytes = 16;  // shorter strings need no memory of their own

uint64_t TextBytes(const std::string& text) {
  return text.size() < kLeastInPlaceBytes ? 0 : text.capacity() + 1;
}

template <typename T>
uint64_t ListBytes(const std::vector<T>& list) {
  return list.capacity() * sizeof(T);
}

}  // namespace

uint64_t HeldBytes(const ArticleRecord& record) {
  uint64_t bytes = sizeof(ArticleRecord);
  for (const std::string* text :
       {&record.id, &record.url, &record.outlet, &record.title, &record.published,
        &record.facts.source, &record.facts.author, &record.facts.editor,
        &record.facts.original_title, &record.facts.dateline}) {
    bytes += TextBytes(*text);
  }
  return bytes;
}

uint64_t HeldBytes(std::span<const Sketch> sketches) {
  uint64_t bytes = sketches.size_bytes();
  for (const Sketch& sketch : sketches) {
    bytes += ListBytes(sketch.bins) + ListBytes(sketch.band_keys) + ListBytes(sketch.band_numbers) +
             ListBytes(sketch.sample);
  }
  return bytes;
}

uint64_t HeldBytes(std::span<const Verdict> verdicts) {
  uint64_t bytes = verdicts.size_bytes();
  for (const Verdict& verdict : verdicts)
    bytes += ListBytes(verdict.passages) + ListBytes(verdict.slots);
  return bytes;
}

uint64_t ExpectedRecordBytes(const ArticleView& article, const PageFacts& facts) {
  uint64_t bytes = sizeof(ArticleRecord) + sizeof(BlobRef);
  for (const std::string_view text :
       {article.id, article.url, article.outlet, article.title, article.published,
        std::string_view(facts.source), std::string_view(facts.author),
        std::string_view(facts.editor), std::string_view(facts.original_title),
        std::string_view(facts.dateline)}) {
    if (text.size() >= kLeastInPlaceBytes) bytes += text.size() + 1;
  }
  return bytes;
}

uint64_t ExpectedSketchBytes(const SketchOptions& options, uint64_t body_tokens) {
  const auto sampled =
      static_cast<uint64_t>(options.sample_rate * static_cast<double>(body_tokens));
  // A text with too few samples is sampled twice as densely until it has enough, so with up to
  // twice as many.
  const uint64_t samples =
      std::min(body_tokens, std::max<uint64_t>(sampled, 2 * options.min_samples));
  return sizeof(Sketch) + options.bins + options.bands * (sizeof(uint64_t) + sizeof(uint16_t)) +
         samples * sizeof(uint64_t);
}

uint64_t ExpectedPairBytes(uint64_t body_tokens) { return kPairBytesAToken * body_tokens; }

uint64_t ExpectedMatchBytes(const KeyColumns& columns, unsigned threads) {
  const uint64_t texts = columns.article_count();
  return ExpectedMatchBytes(texts, columns.sample_count() + texts * columns.band_count(),
                            columns.part_hashes(), threads);
}

uint64_t ExpectedMatchBytes(uint64_t texts, uint64_t keys, uint64_t part_hashes, unsigned threads) {
  const uint64_t at_once = std::max(texts, std::min(keys, part_hashes));
  const uint64_t sorting = 2 * kKeyedArticleBytes * at_once * std::max(1u, threads);
  const uint64_t linking = 2 * sizeof(uint64_t) * std::min(keys, kLinkedAtOnce);
  return kSharedKeyBytes * keys + std::max(sorting, linking);
}

absl::Status CheckMemory(uint64_t held_bytes, uint64_t more_bytes, uint64_t max_memory_bytes,
                         std::string_view work) {
  if (max_memory_bytes == 0 || held_bytes + more_bytes <= max_memory_bytes) return absl::OkStatus();
  return absl::ResourceExhaustedError(
      absl::StrFormat("to %s about %d bytes would be held in memory; max_memory_bytes is %d", work,
                      held_bytes + more_bytes, max_memory_bytes));
}

}  // namespace wirecopy
