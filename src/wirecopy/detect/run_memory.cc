// What a run holds in memory, and what its stages are about to need: the account that a cap is held
// to.
#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "wirecopy/detect/detector_state.h"
#include "wirecopy/detect/held_memory.h"

namespace wirecopy {
namespace {

// What a pair takes in the evidence graph beside its edge: places in two lists and in an index.
constexpr uint64_t kGraphBytesAPair = 40;
// What learning needs beside the shingles of a sampled text: two bits for each of 16,384 places, a
// group at most.
constexpr uint64_t kLearnBytesAText = 4096;
constexpr uint64_t kCapOverKeptSides = 32;
constexpr uint64_t kCapOverLaterStages = 2;
constexpr uint64_t kCapOverPartHashes = 512;
constexpr uint64_t kLeastPartHashes = 1 << 16;

}  // namespace

uint64_t Detector::State::held_bytes() const {
  uint64_t bytes = own_store.held_bytes() + table.held_bytes() + background.held_bytes() +
                   learnt_furniture.held_bytes() + sketches.held_bytes() +
                   pairs.capacity() * sizeof(CandidatePair) + HeldBytes(verdicts);
  if (graph) {
    bytes += graph->edges().size() * (sizeof(EvidenceEdge) + kGraphBytesAPair) +
             graph->size() * sizeof(EvidenceNode);
  }
  return bytes;
}

absl::Status Detector::State::Allows(uint64_t more_bytes, std::string_view work) const {
  if (options.max_memory_bytes == 0) return absl::OkStatus();
  return CheckMemory(held_bytes(), more_bytes, options.max_memory_bytes, work);
}

uint64_t Detector::State::ExpectedSketchesBytes(uint32_t texts) const {
  uint64_t bytes = 0;
  for (uint32_t text = 0; text < texts; ++text) {
    bytes +=
        ExpectedSketchBytes(options.sketch, table.records()[table.ArticleOf(text)].body_tokens);
  }
  return bytes;
}

// The sketches and shingles of all sampled texts; beside them first what matching takes, the keys
// once more among it, then the shingles of the outlet with most of them or a quarter that repeats,
// whichever is more.
uint64_t Detector::State::ExpectedLearnBytes(uint32_t texts) const {
  uint64_t tokens = 0;
  uint64_t most_of_an_outlet = 0;
  std::unordered_map<std::string_view, uint64_t> of_outlet;
  for (uint32_t text = 0; text < texts; ++text) {
    const ArticleRecord& record = table.records()[table.ArticleOf(text)];
    tokens += record.body_tokens;
    if (!record.outlet.empty()) {
      most_of_an_outlet =
          std::max(most_of_an_outlet, of_outlet[record.outlet] += record.body_tokens);
    }
  }
  const uint64_t sketches_bytes = ExpectedSketchesBytes(texts);
  const uint64_t matching =
      sketches_bytes + ExpectedMatchBytes(texts, sketches_bytes / sizeof(uint64_t),
                                          KeyColumns::kPartHashes, options.threads);
  const uint64_t beside = sizeof(uint64_t) * std::max(most_of_an_outlet, tokens / 4);
  return sketches_bytes + sizeof(uint64_t) * tokens +
         std::max(matching, texts * kLearnBytesAText + beside);
}

bool Detector::State::SketchesInStore(uint32_t texts) const {
  if (options.store == nullptr || options.max_memory_bytes == 0) return false;
  const uint64_t bytes = ExpectedSketchesBytes(texts);
  const uint64_t beside =
      std::max(ExpectedMatchBytes(texts, bytes / sizeof(uint64_t), PartHashes(), options.threads),
               options.max_memory_bytes / kCapOverLaterStages);
  return held_bytes() + bytes + beside > options.max_memory_bytes;
}

uint64_t Detector::State::PartHashes() const {
  if (options.max_memory_bytes == 0) return KeyColumns::kPartHashes;
  return std::clamp(options.max_memory_bytes / kCapOverPartHashes, kLeastPartHashes,
                    KeyColumns::kPartHashes);
}

uint64_t Detector::State::KeptSideBytes() const {
  if (options.verify == Verify::kSketch) return 0;
  if (options.max_memory_bytes == 0) return kKeptSideBytes;
  return std::min(kKeptSideBytes, options.max_memory_bytes / kCapOverKeptSides);
}

// Of the two longest texts that may meet: those of the candidates.
uint64_t Detector::State::ExpectedLongestPairBytes() const {
  if (options.verify == Verify::kSketch) return 0;
  uint64_t longest = 0, second = 0;
  uint32_t longest_text = 0;
  const auto consider = [&](uint32_t text) {
    const uint64_t tokens = table.records()[table.ArticleOf(text)].body_tokens;
    if (tokens > longest) {
      second = std::exchange(longest, tokens);
      longest_text = text;
    } else if (text != longest_text) {
      second = std::max(second, tokens);
    }
  };
  for (const CandidatePair& pair : pairs) {
    consider(pair.first);
    consider(pair.second);
  }
  return ExpectedPairBytes(longest + second);
}

uint64_t Detector::State::ExpectedGroupBytes() const {
  return pairs.size() * (2 * sizeof(EvidenceEdge) + kGraphBytesAPair) +
         table.text_count() * sizeof(EvidenceNode) +
         options.threads * (ExpectedLongestPairBytes() + KeptSideBytes());
}

}  // namespace wirecopy
