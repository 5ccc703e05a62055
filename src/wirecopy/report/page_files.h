// The files of report/page/, as they are built in.
//
// Threads: constant data.
#ifndef WIRECOPY_REPORT_PAGE_FILES_H_
#define WIRECOPY_REPORT_PAGE_FILES_H_

#include <string>
#include <string_view>

namespace wirecopy {

std::string_view PageShell();    // what stands in the body before the data
std::string_view PageStyle();    // of the one style element
std::string_view PageScripts();  // of the one script element: all scripts in their order

// "sha256-…" of exactly these bytes, as a content security policy names it.
std::string PageStyleHash();
std::string PageScriptsHash();

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_PAGE_FILES_H_
