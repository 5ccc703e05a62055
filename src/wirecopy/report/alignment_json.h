// An alignment of two texts as JSON, in UTF-16 units of each side.
#ifndef WIRECOPY_REPORT_ALIGNMENT_JSON_H_
#define WIRECOPY_REPORT_ALIGNMENT_JSON_H_

#include "wirecopy/model/text_evidence.h"
#include "wirecopy/report/json_line.h"
#include "wirecopy/report/utf16_text.h"

namespace wirecopy {

// The two texts that AlignmentPlaces calls a and b.
struct AlignedTexts {
  const Utf16Text* a = nullptr;  // REQUIRED
  const Utf16Text* b = nullptr;  // REQUIRED
};

// "passages" and "slots", into the object that is open; with `swapped` b is written first.
void PutAlignmentPlaces(const AlignmentPlaces& places, const AlignedTexts& texts, bool swapped,
                        JsonLine* json);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_ALIGNMENT_JSON_H_
