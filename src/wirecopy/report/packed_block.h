// Lines packed for a page: gzip, written as base64. The same lines give the same bytes; no time
// stands in them.
//
//   PackedBlock block;
//   block.Add(line);
//   std::string base64 = block.Finish();
//
// Memory: the packed bytes, and a quarter of a megabyte. Threads: one user at a time.
#ifndef WIRECOPY_REPORT_PACKED_BLOCK_H_
#define WIRECOPY_REPORT_PACKED_BLOCK_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "wirecopy/base/export.h"

namespace wirecopy {

class WIRECOPY_EXPORT PackedBlock {
 public:
  PackedBlock();
  PackedBlock(PackedBlock&&) noexcept;
  PackedBlock& operator=(PackedBlock&&) noexcept;
  ~PackedBlock();

  void Add(std::string_view bytes);
  uint64_t size_bytes() const { return size_bytes_; }  // added
  // What Finish would give, less what the packer still holds back.
  uint64_t packed_bytes() const;
  // Ends the block. Nothing may be added after it.
  std::string Finish();

 private:
  struct Deflater;
  std::unique_ptr<Deflater> deflater_;
  uint64_t size_bytes_ = 0;
};

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_PACKED_BLOCK_H_
