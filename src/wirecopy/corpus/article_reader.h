// Reads articles from files, folders, globs and stdin, in batches, and names every record it could
// not use.
//
//   ReaderOptions options;
//   options.inputs = {"crawl/"};
//   options.on_problem = [](const RecordProblem& problem, std::string_view raw) { ... };
//   WIRECOPY_ASSIGN_OR_RETURN(auto reader, ArticleReader::Create(std::move(options)));
//   std::vector<ReadArticle> batch;
//   for (;;) {
//     WIRECOPY_ASSIGN_OR_RETURN(bool more, reader->Next(&batch));
//     if (!more) break;
//   }
//
// Problems (RecordProblem::reason):
//   of a record, skipped   not-json, not-an-object, no-text, text-not-a-string, bad-utf8, too-long
//   of a record, kept      bad-date
//   of a file (line 0)     unreadable, not-a-file, truncated, damaged, not-utf8, no-articles
//   of a file, a warning   empty-file, is-output
// What stands before the damage in a file is kept. Duplicate ids are not looked for: id_registry.h.
// Records without an id get "file:line".
//
// Memory: a batch, plus one line of up to 3 * max_text_bytes + 64 KiB (escapes included).
// Threads: one user at a time; the callback is called from within Next().
#ifndef WIRECOPY_CORPUS_ARTICLE_READER_H_
#define WIRECOPY_CORPUS_ARTICLE_READER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "wirecopy/corpus/byte_source.h"
#include "wirecopy/corpus/input_files.h"
#include "wirecopy/corpus/line_reader.h"
#include "wirecopy/corpus/record.h"
#include "wirecopy/model/article.h"
#include "wirecopy/model/reading.h"

namespace wirecopy {

// `raw`: the record as it stood in the file (of a line that is too long its beginning, of a file
// nothing).
using ProblemCallback = std::function<void(const RecordProblem& problem, std::string_view raw)>;

struct ReaderOptions {
  std::vector<std::string> inputs;  // files, folders, globs, "-" for stdin; at least one
  RecordOptions record;
  ByteSourceOptions source;
  int output_descriptor = -1;  // see FindOptions
  bool keep_lines = false;     // fills ReadArticle::line
  bool strict =
      false;  // the first record or file that cannot be used ends the reading with DataLoss
  size_t batch_records = 512;            // >= 1
  size_t batch_bytes = size_t{8} << 20;  // of lines; a batch ends with the record that reaches it
  ProblemCallback on_problem;            // may be empty
};

// Where a record stands; enough to read it again from a plain file (original_records.h).
struct RecordPlace {
  uint32_t file = 0;  // index in ArticleReader::files()
  bool can_reread = false;
  uint64_t line = 0;    // 1-based; 1 for a .txt
  uint64_t offset = 0;  // in bytes
  uint32_t size_bytes = 0;
};

struct ReadArticle {
  Article article;
  // The record's own bytes without the line feed, if asked for. For a .txt: {"id":…,"text":…}.
  std::string line;
  RecordPlace place;
};

struct ReadingProgress {
  uint64_t bytes_read = 0;   // on disk
  uint64_t bytes_total = 0;  // 0: unknown (stdin, a pipe)
};

class ArticleReader {
 public:
  // InvalidArgument for options out of range. Inputs that do not exist are problems, not errors.
  static absl::StatusOr<std::unique_ptr<ArticleReader>> Create(ReaderOptions options);

  // Replaces `*batch` by the next articles; false, with an empty batch, at the end. An error only
  // where `strict`, and Cancelled once ReaderOptions.source.cancelled is raised.
  absl::StatusOr<bool> Next(std::vector<ReadArticle>* batch);

  const std::vector<InputFile>& files() const { return inputs_.files; }
  const ReadingCounts& counts() const { return counts_; }
  ReadingProgress progress() const;

 private:
  ArticleReader(ReaderOptions options, RecordReader records);
  bool IsCancelled() const;
  bool OpenNextFile();
  void CloseFile();
  void ReadTextFile(std::vector<ReadArticle>* batch);
  void ReadLine(const Line& line, std::vector<ReadArticle>* batch);
  void Skip(uint64_t line, std::string_view reason, std::string message, std::string_view raw);
  void ReportBreak(const absl::Status& status);
  void ReportFile(std::string_view reason, std::string message, bool is_warning = false);
  void Report(const RecordProblem& problem, std::string_view raw);
  const std::string& OutletOf(const std::string& url);

  ReaderOptions options_;
  RecordReader records_;
  InputFiles inputs_;
  ReadingCounts counts_;
  absl::Status failure_;  // set under `strict`
  bool problems_reported_ = false;

  size_t next_file_ = 0;
  std::optional<LineReader> lines_;  // of file next_file_ - 1
  uint64_t closed_bytes_ = 0;        // on disk, of the files read so far
  size_t batch_bytes_ = 0;
  absl::flat_hash_map<std::string, std::string> outlet_of_host_;
};

// "news.jsonl:41: no \"text\" field"
std::string FormatProblem(const RecordProblem& problem);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_ARTICLE_READER_H_
