// Tells people about the records that could not be used, and keeps count: the first few of each
// kind on stderr, all of the skipped ones in --rejects FILE, and what that means for the exit
// status.
#ifndef WIRECOPY_CLI_READING_ACCOUNT_H_
#define WIRECOPY_CLI_READING_ACCOUNT_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cli/console.h"
#include "cli/output.h"
#include "wirecopy/model/reading.h"

namespace wirecopy::cli {

// "1 record", "12,000 records"
std::string Counted(uint64_t count, std::string_view one, std::string_view many);

class ReadingAccount {
 public:
  static constexpr uint64_t kShownOfAReason = 20;
  static constexpr size_t kKeptProblems = 200;

  // `rejects_path` empty: no file. `console` must outlive the account.
  static absl::StatusOr<ReadingAccount> Create(const std::string& rejects_path, Console* console);

  void Note(const RecordProblem& problem, std::string_view raw);
  // Adds what one reader counted.
  void Add(const ReadingCounts& counts);

  // "… and 312 more", where lists were cut short; then --rejects is written.
  absl::Status Finish();
  // "read 12,000 records from 1 file: 11,998 kept, 2 skipped (1 no-text, 1 not-json); files not
  // read, or not to their end: 1 unreadable; warnings: 3 bad-date"
  std::string Sentence() const;

  const ReadingCounts& counts() const { return counts_; }
  // The first records and files that could not be used, and how many more there were.
  const std::vector<RecordProblem>& first_problems() const { return problems_; }
  uint64_t more_problems() const { return more_problems_; }
  // A named input could not be read at all.
  bool input_failed() const { return input_failed_; }
  // The same, or a file found in a folder or by a pattern could not, or one of either not to its
  // end.
  bool file_incomplete() const { return file_incomplete_; }
  // Not one record was read, and a file is to blame.
  bool nothing_read() const { return counts_.records == 0 && file_incomplete_; }
  // A record, or the rest of a damaged file, was left out.
  bool skipped() const { return skipped_; }

 private:
  ReadingAccount(std::optional<Output> rejects, Console* console);

  std::optional<Output> rejects_;
  absl::Status rejects_status_;
  Console* console_;
  ReadingCounts counts_;
  std::vector<RecordProblem> problems_;
  uint64_t more_problems_ = 0;
  std::map<std::string, uint64_t> noted_;  // by reason
  bool input_failed_ = false;
  bool file_incomplete_ = false;
  bool skipped_ = false;
};

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_READING_ACCOUNT_H_
