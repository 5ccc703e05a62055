// How a report is shown where it goes: in what colours, how wide, in how many lines.
//
//   options.style = StyleOf(invocation);
//   options.width_columns = WidthOf(invocation);
#ifndef WIRECOPY_CLI_REPORT_VIEW_H_
#define WIRECOPY_CLI_REPORT_VIEW_H_

#include "cli/command_line.h"
#include "wirecopy/report/text_style.h"

namespace wirecopy::cli {

// Colour as --color says; lines and bars where stdout is a terminal, or colour was asked for
// whatever it is. Nothing of both with --plain, or where the report goes to a file.
TextStyle StyleOf(const Invocation& invocation);

// --width, else that of the terminal on stdout, else 100.
int WidthOf(const Invocation& invocation);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_REPORT_VIEW_H_
