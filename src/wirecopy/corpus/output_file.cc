#include "wirecopy/corpus/output_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "absl/strings/str_format.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/base/string_bridge.h"

namespace wirecopy {

class Encoder {
 public:
  virtual ~Encoder() = default;
  // Appends to `*out` what the bytes become; the end of the stream where `is_end`. Cannot fail but
  // for memory.
  virtual bool Encode(std::string_view bytes, bool is_end, std::string* out) = 0;
};

namespace {

constexpr size_t kBufferBytes = size_t{256} << 10;
constexpr size_t kEncodedBytes = size_t{128} << 10;

class GzipEncoder : public Encoder {
 public:
  GzipEncoder() {
    deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  }
  ~GzipEncoder() override { deflateEnd(&stream_); }

  bool Encode(std::string_view bytes, bool is_end, std::string* out) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    int result = Z_OK;
    do {
      const size_t before = out->size();
      out->resize(before + kEncodedBytes);
      stream_.next_out = reinterpret_cast<Bytef*>(out->data() + before);
      stream_.avail_out = kEncodedBytes;
      result = deflate(&stream_, is_end ? Z_FINISH : Z_NO_FLUSH);
      out->resize(before + kEncodedBytes - stream_.avail_out);
    } while (stream_.avail_out == 0 || (is_end && result == Z_OK));
    return result == Z_OK || result == Z_BUF_ERROR || result == Z_STREAM_END;
  }

 private:
  z_stream stream_{};
};

class ZstdEncoder : public Encoder {
 public:
  ZstdEncoder() : stream_(ZSTD_createCStream()) {
    ZSTD_CCtx_setParameter(stream_, ZSTD_c_compressionLevel, 3);
    ZSTD_CCtx_setParameter(stream_, ZSTD_c_checksumFlag, 1);
  }
  ~ZstdEncoder() override { ZSTD_freeCStream(stream_); }

  bool Encode(std::string_view bytes, bool is_end, std::string* out) override {
    ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
    for (;;) {
      const size_t before = out->size();
      out->resize(before + kEncodedBytes);
      ZSTD_outBuffer output{out->data() + before, kEncodedBytes, 0};
      const size_t left =
          ZSTD_compressStream2(stream_, &output, &input, is_end ? ZSTD_e_end : ZSTD_e_continue);
      out->resize(before + output.pos);
      if (ZSTD_isError(left)) return false;
      if (is_end ? left == 0 : input.pos == input.size) return true;
    }
  }

 private:
  ZSTD_CStream* stream_;
};

std::unique_ptr<Encoder> EncoderFor(std::string_view path) {
  if (path.ends_with(".gz")) return std::make_unique<GzipEncoder>();
  if (path.ends_with(".zst")) return std::make_unique<ZstdEncoder>();
  return nullptr;
}

absl::Status WriteError(std::string_view path, std::string_view what, int error) {
  const std::string_view name = path == "-" ? "stdout" : path;
  const std::string message = absl::StrFormat("%s %s: %s", name, what, std::strerror(error));
  if (error == EPIPE) return absl::CancelledError(message);
  if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
    return absl::ResourceExhaustedError(message);
  }
  return absl::NotFoundError(message);
}

struct Target {
  std::string path;                   // links followed
  bool is_direct = false;             // a device or a pipe
  std::optional<mode_t> permissions;  // of the file it replaces
};

// Links at the end of the path followed by hand: realpath() gives up where the last does not exist.
std::string FollowLinks(std::string path) {
  namespace fs = std::filesystem;
  constexpr int kMostLinks = 40;
  std::error_code error;
  for (int i = 0; i < kMostLinks && fs::is_symlink(fs::symlink_status(path, error)); ++i) {
    const fs::path next = fs::read_symlink(path, error);
    if (error) break;
    path = (fs::path(path).parent_path() / next).native();
  }
  const fs::path name = fs::path(path).filename();
  const fs::path folder = fs::path(path).parent_path();
  const fs::path real = fs::canonical(folder.empty() ? "." : folder, error);
  return error || name.empty() ? path : (real / name).native();
}

absl::StatusOr<Target> FindTarget(const std::string& path) {
  Target target{FollowLinks(path), false, std::nullopt};
  struct stat info;
  if (stat(path.c_str(), &info) != 0) {
    if (errno != ENOENT) return WriteError(path, "cannot be written", errno);
    return target;
  }
  if (S_ISDIR(info.st_mode)) return WriteError(path, "cannot be written", EISDIR);
  if (access(path.c_str(), W_OK) != 0) return WriteError(path, "cannot be written", errno);
  target.is_direct = !S_ISREG(info.st_mode);
  target.permissions = info.st_mode & 07777;
  return target;
}

bool IsNullDevice(const struct stat& info) {
  struct stat null;
  return S_ISCHR(info.st_mode) && stat("/dev/null", &null) == 0 && null.st_rdev == info.st_rdev;
}

