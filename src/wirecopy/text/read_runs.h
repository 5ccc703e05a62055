// Where a page is read otherwise than it stands, beyond case, width and punctuation: readings in
// brackets taken out, broken characters repaired, Traditional read as Simplified, references such
// as &amp; resolved.
//
//   for (const ReadRun& run : FindReadRuns(text)) ...  // {{0, 3}, "领"}, {{3, 10}, ""}
//
// Neighbours of one kind, replaced or taken out, are joined; what was replaced has as many
// characters as it is read as, unless a repair or a reference is among it.
// Cost: linear in the bytes. Threads: pure function.
#ifndef WIRECOPY_TEXT_READ_RUNS_H_
#define WIRECOPY_TEXT_READ_RUNS_H_

#include <string_view>
#include <vector>

#include "wirecopy/model/text_evidence.h"

namespace wirecopy {

// `text`: any bytes below 4 GiB.
std::vector<ReadRun> FindReadRuns(std::string_view text);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_READ_RUNS_H_
