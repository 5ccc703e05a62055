// Stories before anything is judged, only good for counting in how many stories a shingle occurs.
//
//   std::vector<uint32_t> group = PreliminaryStories(sketches, threads);   // by text
//
// One report of a thousand copies must not fall into many groups, or its own text would look like a
// formula: the copies are brought together by what resembles, by what holds most of a page, and by
// what most of a group agree on. The last is for copies that each lost words of their own: two of
// them share little more than a third, but either holds more of what the many have in common.
//
// Cost: that of FindCandidates, and linear in the pairs and samples. Threads: uses `threads`; the
// result does not depend on it.
#ifndef WIRECOPY_DETECT_PRELIMINARY_STORIES_H_
#define WIRECOPY_DETECT_PRELIMINARY_STORIES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "wirecopy/model/sketch.h"

namespace wirecopy {

// For each text a number that those of its group have, too. REQUIRES: threads >= 1.
std::vector<uint32_t> PreliminaryStories(std::span<const Sketch> sketches, unsigned threads);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_PRELIMINARY_STORIES_H_
