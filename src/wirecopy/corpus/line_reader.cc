#include "wirecopy/corpus/line_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "wirecopy/corpus/record.h"

namespace wirecopy {
namespace {

constexpr size_t kBlockBytes = size_t{512} << 10;
constexpr size_t kLargeBufferBytes = size_t{4} << 20;  // given back after a long line
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

std::unique_ptr<char[]> NewBuffer(size_t capacity) {
  auto buffer = std::make_unique_for_overwrite<char[]>(capacity + RecordReader::kPaddingBytes);
  std::memset(buffer.get() + capacity, 0, RecordReader::kPaddingBytes);
  return buffer;
}

}  // namespace

LineReader::LineReader(std::unique_ptr<ByteSource> source, size_t max_line_bytes)
    : source_(std::move(source)),
      max_line_bytes_(max_line_bytes),
      buffer_(NewBuffer(kBlockBytes)),
      capacity_(kBlockBytes) {}

std::optional<Line> LineReader::Next() {
  if (skipping_) SkipRestOfLine();
  for (;;) {
    const size_t fresh = end_ - scanned_;
    const void* found = fresh == 0 ? nullptr : std::memchr(buffer_.get() + scanned_, '\n', fresh);
    if (found != nullptr) {
      const size_t end = static_cast<size_t>(static_cast<const char*>(found) - buffer_.get());
      return Cut(end, end - begin_ > max_line_bytes_);
    }
    scanned_ = end_;
    if (end_ - begin_ > max_line_bytes_) {
      skipping_ = true;
      return Cut(end_, true);
    }
    if (at_end_) {
      if (begin_ == end_) return std::nullopt;
      return Cut(end_, false);
    }
    Fill();
  }
}

// The line up to `end`, where a line feed or the end of what was read stands.
std::optional<Line> LineReader::Cut(size_t end, bool too_long) {
  Line line;
  line.text = std::string_view(buffer_.get() + begin_, end - begin_);
  line.number = ++lines_;
  line.offset = base_offset_ + begin_;
  line.too_long = too_long;
  if (too_long) line.text = line.text.substr(0, kBeginningBytes);
  if (line.offset == 0 && line.text.starts_with(kByteOrderMark)) {
    line.text.remove_prefix(kByteOrderMark.size());
    line.offset = kByteOrderMark.size();
  }
  begin_ = scanned_ = std::min(end + 1, end_);
  return line;
}

void LineReader::SkipRestOfLine() {
  skipping_ = false;
  for (;;) {
    const void* found =
        end_ == begin_ ? nullptr : std::memchr(buffer_.get() + begin_, '\n', end_ - begin_);
    if (found != nullptr) {
      begin_ = static_cast<size_t>(static_cast<const char*>(found) - buffer_.get()) + 1;
      break;
    }
    begin_ = end_;
    if (at_end_) break;
    Fill();
  }
  scanned_ = begin_;
}

// Moves the line in work to the front; doubles the buffer where it is full.
void LineReader::MakeRoom() {
  const size_t held = end_ - begin_;
  const bool grows = held + kBlockBytes / 4 > capacity_;
  const bool shrinks = capacity_ > kLargeBufferBytes && held <= kBlockBytes / 2;
  if (grows || shrinks) {
    const size_t capacity = grows ? 2 * capacity_ : kBlockBytes;
    auto buffer = NewBuffer(capacity);
    std::memcpy(buffer.get(), buffer_.get() + begin_, held);
    buffer_ = std::move(buffer);
    capacity_ = capacity;
  } else if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, held);
  }
  base_offset_ += begin_;
  scanned_ -= begin_;
  begin_ = 0;
  end_ = held;
}

void LineReader::Fill() {
  MakeRoom();
  const auto got = source_->Read(buffer_.get() + end_, capacity_ - end_);
  if (!got.ok()) status_ = got.status();
  at_end_ = !got.ok() || *got == 0;
  if (!at_end_) end_ += *got;
}

}  // namespace wirecopy
