// One run of the engine, as `cluster`, `dedup` and `pairs` share it: articles are read in batches
// into a detector, problems told, duplicate ids told apart, the stories found, and the exit status
// settled.
//
//   return RunWithEngine(invocation, [](const Invocation& invocation, EngineRun& run) ->
//   absl::StatusOr<bool> {
//     WIRECOPY_RETURN_IF_ERROR(run.Read(invocation.operands()));
//     WIRECOPY_ASSIGN_OR_RETURN(Result result, run.Detect());
//     ...
//   });
#ifndef WIRECOPY_CLI_ENGINE_RUN_H_
#define WIRECOPY_CLI_ENGINE_RUN_H_

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/reading_account.h"
#include "wirecopy/corpus/article_reader.h"
#include "wirecopy/corpus/file_spool.h"
#include "wirecopy/corpus/id_registry.h"
#include "wirecopy/detect/detector.h"

namespace wirecopy::cli {

// Listed in an evidence report, on each side of the joining line.
inline constexpr uint32_t kPairsInDoubt = 150;

// What the flags say about reading.
ReaderOptions ReaderOptionsOf(const Invocation& invocation);
// The same, for what is read into an account, which must outlive the reader.
ReaderOptions ReaderOptionsOf(const Invocation& invocation, ReadingAccount* account);
// What the flags say about deciding.
DetectorOptions DetectorOptionsOf(const Invocation& invocation);
// --spool-dir, else /tmp.
std::string SpoolFolderOf(const Invocation& invocation);

class EngineRun {
 public:
  static absl::StatusOr<std::unique_ptr<EngineRun>> Create(const Invocation& invocation);

  struct ReadOptions {
    bool references = false;  // articles that are compared with, never printed
    bool keep_lines = false;
    // Called for each article in the order of reading.
    std::function<absl::Status(const ReadArticle& article)> on_article = {};
  };
  // May be called several times before Detect.
  absl::Status Read(const std::vector<std::string>& inputs, const ReadOptions& options);
  absl::Status Read(const std::vector<std::string>& inputs) { return Read(inputs, ReadOptions()); }

  // Cancelled where the process was interrupted.
  absl::StatusOr<Result> Detect();

  // Instead of Detect: only learns; detector().background() knows it then.
  absl::Status Learn();

  // Says what was read and returns the exit status. `reprints`: whether any were found, or why the
  // work failed.
  int Finish(const absl::StatusOr<bool>& reprints);

  Detector& detector() { return detector_; }
  Console& console() { return console_; }
  // Of --summary, made before the work; null: not asked for.
  Output* summary() { return summary_ ? &*summary_ : nullptr; }
  const ReadingCounts& counts() const { return account_->counts(); }
  const ReadingAccount& account() const { return *account_; }
  const DetectorOptions& options() const { return options_; }
  // See ReadingAccount.
  bool file_incomplete() const { return account_->file_incomplete(); }

 private:
  struct Place {
    uint32_t file = 0;  // index in files_
    uint64_t line = 0;
    bool is_reference = false;
  };
  EngineRun(const Invocation& invocation, std::unique_ptr<FileSpool> spool,
            std::unique_ptr<const Background> background, const DetectorOptions& options,
            Detector detector);
  absl::Status AddBatch(const std::vector<ReadArticle>& batch, const ReadOptions& options,
                        uint32_t first_file);
  void TellDuplicateIds();
  std::set<std::string> SharedIds(const std::vector<RenamedId>& renamed) const;
  // Runs a part of the detector under this run's control.
  absl::Status UnderControl(const std::function<absl::Status(const RunControl& control)>& work);
  // Adds the flag to what the detector says of its cap.
  absl::Status WithFlag(const absl::Status& status) const;
  // ResourceExhausted where the process holds more memory than --memory allows.
  absl::Status CheckMemory() const;

  const Invocation& invocation_;
  Console console_;
  std::unique_ptr<FileSpool> spool_;
  std::unique_ptr<const Background> background_;  // null: the default one
  DetectorOptions options_;
  Detector detector_;
  std::optional<ReadingAccount> account_;
  std::optional<Output> summary_;
  IdRegistry ids_;
  std::vector<Place> places_;  // of the articles, in the order of adding
  std::vector<std::string> files_;
  std::atomic<bool> stop_ = false;  // what the detector looks at
  absl::Status stopped_;            // why, where it was not a signal
};

// Runs a command's work over an engine and settles its exit status. `work` returns whether reprints
// were found.
using EngineWork =
    std::function<absl::StatusOr<bool>(const Invocation& invocation, EngineRun& run)>;
int RunWithEngine(const Invocation& invocation, const EngineWork& work);

}  // namespace wirecopy::cli

#endif  // WIRECOPY_CLI_ENGINE_RUN_H_
