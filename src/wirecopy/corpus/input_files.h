// Which files an input names: itself, the articles of a folder, or what a glob matches.
//
//   InputFiles inputs = FindInputFiles({"crawl/", "more-*.jsonl.zst", "-"});
//
// Of a folder are taken, through all its subfolders and in the order of their paths' bytes: *.jsonl
// and *.ndjson, the same and *.json ending in .gz or .zst, and *.txt. A link to a folder below it
// is not followed. A pattern is one only where no file has that name.
#ifndef WIRECOPY_CORPUS_INPUT_FILES_H_
#define WIRECOPY_CORPUS_INPUT_FILES_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "wirecopy/model/reading.h"

namespace wirecopy {

enum class InputKind : uint8_t {
  kLines,  // one JSON object a line
  kText,   // *.txt: the file is one article, its path the id
};

struct InputFile {
  std::string path;  // "-": stdin
  InputKind kind = InputKind::kLines;
  uint64_t size_bytes = 0;  // on disk; 0: unknown
};

struct InputFiles {
  std::vector<InputFile> files;  // in the order of the inputs
  std::vector<RecordProblem>
      problems;  // inputs that name nothing; folders that cannot be read or hold no articles
};

InputFiles FindInputFiles(std::span<const std::string> inputs);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_INPUT_FILES_H_
