// Counts in how many distinct stories each shingle occurs. Stories, not pages: a report that a
// thousand sites carry is one story, and its own text never becomes a formula.
//
//   auto entries = CountStories(groups.size(), [&](size_t g) { return ShinglesOfGroup(g); });
//
// Cost: each group's shingles are asked for twice; memory is two bitmaps of kBitmapBytes and 12
// bytes for each shingle that is met more than once. Threads: `shingles_of_group` is called from
// the calling thread only. Source: docs/algorithms.md, "Story frequency".
#ifndef WIRECOPY_BACKGROUND_STORY_FREQUENCIES_H_
#define WIRECOPY_BACKGROUND_STORY_FREQUENCIES_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "wirecopy/model/background.h"

namespace wirecopy {

// The shingles of a group of articles that are one story, sorted and distinct; valid until the next
// call. Asked for twice.
using GroupShingles = std::function<std::span<const uint64_t>(size_t group)>;

// Exact counts of the shingles that stand in two or more of the groups, by shingle. Does not depend
// on their order.
std::vector<Background::Entry> CountStories(size_t group_count,
                                            const GroupShingles& shingles_of_group);

}  // namespace wirecopy

#endif  // WIRECOPY_BACKGROUND_STORY_FREQUENCIES_H_
