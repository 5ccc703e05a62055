// The evidence of many texts at once, in places of their originals: what was masked and read
// otherwise in each, and where given pairs of them agree. For reports that show the articles
// themselves.
//
//   std::vector<ShownText> texts = {{origin.text, origin.outlet}, {copy.text, copy.outlet}};
//   TextsEvidence shown = EvidenceOfTexts({texts, {{1, 0}}}, detector.background(), threads);
//   shown.texts[1].furniture, shown.pairs[0].places.passages
//
// A text is cleaned and prepared once, however many pairs it is in. The alignment of a pair is that
// of Detector::Judge where `background` is the detector's; the probability may differ, because a
// run dates a text by its earliest copy and here no dates are known.
// Memory: about 30 times the bytes of the texts while it works, so hand over some megabytes at a
// time. Threads: `threads` of its own; their number changes nothing.
#ifndef WIRECOPY_DETECT_EVIDENCE_OF_TEXTS_H_
#define WIRECOPY_DETECT_EVIDENCE_OF_TEXTS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "wirecopy/base/export.h"
#include "wirecopy/model/background.h"
#include "wirecopy/model/text_evidence.h"
#include "wirecopy/model/verdict.h"

namespace wirecopy {

struct ShownText {
  std::string_view text;    // below 4 GiB
  std::string_view outlet;  // empty: unknown, no furniture was learnt of it
};

struct TextsToShow {
  std::span<const ShownText> texts;
  std::span<const std::pair<uint32_t, uint32_t>> pairs;  // indices in `texts`
};

struct PairEvidence {
  Verdict verdict;  // with reasons; passages and slots are in `places` instead
  AlignmentPlaces places;
};

struct TextsEvidence {
  std::vector<TextEvidence> texts;  // in their order
  std::vector<PairEvidence> pairs;  // in their order
};

// REQUIRES: threads >= 1.
WIRECOPY_EXPORT TextsEvidence EvidenceOfTexts(const TextsToShow& shown,
                                              const Background& background, unsigned threads);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_EVIDENCE_OF_TEXTS_H_
