// `wirecopy report`: stories that were found before, as a page for browsers.
#include <simdjson.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "cli/background_choice.h"
#include "cli/commands/commands.h"
#include "cli/commands/evidence_report.h"
#include "cli/commands/report_place.h"
#include "cli/commands/shown_stories.h"
#include "cli/engine_run.h"
#include "cli/exit_status.h"
#include "cli/interruption.h"
#include "cli/line_files.h"
#include "cli/reading_account.h"
#include "wirecopy/background/default_background.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/article_reader.h"
#include "wirecopy/detect/detector.h"

namespace wirecopy::cli {
namespace {

absl::StatusOr<std::string> ReadSummary(const std::string& path) {
  std::string text;
  if (path.empty()) return text;
  WIRECOPY_RETURN_IF_ERROR(ForEachLine(path, [&text](std::string_view line) {
    text.append(line).append("\n");
    return absl::OkStatus();
  }));
  absl::StatusOr<std::string> summary = OneLineObject(text);
  const absl::StatusOr<std::string> schema = SchemaOf(text);
  if (schema.ok() && *schema == "wirecopy.summary/1") return summary;
  return absl::DataLossError(absl::StrFormat("%s: not a wirecopy.summary/1", path));
}

absl::StatusOr<std::string> ReadSeries(const std::string& path) {
  std::string lines;
  if (path.empty()) return lines;
  WIRECOPY_RETURN_IF_ERROR(ForEachLine(path, [&lines](std::string_view line) -> absl::Status {
    lines.append(line).append("\n");
    return CheckSeries(line);
  }));
  return lines;
}

// From which a pair counted as one story: as the flags say, else the summary, else the default.
double MinProbability(const Invocation& invocation, const std::string& summary) {
  if (!invocation.Has("min-probability") && !invocation.Has("preset") && !summary.empty()) {
    simdjson::dom::parser parser;
    double probability = 0;
    if (!parser.parse(summary)["options"]["min-probability"].get(probability)) return probability;
  }
  return DetectorOptionsOf(invocation).min_probability;
}

absl::Status ReadArticles(const Invocation& invocation, ReadingAccount& account,
                          ShownStories& shown) {
  ReaderOptions options = ReaderOptionsOf(invocation, &account);
  options.inputs = invocation.Texts("articles");
  WIRECOPY_ASSIGN_OR_RETURN(auto reader, ArticleReader::Create(std::move(options)));
  std::vector<ReadArticle> batch;
  absl::StatusOr<bool> more = true;
  for (;;) {
    more = reader->Next(&batch);
    if (Interrupted()) return absl::CancelledError("interrupted");
    if (!more.ok() || !*more) break;
    for (const ReadArticle& read : batch) WIRECOPY_RETURN_IF_ERROR(shown.Offer(read.article));
  }
  account.Add(reader->counts());
  if (!more.ok())
    return absl::DataLossError("stopped there, because of --strict; nothing was written");
  if (account.nothing_read())
    return absl::NotFoundError("no article could be read; nothing was written");
  return absl::OkStatus();
}

absl::Status CheckPlaces(const Invocation& invocation) {
  if (!invocation.Has("articles"))
    return absl::InvalidArgumentError("no articles given; --articles FILE holds their texts");
  if (invocation.Has("output") == invocation.Has("report-dir"))
    return absl::InvalidArgumentError("the report goes to -o FILE or to --report-dir DIR");
  return absl::OkStatus();
}

absl::Status Report(const Invocation& invocation, Console& console, ReadingAccount& account,
                    ReportCounts& counts) {
  WIRECOPY_RETURN_IF_ERROR(CheckPlaces(invocation));
  WIRECOPY_ASSIGN_OR_RETURN(ReportPlace place, ReportPlace::Create(invocation.Text("output"),
                                                                   invocation.Text("report-dir")));
  WIRECOPY_ASSIGN_OR_RETURN(const auto chosen, ChooseBackground(invocation));
  const Background known(0, {}, {}, chosen ? chosen.get() : &DefaultBackground());
  WIRECOPY_ASSIGN_OR_RETURN(auto spool, FileSpool::Create(SpoolFolderOf(invocation)));
  ReportedRun reported;
  WIRECOPY_ASSIGN_OR_RETURN(reported.summary, ReadSummary(invocation.Text("summary")));
  WIRECOPY_ASSIGN_OR_RETURN(reported.series, ReadSeries(invocation.Text("series")));
  const double join_probability = JoinProbability(MinProbability(invocation, reported.summary));
  ShownStories shown(std::move(spool));
  WIRECOPY_RETURN_IF_ERROR(shown.ReadStories(invocation.operands()[0]));
  if (invocation.Has("pairs"))
    WIRECOPY_RETURN_IF_ERROR(shown.ReadPairs(invocation.Text("pairs"), join_probability));
  WIRECOPY_RETURN_IF_ERROR(ReadArticles(invocation, account, shown));
  shown.EndArticles();
  if (!invocation.Has("pairs"))
    WIRECOPY_RETURN_IF_ERROR(shown.ComparePairs(known, join_probability));
  shown.result().join_probability = join_probability;
  reported.result = &shown.result();
  reported.background = &known;
  reported.store = &shown.store();
  reported.texts = shown.texts();
  reported.append_story = [&shown](uint32_t story, std::string* line) {
    return shown.AppendStory(story, line);
  };
  reported.problems = account.first_problems();
  reported.problems_not_listed = account.more_problems();
  const auto threads = static_cast<unsigned>(invocation.Integer("threads"));
  WIRECOPY_ASSIGN_OR_RETURN(
      counts, WriteEvidenceReport(reported, ReportFlagsOf(invocation, threads), place));
  TellOfReport(counts, console);
  if (shown.alone() > 0)
    console.Say(absl::StrFormat("%s alone in a story; the report shows stories of two or more",
                                Counted(shown.alone(), "article is", "articles are")));
  return absl::OkStatus();
}

}  // namespace

int RunReport(const Invocation& invocation) {
  Console console(false);
  absl::StatusOr<ReadingAccount> account =
      ReadingAccount::Create(invocation.Text("rejects"), &console);
  ReportCounts counts;
  absl::Status status =
      account.ok() ? Report(invocation, console, *account, counts) : account.status();
  if (Interrupted() && !status.ok()) {
    console.Say("interrupted; an output that is there is complete");
    return InterruptedExitStatus();
  }
  if (status.ok()) status = account->Finish();
  if (!status.ok()) {
    console.Say(status.message());
    return kNotCompleted;
  }
  console.Say(account->Sentence());
  if (account->input_failed()) return kNotCompleted;
  return account->skipped() || counts.texts_missing > 0 ? kSkippedRecords : kDone;
}

}  // namespace wirecopy::cli
