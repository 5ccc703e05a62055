// Which files an input names: itself, the articles of a folder, or what a glob matches.
//
//   InputFiles inputs = FindInputFiles({"crawl/", "more-*.jsonl.zst", "-"});
//
// Of a folder are taken, through all its subfolders and in the order of their paths' bytes:
// *.jsonl,
// *.ndjson and *.txt, the same and *.json ending in .gz or .zst. A link to a folder below it is not
// followed. A pattern is one only where no file has that name.
//
// What a folder or a pattern gives is read only where it is a regular file: a device or a pipe may
// never end, and is named as a problem ("not-a-file"), as is a link that leads nowhere
// ("unreadable"). Named itself, either is taken as it is.
#ifndef WIRECOPY_CORPUS_INPUT_FILES_H_
#define WIRECOPY_CORPUS_INPUT_FILES_H_

#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/model/reading.h"

namespace wirecopy {

enum class InputKind : uint8_t {
  kLines,  // one JSON object a line
  kText,   // *.txt, *.txt.gz, *.txt.zst: the file is one article, its path the id
};

InputKind InputKindOf(std::string_view path);

struct InputFile {
  std::string path;  // "-": stdin
  InputKind kind = InputKind::kLines;
  uint64_t size_bytes = 0;  // on disk; 0: unknown
  bool was_found = false;   // in a folder or by a pattern
};

struct InputFiles {
  std::vector<InputFile> files;  // in the order of the inputs
  std::vector<RecordProblem>
      problems;  // inputs that name nothing; folders that cannot be read or hold no articles; what
                 // was found and is no file; the output where it was found ("is-output", a warning)
};

struct FindOptions {
  // Where the run writes to by a descriptor (stdout); a file found to be the same is not read.
  // Below 0: nowhere.
  int output_descriptor = -1;
  // Once true the search ends where it stands. Null: not looked at.
  const std::atomic<bool>* cancelled = nullptr;
};

InputFiles FindInputFiles(std::span<const std::string> inputs, const FindOptions& options = {});

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_INPUT_FILES_H_
