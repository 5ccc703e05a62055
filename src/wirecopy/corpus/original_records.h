// Reads records again from the plain files they were read from.
//
//   OriginalRecords originals(reader->files());
//   WIRECOPY_RETURN_IF_ERROR(originals.Get(place, &line));
//
// A record of a .txt is given as a line of JSON, {"id":…,"text":…}.
// Threads: one user at a time. At most 64 files are held open.
#ifndef WIRECOPY_CORPUS_ORIGINAL_RECORDS_H_
#define WIRECOPY_CORPUS_ORIGINAL_RECORDS_H_

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "wirecopy/corpus/article_reader.h"

namespace wirecopy {

class OriginalRecords {
 public:
  explicit OriginalRecords(std::vector<InputFile> files);
  OriginalRecords(const OriginalRecords&) = delete;
  OriginalRecords& operator=(const OriginalRecords&) = delete;
  ~OriginalRecords();

  // Replaces `*line`. DataLoss where the file is shorter than it was. REQUIRES: place.can_reread.
  absl::Status Get(const RecordPlace& place, std::string* line);

 private:
  absl::StatusOr<int> DescriptorOf(uint32_t file);

  std::vector<InputFile> files_;
  std::deque<std::pair<uint32_t, int>> open_;  // file, descriptor; oldest first
};

// The line a .txt stands for.
std::string TextRecordLine(std::string_view id, std::string_view text);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_ORIGINAL_RECORDS_H_
