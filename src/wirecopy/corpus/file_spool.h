// A blob store in a temporary file that has no name, so that nothing is left behind whatever
// happens.
//
//   WIRECOPY_ASSIGN_OR_RETURN(auto spool, FileSpool::Create("/var/tmp"));
//   WIRECOPY_ASSIGN_OR_RETURN(BlobRef ref, spool->Put(bytes));
//
// Memory: one write buffer (1 MiB). A full disk is ResourceExhausted; a Put that failed leaves the
// blobs before it readable as far as they reached the disk, and every later Put fails too. Threads:
// as BlobStore says: one Put at a time, many Get at once, not both.
#ifndef WIRECOPY_CORPUS_FILE_SPOOL_H_
#define WIRECOPY_CORPUS_FILE_SPOOL_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "wirecopy/model/blob_store.h"

namespace wirecopy {

class FileSpool : public BlobStore {
 public:
  // NotFound where the folder cannot be written to.
  static absl::StatusOr<std::unique_ptr<FileSpool>> Create(const std::string& folder);
  FileSpool(const FileSpool&) = delete;
  FileSpool& operator=(const FileSpool&) = delete;
  ~FileSpool() override;

  absl::StatusOr<BlobRef> Put(std::string_view bytes) override;
  absl::Status Get(const BlobRef& ref, std::string* out) const override;

  uint64_t size_bytes() const { return flushed_bytes_ + buffer_.size(); }

 private:
  FileSpool(int fd, std::string folder);
  absl::Status Write(std::string_view bytes);

  int fd_;
  std::string folder_;
  std::string buffer_;  // stands in the file behind flushed_bytes_, once written
  uint64_t flushed_bytes_ = 0;
  absl::Status failure_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_FILE_SPOOL_H_
