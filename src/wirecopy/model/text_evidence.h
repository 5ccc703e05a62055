// What a reader may want to see in an article's own words: what was masked, what was read otherwise
// than it stands, and where it agrees with the article it was copied from. Places are bytes of the
// original texts, so nobody needs the tokens the engine works on.
#ifndef WIRECOPY_MODEL_TEXT_EVIDENCE_H_
#define WIRECOPY_MODEL_TEXT_EVIDENCE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "wirecopy/model/verdict.h"

namespace wirecopy {

// [begin, end) in bytes of an original text.
struct ByteRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool operator==(const ByteRange&) const = default;
};

// A stretch that was read otherwise than it stands, beyond case and width.
struct ReadRun {
  ByteRange place;
  std::string as;  // UTF-8; empty: taken out

  bool operator==(const ReadRun&) const = default;
};

struct AlignedPlaces {
  ByteRange a;
  ByteRange b;

  bool operator==(const AlignedPlaces&) const = default;
};

struct SlotPlaces {
  SlotKind kind = SlotKind::kNoise;
  ByteRange a;  // either may be empty
  ByteRange b;

  bool operator==(const SlotPlaces&) const = default;
};

// The alignment of two articles, as a Verdict's passages and slots.
struct AlignmentPlaces {
  std::vector<AlignedPlaces> passages;  // best first, by information
  std::vector<SlotPlaces> slots;
};

struct TextEvidence {
  std::vector<ByteRange> furniture;  // masked, by rule or learnt; sorted, disjoint
  std::vector<ReadRun> read;         // sorted, disjoint
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_TEXT_EVIDENCE_H_
