// Whether a line of a format has the keys that its readers rely on, each of its kind: a line that
// only claims the format is refused here instead of failing where it is shown.
//
//   WIRECOPY_RETURN_IF_ERROR(CheckStoryShape(object));
//
// Errors are DataLoss and name the key. Keys that are not known are passed over. Total, reentrant.
#ifndef WIRECOPY_CORPUS_LINE_SHAPE_H_
#define WIRECOPY_CORPUS_LINE_SHAPE_H_

#include <simdjson.h>

#include "absl/status/status.h"

namespace wirecopy {

// wirecopy.story/1 (docs/formats/story.md), its members too.
absl::Status CheckStoryShape(const simdjson::dom::object& story);

// wirecopy.series/1 (docs/formats/series.md), its members too.
absl::Status CheckSeriesShape(const simdjson::dom::object& series);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_LINE_SHAPE_H_
