#include "wirecopy/background/outlet_furniture.h"

#include <algorithm>
#include <cmath>

#include "wirecopy/model/shingle.h"

namespace wirecopy {
namespace {

constexpr uint32_t kMaxJoinedGap = 6;  // tokens
constexpr uint32_t kMinRun = 8;        // tokens

// Furniture shingles of the pages of one outlet, appended to `keys`.
void LearnOutlet(std::span<const OutletPage> pages,
                 const std::function<std::vector<uint64_t>(uint32_t)>& shingles_of_page,
                 std::vector<uint64_t>& keys) {
  std::vector<uint64_t> all;
  uint32_t groups = 0;
  for (size_t i = 0; i < pages.size();) {
    std::vector<uint64_t> of_group;
    const uint32_t group = pages[i].group;
    for (; i < pages.size() && pages[i].group == group; ++i) {
      const std::vector<uint64_t> shingles = shingles_of_page(pages[i].page);
      of_group.insert(of_group.end(), shingles.begin(), shingles.end());
    }
    SortHashes(of_group);
    of_group.erase(std::unique(of_group.begin(), of_group.end()), of_group.end());
    all.insert(all.end(), of_group.begin(), of_group.end());
    ++groups;
  }
  const auto least = static_cast<size_t>(
      std::max<double>(kMinFurniturePages, std::ceil(kMinFurnitureShare * groups)));
  SortHashes(all);
  for (size_t i = 0; i < all.size();) {
    size_t end = i;
    while (end < all.size() && all[end] == all[i]) ++end;
    if (end - i >= least) keys.push_back(Background::OutletKey(pages.front().outlet, all[i]));
    i = end;
  }
}

}  // namespace

std::vector<uint64_t> LearnOutletFurniture(
    std::vector<OutletPage> pages,
    const std::function<std::vector<uint64_t>(uint32_t page)>& shingles_of_page) {
  std::sort(pages.begin(), pages.end(), [](const OutletPage& x, const OutletPage& y) {
    if (x.outlet != y.outlet) return x.outlet < y.outlet;
    return x.group != y.group ? x.group < y.group : x.page < y.page;
  });
  std::vector<uint64_t> keys;
  for (size_t i = 0; i < pages.size();) {
    size_t end = i;
    while (end < pages.size() && pages[end].outlet == pages[i].outlet) ++end;
    if (pages[i].outlet != 0 && end - i >= kMinFurniturePages) {
      LearnOutlet(std::span<const OutletPage>(pages).subspan(i, end - i), shingles_of_page, keys);
    }
    i = end;
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<TokenRange> OutletFurniture(std::span<const Token> tokens, uint64_t outlet,
                                        const Background& background) {
  std::vector<TokenRange> runs;
  if (outlet == 0 || !background.KnowsFurniture()) return runs;
  const std::vector<Shingle> shingles = ShinglesOf(tokens);
  std::vector<uint64_t> hashes(shingles.size());
  for (size_t i = 0; i < shingles.size(); ++i) hashes[i] = shingles[i].hash;
  const std::vector<uint8_t> is_furniture = background.AreOutletFurniture(outlet, hashes);
  for (size_t i = 0; i < shingles.size(); ++i) {
    if (!is_furniture[i]) continue;
    const Shingle& shingle = shingles[i];
    const TokenRange range{shingle.begin, shingle.begin + shingle.length};
    if (!runs.empty() && range.begin <= runs.back().end + kMaxJoinedGap) {
      runs.back().end = range.end;
    } else {
      runs.push_back(range);
    }
  }
  std::erase_if(runs, [](const TokenRange& run) { return run.size() < kMinRun; });
  return runs;
}

}  // namespace wirecopy
