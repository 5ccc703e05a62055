#include "wirecopy/detect/dedup.h"

#include <algorithm>

#include "wirecopy/base/status_macros.h"

namespace wirecopy {
namespace {

// Whether x is a better survivor than y; ties by id.
bool IsBetter(const Result& result, Keep keep, uint32_t x, uint32_t y) {
  const ArticleRecord& a = result.articles[x];
  const ArticleRecord& b = result.articles[y];
  if (a.reference != b.reference) return a.reference;
  if (keep == Keep::kFirst) return x < y;
  if (keep == Keep::kLongest && a.body_tokens != b.body_tokens)
    return a.body_tokens > b.body_tokens;
  if (keep == Keep::kEarliest) {
    if (a.published_at.has_value() != b.published_at.has_value()) return a.published_at.has_value();
    // By when it was out for certain: a vague date is no early one.
    if (a.published_at && a.published_at->latest_s != b.published_at->latest_s) {
      return a.published_at->latest_s < b.published_at->latest_s;
    }
  }
  return a.id != b.id ? a.id < b.id : x < y;
}

// Members in the order in which they are offered to the survivors found so far.
std::vector<uint32_t> Candidates(const Story& story, const Result& result, Keep keep) {
  std::vector<uint32_t> members;
  for (const StoryMember& member : story.members) {
    if (member.relation != Relation::kRoundup) members.push_back(member.article);
  }
  std::sort(members.begin(), members.end(),
            [&](uint32_t x, uint32_t y) { return IsBetter(result, keep, x, y); });
  return members;
}

}  // namespace

absl::StatusOr<std::vector<Dropped>> PlanDedup(const Detector& detector, const Result& result,
                                               const DedupOptions& options) {
  constexpr size_t kMaxSurvivorsTried = 8;
  std::vector<Dropped> dropped;
  for (const Story& story : result.stories) {
    std::vector<uint32_t> survivors;
    for (uint32_t member : Candidates(story, result, options.keep)) {
      bool gone = false;
      for (size_t i = 0;
           i < survivors.size() && i < kMaxSurvivorsTried && !result.articles[member].reference;
           ++i) {
        WIRECOPY_ASSIGN_OR_RETURN(const Verdict verdict, detector.Judge(survivors[i], member));
        if (verdict.probability < options.min_probability ||
            !options.drop.contains(verdict.relation))
          continue;
        dropped.push_back({member, survivors[i], verdict.relation, verdict.probability});
        gone = true;
        break;
      }
      if (!gone) survivors.push_back(member);
    }
  }
  std::sort(dropped.begin(), dropped.end(),
            [](const Dropped& x, const Dropped& y) { return x.article < y.article; });
  return dropped;
}

}  // namespace wirecopy
