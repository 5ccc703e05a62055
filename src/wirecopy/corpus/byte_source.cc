#include "wirecopy/corpus/byte_source.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "absl/strings/str_format.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/base/string_bridge.h"

namespace wirecopy {

class Decoder {
 public:
  virtual ~Decoder() = default;
  // Moves both views behind what was used and what was made. Progress is made unless one of them is
  // empty.
  virtual absl::Status Decode(std::string_view* in, std::pair<char*, size_t>* out) = 0;
  // Whether the stream may end where it stands.
  virtual bool IsComplete() const = 0;
};

namespace {

constexpr size_t kInputBytes = size_t{256} << 10;

bool IsGzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

bool IsZstd(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("\x28\xb5\x2f\xfd", 4))) return true;
  return bytes.size() >= 4 && (static_cast<unsigned char>(bytes[0]) & 0xf0) == 0x50 &&
         bytes.substr(1, 3) == std::string_view("\x2a\x4d\x18", 3);  // a skippable frame
}

class GzipDecoder : public Decoder {
 public:
  GzipDecoder() { inflateInit2(&stream_, 15 + 16); }
  ~GzipDecoder() override { inflateEnd(&stream_); }

  absl::Status Decode(std::string_view* in, std::pair<char*, size_t>* out) override {
    if (between_members_) {
      // Zeros may pad the end (tar, tapes); anything else must be another member.
      const size_t padding = std::min(in->find_first_not_of('\0'), in->size());
      in->remove_prefix(padding);
      padded_ |= padding > 0;
      if (in->empty()) return absl::OkStatus();
      if (padded_ || in->front() != '\x1f') {
        return absl::DataLossError("bytes that are not gzip follow the end of its gzip data");
      }
      inflateReset(&stream_);
      between_members_ = false;
    }
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in->data()));
    stream_.avail_in = static_cast<uInt>(in->size());
    stream_.next_out = reinterpret_cast<Bytef*>(out->first);
    stream_.avail_out = static_cast<uInt>(std::min<size_t>(out->second, 1u << 30));
    const uInt room = stream_.avail_out;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    in->remove_prefix(in->size() - stream_.avail_in);
    out->first += room - stream_.avail_out;
    out->second -= room - stream_.avail_out;
    if (result == Z_STREAM_END) {
      between_members_ = true;
      return absl::OkStatus();
    }
    if (result == Z_OK || result == Z_BUF_ERROR) return absl::OkStatus();
    return absl::DataLossError(absl::StrFormat("holds damaged gzip data (%s)",
                                               stream_.msg ? stream_.msg : zError(result)));
  }

  bool IsComplete() const override { return between_members_; }

 private:
  z_stream stream_{};
  bool between_members_ = false;
  bool padded_ = false;
};

class ZstdDecoder : public Decoder {
 public:
  ZstdDecoder() : stream_(ZSTD_createDStream()) {
    ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, 31);
  }
  ~ZstdDecoder() override { ZSTD_freeDStream(stream_); }

  absl::Status Decode(std::string_view* in, std::pair<char*, size_t>* out) override {
    if (is_complete_ && in->empty()) return absl::OkStatus();
    ZSTD_inBuffer input{in->data(), in->size(), 0};
    ZSTD_outBuffer output{out->first, out->second, 0};
    const size_t result = ZSTD_decompressStream(stream_, &output, &input);
    if (ZSTD_isError(result)) {
      return absl::DataLossError(
          absl::StrFormat("holds damaged zstd data (%s)", ZSTD_getErrorName(result)));
    }
    in->remove_prefix(input.pos);
    out->first += output.pos;
    out->second -= output.pos;
    is_complete_ = result == 0;
    return absl::OkStatus();
  }

  bool IsComplete() const override { return is_complete_; }

 private:
  ZSTD_DStream* stream_;
  bool is_complete_ = false;
};

constexpr int kWaitMs = 200;  // between two looks at the flag while nothing comes

std::string ErrorText(int error) { return std::strerror(error); }

}  // namespace

ByteSource::ByteSource(int fd, bool is_regular, const ByteSourceOptions& options)
    : fd_(fd), is_regular_(is_regular), options_(options), input_(new char[kInputBytes]) {}

ByteSource::~ByteSource() {
  if (fd_ > STDIN_FILENO) close(fd_);
}

