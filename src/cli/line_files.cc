#include "cli/line_files.h"

#include <memory>
#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/str_format.h"
#include "cli/interruption.h"
#include "wirecopy/corpus/line_reader.h"

namespace wirecopy::cli {
namespace {

constexpr size_t kMaxLineBytes = size_t{256} << 20;  // a story of a million members

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

}  // namespace

absl::Status ForEachLine(const std::string& path,
                         const std::function<absl::Status(std::string_view)>& read) {
  absl::StatusOr<std::unique_ptr<ByteSource>> source =
      ByteSource::Open(path, {.cancelled = &Interrupted()});
  if (!source.ok())
    return absl::NotFoundError(absl::StrFormat("%s: %s", path, source.status().message()));
  LineReader lines(*std::move(source), kMaxLineBytes);
  while (const std::optional<Line> line = lines.Next()) {
    if (Interrupted()) return absl::CancelledError("interrupted");
    if (IsBlank(line->text)) continue;
    const absl::Status status =
        line->too_long ? absl::DataLossError("the line is too long") : read(line->text);
    if (!status.ok())
      return absl::DataLossError(
          absl::StrFormat("%s:%d: %s", path, line->number, status.message()));
  }
  if (lines.status().ok()) return absl::OkStatus();
  return absl::DataLossError(absl::StrFormat("%s: %s", path, lines.status().message()));
}

}  // namespace wirecopy::cli
