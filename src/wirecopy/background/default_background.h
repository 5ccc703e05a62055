// The background that comes with the library: story frequencies of the formulas of Chinese official
// news, and some English, so that two articles alone can be judged with knowledge of them. Hashed
// counts only; how it was made: data/README.md.
//
//   const Background& prior = DefaultBackground();
//
// Knows no outlet's furniture. Cost: nothing at start-up, the counts are used where they lie in the
// library's read-only data; a look-up as packed_frequencies.h says. Threads: safe from many.
#ifndef WIRECOPY_BACKGROUND_DEFAULT_BACKGROUND_H_
#define WIRECOPY_BACKGROUND_DEFAULT_BACKGROUND_H_

#include <string_view>

#include "wirecopy/base/export.h"
#include "wirecopy/model/background.h"

namespace wirecopy {

WIRECOPY_EXPORT const Background& DefaultBackground();

// Its bytes, as PackFrequencies wrote them.
std::string_view DefaultBackgroundBytes();

}  // namespace wirecopy

#endif  // WIRECOPY_BACKGROUND_DEFAULT_BACKGROUND_H_
