#include "wirecopy/detect/preliminary_stories.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "wirecopy/base/disjoint_sets.h"
#include "wirecopy/match/match.h"
#include "wirecopy/model/sample_overlap.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy {
namespace {

constexpr double kMinResemblance = 0.3;  // of two pages of one preliminary story
constexpr double kMinContainment =
    0.4;  // of a page of a small group in the page whose group it moves to
constexpr uint32_t kMostOfSmall = 2;    // pages of a small group
constexpr uint32_t kLeastOfAgreed = 4;  // pages of a group that can agree on anything
constexpr size_t kAgreedShare = 4;      // one page in so many has what is agreed on
constexpr double kMinAgreed = 0.45;     // of a page in what a group that it moves to agrees on
constexpr int kMostRounds = 8;
// Pages of one form share the form, with each other as with what they agree on. Pages that each
// lost words of their own share less with each other.
constexpr double kAgreedOverShared = 1.3;
constexpr uint32_t kLeastAcross = 4;  // pairs across two groups that tell this

// Every page's group, and how many pages each has.
struct Groups {
  std::vector<uint32_t> of;
  std::vector<uint32_t> size;

  explicit Groups(std::vector<uint32_t> group) : of(std::move(group)), size(of.size(), 0) {
    for (uint32_t g : of) ++size[g];
  }
};

Groups ResemblingPages(std::span<const Sketch> sketches, std::span<const CandidatePair> pairs) {
  DisjointSets sets(sketches.size());
  for (const CandidatePair& pair : pairs) {
    if (EstimateResemblance(sketches[pair.first], sketches[pair.second]) < kMinResemblance)
      continue;
    sets.Join(pair.first, pair.second);
  }
  std::vector<uint32_t> group(sketches.size());
  for (uint32_t i = 0; i < group.size(); ++i) group[i] = sets.RootOf(i);
  return Groups(std::move(group));
}

// A page of a small group moves to the group of the page that holds most of it.
Groups PartsMoved(std::span<const Sketch> sketches, std::span<const CandidatePair> pairs,
                  const Groups& groups) {
  std::vector<uint32_t> moved = groups.of;
  std::vector<double> best(sketches.size(), kMinContainment);
  auto consider = [&](uint32_t part, uint32_t whole) {
    if (groups.size[groups.of[part]] > kMostOfSmall ||
        groups.size[groups.of[whole]] < groups.size[groups.of[part]])
      return;
    const double containment = EstimateContainment(sketches[part], sketches[whole]);
    if (containment <= best[part]) return;
    best[part] = containment;
    moved[part] = groups.of[whole];
  };
  for (const CandidatePair& pair : pairs) {
    if (groups.of[pair.first] == groups.of[pair.second]) continue;
    consider(pair.first, pair.second);
    consider(pair.second, pair.first);
  }
  return Groups(std::move(moved));
}

// What a good part of a group's pages hold, as a sample at the rate of the one sampled least.
Sketch AgreedOn(std::span<const Sketch> sketches, std::span<const uint32_t> pages) {
  Sketch agreed;
  for (uint32_t page : pages)
    agreed.sample_rate = std::min(agreed.sample_rate, sketches[page].sample_rate);
  const uint64_t bound = SampleBound(agreed.sample_rate);
  std::vector<uint64_t> all;
  for (uint32_t page : pages) {
    for (uint64_t hash : sketches[page].sample) {
      if (hash > bound) break;
      all.push_back(hash);
    }
  }
  std::ranges::sort(all);
  const size_t least = std::max<size_t>(2, (pages.size() + kAgreedShare - 1) / kAgreedShare);
  for (size_t i = 0; i < all.size();) {
    const size_t begin = i;
    while (i < all.size() && all[i] == all[begin]) ++i;
    if (i - begin >= least) agreed.sample.push_back(all[begin]);
  }
  return agreed;
}

// By group; empty for those of few pages.
std::vector<Sketch> AgreedOnByEach(std::span<const Sketch> sketches, const Groups& groups) {
  std::vector<std::vector<uint32_t>> pages(groups.of.size());
  for (uint32_t i = 0; i < groups.of.size(); ++i) {
    if (groups.size[groups.of[i]] >= kLeastOfAgreed) pages[groups.of[i]].push_back(i);
  }
  std::vector<Sketch> agreed(groups.of.size());
  for (uint32_t g = 0; g < pages.size(); ++g) {
    if (!pages[g].empty()) agreed[g] = AgreedOn(sketches, pages[g]);
  }
  return agreed;
}

// A page moves to a group of many times its own's pages that agree on much of it.
Groups AgreeingMoved(std::span<const Sketch> sketches, std::span<const CandidatePair> pairs,
                     const Groups& groups) {
  const std::vector<Sketch> agreed = AgreedOnByEach(sketches, groups);
  std::vector<uint32_t> moved = groups.of;
  std::vector<double> best(sketches.size(), kMinAgreed);
  std::vector<uint32_t> last_asked(sketches.size(), static_cast<uint32_t>(sketches.size()));
  auto consider = [&](uint32_t page, uint32_t other) {
    const uint32_t group = groups.of[other];
    if (agreed[group].sample.empty() ||
        groups.size[group] < kLeastOfAgreed * groups.size[groups.of[page]] ||
        last_asked[page] == group)
      return;
    last_asked[page] = group;
    const double share = EstimateContainment(sketches[page], agreed[group]);
    if (share <= best[page]) return;
    best[page] = share;
    moved[page] = group;
  };
  for (const CandidatePair& pair : pairs) {
    if (groups.of[pair.first] == groups.of[pair.second]) continue;
    consider(pair.first, pair.second);
    consider(pair.second, pair.first);
  }
  return Groups(std::move(moved));
}

// Of the pairs across two groups that agree on something: how much of a page is in the other one,
// and how much is in what the other's group agrees on.
struct Across {
  uint64_t groups = 0;  // the smaller number in the upper half
  double shared = 0;
  double agreed = 0;
};

std::vector<Across> AcrossGroups(std::span<const Sketch> sketches,
                                 std::span<const CandidatePair> pairs, const Groups& groups) {
  const std::vector<Sketch> agreed = AgreedOnByEach(sketches, groups);
  std::vector<Across> across;
  for (const CandidatePair& pair : pairs) {
    const auto [x, y] = std::pair(groups.of[pair.first], groups.of[pair.second]);
    if (x == y || agreed[x].sample.empty() || agreed[y].sample.empty()) continue;
    const Sketch& a = sketches[pair.first];
    const Sketch& b = sketches[pair.second];
    across.push_back({uint64_t{std::min(x, y)} << 32 | std::max(x, y),
                      EstimateContainment(a, b) + EstimateContainment(b, a),
                      EstimateContainment(a, agreed[y]) + EstimateContainment(b, agreed[x])});
  }
  std::ranges::stable_sort(across, {}, &Across::groups);
  return across;
}

// Groups that grew from different copies of one report become one.
Groups AgreeingJoined(std::span<const Sketch> sketches, std::span<const CandidatePair> pairs,
                      const Groups& groups) {
  const std::vector<Across> across = AcrossGroups(sketches, pairs, groups);
  DisjointSets sets(sketches.size());
  for (size_t i = 0; i < across.size();) {
    const size_t begin = i;
    Across sum;
    for (; i < across.size() && across[i].groups == across[begin].groups; ++i) {
      sum.shared += across[i].shared;
      sum.agreed += across[i].agreed;
    }
    const auto sides = static_cast<double>(2 * (i - begin));
    if (i - begin < kLeastAcross || sum.agreed < kMinAgreed * sides ||
        sum.agreed < kAgreedOverShared * sum.shared)
      continue;
    sets.Join(static_cast<uint32_t>(across[begin].groups >> 32),
              static_cast<uint32_t>(across[begin].groups));
  }
  std::vector<uint32_t> joined = groups.of;
  for (uint32_t& group : joined) group = sets.RootOf(group);
  return Groups(std::move(joined));
}

}  // namespace

std::vector<uint32_t> PreliminaryStories(std::span<const Sketch> sketches, unsigned threads) {
  const std::vector<CandidatePair> pairs = FindCandidates(sketches, {.threads = threads});
  Groups groups = PartsMoved(sketches, pairs, ResemblingPages(sketches, pairs));
  for (int round = 0; round < kMostRounds; ++round) {
    Groups next = AgreeingJoined(sketches, pairs, AgreeingMoved(sketches, pairs, groups));
    if (next.of == groups.of) break;
    groups = std::move(next);
  }
  return groups.of;
}

}  // namespace wirecopy
