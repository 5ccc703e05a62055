// Series as JSON lines, one a line: schema wirecopy.series/1.
//
//   for (const Series& series : result.series) AppendSeriesLine(result, series, &out);
//
// Lines are appended, ending in a newline. Equal results give equal bytes.
// Stability: docs/formats/series.md; keys are only added within a schema number. Threads: pure
// function.
#ifndef WIRECOPY_REPORT_SERIES_JSON_H_
#define WIRECOPY_REPORT_SERIES_JSON_H_

#include <string>

#include "wirecopy/base/export.h"
#include "wirecopy/model/result.h"

namespace wirecopy {

// REQUIRES: the series' indices are those of `result`.
WIRECOPY_EXPORT void AppendSeriesLine(const Result& result, const Series& series, std::string* out);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_SERIES_JSON_H_