// A new file beside `path`; its name in `*name`.
int OpenBeside(const std::string& path, std::string* name) {
  const std::filesystem::path target(path);
  const std::string stem = target.filename().native().substr(0, 200);
  for (int i = 0; i < 1000; ++i) {
    const auto candidate =
        target.parent_path() / absl::StrFormat(".%s.%d-%d.part", stem, getpid(), i);
    const int fd = open(candidate.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno == EEXIST) continue;
    *name = candidate.native();
    return fd;
  }
  return -1;
}

}  // namespace

OutputFile::OutputFile(std::string path, int fd)
    : path_(std::move(path)), fd_(fd), encoder_(EncoderFor(path_)) {
  buffer_.reserve(kBufferBytes);
}

OutputFile::~OutputFile() {
  if (fd_ > STDERR_FILENO) close(fd_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

absl::StatusOr<std::unique_ptr<OutputFile>> OutputFile::Create(const std::string& path) {
  if (path == "-") {
    const int flags = fcntl(STDOUT_FILENO, F_GETFL);
    if (flags < 0 || (flags & O_ACCMODE) == O_RDONLY) {
      return absl::NotFoundError("stdout cannot be written: it is closed");
    }
    return std::unique_ptr<OutputFile>(new OutputFile(path, STDOUT_FILENO));
  }
  if (path.empty()) return WriteError("\"\"", "cannot be written", ENOENT);
  WIRECOPY_ASSIGN_OR_RETURN(const Target target, FindTarget(path));
  std::string temporary;
  const int fd = target.is_direct ? open(path.c_str(), O_WRONLY | O_CLOEXEC)
                                  : OpenBeside(target.path, &temporary);
  if (fd < 0) return WriteError(path, "cannot be written", errno);
  std::unique_ptr<OutputFile> file(new OutputFile(path, fd));
  if (target.is_direct) return file;
  if (target.permissions) fchmod(fd, *target.permissions);
  file->target_ = target.path;
  file->temporary_ = std::move(temporary);
  return file;
}

absl::Status OutputFile::Fail(std::string_view what, int error) {
  failure_ = WriteError(path_, what, error);
  return failure_;
}

absl::Status OutputFile::Write(std::string_view bytes) {
  WIRECOPY_RETURN_IF_ERROR(failure_);
  // Large blobs in parts, so that the codecs' 32-bit counts and the buffer hold.
  while (!bytes.empty()) {
    const std::string_view part = bytes.substr(0, kBufferBytes);
    bytes.remove_prefix(part.size());
    if (encoder_ == nullptr) {
      buffer_ += part;
    } else if (!encoder_->Encode(part, false, &buffer_)) {
      return Fail("cannot be compressed", ENOMEM);
    }
    if (buffer_.size() >= kBufferBytes) WIRECOPY_RETURN_IF_ERROR(FlushBuffer());
  }
  return absl::OkStatus();
}

absl::Status OutputFile::FlushBuffer() {
  WIRECOPY_RETURN_IF_ERROR(WriteRaw(buffer_));
  buffer_.clear();
  return absl::OkStatus();
}

absl::Status OutputFile::WriteRaw(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = write(fd_, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return Fail("cannot be written", errno);
    bytes.remove_prefix(static_cast<size_t>(put));
  }
  return absl::OkStatus();
}

absl::Status OutputFile::Flush() {
  WIRECOPY_RETURN_IF_ERROR(failure_);
  return temporary_.empty() && encoder_ == nullptr ? FlushBuffer() : absl::OkStatus();
}

absl::Status OutputFile::Commit() {
  WIRECOPY_RETURN_IF_ERROR(failure_);
  if (encoder_ != nullptr && !encoder_->Encode("", true, &buffer_)) {
    return Fail("cannot be compressed", ENOMEM);
  }
  WIRECOPY_RETURN_IF_ERROR(FlushBuffer());
  if (!temporary_.empty()) {
    if (fsync(fd_) != 0) return Fail("cannot be written", errno);
    const int closed = close(std::exchange(fd_, -1));
    if (closed != 0) return Fail("cannot be written", errno);
    if (rename(temporary_.c_str(), target_.c_str()) != 0) {
      return Fail("cannot be put in place", errno);
    }
    temporary_.clear();
  }
  failure_ = absl::FailedPreconditionError(absl::StrFormat("%s is complete", path_));
  return absl::OkStatus();
}

std::string OutputPlace(const std::string& path) {
  struct stat info;
  const bool exists =
      path == "-" ? fstat(STDOUT_FILENO, &info) == 0 : stat(path.c_str(), &info) == 0;
  if (!exists) return path == "-" ? path : FollowLinks(path);
  if (IsNullDevice(info)) return "";
  return absl::StrFormat("%d:%d", info.st_dev, info.st_ino);
}

bool IsClosedPipe(const absl::Status& status) { return absl::IsCancelled(status); }

}  // namespace wirecopy
