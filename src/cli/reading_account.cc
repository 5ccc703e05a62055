#include "cli/reading_account.h"

#include <utility>

#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "cli/interruption.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/article_reader.h"
#include "wirecopy/corpus/excerpt.h"
#include "wirecopy/corpus/rejects.h"

namespace wirecopy::cli {
namespace {

void AddCounts(const std::map<std::string, uint64_t>& from, std::map<std::string, uint64_t>& to) {
  for (const auto& [reason, count] : from) to[reason] += count;
}

// "1 no-text, 2 not-json"
std::string ByReason(const std::map<std::string, uint64_t>& counts) {
  std::vector<std::string> parts;
  for (const auto& [reason, count] : counts) {
    if (count > 0) parts.push_back(absl::StrFormat("%s %s", WithCommas(count), reason));
  }
  return absl::StrJoin(parts, ", ");
}

// Whether nothing at all of a file, or of a folder, was read.
bool IsWholeFile(std::string_view reason) {
  return reason == "unreadable" || reason == "not-a-file" || reason == "no-articles";
}

}  // namespace

std::string Counted(uint64_t count, std::string_view one, std::string_view many) {
  return absl::StrFormat("%s %s", WithCommas(count), count == 1 ? one : many);
}

ReadingAccount::ReadingAccount(std::optional<Output> rejects, Console* console)
    : rejects_(std::move(rejects)), console_(console) {}

absl::StatusOr<ReadingAccount> ReadingAccount::Create(const std::string& rejects_path,
                                                      Console* console) {
  std::optional<Output> rejects;
  if (!rejects_path.empty()) {
    WIRECOPY_ASSIGN_OR_RETURN(rejects, Output::Create(rejects_path));
  }
  return ReadingAccount(std::move(rejects), console);
}

void ReadingAccount::Note(const RecordProblem& problem, std::string_view raw) {
  if (Interrupted()) return;  // what breaks off then is no fault of the input
  if (problem.skipped) {
    skipped_ = true;
    if (problems_.size() < kKeptProblems) {
      problems_.push_back(problem);
    } else {
      ++more_problems_;
    }
    if (problem.line == 0) file_incomplete_ = true;
    if (IsWholeFile(problem.reason)) {
      if (!problem.was_found) input_failed_ = true;
    }
    if (rejects_ && rejects_status_.ok())
      rejects_status_ = rejects_->Write(RejectLine(problem, raw));
  }
  if (++noted_[problem.reason] <= kShownOfAReason) console_->Say(FormatProblem(problem));
}

void ReadingAccount::Add(const ReadingCounts& counts) {
  counts_.files += counts.files;
  counts_.records += counts.records;
  counts_.kept += counts.kept;
  counts_.skipped += counts.skipped;
  counts_.bytes += counts.bytes;
  AddCounts(counts.skipped_by_reason, counts_.skipped_by_reason);
  AddCounts(counts.warnings_by_reason, counts_.warnings_by_reason);
  AddCounts(counts.file_problems_by_reason, counts_.file_problems_by_reason);
}

absl::Status ReadingAccount::Finish() {
  for (const auto& [reason, count] : noted_) {
    if (count <= kShownOfAReason) continue;
    const bool is_warning = counts_.warnings_by_reason.contains(reason);
    const std::string_view advice = is_warning ? ""
                                    : rejects_ ? ": see --rejects"
                                               : ": --rejects FILE lists them";
    console_->Say(
        absl::StrFormat("… and %s more %s%s", WithCommas(count - kShownOfAReason), reason, advice));
  }
  WIRECOPY_RETURN_IF_ERROR(rejects_status_);
  return rejects_ ? rejects_->Commit() : absl::OkStatus();
}

std::string ReadingAccount::Sentence() const {
  std::string sentence = absl::StrFormat("read %s from %s: %s kept, %s skipped",
                                         Counted(counts_.records, "record", "records"),
                                         Counted(counts_.files, "file", "files"),
                                         WithCommas(counts_.kept), WithCommas(counts_.skipped));
  if (counts_.skipped > 0)
    absl::StrAppendFormat(&sentence, " (%s)", ByReason(counts_.skipped_by_reason));
  const std::string files = ByReason(counts_.file_problems_by_reason);
  if (!files.empty())
    absl::StrAppendFormat(&sentence, "; files not read, or not to their end: %s", files);
  const std::string doubts = ByReason(counts_.warnings_by_reason);
  if (!doubts.empty()) absl::StrAppendFormat(&sentence, "; warnings: %s", doubts);
  return sentence;
}

}  // namespace wirecopy::cli
