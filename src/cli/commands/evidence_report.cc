#include "cli/commands/evidence_report.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "absl/strings/str_format.h"
#include "cli/commands/shown_texts.h"
#include "cli/interruption.h"
#include "cli/reading_account.h"
#include "wirecopy/base/parallel.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/excerpt.h"
#include "wirecopy/report/doubt_line.h"
#include "wirecopy/report/evidence_report.h"
#include "wirecopy/report/text_line.h"
#include "wirecopy/report/text_order.h"

namespace wirecopy::cli {
namespace {

constexpr uint64_t kBytesAtOnce = 4 << 20;  // of texts

// A line of the texts to be: an article, and as a member of which story.
struct Job {
  const Story* story = nullptr;  // null: of a pair in doubt, in no story
  uint32_t article = 0;
  std::optional<uint32_t> of = std::nullopt;
  bool begins_group = false;
};

class ReportWriting {
 public:
  ReportWriting(const ReportedRun& run, const ReportFlags& flags, ReportPlace& place)
      : run_(run),
        flags_(flags),
        report_({flags.max_bytes}, place.page(), place.part()),
        texts_(run, flags.threads) {
    is_roundup_.resize(run.result->articles.size());
    for (const Story& story : run.result->stories) {
      for (const StoryMember& member : story.members) {
        if (member.relation == Relation::kRoundup) is_roundup_[member.article] = 1;
      }
    }
  }

  absl::StatusOr<ReportCounts> Write() {
    WIRECOPY_RETURN_IF_ERROR(report_.Begin());
    WIRECOPY_RETURN_IF_ERROR(AddStories());
    if (!run_.series.empty()) WIRECOPY_RETURN_IF_ERROR(report_.AddSeries(run_.series));
    WIRECOPY_RETURN_IF_ERROR(AddDoubts());
    WIRECOPY_RETURN_IF_ERROR(AddTexts());
    WIRECOPY_RETURN_IF_ERROR(report_.Finish(
        {run_.summary, run_.result->join_probability, run_.problems, run_.problems_not_listed}));
    return ReportCounts{report_.texts_kept(), report_.texts_left_out(), missing_};
  }

 private:
  absl::Status AddStories() {
    std::string line;
    for (uint32_t story = 0; story < run_.result->stories.size(); ++story) {
      line.clear();
      WIRECOPY_RETURN_IF_ERROR(run_.append_story(story, &line));
      WIRECOPY_RETURN_IF_ERROR(report_.AddStory(line, run_.result->stories[story].members.size()));
    }
    return absl::OkStatus();
  }

  uint64_t BytesOf(uint32_t article) const {
    return run_.texts[article] ? run_.texts[article]->size_bytes : 0;
  }

  DoubtSide SideOf(uint32_t article) const {
    const ArticleRecord& record = run_.result->articles[article];
    DoubtSide side = {&record, {}, texts_.Text(article)};
    if (record.story) side.story = run_.result->stories[*record.story].name;
    return side;
  }

  absl::Status AddDoubts() {
    const std::vector<PairVerdict>& pairs = run_.result->pairs_in_doubt;
    std::string line;
    for (size_t begin = 0; begin < pairs.size();) {
      std::vector<ShownArticle> shown;
      uint64_t bytes = 0;
      size_t end = begin;
      for (; end < pairs.size() && (end == begin || bytes < kBytesAtOnce); ++end) {
        shown.push_back({pairs[end].a, pairs[end].b});
        bytes += BytesOf(pairs[end].a) + BytesOf(pairs[end].b);
      }
      WIRECOPY_RETURN_IF_ERROR(texts_.Load(shown));
      for (size_t i = begin; i < end; ++i) {
        line.clear();
        AppendDoubtLine(LineOf(pairs[i], texts_.Alignment(i - begin)), &line);
        WIRECOPY_RETURN_IF_ERROR(report_.AddDoubt(line));
      }
      begin = end;
    }
    return absl::OkStatus();
  }

  DoubtLine LineOf(const PairVerdict& pair, const AlignmentPlaces* alignment) const {
    const std::vector<ArticleRecord>& articles = run_.result->articles;
    const bool joined = articles[pair.a].story &&
                        articles[pair.a].story == articles[pair.b].story &&
                        is_roundup_[pair.a] == 0 && is_roundup_[pair.b] == 0;
    DoubtLine line = {SideOf(pair.a), SideOf(pair.b), &pair.verdict, {}, joined, alignment};
    if (run_.result->background_fingerprint != 0)
      line.background = run_.result->background_fingerprint;
    return line;
  }

  // The lines there are to write: articles of pairs in doubt that are in no story, then the
  // stories.
  std::vector<Job> Jobs() {
    std::vector<Job> jobs;
    std::vector<uint8_t> is_listed(run_.result->articles.size());
    const auto list_alone = [&](uint32_t article) {
      if (run_.result->articles[article].story || is_listed[article] != 0) return;
      is_listed[article] = 1;
      if (run_.texts[article]) jobs.push_back({nullptr, article, std::nullopt, true});
    };
    for (const PairVerdict& pair : run_.result->pairs_in_doubt) {
      list_alone(pair.a);
      list_alone(pair.b);
    }
    for (const uint32_t s : StoriesByDoubt(*run_.result)) ListStory(run_.result->stories[s], jobs);
    return jobs;
  }

