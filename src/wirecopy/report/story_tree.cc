#include "wirecopy/report/story_tree.h"

#include <algorithm>
#include <unordered_map>

namespace wirecopy {
namespace {

using Children = std::vector<std::vector<uint32_t>>;  // by member; the last one: of nobody

Children ChildrenOf(std::span<const StoryMember> members) {
  std::unordered_map<uint32_t, uint32_t> member_of_article;
  for (uint32_t i = 0; i < members.size(); ++i) member_of_article.emplace(members[i].article, i);
  Children children(members.size() + 1);
  for (uint32_t i = 0; i < members.size(); ++i) {
    const auto parent =
        members[i].of ? member_of_article.find(*members[i].of) : member_of_article.end();
    children[parent == member_of_article.end() ? members.size() : parent->second].push_back(i);
  }
  return children;
}

// Walks from one root down, without recursion: stories may be chains of many thousands.
class Walk {
 public:
  Walk(std::span<const StoryMember> members, const Children& children, std::vector<TreeRow>* rows)
      : members_(members), children_(children), rows_(*rows), seen_(members.size()) {}

  void From(uint32_t root) {
    stack_.push_back({root, 0, 0});
    while (!stack_.empty()) {
      const Step step = stack_.back();
      stack_.pop_back();
      if (seen_[step.member]) continue;
      seen_[step.member] = true;
      Visit(step);
    }
  }
  bool Seen(uint32_t member) const { return seen_[member]; }

 private:
  struct Step {
    uint32_t member;
    uint32_t depth;
    uint32_t open_levels;
  };

  void Visit(const Step& step) {
    const std::vector<uint32_t>& below = children_[step.member];
    const uint32_t shown = std::min(step.depth, kMaxShownDepth);
    rows_.push_back({&members_[step.member], step.depth, shown, step.open_levels, !below.empty()});
    const uint32_t level = std::min(step.depth, kMaxShownDepth - 1);
    for (size_t i = below.size(); i-- > 0;) {
      const uint32_t others = step.open_levels & ~(1u << level);
      const uint32_t more = i + 1 < below.size() ? 1u << level : 0;
      stack_.push_back({below[i], step.depth + 1, others | more});
    }
  }

  std::span<const StoryMember> members_;
  const Children& children_;
  std::vector<TreeRow>& rows_;
  std::vector<bool> seen_;
  std::vector<Step> stack_;
};

}  // namespace

std::vector<TreeRow> TreeOf(std::span<const StoryMember> members) {
  const Children children = ChildrenOf(members);
  std::vector<TreeRow> rows;
  rows.reserve(members.size());
  Walk walk(members, children, &rows);
  for (const uint32_t root : children.back()) walk.From(root);
  for (uint32_t i = 0; i < members.size(); ++i) {
    if (!walk.Seen(i)) walk.From(i);  // of a circle, which no run gives
  }
  return rows;
}

std::vector<const StoryMember*> MembersInOrder(std::span<const StoryMember> members, bool tree) {
  std::vector<const StoryMember*> ordered;
  if (tree) {
    for (const TreeRow& row : TreeOf(members)) ordered.push_back(row.member);
  } else {
    for (const StoryMember& member : members) ordered.push_back(&member);
  }
  return ordered;
}

std::string TreePrefix(const TreeRow& row, bool lines) {
  if (!lines) return std::string(2 * row.shown_depth, ' ');
  std::string prefix;
  for (uint32_t level = 0; level < row.shown_depth; ++level) {
    const bool open = (row.open_levels >> level) & 1u;
    const bool is_own = level + 1 == row.shown_depth;
    prefix += is_own ? (open ? "├╴" : "└╴") : (open ? "│ " : "  ");
  }
  return prefix;
}

std::string TreeContinuation(const TreeRow& row, bool lines) {
  if (!lines) return std::string(2 * row.shown_depth, ' ');
  std::string prefix;
  for (uint32_t level = 0; level < row.shown_depth; ++level) {
    prefix += (row.open_levels >> level) & 1u ? "│ " : "  ";
  }
  return prefix;
}

}  // namespace wirecopy
