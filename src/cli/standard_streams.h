// Keeps the numbers of stdin, stdout and stderr from other files.
#ifndef WIRECOPY_CLI_STANDARD_STREAMS_H_
#define WIRECOPY_CLI_STANDARD_STREAMS_H_

namespace wirecopy::cli {

// Where a process is started with one of the three closed, the next file it opens would take the
// number, and results would be written into a temporary file. Such a number is given to the null
// device, the wrong way round, so that reading or writing fails. To be called before anything else.
void HoldStandardStreams();

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_STANDARD_STREAMS_H_
