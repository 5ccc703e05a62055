// Cuts a source of bytes into lines, in large blocks.
//
//   LineReader lines(std::move(source), 1 << 20);
//   while (std::optional<Line> line = lines.Next()) Use(line->text);
//   if (!lines.status().ok()) ...  // the source broke off; all lines before were given
//
// Memory: a block, or the longest line met, up to the cap.
// Threads: one user at a time.
#ifndef WIRECOPY_CORPUS_LINE_READER_H_
#define WIRECOPY_CORPUS_LINE_READER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "absl/status/status.h"
#include "wirecopy/corpus/byte_source.h"

namespace wirecopy {

struct Line {
  // Without the line feed; a carriage return before it is kept. Valid until the next call of
  // Next(), with RecordReader::kPaddingBytes readable behind it. Of a line over the cap: its
  // beginning.
  std::string_view text;
  uint64_t number = 0;  // 1-based
  uint64_t offset = 0;  // of text, in the decompressed bytes; a byte order mark at the start of the
                        // file is left out
  bool too_long = false;
};

class LineReader {
 public:
  // How much is given of a line over the cap.
  static constexpr size_t kBeginningBytes = size_t{64} << 10;

  // REQUIRES: max_line_bytes >= 1.
  LineReader(std::unique_ptr<ByteSource> source, size_t max_line_bytes);

  // Empty at the end, or where the source failed.
  std::optional<Line> Next();
  const absl::Status& status() const { return status_; }

  const ByteSource& source() const { return *source_; }
  uint64_t bytes() const { return base_offset_ + end_; }  // decompressed, so far

 private:
  std::optional<Line> Cut(size_t end, bool too_long);
  void Fill();
  void MakeRoom();
  void SkipRestOfLine();

  std::unique_ptr<ByteSource> source_;
  size_t max_line_bytes_;
  std::unique_ptr<char[]> buffer_;
  size_t capacity_ = 0;       // padding not counted
  size_t begin_ = 0;          // of the line in work
  size_t scanned_ = 0;        // no line feed in [begin_, scanned_)
  size_t end_ = 0;            // of what was read
  uint64_t base_offset_ = 0;  // of buffer_[0] in the stream
  uint64_t lines_ = 0;
  bool at_end_ = false;
  bool skipping_ = false;
  absl::Status status_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_LINE_READER_H_
