// In which order an evidence report keeps the texts of stories: what is most in doubt first, so
// that what is left out for size is what is least.
#ifndef WIRECOPY_REPORT_TEXT_ORDER_H_
#define WIRECOPY_REPORT_TEXT_ORDER_H_

#include <cstdint>
#include <vector>

#include "wirecopy/base/export.h"
#include "wirecopy/model/result.h"

namespace wirecopy {

// Indices in result.stories: those with an article of pairs_in_doubt, in the order of these; then
// by the lowest probability of a member, the lowest of_confidence, and the name. Threads: pure
// function.
WIRECOPY_EXPORT std::vector<uint32_t> StoriesByDoubt(const Result& result);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_TEXT_ORDER_H_
