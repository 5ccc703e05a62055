// Which articles of a result to keep when each story should stand once.
//
//   auto plan = PlanDedup(detector, result, {});
//
// Every dropped article was compared directly with its survivor, never dropped through a chain;
// otherwise it is kept. References (ArticleRecord::reference) are survivors and are never dropped.
#ifndef WIRECOPY_DETECT_DEDUP_H_
#define WIRECOPY_DETECT_DEDUP_H_

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "absl/status/statusor.h"
#include "wirecopy/base/export.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/model/result.h"

namespace wirecopy {

// Ties are broken by id. kEarliest: the one that was out first for certain, by the end of its
// date's interval, so that a day without a time does not come before a time of that day; undated
// ones last.
enum class Keep : uint8_t { kEarliest, kLongest, kFirst };

struct DedupOptions {
  Keep keep = Keep::kEarliest;
  std::set<Relation> drop = {Relation::kExact, Relation::kReprint, Relation::kEdited};
  double min_probability = 0.5;
};

struct Dropped {
  uint32_t article = 0;  // indices in the order of adding
  uint32_t survivor = 0;
  Relation relation = Relation::kExact;
  double probability = 1;
};

// The dropped articles, by index.
WIRECOPY_EXPORT absl::StatusOr<std::vector<Dropped>> PlanDedup(const Detector& detector,
                                                               const Result& result,
                                                               const DedupOptions& options);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_DEDUP_H_