absl::StatusOr<std::unique_ptr<ByteSource>> ByteSource::Open(const std::string& path,
                                                             const ByteSourceOptions& options) {
  const int fd = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return absl::NotFoundError(absl::StrFormat("cannot be opened: %s", ErrorText(errno)));
  struct stat info;
  if (fstat(fd, &info) != 0 || S_ISDIR(info.st_mode)) {
    if (fd > STDIN_FILENO) close(fd);
    return absl::NotFoundError("cannot be read: it is a folder");
  }
  // A regular stdin may be anywhere in its file, so its offsets are not those of the file.
  const bool is_regular = S_ISREG(info.st_mode) && path != "-";
  std::unique_ptr<ByteSource> source(new ByteSource(fd, is_regular, options));
  WIRECOPY_RETURN_IF_ERROR(source->DetectCompression());
  return source;
}

absl::Status ByteSource::DetectCompression() {
  while (input_end_ < 4 && !at_end_) WIRECOPY_RETURN_IF_ERROR(Refill());
  const std::string_view begin(input_.get(), input_end_);
  if (IsGzip(begin)) {
    compression_ = Compression::kGzip;
    decoder_ = std::make_unique<GzipDecoder>();
  } else if (IsZstd(begin)) {
    compression_ = Compression::kZstd;
    decoder_ = std::make_unique<ZstdDecoder>();
  }
  return absl::OkStatus();
}

// A read() of a pipe that gives nothing would not return when the flag is raised.
absl::Status ByteSource::WaitForBytes() const {
  if (options_.cancelled == nullptr) return absl::OkStatus();
  pollfd waiting{fd_, POLLIN, 0};
  while (!IsCancelled()) {
    const int ready = is_regular_ ? 1 : poll(&waiting, 1, kWaitMs);
    if (ready > 0 || (ready < 0 && errno != EINTR)) return absl::OkStatus();
  }
  return absl::CancelledError("interrupted");
}

absl::StatusOr<size_t> ByteSource::ReadRaw(char* out, size_t size_bytes) {
  ssize_t got;
  do {
    WIRECOPY_RETURN_IF_ERROR(WaitForBytes());
    got = read(fd_, out, size_bytes);
  } while (got < 0 && errno == EINTR);
  if (got < 0) return absl::NotFoundError(absl::StrFormat("cannot be read: %s", ErrorText(errno)));
  if (got == 0) at_end_ = true;
  input_bytes_ += static_cast<uint64_t>(got);
  return static_cast<size_t>(got);
}

// Appends to the input what one read gives.
absl::Status ByteSource::Refill() {
  if (input_begin_ == input_end_) input_begin_ = input_end_ = 0;
  WIRECOPY_ASSIGN_OR_RETURN(const size_t got,
                            ReadRaw(input_.get() + input_end_, kInputBytes - input_end_));
  input_end_ += got;
  return absl::OkStatus();
}

absl::StatusOr<size_t> ByteSource::Read(char* out, size_t size_bytes) {
  if (IsCancelled()) return absl::CancelledError("interrupted");  // a bomb decodes without reading
  return decoder_ ? ReadDecoded(out, size_bytes) : ReadPlain(out, size_bytes);
}

absl::StatusOr<size_t> ByteSource::ReadPlain(char* out, size_t size_bytes) {
  const size_t ready = std::min(size_bytes, input_end_ - input_begin_);
  if (ready == 0) return at_end_ ? absl::StatusOr<size_t>(0) : ReadRaw(out, size_bytes);
  std::memcpy(out, input_.get() + input_begin_, ready);
  input_begin_ += ready;
  return ready;
}

absl::StatusOr<size_t> ByteSource::ReadDecoded(char* out, size_t size_bytes) {
  if (!failure_.ok()) return failure_;
  std::pair<char*, size_t> room{out, size_bytes};
  while (failure_.ok() && room.second == size_bytes) {
    if (input_begin_ == input_end_ && !at_end_) WIRECOPY_RETURN_IF_ERROR(Refill());
    std::string_view in(input_.get() + input_begin_, input_end_ - input_begin_);
    failure_ = decoder_->Decode(&in, &room);
    input_begin_ = input_end_ - in.size();
    if (failure_.ok() && at_end_ && in.empty() && room.second == size_bytes) {
      if (decoder_->IsComplete()) return 0;
      failure_ = absl::DataLossError(
          absl::StrFormat("ends in the middle of its %s data; it was cut off",
                          compression_ == Compression::kGzip ? "gzip" : "zstd"));
    }
  }
  const size_t made = size_bytes - room.second;
  output_bytes_ += made;
  if (output_bytes_ > options_.free_expansion_bytes &&
      output_bytes_ / options_.max_expansion > input_bytes_) {
    failure_ = absl::DataLossError(
        absl::StrFormat("expands to more than %u times its size; such a file is not read on",
                        options_.max_expansion));
  }
  if (made == 0) return failure_;
  return made;
}

}  // namespace wirecopy
