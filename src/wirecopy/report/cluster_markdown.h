// The report of `cluster` as Markdown, fit for a ticket or a mail: what was read and skipped, the
// totals, then the stories with origin, copies, reasons and doubt. CommonMark, with the tables of
// GitHub's dialect.
//
//   AppendClusterMarkdown(result, reading, {.all = false}, &out);
//
// The facts and words are those of cluster_text.h. Whatever comes from an article is escaped
// (markdown_text.h). Stability: for people. Threads: pure function.
#ifndef WIRECOPY_REPORT_CLUSTER_MARKDOWN_H_
#define WIRECOPY_REPORT_CLUSTER_MARKDOWN_H_

#include <string>

#include "wirecopy/report/cluster_text.h"

namespace wirecopy {

// Width and style are not used.
void AppendClusterMarkdown(const Result& result, const ReadingCounts& reading,
                           const ClusterTextOptions& options, std::string* out);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_CLUSTER_MARKDOWN_H_
