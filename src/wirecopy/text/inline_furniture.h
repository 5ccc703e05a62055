// Furniture inside a line of running text: the editor behind the last sentence, the menu, date and
// copyright of an English page whose lines were run together.
//
// Cost: linear in the piece. Threads: pure function.
#ifndef WIRECOPY_TEXT_INLINE_FURNITURE_H_
#define WIRECOPY_TEXT_INLINE_FURNITURE_H_

#include <vector>

#include "wirecopy/text/furniture.h"
#include "wirecopy/text/judged_page.h"

namespace wirecopy {

// Appends the spans found inside piece `index`, in order.
void AddInlineFurniture(const JudgedPage& page, size_t index, std::vector<FurnitureSpan>& spans);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_INLINE_FURNITURE_H_
