// The members of a story in the order of the tree that their `of` makes: each behind the one it was
// copied from.
//
//   for (const TreeRow& row : TreeOf(story.members)) out += TreePrefix(row, style) + ...
//
// Cost: linear. Threads: pure functions.
#ifndef WIRECOPY_REPORT_STORY_TREE_H_
#define WIRECOPY_REPORT_STORY_TREE_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "wirecopy/model/story.h"

namespace wirecopy {

inline constexpr uint32_t kMaxShownDepth = 8;  // deeper members stand as deep as this

struct TreeRow {
  const StoryMember* member = nullptr;
  uint32_t depth = 0;         // steps from the origin
  uint32_t shown_depth = 0;   // at most kMaxShownDepth
  uint32_t open_levels = 0;   // bit i: another child of the row's ancestor at shown depth i follows
  bool has_children = false;  // below it
};

// Copies of one member stand in the order of `members`. A member whose `of` is not among them
// stands beside the origin; nobody is left out.
std::vector<TreeRow> TreeOf(std::span<const StoryMember> members);

// The members as a list shows them: in the order of their tree, or as they stand.
std::vector<const StoryMember*> MembersInOrder(std::span<const StoryMember> members, bool tree);

// What stands before a row, two columns a level: lines where they are drawn, else spaces.
std::string TreePrefix(const TreeRow& row, bool lines);
// Before further lines of the same row.
std::string TreeContinuation(const TreeRow& row, bool lines);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_STORY_TREE_H_
