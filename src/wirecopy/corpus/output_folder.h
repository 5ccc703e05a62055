// A folder of output files that appears whole or not at all: it is filled under another name beside
// its place and renamed by Commit(). Without a Commit() nothing is left.
//
//   WIRECOPY_ASSIGN_OR_RETURN(auto folder, OutputFolder::Create("report"));
//   WIRECOPY_RETURN_IF_ERROR(folder->Write("parts/texts-0.js", bytes));   // a file at once
//   WIRECOPY_RETURN_IF_ERROR(folder->Append("index.html", bytes));        // or by and by
//   WIRECOPY_RETURN_IF_ERROR(folder->Commit());
//
// What stands at its place already is never replaced, unless it is an empty folder.
// Threads: one user at a time.
#ifndef WIRECOPY_CORPUS_OUTPUT_FOLDER_H_
#define WIRECOPY_CORPUS_OUTPUT_FOLDER_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "wirecopy/corpus/output_file.h"

namespace wirecopy {

class OutputFolder {
 public:
  // Names the path and why it cannot be made: its parent must be there, and nothing but an empty
  // folder at its place.
  static absl::StatusOr<std::unique_ptr<OutputFolder>> Create(const std::string& path);
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  ~OutputFolder();

  // `name` may name one folder: "parts/a.js".
  absl::Status Write(const std::string& name, std::string_view bytes);
  absl::Status Append(const std::string& name, std::string_view bytes);
  // Nothing may be written after it.
  absl::Status Commit();

 private:
  OutputFolder(std::string path, std::string temporary);

  std::string path_;
  std::string temporary_;  // empty: nothing to remove
  std::map<std::string, std::unique_ptr<OutputFile>> open_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_OUTPUT_FOLDER_H_
