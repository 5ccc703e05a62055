// From series of groups to series of articles: who stands for each story, in which order they
// appeared, and what differs from one to the next.
#ifndef WIRECOPY_DETECT_SERIES_MEMBERS_H_
#define WIRECOPY_DETECT_SERIES_MEMBERS_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "absl/status/statusor.h"
#include "wirecopy/cluster/grouping.h"
#include "wirecopy/detect/article_table.h"
#include "wirecopy/model/series.h"
#include "wirecopy/model/story.h"
#include "wirecopy/model/verdict.h"

namespace wirecopy {

struct SeriesRequest {
  const ArticleTable* table = nullptr;
  const Grouping* grouping = nullptr;
  // REQUIRES: the table's records know their story.
  const std::vector<Story>* stories = nullptr;
  const std::vector<std::vector<uint32_t>>* groups = nullptr;  // of each series
  std::function<absl::StatusOr<Verdict>(uint32_t text_a, uint32_t text_b)> judge;
};

// By size falling, then name. Cost: one pair is judged for each two neighbours.
absl::StatusOr<std::vector<Series>> BuildSeries(const SeriesRequest& request);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_SERIES_MEMBERS_H_
