#include "wirecopy/corpus/file_spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstring>
#include <limits>
#include <utility>

#include "absl/strings/str_format.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy {
namespace {

constexpr size_t kBufferBytes = size_t{1} << 20;

int OpenUnnamed(const std::string& folder) {
  const int fd = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) return fd;
  std::string name = folder + "/wirecopy-XXXXXX";  // a file system without unnamed files
  const int named = mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) unlink(name.c_str());
  return named;
}

}  // namespace

FileSpool::FileSpool(int fd, std::string folder) : fd_(fd), folder_(std::move(folder)) {
  buffer_.reserve(kBufferBytes);
}

FileSpool::~FileSpool() { close(fd_); }

absl::StatusOr<std::unique_ptr<FileSpool>> FileSpool::Create(const std::string& folder) {
  const int fd = OpenUnnamed(folder);
  if (fd < 0) {
    return absl::NotFoundError(absl::StrFormat(
        "the folder %s for temporary files cannot be used: %s", folder, std::strerror(errno)));
  }
  return std::unique_ptr<FileSpool>(new FileSpool(fd, folder));
}

absl::StatusOr<BlobRef> FileSpool::Put(std::string_view bytes) {
  WIRECOPY_RETURN_IF_ERROR(failure_);
  if (bytes.size() > std::numeric_limits<uint32_t>::max()) {
    return absl::ResourceExhaustedError(
        absl::StrFormat("a blob has %u bytes; at most 4294967295 can be spooled", bytes.size()));
  }
  const BlobRef ref{size_bytes(), static_cast<uint32_t>(bytes.size())};
  if (buffer_.size() + bytes.size() > kBufferBytes) {
    WIRECOPY_RETURN_IF_ERROR(Write(buffer_));
    buffer_.clear();
  }
  if (bytes.size() >= kBufferBytes) {
    WIRECOPY_RETURN_IF_ERROR(Write(bytes));
  } else {
    buffer_ += bytes;
  }
  return ref;
}

absl::Status FileSpool::Write(std::string_view bytes) {
  const uint64_t before = flushed_bytes_;
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t put =
        pwrite(fd_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(before + done));
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) {
      const bool is_full = put == 0 || errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
      const std::string message =
          absl::StrFormat("a temporary file in %s cannot grow beyond %u bytes: %s", folder_,
                          before + done, put == 0 ? "nothing was written" : std::strerror(errno));
      failure_ = is_full ? absl::ResourceExhaustedError(message) : absl::DataLossError(message);
      return failure_;
    }
    done += static_cast<size_t>(put);
  }
  flushed_bytes_ += bytes.size();
  return absl::OkStatus();
}

absl::Status FileSpool::Get(const BlobRef& ref, std::string* out) const {
  out->resize(ref.size_bytes);
  size_t done = 0;
  while (done < out->size() && ref.offset + done < flushed_bytes_) {
    const size_t wanted =
        std::min<uint64_t>(out->size() - done, flushed_bytes_ - ref.offset - done);
    const ssize_t got =
        pread(fd_, out->data() + done, wanted, static_cast<off_t>(ref.offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      return absl::DataLossError(
          absl::StrFormat("a temporary file in %s cannot be read back: %s", folder_,
                          got == 0 ? "it ends too early" : std::strerror(errno)));
    }
    done += static_cast<size_t>(got);
  }
  if (done == out->size()) return absl::OkStatus();
  const uint64_t in_buffer = ref.offset + done - flushed_bytes_;
  if (in_buffer + (out->size() - done) > buffer_.size()) {
    return absl::InvalidArgumentError("the blob is not of this spool");
  }
  std::memcpy(out->data() + done, buffer_.data() + in_buffer, out->size() - done);
  return absl::OkStatus();
}

}  // namespace wirecopy
