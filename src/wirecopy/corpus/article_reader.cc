#include "wirecopy/corpus/article_reader.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/base/string_bridge.h"
#include "wirecopy/corpus/excerpt.h"
#include "wirecopy/corpus/original_records.h"
#include "wirecopy/corpus/outlet_domain.h"

namespace wirecopy {
namespace {

constexpr size_t kRoomBesideText = size_t{64} << 10;
constexpr size_t kMostHosts = 100000;  // whose outlets are remembered

// A line of that size may hold a text of the greatest size, each of its characters escaped.
size_t MaxLineBytes(size_t max_text_bytes) { return 3 * max_text_bytes + kRoomBesideText; }

bool IsUtf16(std::string_view text) {
  return text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
}

// "damaged", or the plainer "truncated" of a stream that was cut off.
std::string_view ReasonOf(const absl::Status& status) {
  if (!absl::IsDataLoss(status)) return "unreadable";
  return ToStd(status.message()).find("cut off") == std::string_view::npos ? "damaged"
                                                                           : "truncated";
}

}  // namespace

std::string FormatProblem(const RecordProblem& problem) {
  const std::string file = problem.file == "-" ? "stdin" : PrintableName(problem.file);
  if (problem.line == 0) return absl::StrFormat("%s: %s", file, problem.message);
  return absl::StrFormat("%s:%u: %s", file, problem.line, problem.message);
}

ArticleReader::ArticleReader(ReaderOptions options, RecordReader records)
    : options_(std::move(options)),
      records_(std::move(records)),
      inputs_(FindInputFiles(options_.inputs,
                             {options_.output_descriptor, options_.source.cancelled})) {}

absl::StatusOr<std::unique_ptr<ArticleReader>> ArticleReader::Create(ReaderOptions options) {
  if (options.inputs.empty()) {
    return absl::InvalidArgumentError("ReaderOptions.inputs is empty; name a file, a folder or -");
  }
  if (options.batch_records < 1) {
    return absl::InvalidArgumentError("ReaderOptions.batch_records is 0; it must be at least 1");
  }
  WIRECOPY_ASSIGN_OR_RETURN(RecordReader records, RecordReader::Create(options.record));
  return std::unique_ptr<ArticleReader>(new ArticleReader(std::move(options), std::move(records)));
}

bool ArticleReader::IsCancelled() const {
  return options_.source.cancelled != nullptr && *options_.source.cancelled;
}

absl::StatusOr<bool> ArticleReader::Next(std::vector<ReadArticle>* batch) {
  batch->clear();
  batch_bytes_ = 0;
  if (!problems_reported_) {
    problems_reported_ = true;
    for (const RecordProblem& problem : inputs_.problems) Report(problem, "");
  }
  while (batch->size() < options_.batch_records && batch_bytes_ < options_.batch_bytes) {
    if (!failure_.ok()) return failure_;
    if (IsCancelled()) return absl::CancelledError("interrupted");
    if (!lines_) {
      if (next_file_ == inputs_.files.size()) break;
      if (!OpenNextFile()) continue;
      if (inputs_.files[next_file_ - 1].kind == InputKind::kText) {
        ReadTextFile(batch);
        CloseFile();
        continue;
      }
    }
    if (const std::optional<Line> line = lines_->Next()) {
      ReadLine(*line, batch);
    } else {
      if (!lines_->status().ok()) {
        ReportBreak(lines_->status());
      } else if (lines_->bytes() == 0) {
        ReportFile("empty-file", "the file is empty", true);
      }
      CloseFile();
    }
  }
  if (!failure_.ok()) return failure_;
  if (IsCancelled()) return absl::CancelledError("interrupted");
  return !batch->empty();
}

bool ArticleReader::OpenNextFile() {
  const InputFile& file = inputs_.files[next_file_++];
  auto source = ByteSource::Open(file.path, options_.source);
  if (!source.ok()) {
    closed_bytes_ += file.size_bytes;
    ReportFile("unreadable", std::string(ToStd(source.status().message())));
    return false;
  }
  ++counts_.files;
  const size_t max_bytes = options_.record.max_text_bytes;
  lines_.emplace(*std::move(source),
                 file.kind == InputKind::kText ? max_bytes : MaxLineBytes(max_bytes));
  return true;
}

void ArticleReader::CloseFile() {
  if (!lines_) return;
  counts_.bytes += lines_->bytes();
  closed_bytes_ += lines_->source().input_bytes();
  lines_.reset();
}

void ArticleReader::ReadLine(const Line& line, std::vector<ReadArticle>* batch) {
  if (line.number == 1 && IsUtf16(line.text)) {
    ReportFile("not-utf8", "the file is UTF-16; convert it to UTF-8");
    CloseFile();
    return;
  }
  if (absl::StripAsciiWhitespace(ToAbsl(line.text)).empty()) return;
  ++counts_.records;
  if (line.too_long) {
    Skip(line.number, "too-long",
         absl::StrFormat("the line has more than %s bytes, too many for a text of at most %s "
                         "(max-text-bytes)",
                         WithCommas(MaxLineBytes(options_.record.max_text_bytes)),
                         WithCommas(options_.record.max_text_bytes)),
         line.text);
    return;
  }
  RecordOutcome outcome = records_.ReadPadded(line.text);
  if (outcome.skipped) {
    const bool is_long = outcome.doubt->reason == "too-long";
    Skip(line.number, outcome.doubt->reason, std::move(outcome.doubt->message),
         is_long ? line.text.substr(0, LineReader::kBeginningBytes) : line.text);
    return;
  }
  const InputFile& file = inputs_.files[next_file_ - 1];
  if (outcome.doubt) {
    Report(
        {file.path, line.number, std::string(outcome.doubt->reason), outcome.doubt->message, false},
        line.text);
  }
  Article& article = outcome.article;
  if (article.id.empty())
    article.id = absl::StrFormat("%s:%u", PrintableName(file.path), line.number);
  if (article.outlet.empty()) article.outlet = OutletOf(article.url);
  ++counts_.kept;
  batch_bytes_ += line.text.size();
  const RecordPlace place{static_cast<uint32_t>(next_file_ - 1), lines_->source().is_rereadable(),
                          line.number, line.offset, static_cast<uint32_t>(line.text.size())};
  batch->push_back(
      {std::move(article), options_.keep_lines ? std::string(line.text) : std::string(), place});
}

void ArticleReader::ReadTextFile(std::vector<ReadArticle>* batch) {
  const InputFile& file = inputs_.files[next_file_ - 1];
  const size_t max_bytes = options_.record.max_text_bytes;
  std::string text;
  uint64_t offset = 0;
  bool is_too_long = false;
  while (const std::optional<Line> line = lines_->Next()) {
    if (line->number == 1) offset = line->offset;
    is_too_long |= line->too_long || line->offset - offset + line->text.size() > max_bytes;
    if (is_too_long) break;
    text.resize(line->offset - offset, '\n');
    text += line->text;
  }
  if (!lines_->status().ok()) ReportBreak(lines_->status());
  ++counts_.records;
  if (is_too_long) {
    Skip(1, "too-long",
         absl::StrFormat("the text has more than %s bytes (max-text-bytes)", WithCommas(max_bytes)),
         std::string_view(text).substr(0, LineReader::kBeginningBytes));
    return;
  }
  if (lines_->bytes() > offset + text.size()) text += '\n';  // the last line feed
  if (const auto bad = FirstInvalidUtf8(text)) {
    Skip(1, "bad-utf8",
         absl::StrFormat("byte %s of the file, 0x%02x, is not UTF-8; convert the file to UTF-8",
                         WithCommas(offset + *bad + 1), static_cast<uint8_t>(text[*bad])),
         text);
    return;
  }
  ++counts_.kept;
  batch_bytes_ += text.size();
  const RecordPlace place{static_cast<uint32_t>(next_file_ - 1), lines_->source().is_rereadable(),
                          1, offset, static_cast<uint32_t>(text.size())};
  ReadArticle read;
  read.article.id = PrintableName(file.path);
  if (options_.keep_lines) read.line = TextRecordLine(read.article.id, text);
  read.article.text = std::move(text);
  read.place = place;
  batch->push_back(std::move(read));
}

const std::string& ArticleReader::OutletOf(const std::string& url) {
  const std::string_view host = HostOfUrl(url);
  const auto found = outlet_of_host_.find(ToAbsl(host));
  if (found != outlet_of_host_.end()) return found->second;
  if (outlet_of_host_.size() >= kMostHosts) outlet_of_host_.clear();
  return outlet_of_host_.emplace(std::string(host), OutletOfUrl(url)).first->second;
}

void ArticleReader::Skip(uint64_t line, std::string_view reason, std::string message,
                         std::string_view raw) {
  Report({inputs_.files[next_file_ - 1].path, line, std::string(reason), std::move(message), true},
         raw);
}

void ArticleReader::ReportBreak(const absl::Status& status) {
  if (absl::IsCancelled(status)) return;  // no fault of the file
  ReportFile(ReasonOf(status), std::string(ToStd(status.message())));
}

void ArticleReader::ReportFile(std::string_view reason, std::string message, bool is_warning) {
  const InputFile& file = inputs_.files[next_file_ - 1];
  Report({file.path, 0, std::string(reason), std::move(message), !is_warning, file.was_found}, "");
}

void ArticleReader::Report(const RecordProblem& problem, std::string_view raw) {
  if (!problem.skipped) {
    ++counts_.warnings_by_reason[problem.reason];
  } else if (problem.line == 0) {
    ++counts_.file_problems_by_reason[problem.reason];
  } else {
    ++counts_.skipped;
    ++counts_.skipped_by_reason[problem.reason];
  }
  if (options_.on_problem) options_.on_problem(problem, raw);
  if (options_.strict && problem.skipped && failure_.ok()) {
    failure_ = absl::DataLossError(FormatProblem(problem));
  }
}

ReadingProgress ArticleReader::progress() const {
  ReadingProgress progress;
  progress.bytes_read = closed_bytes_ + (lines_ ? lines_->source().input_bytes() : 0);
  for (const InputFile& file : inputs_.files) {
    if (file.path == "-") return {progress.bytes_read, 0};
    progress.bytes_total += file.size_bytes;
  }
  if (progress.bytes_read > progress.bytes_total) progress.bytes_total = 0;  // a pipe among them
  return progress;
}

}  // namespace wirecopy
