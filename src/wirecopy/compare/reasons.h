// A verdict's evidence in words a reader understands.
#ifndef WIRECOPY_COMPARE_REASONS_H_
#define WIRECOPY_COMPARE_REASONS_H_

#include <string>
#include <vector>

#include "wirecopy/model/verdict.h"

namespace wirecopy {

// Most telling first, for example "92 % of the shorter text stands in the other (1,431 of 1,560
// bits)", "2 numbers differ where the text around is equal", "published 3 h apart". Uses every
// field of the verdict but reasons and passages.
std::vector<std::string> ReasonsOf(const Verdict& verdict);

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_REASONS_H_
