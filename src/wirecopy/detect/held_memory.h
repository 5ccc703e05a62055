// What a run holds in memory and is about to need: the account that
// DetectorOptions::max_memory_bytes is held to.
//
// Accuracy: sizes of the parts, without the allocator's own share and the spare room of growing
// lists; what a stage will need is estimated from the sizes of the texts before it begins. Threads:
// pure functions.
#ifndef WIRECOPY_DETECT_HELD_MEMORY_H_
#define WIRECOPY_DETECT_HELD_MEMORY_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "absl/status/status.h"
#include "wirecopy/match/key_columns.h"
#include "wirecopy/model/article.h"
#include "wirecopy/model/blob_store.h"
#include "wirecopy/model/result.h"
#include "wirecopy/model/sketch.h"
#include "wirecopy/model/verdict.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy {

uint64_t HeldBytes(const ArticleRecord& record);
uint64_t HeldBytes(std::span<const Sketch> sketches);
uint64_t HeldBytes(std::span<const Verdict> verdicts);

// At least what an article adds, its text left out.
uint64_t ExpectedRecordBytes(const ArticleView& article, const PageFacts& facts);
// The sketch of a body of so many tokens.
uint64_t ExpectedSketchBytes(const SketchOptions& options, uint64_t body_tokens);
// While two bodies of so many tokens together are compared: both prepared, and the tables of their
// alignment.
uint64_t ExpectedPairBytes(uint64_t body_tokens);
// While equal keys are sorted and linked, if most are shared.
uint64_t ExpectedMatchBytes(const KeyColumns& columns, unsigned threads);
// The same of so many texts and keys, samples among them.
uint64_t ExpectedMatchBytes(uint64_t texts, uint64_t keys, uint64_t part_hashes, unsigned threads);

// ResourceExhausted, naming the work, where `held_bytes + more_bytes` is above `max_memory_bytes`;
// 0: no cap.
absl::Status CheckMemory(uint64_t held_bytes, uint64_t more_bytes, uint64_t max_memory_bytes,
                         std::string_view work);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_HELD_MEMORY_H_
