// Furniture nobody wrote a rule for: passages that recur over the pages of one outlet though the
// pages carry different stories.
//
//   std::vector<uint64_t> keys = LearnOutletFurniture(pages);            // for Background
//   std::vector<TokenRange> masked = OutletFurniture(body_tokens, outlet, background);
//
// Threads: pure functions. Source: docs/algorithms.md, "Outlet furniture".
#ifndef WIRECOPY_BACKGROUND_OUTLET_FURNITURE_H_
#define WIRECOPY_BACKGROUND_OUTLET_FURNITURE_H_

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "wirecopy/model/background.h"
#include "wirecopy/model/token.h"

namespace wirecopy {

struct OutletPage {
  uint64_t outlet = 0;  // hash of its name; 0: unknown, teaches nothing
  uint32_t group = 0;   // pages of one group are one story and count once
  uint32_t page = 0;    // what `shingles_of_page` is asked for
};

// A shingle is furniture of an outlet where it stands in at least max(kMinPages, kMinShare of) its
// stories.
inline constexpr uint32_t kMinFurniturePages = 4;
inline constexpr double kMinFurnitureShare = 0.2;

// Background::OutletKey values, sorted.
std::vector<uint64_t> LearnOutletFurniture(
    std::vector<OutletPage> pages,
    const std::function<std::vector<uint64_t>(uint32_t page)>& shingles_of_page);

// The runs of `tokens` that the outlet's pages repeat; runs shorter than 8 tokens are left, gaps up
// to 6 joined.
std::vector<TokenRange> OutletFurniture(std::span<const Token> tokens, uint64_t outlet,
                                        const Background& background);

}  // namespace wirecopy

#endif  // WIRECOPY_BACKGROUND_OUTLET_FURNITURE_H_
