// Any bytes as a page: folding and the furniture rules keep their promises (text/folded_page.h,
// text/furniture.h).
#include <cstdint>
#include <string_view>

#include "fuzz_check.h"
#include "wirecopy/text/folded_page.h"
#include "wirecopy/text/furniture.h"

namespace {

void CheckPage(const wirecopy::FoldedPage& page, size_t text_size) {
  FUZZ_CHECK(page.begins.size() == page.chars.size() && page.ends.size() == page.chars.size());
  for (size_t i = 0; i < page.chars.size(); ++i) {
    FUZZ_CHECK(page.begins[i] <= page.ends[i] && page.ends[i] <= text_size);
    FUZZ_CHECK(i == 0 || page.begins[i] >= page.begins[i - 1]);
    if (page.chars[i] != U' ') continue;
    FUZZ_CHECK(i + 1 < page.chars.size() && page.chars[i + 1] != U' ' &&
               page.chars[i + 1] != U'\n');
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const wirecopy::FoldedPage page = wirecopy::FoldPage({reinterpret_cast<const char*>(data), size});
  CheckPage(page, size);
  const wirecopy::Furniture furniture = wirecopy::FindFurniture(page);
  uint32_t end = 0;
  for (const wirecopy::FurnitureSpan& span : furniture.spans) {
    FUZZ_CHECK(span.begin >= end && span.begin < span.end && span.end <= page.chars.size());
    FUZZ_CHECK(!wirecopy::FurnitureKindName(span.kind).empty());
    end = span.end;
  }
  if (const auto& published = furniture.facts.published)
    FUZZ_CHECK(published->earliest_s <= published->latest_s);
  return 0;
}
