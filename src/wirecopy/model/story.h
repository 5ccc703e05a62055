// A story: the articles that carry one text lineage.
#ifndef WIRECOPY_MODEL_STORY_H_
#define WIRECOPY_MODEL_STORY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "wirecopy/model/article.h"
#include "wirecopy/model/verdict.h"

namespace wirecopy {

struct StoryMember {
  uint32_t article = 0;                  // index of the article, in the order of adding
  Relation relation = Relation::kExact;  // to `of`; of the origin: kExact with `of` empty
  // The article it was copied from, at best guess, in the order of adding: the tree of the story.
  std::optional<uint32_t> of;
  double of_confidence = 0;             // that it was copied from `of`; 0: unknown
  std::vector<std::string> of_reasons;  // in words, most telling first
  double probability = 1;               // that it belongs to the story
  double coverage = 1;                  // share of this article that stands in `of`
  double coverage_of = 1;               // share of `of` that stands in this article
  std::optional<int64_t>
      lag_s;  // after the origin; empty where either date is unknown; 0 where they overlap
};

struct Story {
  std::string name;  // 16 hex digits, from the content of its members; the same for any input order
  std::vector<StoryMember> members;  // origin first, then by time and id; roundups last
  uint32_t origin = 0;               // index of the article, in the order of adding
  double origin_confidence = 0;      // 0: unknown, the origin is only the fullest or earliest seen
  std::vector<std::string> origin_reasons;
  std::optional<TimeInterval>
      first_published;  // of the members, roundups left out; empty: none has a date
  std::optional<TimeInterval> last_published;
  double least_evidence = 1;  // lowest probability among the evaluated pairs that hold it together
  double median_evidence = 1;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_STORY_H_
