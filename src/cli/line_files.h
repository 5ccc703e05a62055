// Files of lines: labels, stories, pairs.
#ifndef WIRECOPY_CLI_LINE_FILES_H_
#define WIRECOPY_CLI_LINE_FILES_H_

#include <functional>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace wirecopy::cli {

// Calls `read` with every line of the file ("-" is stdin; gzip and zstd are unpacked) that is not
// blank; errors say the place.
absl::Status ForEachLine(const std::string& path,
                         const std::function<absl::Status(std::string_view line)>& read);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_LINE_FILES_H_
