// The bytes of a file or of stdin, decompressed: plain, gzip (several members too) and zstd
// (several frames too), told apart by their first bytes, never by the name.
//
//   WIRECOPY_ASSIGN_OR_RETURN(auto source, ByteSource::Open("news.jsonl.zst", {}));
//   for (;;) {
//     WIRECOPY_ASSIGN_OR_RETURN(size_t size, source->Read(buffer, sizeof buffer));
//     if (size == 0) break;
//   }
//
// Memory: a block of input, plus the window of a zstd frame (up to 2 GiB where a frame made with
// --long=31 asks for it; pages are touched only as they are filled). Threads: one user at a time.
#ifndef WIRECOPY_CORPUS_BYTE_SOURCE_H_
#define WIRECOPY_CORPUS_BYTE_SOURCE_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace wirecopy {

struct ByteSourceOptions {
  // A compressed stream that grew by more than this factor is refused once it passed
  // `free_expansion_bytes`.
  uint64_t max_expansion = 5000;
  uint64_t free_expansion_bytes = uint64_t{1} << 30;
  // Once true, reading ends with Cancelled, at most one buffer later, even where a pipe or a device
  // gives nothing or never ends. Null: not looked at; else it must outlive the source.
  const std::atomic<bool>* cancelled = nullptr;
};

enum class Compression : uint8_t { kNone, kGzip, kZstd };

// Of a compressed stream, between two reads. An implementation detail of ByteSource.
class Decoder;

class ByteSource {
 public:
  // "-" is stdin. NotFound where it cannot be opened or is a folder; messages do not repeat the
  // path.
  static absl::StatusOr<std::unique_ptr<ByteSource>> Open(const std::string& path,
                                                          const ByteSourceOptions& options);
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  ~ByteSource();

  // Fills up to `size_bytes`; 0 at the end. DataLoss where the stream is damaged or cut off; all
  // bytes before the damage have been given. Cancelled: see ByteSourceOptions. Not to be called
  // again after an error.
  absl::StatusOr<size_t> Read(char* out, size_t size_bytes);

  Compression compression() const { return compression_; }
  // A plain regular file, whose bytes can be read again at their offsets.
  bool is_rereadable() const { return is_regular_ && compression_ == Compression::kNone; }
  // Bytes taken from the file so far, compressed ones where it is compressed.
  uint64_t input_bytes() const { return input_bytes_; }

 private:
  ByteSource(int fd, bool is_regular, const ByteSourceOptions& options);
  bool IsCancelled() const { return options_.cancelled != nullptr && *options_.cancelled; }
  absl::Status WaitForBytes() const;
  absl::Status DetectCompression();
  absl::StatusOr<size_t> ReadRaw(char* out, size_t size_bytes);
  absl::Status Refill();
  absl::StatusOr<size_t> ReadPlain(char* out, size_t size_bytes);
  absl::StatusOr<size_t> ReadDecoded(char* out, size_t size_bytes);

  int fd_;
  bool is_regular_;
  ByteSourceOptions options_;
  Compression compression_ = Compression::kNone;
  std::unique_ptr<char[]> input_;  // read, not yet used: [input_begin_, input_end_)
  size_t input_begin_ = 0;
  size_t input_end_ = 0;
  bool at_end_ = false;
  uint64_t input_bytes_ = 0;
  uint64_t output_bytes_ = 0;
  std::unique_ptr<Decoder> decoder_;
  absl::Status failure_;  // met behind bytes that were good
};

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_BYTE_SOURCE_H_
