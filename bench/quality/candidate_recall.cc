// Measures which pairs the candidate stage finds: recall of true pairs, wrong candidates, cost.
//
//   candidate_recall ARTICLES.jsonl GOLD.jsonl [PLAN...]
//
// PLAN: settings that differ from the defaults, e.g. "rate=.25,all=64"; several plans are measured
// one after the other on one reading (peaks are then those of all before, too). Reads, cleans,
// learns, sketches and nominates by the stages that Detector::Run calls, with its default options
// and the shipped background; nothing is judged. Gold as of docs/formats/clusters.md.
//
// What is counted: true_pairs.h. Recall is over pairs that are no copies. Pairs that are missed go
// to the file that the environment variable MISSED names.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "true_pairs.h"
#include "wirecopy/background/default_background.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/article_reader.h"
#include "wirecopy/corpus/file_spool.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/detect/texts.h"
#include "wirecopy/match/match.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

constexpr const char* kSpoolFolder = "/tmp";  // as the command's default

// CPU seconds since the last call, and the most memory so far.
void PrintCost(const char* stage) {
  static double before_s = 0;
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
  };
  const double now_s = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  std::printf("  %-16s %8.1f CPU s   peak %5ld MB\n", stage, now_s - before_s,
              usage.ru_maxrss >> 10);
  std::fflush(stdout);
  before_s = now_s;
}

struct Plan {
  DetectorOptions detector;
  MatchOptions match;
};

bool SetOne(std::string_view name, double value, Plan& plan) {
  const auto number = static_cast<uint32_t>(value);
  if (name == "rate") return plan.detector.sketch.sample_rate = value, true;
  if (name == "least") return plan.detector.sketch.min_samples = number, true;
  if (name == "bands") return plan.detector.sketch.bands = number, true;
  if (name == "rows") return plan.detector.sketch.rows_per_band = number, true;
  if (name == "stories") return plan.detector.max_informative_stories = number, true;
  if (name == "shared") return plan.match.min_shared_samples = number, true;
  if (name == "share") return plan.match.min_containment = value, true;
  if (name == "reach") return plan.match.chain_reach = number, true;
  if (name == "all") return plan.match.all_pairs_bucket = number, true;
  return false;
}

absl::StatusOr<Plan> ParsePlan(const std::string& text) {
  Plan plan;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(',', begin), text.size());
    const size_t equals = text.find('=', begin);
    if (equals >= end || !SetOne(std::string_view(text).substr(begin, equals - begin),
                                 std::atof(text.c_str() + equals + 1), plan)) {
      return absl::InvalidArgumentError("a plan is NAME=VALUE,...: " + text);
    }
    begin = end + 1;
  }
  return plan;
}

absl::Status ReadArticles(const char* path, ArticleTable& table) {
  ReaderOptions options;
  options.inputs = {path};
  WIRECOPY_ASSIGN_OR_RETURN(auto reader, ArticleReader::Create(std::move(options)));
  std::vector<ReadArticle> batch;
  for (;;) {
    WIRECOPY_ASSIGN_OR_RETURN(const bool more, reader->Next(&batch));
    if (!more) break;
    for (const ReadArticle& read : batch) {
      WIRECOPY_RETURN_IF_ERROR(table.Add(read.article.View(), Clean(read.article.text)));
    }
  }
  table.Close(DetectorOptions().min_body_tokens);
  return table.PartBoilerplate();
}

void PrintTallies(const Tallies& tallies) {
  std::printf(
      "  shared shingles        copies     pairs  recall together | of stories of more than 32\n");
  for (size_t row = 0; row < kRows; ++row) {
    std::printf("  %-18s", kRowNames[row]);
    for (const Tally& tally : tallies[row]) {
      const double pairs = tally.pairs == 0 ? 1 : static_cast<double>(tally.pairs);
      std::printf(" %10lu %9lu  %.4f  %.4f", tally.copies, tally.pairs,
                  static_cast<double>(tally.found) / pairs,
                  static_cast<double>(tally.together) / pairs);
    }
    std::printf("\n");
  }
}

