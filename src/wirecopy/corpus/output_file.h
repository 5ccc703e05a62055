// An output that appears whole or not at all: it is written under another name in the same folder
// and renamed by Commit(). Without a Commit() nothing is left.
//
//   WIRECOPY_ASSIGN_OR_RETURN(auto file, OutputFile::Create("stories.jsonl.zst"));
//   WIRECOPY_RETURN_IF_ERROR(file->Write(bytes));
//   WIRECOPY_RETURN_IF_ERROR(file->Commit());
//
// The suffix of the name decides: .zst and .gz are compressed. "-" is stdout, and a device or pipe
// is written to directly; what was written there stays. A link is followed, also to a file that
// does not exist yet; a file that is replaced hands on its permissions, and one that may not be
// written is not replaced. Whatever can be known of a place is known from Create(). A reader that
// went away (`| head`) gives a status that IsClosedPipe() knows; the program must ignore SIGPIPE. A
// full disk is ResourceExhausted and names the file. Threads: one user at a time.
#ifndef WIRECOPY_CORPUS_OUTPUT_FILE_H_
#define WIRECOPY_CORPUS_OUTPUT_FILE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace wirecopy {

// Compresses a stream. An implementation detail of OutputFile.
class Encoder;

class OutputFile {
 public:
  // Names the path and why it cannot be written, stdout that is closed too.
  static absl::StatusOr<std::unique_ptr<OutputFile>> Create(const std::string& path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  absl::Status Write(std::string_view bytes);
  // Hands on to stdout or a device what was written so far; does nothing for a file.
  absl::Status Flush();
  // Ends the output. Nothing may be written after it.
  absl::Status Commit();

 private:
  OutputFile(std::string path, int fd);
  absl::Status WriteRaw(std::string_view bytes);
  absl::Status FlushBuffer();
  absl::Status Fail(std::string_view what, int error);

  std::string path_;       // as the user named it
  std::string target_;     // empty: written to directly
  std::string temporary_;  // empty: none to remove
  int fd_;
  std::string buffer_;
  std::unique_ptr<Encoder> encoder_;
  absl::Status failure_;
};

// Where an output goes, as a name for comparing: equal where two outputs would end in one place, by
// whatever spelling or link, existing or not. Empty: nowhere in particular (the null device).
std::string OutputPlace(const std::string& path);

// Whether the reader at the other end of stdout or a pipe has gone.
bool IsClosedPipe(const absl::Status& status);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_OUTPUT_FILE_H_
