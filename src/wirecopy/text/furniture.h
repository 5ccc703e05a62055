// Finds the furniture of a page (navigation, bylines, related links, copyright, contact, spam) by
// the shape of its lines, and reads what it says about the article.
//
//   Furniture furniture = FindFurniture(page);
//
// Rules are general in shape, not lists of names, and know Chinese (both scripts fold to one here)
// and English. They never see the outlet, the URL or the id. Masked, never deleted. Cost: linear in
// the page. Threads: pure function.
#ifndef WIRECOPY_TEXT_FURNITURE_H_
#define WIRECOPY_TEXT_FURNITURE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "wirecopy/model/clean_text.h"
#include "wirecopy/text/folded_page.h"

namespace wirecopy {

enum class FurnitureKind : uint8_t {
  kNavigation,  // menus, breadcrumbs, login and font-size buttons
  kByline,      // time, source, author, editor lines
  kRelated,     // lists of links to other articles
  kNotice,      // copyright, disclaimer, licence, hotline
  kContact,     // address, telephone, mail, site code
  kShare,       // print, share, scan, comment
  kSpam,
};
std::string_view FurnitureKindName(FurnitureKind kind);

// [begin, end) in FoldedPage::chars.
struct FurnitureSpan {
  uint32_t begin = 0;
  uint32_t end = 0;
  FurnitureKind kind = FurnitureKind::kNavigation;
};

struct Furniture {
  std::vector<FurnitureSpan> spans;  // sorted, disjoint
  PageFacts facts;
};

Furniture FindFurniture(const FoldedPage& page);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_FURNITURE_H_