  void ListStory(const Story& story, std::vector<Job>& jobs) {
    bool begins = true;
    for (const StoryMember& member : story.members) {
      if (!run_.texts[member.article]) {
        report_.AddMissing(run_.result->articles[member.article].id);
        ++missing_;
        continue;
      }
      jobs.push_back({&story, member.article, member.of, std::exchange(begins, false)});
    }
  }

  absl::Status AddTexts() {
    const std::vector<Job> jobs = Jobs();
    for (size_t begin = 0; begin < jobs.size();) {
      if (Interrupted()) return absl::CancelledError("interrupted");
      if (report_.is_full()) return LeaveOutFrom(std::span(jobs).subspan(begin));
      uint64_t bytes = 0;
      size_t end = begin;
      for (; end < jobs.size() && (end == begin || bytes < kBytesAtOnce); ++end)
        bytes += BytesOf(jobs[end].article);
      WIRECOPY_RETURN_IF_ERROR(AddJobs(std::span(jobs).subspan(begin, end - begin)));
      begin = end;
    }
    return absl::OkStatus();
  }

  EvidenceReport::TextGroup GroupOf(const Job& job) const {
    if (job.story != nullptr) return {job.story->name, true};
    return {run_.result->articles[job.article].id, false};
  }

  absl::Status LeaveOutFrom(std::span<const Job> jobs) {
    for (const Job& job : jobs) {
      if (job.begins_group) WIRECOPY_RETURN_IF_ERROR(report_.BeginTexts(GroupOf(job)));
      WIRECOPY_RETURN_IF_ERROR(report_.AddText(""));
    }
    return absl::OkStatus();
  }

  absl::Status AddJobs(std::span<const Job> jobs) {
    std::vector<ShownArticle> shown;
    std::vector<uint32_t> origins;
    for (const Job& job : jobs) {
      shown.push_back({job.article, job.of});
      if (job.story != nullptr) origins.push_back(job.story->origin);
    }
    WIRECOPY_RETURN_IF_ERROR(texts_.Load(shown, origins));
    std::map<uint32_t, EditBase> bases;  // by origin
    for (const uint32_t origin : origins) {
      if (const Utf16Text* text = texts_.Text(origin)) bases.try_emplace(origin, *text);
    }
    std::vector<std::string> lines(jobs.size());
    ParallelFor(jobs.size(), flags_.threads, 4, [&](size_t begin, size_t end, unsigned) {
      for (size_t i = begin; i < end; ++i) AppendTextLine(LineOf(jobs[i], i, bases), &lines[i]);
    });
    for (size_t i = 0; i < jobs.size(); ++i) {
      if (jobs[i].begins_group) WIRECOPY_RETURN_IF_ERROR(report_.BeginTexts(GroupOf(jobs[i])));
      WIRECOPY_RETURN_IF_ERROR(report_.AddText(lines[i]));
    }
    return absl::OkStatus();
  }

  TextLine LineOf(const Job& job, size_t index, const std::map<uint32_t, EditBase>& bases) const {
    const std::vector<ArticleRecord>& articles = run_.result->articles;
    TextLine line;
    line.id = articles[job.article].id;
    line.text = texts_.Text(job.article);
    line.evidence = &texts_.Evidence(job.article);
    if (job.story == nullptr) return line;
    line.story = job.story->name;
    const auto base = bases.find(job.story->origin);
    if (base != bases.end() && job.story->origin != job.article) {
      line.base = &base->second;
      line.base_id = articles[job.story->origin].id;
    }
    if (const AlignmentPlaces* places = texts_.Alignment(index)) {
      line.edge = {articles[*job.of].id, texts_.Text(*job.of), places};
    }
    return line;
  }

  const ReportedRun& run_;
  const ReportFlags& flags_;
  EvidenceReport report_;
  ShownTexts texts_;
  std::vector<uint8_t> is_roundup_;  // by article
  uint64_t missing_ = 0;
};

}  // namespace

ReportFlags ReportFlagsOf(const Invocation& invocation, unsigned threads) {
  ReportFlags flags;
  flags.threads = threads == 0 ? AvailableThreads() : threads;
  if (!invocation.Has("report-dir")) flags.max_bytes = invocation.Size("report-size");
  return flags;
}

void TellOfReport(const ReportCounts& counts, Console& console) {
  if (counts.texts_left_out > 0) {
    console.Say(absl::StrFormat(
        "the report leaves out %s of %s, those least in doubt; --report-dir DIR holds all of them, "
        "--report-size SIZE more",
        Counted(counts.texts_left_out, "text", "texts"),
        WithCommas(counts.texts_left_out + counts.texts_kept)));
  }
  if (counts.texts_missing > 0) {
    console.Say(
        absl::StrFormat("%s of stories not among the articles; the report does not show "
                        "their texts",
                        counts.texts_missing == 1
                            ? std::string("1 member is")
                            : absl::StrFormat("%s members are", WithCommas(counts.texts_missing))));
  }
}

absl::StatusOr<ReportCounts> WriteEvidenceReport(const ReportedRun& run, const ReportFlags& flags,
                                                 ReportPlace& place) {
  WIRECOPY_ASSIGN_OR_RETURN(const ReportCounts counts, ReportWriting(run, flags, place).Write());
  WIRECOPY_RETURN_IF_ERROR(place.Commit());
  return counts;
}

}  // namespace wirecopy::cli