void PrintNominated(const Corpus& corpus, const Nominated& nominated) {
  const auto articles = static_cast<double>(corpus.table.size());
  std::printf("  candidates %zu, %.3f an article; wrong %lu, %.3f an article; of roundups %lu\n",
              nominated.pairs.size(), static_cast<double>(nominated.pairs.size()) / articles,
              nominated.wrong, static_cast<double>(nominated.wrong) / articles,
              nominated.of_roundups);
  size_t items = 0;
  for (const auto& [page, stories] : corpus.answers.held) {
    items += static_cast<size_t>(std::ranges::count_if(
        stories, [&](uint32_t story) { return !corpus.answers.members[story].empty(); }));
  }
  if (items > 0) {
    std::printf("  items of roundups found %zu of %zu\n", nominated.items.size(), items);
  }
}

absl::Status Measure(const Corpus& corpus, const Plan& plan, std::FILE* missed) {
  WIRECOPY_ASSIGN_OR_RETURN(const Sketcher sketcher, Sketcher::Create(plan.detector.sketch));
  const RunControl control;
  PhaseProgress progress(control);
  Nominated nominated;
  {
    WIRECOPY_ASSIGN_OR_RETURN(const auto spool, FileSpool::Create(kSpoolFolder));
    WIRECOPY_ASSIGN_OR_RETURN(
        const SketchedTexts made,
        SketchTexts(corpus.table, static_cast<uint32_t>(corpus.table.text_count()),
                    {&sketcher, &corpus.background, plan.detector.max_informative_stories, 1, false,
                     spool.get()},
                    progress));
    PrintCost("sketch");
    WIRECOPY_ASSIGN_OR_RETURN(nominated.pairs, FindCandidates(made.sketches.columns(),
                                                              made.sketches.Lookup(), plan.match));
    PrintCost("match");
  }
  SortOut(corpus, nominated);
  PrintNominated(corpus, nominated);
  Tallies tallies;
  for (uint32_t story = 0; story < corpus.answers.members.size(); ++story) {
    if (corpus.answers.members[story].size() < 2) continue;
    WIRECOPY_RETURN_IF_ERROR(CountStory(corpus, story, nominated, missed, tallies));
  }
  PrintTallies(tallies);
  PrintCost("counting");
  return absl::OkStatus();
}

absl::Status Run(int argc, char** argv) {
  WIRECOPY_ASSIGN_OR_RETURN(const auto spool, FileSpool::Create(kSpoolFolder));
  const DetectorOptions defaults;
  WIRECOPY_ASSIGN_OR_RETURN(const Sketcher sketcher, Sketcher::Create(defaults.sketch));
  Corpus corpus(spool.get());
  WIRECOPY_RETURN_IF_ERROR(ReadArticles(argv[1], corpus.table));
  std::printf("articles %zu, texts %zu\n", corpus.table.size(), corpus.table.text_count());
  PrintCost("read and clean");
  const RunControl control;
  PhaseProgress progress(control);
  WIRECOPY_ASSIGN_OR_RETURN(
      corpus.background,
      LearnBackground(corpus.table,
                      {&sketcher, defaults.max_sampled_articles, 1, &DefaultBackground()},
                      progress));
  PrintCost("learn");
  WIRECOPY_RETURN_IF_ERROR(ReadAnswers(argv[2], corpus));
  std::vector<std::string> plans(argv + 3, argv + argc);
  if (plans.empty()) plans.emplace_back();
  const char* missed_path = std::getenv("MISSED");
  std::FILE* missed = missed_path ? std::fopen(missed_path, "w") : nullptr;
  for (const std::string& text : plans) {
    WIRECOPY_ASSIGN_OR_RETURN(const Plan plan, ParsePlan(text));
    std::printf("plan %s\n", text.empty() ? "default" : text.c_str());
    WIRECOPY_RETURN_IF_ERROR(Measure(corpus, plan, missed));
  }
  return absl::OkStatus();
}

}  // namespace
}  // namespace wirecopy

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: candidate_recall ARTICLES.jsonl GOLD.jsonl [PLAN...]\n");
    return 2;
  }
  const absl::Status status = wirecopy::Run(argc, argv);
  if (!status.ok()) std::fprintf(stderr, "candidate_recall: %s\n", status.ToString().c_str());
  return status.ok() ? 0 : 2;
}
