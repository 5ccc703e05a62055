// A background as the bytes of a file: what one run learnt, for the next.
//
//   std::string bytes = SerializeBackground({.learnt = background, .least_stories = 2, ...});
//   WIRECOPY_ASSIGN_OR_RETURN(SavedBackground saved, ParseBackground(bytes));
//   WIRECOPY_ASSIGN_OR_RETURN(SavedBackground both, MergeBackgrounds(parts, 2));
//
// Accuracy: shingles of few stories are not saved, so the sum of two backgrounds may be too low;
// max_shortfall says by how many stories at most. Cost: linear; parsing takes no memory that the
// bytes do not fill. Threads: pure functions. Stability: docs/formats/background.md; equal
// backgrounds give equal bytes.
#ifndef WIRECOPY_BACKGROUND_BACKGROUND_FILE_H_
#define WIRECOPY_BACKGROUND_BACKGROUND_FILE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "wirecopy/base/export.h"
#include "wirecopy/model/background.h"

namespace wirecopy {

struct SavedBackground {
  Background learnt;  // rests on no prior
  // A shingle of fewer stories is absent.
  uint32_t least_stories = 2;
  // No shingle stands in more stories than its count (0 where it is absent) and these.
  uint64_t max_shortfall = 1;
};

// What `learnt` knows beside its prior. Entries below `saved.least_stories` are left out.
WIRECOPY_EXPORT std::string SerializeBackground(const SavedBackground& saved);

// DataLoss: not a background, cut off or damaged. Unimplemented: of another format, or counted with
// other shingles than this version cuts.
WIRECOPY_EXPORT absl::StatusOr<SavedBackground> ParseBackground(std::string_view bytes);

// The sum of several: stories of different corpora are different stories, so counts are added;
// outlet furniture is what any of them holds. `least_stories`: of the entries that are kept.
// max_shortfall is the sum of theirs, and least_stories - 1 more where entries were dropped.
WIRECOPY_EXPORT SavedBackground MergeBackgrounds(std::span<const SavedBackground> parts,
                                                 uint32_t least_stories);

// Without the entries of fewer stories; what it rests on is left out.
WIRECOPY_EXPORT SavedBackground KeepFrequent(const Background& learnt, uint32_t least_stories);

}  // namespace wirecopy

#endif  // WIRECOPY_BACKGROUND_BACKGROUND_FILE_H_
