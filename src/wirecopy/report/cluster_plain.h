// The report of `cluster` line by line, without columns, drawing or colour: for screen readers,
// mail and `grep`. One fact a line; nothing is cut, wrapped or told by its place alone.
//
//   AppendClusterPlain(result, reading, {.all = true}, &out);
//
// The facts and words are those of cluster_text.h. Every line about an article begins with a word
// that says what it is and holds its id. Stability: for people, but does not depend on a terminal.
// Threads: pure function.
#ifndef WIRECOPY_REPORT_CLUSTER_PLAIN_H_
#define WIRECOPY_REPORT_CLUSTER_PLAIN_H_

#include <string>

#include "wirecopy/report/cluster_text.h"

namespace wirecopy {

// Width and style are not used.
void AppendClusterPlain(const Result& result, const ReadingCounts& reading,
                        const ClusterTextOptions& options, std::string* out);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_CLUSTER_PLAIN_H_
