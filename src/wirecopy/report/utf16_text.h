// A text as browsers count it: UTF-16 code units, each with its byte in the original.
//
//   const Utf16Text text(original);
//   text.UnitAt(byte);          // how many units stand before that byte
//   text.Slice(begin, end);     // those units, as bytes of the original
//
// Bytes that are not UTF-8 count as they are written by JsonLine: a U+FFFD each.
// Memory: 6 bytes a unit. Cost: linear; UnitAt logarithmic. Lifetime: the original must outlive it.
// Threads: const after construction.
#ifndef WIRECOPY_REPORT_UTF16_TEXT_H_
#define WIRECOPY_REPORT_UTF16_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/base/export.h"

namespace wirecopy {

class WIRECOPY_EXPORT Utf16Text {
 public:
  // REQUIRES: original.size() < 4 GiB.
  explicit Utf16Text(std::string_view original);

  const std::u16string& units() const { return units_; }
  std::string_view original() const { return original_; }

  uint32_t UnitAt(uint32_t byte) const;
  // REQUIRES: begin <= end <= units().size(), neither inside a surrogate pair.
  std::string_view Slice(size_t begin, size_t end) const;
  // Whether the unit is the second half of a surrogate pair.
  bool IsSecondHalf(size_t unit) const {
    return unit < units_.size() && units_[unit] >= 0xDC00 && units_[unit] <= 0xDFFF;
  }

 private:
  uint32_t ByteAt(size_t unit) const {
    return unit < begins_.size() ? begins_[unit] : static_cast<uint32_t>(original_.size());
  }

  std::string_view original_;
  std::u16string units_;
  std::vector<uint32_t> begins_;  // of the character each unit belongs to, in bytes
};

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_UTF16_TEXT_H_
