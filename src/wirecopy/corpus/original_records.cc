#include "wirecopy/corpus/original_records.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <cassert>
#include <cstring>

#include "absl/strings/str_format.h"
#include "wirecopy/base/escaping.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/excerpt.h"

namespace wirecopy {
namespace {

constexpr size_t kMostOpenFiles = 64;

}  // namespace

std::string TextRecordLine(std::string_view id, std::string_view text) {
  std::string line = "{\"id\":";
  AppendJsonString(id, &line);
  line += ",\"text\":";
  AppendJsonString(text, &line);
  line += '}';
  return line;
}

OriginalRecords::OriginalRecords(std::vector<InputFile> files) : files_(std::move(files)) {}

OriginalRecords::~OriginalRecords() {
  for (const auto& [file, fd] : open_) close(fd);
}

absl::StatusOr<int> OriginalRecords::DescriptorOf(uint32_t file) {
  for (const auto& [open_file, fd] : open_) {
    if (open_file == file) return fd;
  }
  const int fd = open(files_[file].path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    return absl::NotFoundError(
        absl::StrFormat("%s cannot be read again: %s", files_[file].path, std::strerror(errno)));
  }
  if (open_.size() == kMostOpenFiles) {
    close(open_.front().second);
    open_.pop_front();
  }
  open_.emplace_back(file, fd);
  return fd;
}

absl::Status OriginalRecords::Get(const RecordPlace& place, std::string* line) {
  assert(place.can_reread && place.file < files_.size());
  WIRECOPY_ASSIGN_OR_RETURN(const int fd, DescriptorOf(place.file));
  const InputFile& file = files_[place.file];
  line->resize(place.size_bytes);
  for (size_t done = 0; done < line->size();) {
    const ssize_t got = pread(fd, line->data() + done, line->size() - done,
                              static_cast<off_t>(place.offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      return absl::DataLossError(
          absl::StrFormat("%s changed while it was read: line %u is gone", file.path, place.line));
    }
    done += static_cast<size_t>(got);
  }
  if (file.kind == InputKind::kText) *line = TextRecordLine(PrintableName(file.path), *line);
  return absl::OkStatus();
}

}  // namespace wirecopy
