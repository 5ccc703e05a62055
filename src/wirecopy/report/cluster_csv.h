// The stories as a table, one row a member: RFC 4180, UTF-8, for spreadsheets and databases.
//
//   AppendCsvHeader(&out);
//   for (const Story& story : result.stories) AppendStoryRows(result, story, &out);
//
// The figures are those of wirecopy.story/1. Texts from elsewhere cannot steer a terminal or become
// a formula: see CsvText. Stability: docs/formats/csv.md; columns are only added, at the end.
// Threads: pure functions.
#ifndef WIRECOPY_REPORT_CLUSTER_CSV_H_
#define WIRECOPY_REPORT_CLUSTER_CSV_H_

#include <span>
#include <string>
#include <string_view>

#include "wirecopy/model/result.h"

namespace wirecopy {

std::span<const std::string_view> CsvColumns();

void AppendCsvHeader(std::string* out);
void AppendStoryRows(const Result& result, const Story& story, std::string* out);

// A text as a cell. An apostrophe stands before what a spreadsheet could take for a formula, which
// is what begins, behind spaces, with = + - @ (of either width) or with an apostrophe: whoever
// reads the cell takes one leading apostrophe away. Quoted where RFC 4180 asks for it. REQUIRES:
// harmless text (display_text.h).
std::string CsvText(std::string_view harmless);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_CLUSTER_CSV_H_
