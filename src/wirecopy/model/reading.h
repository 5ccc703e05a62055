// What happened while articles were read: for summaries and exit statuses. Nothing is lost in
// silence.
#ifndef WIRECOPY_MODEL_READING_H_
#define WIRECOPY_MODEL_READING_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace wirecopy {

// A record that could not be used, or was used with a doubt.
struct RecordProblem {
  std::string file;     // as the user named it; "-" is stdin
  uint64_t line = 0;    // 1-based; 0 where the file as a whole is meant
  std::string reason;   // a short stable name: "not-json", "no-text", "text-not-a-string",
                        // "bad-utf8", "too-long", "not-a-file", ...
  std::string message;  // one sentence with the value and what is allowed
  bool skipped = true;  // false: a warning (a bad date, a duplicate id); the record was kept
  // Of a whole file: nobody named it, it stood in a folder or was matched by a pattern.
  bool was_found = false;
};

struct ReadingCounts {
  uint64_t files = 0;
  uint64_t records = 0;  // lines with content, or files of a folder of .txt
  uint64_t kept = 0;
  uint64_t skipped = 0;  // records == kept + skipped
  uint64_t bytes = 0;    // after decompression
  std::map<std::string, uint64_t> skipped_by_reason;
  std::map<std::string, uint64_t> warnings_by_reason;
  // Of files as a whole (line 0): not readable, or not to their end; not in `skipped`.
  std::map<std::string, uint64_t> file_problems_by_reason;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MODEL_READING_H_
