#include "cli/engine_run.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <unistd.h>

#include <future>
#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_format.h"
#include "cli/background_choice.h"
#include "cli/exit_status.h"
#include "cli/flag_value.h"
#include "cli/interruption.h"
#include "cli/output_places.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/excerpt.h"

namespace wirecopy::cli {
namespace {

constexpr uint32_t kMaxLearntTexts = 1000000;  // by `learn`

// Large blocks of memory go back to the system as soon as they are freed, so that what a capped run
// has freed does not count against its cap.
void GiveBackFreedMemory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

}  // namespace

ReaderOptions ReaderOptionsOf(const Invocation& invocation) {
  ReaderOptions options;
  const auto field = [&](std::string_view flag, std::vector<std::string>& names) {
    if (invocation.Has(flag)) names = {invocation.Text(flag)};
  };
  FieldNames& fields = options.record.fields;
  field("text-field", fields.text);
  field("id-field", fields.id);
  field("url-field", fields.url);
  field("outlet-field", fields.outlet);
  field("published-field", fields.published);
  field("title-field", fields.title);
  options.record.max_text_bytes = invocation.Size("max-text-bytes");
  options.record.time_zone = invocation.Text("time-zone");
  options.strict = invocation.On("strict");
  options.source.cancelled = &Interrupted();
  if (WritesToStdout(invocation)) options.output_descriptor = STDOUT_FILENO;
  return options;
}

ReaderOptions ReaderOptionsOf(const Invocation& invocation, ReadingAccount* account) {
  ReaderOptions options = ReaderOptionsOf(invocation);
  options.on_problem = [account](const RecordProblem& problem, std::string_view raw) {
    account->Note(problem, raw);
  };
  return options;
}

DetectorOptions DetectorOptionsOf(const Invocation& invocation) {
  const std::string preset = invocation.Text("preset");
  DetectorOptions options = OptionsFor(preset == "strict"   ? Preset::kStrict
                                       : preset == "recall" ? Preset::kRecall
                                                            : Preset::kBalanced);
  if (invocation.Has("min-probability"))
    options.min_probability = invocation.Real("min-probability");
  if (invocation.Text("verify") == "sketch") options.verify = Verify::kSketch;
  options.threads = static_cast<unsigned>(invocation.Integer("threads"));
  if (invocation.Has("memory")) options.max_memory_bytes = invocation.Size("memory");
  options.max_text_bytes = invocation.Size("max-text-bytes");
  if (invocation.Has("bands"))
    options.sketch.bands = static_cast<uint32_t>(invocation.Integer("bands"));
  if (invocation.Has("rows"))
    options.sketch.rows_per_band = static_cast<uint32_t>(invocation.Integer("rows"));
  if (invocation.Has("sample-rate")) options.sketch.sample_rate = invocation.Real("sample-rate");
  options.list_pairs = invocation.command().id == CommandId::kPairs;
  options.keep_rejected_pairs = invocation.On("rejected");
  if (invocation.Has("report") || invocation.Has("report-dir"))
    options.pairs_in_doubt = kPairsInDoubt;
  if (invocation.command().id == CommandId::kLearn) options.max_sampled_articles = kMaxLearntTexts;
  return options;
}

std::string SpoolFolderOf(const Invocation& invocation) {
  return invocation.Has("spool-dir") ? invocation.Text("spool-dir") : "/tmp";
}

EngineRun::EngineRun(const Invocation& invocation, std::unique_ptr<FileSpool> spool,
                     std::unique_ptr<const Background> background, const DetectorOptions& options,
                     Detector detector)
    : invocation_(invocation),
      console_(WantsProgress(invocation.Text("progress"))),
      spool_(std::move(spool)),
      background_(std::move(background)),
      options_(options),
      detector_(std::move(detector)) {}

absl::StatusOr<std::unique_ptr<EngineRun>> EngineRun::Create(const Invocation& invocation) {
  if (invocation.Has("memory")) GiveBackFreedMemory();
  WIRECOPY_ASSIGN_OR_RETURN(auto spool, FileSpool::Create(SpoolFolderOf(invocation)));
  WIRECOPY_ASSIGN_OR_RETURN(auto background, ChooseBackground(invocation));
  DetectorOptions options = DetectorOptionsOf(invocation);
  options.store = spool.get();
  options.background = background.get();
  WIRECOPY_ASSIGN_OR_RETURN(Detector detector, Detector::Create(options));
  std::unique_ptr<EngineRun> run(new EngineRun(invocation, std::move(spool), std::move(background),
                                               options, std::move(detector)));
  WIRECOPY_ASSIGN_OR_RETURN(ReadingAccount account,
                            ReadingAccount::Create(invocation.Text("rejects"), &run->console_));
  run->account_.emplace(std::move(account));
  if (invocation.Has("summary")) {
    WIRECOPY_ASSIGN_OR_RETURN(run->summary_, Output::Create(invocation.Text("summary")));
  }
  return run;
}

absl::Status EngineRun::Read(const std::vector<std::string>& inputs, const ReadOptions& options) {
  ReaderOptions reading = ReaderOptionsOf(invocation_, &*account_);
  reading.inputs = inputs;
  reading.keep_lines = options.keep_lines;
  WIRECOPY_ASSIGN_OR_RETURN(auto reader, ArticleReader::Create(std::move(reading)));
  const auto first_file = static_cast<uint32_t>(files_.size());
  for (const InputFile& file : reader->files()) files_.push_back(file.path);
  // With more than one thread the next batch is read while this one is cleaned.
  const std::launch how =
      options_.threads == 1 ? std::launch::deferred : std::launch::async | std::launch::deferred;
  std::vector<ReadArticle> batch, next;
  absl::StatusOr<bool> more = reader->Next(&batch);
  while (more.ok() && *more && !Interrupted()) {
    auto ahead = std::async(how, [&] { return reader->Next(&next); });
    const absl::Status added = AddBatch(batch, options, first_file);
    more = ahead.get();
    WIRECOPY_RETURN_IF_ERROR(added);
    WIRECOPY_RETURN_IF_ERROR(CheckMemory());
    const ReadingProgress progress = reader->progress();
    console_.Reading(detector_.size(), progress.bytes_read, progress.bytes_total);
    batch.swap(next);
  }
  if (Interrupted()) return absl::CancelledError("interrupted");
  account_->Add(reader->counts());
  if (more.ok()) return absl::OkStatus();
  if (!invocation_.On("strict")) return more.status();
  return absl::DataLossError("stopped there, because of --strict; nothing was written");
}

absl::Status EngineRun::AddBatch(const std::vector<ReadArticle>& batch, const ReadOptions& options,
                                 uint32_t first_file) {
  std::vector<ArticleView> views;
  views.reserve(batch.size());
  for (const ReadArticle& read : batch) views.push_back(read.article.View());
  const auto first = static_cast<uint32_t>(detector_.size());
  WIRECOPY_RETURN_IF_ERROR(WithFlag(detector_.AddAll(views)));
  for (size_t i = 0; i < batch.size(); ++i) {
    ids_.Add(views[i]);
    places_.push_back({first_file + batch[i].place.file, batch[i].place.line, options.references});
    if (options.references) detector_.MarkAsReference(first + static_cast<uint32_t>(i));
    if (options.on_article) WIRECOPY_RETURN_IF_ERROR(options.on_article(batch[i]));
  }
  return absl::OkStatus();
}

// The ids that one reference and one other article have: two corpora number their articles alike.
std::set<std::string> EngineRun::SharedIds(const std::vector<RenamedId>& renamed) const {
  struct Owners {
    uint32_t references = 0;
    uint32_t others = 0;
  };
  std::map<std::string, Owners, std::less<>> owners;
  for (const RenamedId& one : renamed) owners[one.old_id];
  for (uint32_t i = 0; i < places_.size(); ++i) {
    const auto found = owners.find(detector_.article(i).id);
    if (found == owners.end()) continue;
    ++(places_[i].is_reference ? found->second.references : found->second.others);
  }
  std::set<std::string> shared;
  for (const auto& [id, of] : owners) {
    if (of.references == 1 && of.others == 1) shared.insert(id);
  }
  return shared;
}

void EngineRun::TellDuplicateIds() {
  const std::vector<RenamedId> renamed = ids_.Resolve(
      [this](uint32_t index) { return std::string_view(detector_.article(index).id); });
  const std::set<std::string> shared = SharedIds(renamed);
  ReadingCounts counts;
  for (const RenamedId& one : renamed) {
    const Place& place = places_[one.index];
    if (!shared.contains(one.old_id))
      account_->Note(DuplicateIdProblem(one, files_[place.file], place.line), "");
    ++counts.warnings_by_reason["duplicate-id"];
    detector_.Rename(one.index, one.id);
  }
  if (!shared.empty()) {
    console_.Say(absl::StrFormat(
        "%s both in the input and in --against; of each pair one is read as \"ID#2\"",
        Counted(shared.size(), "id stands", "ids stand")));
  }
  account_->Add(counts);
}

absl::Status EngineRun::WithFlag(const absl::Status& status) const {
  // A disk that is full is exhausted too, but more memory does not empty it.
  const bool is_of_memory = absl::StrContains(status.message(), "max_memory_bytes");
  if (!absl::IsResourceExhausted(status) || !is_of_memory) return status;
  return absl::ResourceExhaustedError(
      absl::StrFormat("%s; --memory allows %s. Allow more, or read less at a time",
                      status.message(), SizeText(options_.max_memory_bytes)));
}

absl::Status EngineRun::CheckMemory() const {
  const uint64_t most = options_.max_memory_bytes;
  const uint64_t resident = most == 0 ? 0 : ResidentBytes();
  if (resident <= most) return absl::OkStatus();
  return absl::ResourceExhaustedError(absl::StrFormat(
      "the run holds %d MB of memory for %s; --memory allows %s. Allow more, "
      "or read less at a time",
      resident >> 20, Counted(detector_.size(), "article", "articles"), SizeText(most)));
}

absl::Status EngineRun::UnderControl(
    const std::function<absl::Status(const RunControl& control)>& work) {
  if (detector_.size() == 0 && (account_->input_failed() || account_->nothing_read())) {
    return absl::NotFoundError("no input could be read; nothing was written");
  }
  TellDuplicateIds();
  RunControl control;
  control.cancelled = &stop_;
  control.on_progress = [this, calls = 0](const Progress& progress) mutable {
    console_.Progress(progress.phase, progress.done, progress.total);
    if (++calls % 16 == 1) stopped_.Update(CheckMemory());
    if (Interrupted() || !stopped_.ok()) stop_ = true;
  };
  const absl::Status status = work(control);
  console_.Clear();
  return stopped_.ok() ? WithFlag(status) : stopped_;
}

absl::StatusOr<Result> EngineRun::Detect() {
  absl::StatusOr<Result> result;
  WIRECOPY_RETURN_IF_ERROR(UnderControl([&](const RunControl& control) {
    result = detector_.Run(control);
    return result.status();
  }));
  return result;
}

absl::Status EngineRun::Learn() {
  return UnderControl([&](const RunControl& control) { return detector_.Learn(control); });
}

int EngineRun::Finish(const absl::StatusOr<bool>& reprints) {
  console_.Clear();
  // What was completed before the signal came stays so.
  if (Interrupted() && !reprints.ok()) {
    console_.Say("interrupted; an output that is there is complete");
    return InterruptedExitStatus();
  }
  const absl::Status told = account_->Finish();
  for (const absl::Status& status : {reprints.status(), told}) {
    if (!status.ok()) console_.Say(status.message());
  }
  if (!reprints.ok() || !told.ok()) return kNotCompleted;
  console_.Say(account_->Sentence());
  if (account_->input_failed()) return kNotCompleted;
  if (account_->skipped()) return kSkippedRecords;
  return *reprints && invocation_.On("exit-code") ? kFoundReprints : kDone;
}

int RunWithEngine(const Invocation& invocation, const EngineWork& work) {
  const absl::StatusOr<std::unique_ptr<EngineRun>> run = EngineRun::Create(invocation);
  if (run.ok()) return (*run)->Finish(work(invocation, **run));
  Console(false).Say(run.status().message());
  return kNotCompleted;
}

}  // namespace wirecopy::cli
