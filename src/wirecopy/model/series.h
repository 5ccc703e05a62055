// A series: one form, filled for different events. Never one story: each member reports its own.
#ifndef WIRECOPY_MODEL_SERIES_H_
#define WIRECOPY_MODEL_SERIES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "wirecopy/model/article.h"

namespace wirecopy {

struct SeriesMember {
  uint32_t article = 0;           // the origin of its story, or an article alone in it
  std::optional<uint32_t> story;  // index in Result::stories; empty: alone
};

struct Series {
  std::string name;  // 16 hex digits, from the content of its members; the same for any input order
  std::vector<SeriesMember> members;  // two at least; by time and id, those without a date last
  std::optional<TimeInterval> first_published;  // of the members; empty: none has a date
  std::optional<TimeInterval> last_published;
  // What differs between neighbours in that order, added up: slots of numbers, of names, and words
  // put in or left out.
  uint64_t numbers = 0;
  uint64_t names = 0;
  uint64_t edits = 0;
  // The middle one of what neighbours share: of each two the share of information of the less
  // covered side.
  double median_covered = 0;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_SERIES_H_
