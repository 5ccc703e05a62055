#include "wirecopy/detect/detector.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "wirecopy/base/parallel.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/cluster/grouping.h"
#include "wirecopy/cluster/roundups.h"
#include "wirecopy/detect/article_table.h"
#include "wirecopy/detect/ask_index.h"
#include "wirecopy/detect/judging.h"
#include "wirecopy/detect/stories.h"
#include "wirecopy/detect/texts.h"
#include "wirecopy/match/match.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

constexpr size_t kMaxAsked = 64;  // articles one question is compared with

template <typename T>
absl::Status CheckRange(const char* name, T value, T low, T high) {
  if (value >= low && value <= high) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("DetectorOptions.", name, " is ", value, "; it must be in [", low, ", ", high, "]"));
}

absl::Status Validate(const DetectorOptions& o) {
  WIRECOPY_RETURN_IF_ERROR(CheckRange("min_probability", o.min_probability, 0.0, 1.0));
  WIRECOPY_RETURN_IF_ERROR(CheckRange("threads", o.threads, 0u, 256u));
  WIRECOPY_RETURN_IF_ERROR(
      CheckRange("max_text_bytes", o.max_text_bytes, uint64_t{1} << 10, uint64_t{1} << 30));
  WIRECOPY_RETURN_IF_ERROR(CheckRange("min_body_tokens", o.min_body_tokens, 0u, 1000u));
  WIRECOPY_RETURN_IF_ERROR(CheckRange("max_sampled_articles", o.max_sampled_articles, 100u, 1000000u));
  WIRECOPY_RETURN_IF_ERROR(CheckRange("max_informative_stories", o.max_informative_stories, 1u, 1000u));
  return CheckRange("max_cross_pairs", o.max_cross_pairs, 1u, 256u);
}

// Shared tokens of two titles as a share of the shorter one's; negative where one is empty.
double TitleOverlap(std::string_view a, std::string_view b) {
  auto tokens_of = [](std::string_view title) {
    std::vector<Token> tokens = Clean(title, {.furniture_rules = false}).tokens;
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    return tokens;
  };
  const std::vector<Token> x = tokens_of(a);
  const std::vector<Token> y = tokens_of(b);
  if (x.empty() || y.empty()) return -1;
  std::vector<Token> shared;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(shared));
  return static_cast<double>(shared.size()) / static_cast<double>(std::min(x.size(), y.size()));
}

}  // namespace

struct Detector::State {
  State(const DetectorOptions& given, Sketcher made)
      : options(given), sketcher(std::move(made)), table(given.store != nullptr ? given.store : &own_store) {}

  const Background& background_in_force() const {
    return options.background != nullptr ? *options.background : learnt;
  }
  CompareOptions compare_options(bool evidence) const { return {options.min_probability, evidence}; }

  absl::Status Learn(PhaseProgress& progress);
  absl::Status Judge(PhaseProgress& progress);
  absl::Status Group(PhaseProgress& progress);
  absl::StatusOr<Result> MakeResult();
  absl::StatusOr<Verdict> VerdictOn(uint32_t text_a, uint32_t text_b);

  DetectorOptions options;
  Sketcher sketcher;
  MemoryBlobStore own_store;
  ArticleTable table;
  Background learnt;
  std::vector<Sketch> sketches;
  std::vector<CandidatePair> pairs;
  std::vector<Verdict> verdicts;
  std::optional<EvidenceGraph> graph;
  std::optional<PairJudge> judge;
  absl::Status judge_failure;
  std::vector<Roundup> roundups;
  Grouping grouping;
  RunCounts counts;
  bool ran = false;
  std::once_flag ask_once;
  std::optional<AskIndex> ask_index;
};

DetectorOptions OptionsFor(Preset preset) {
  DetectorOptions options;
  if (preset == Preset::kStrict) options.min_probability = 0.8;
  if (preset == Preset::kRecall) options.min_probability = 0.3;
  return options;
}

absl::StatusOr<Detector> Detector::Create(const DetectorOptions& options) {
  WIRECOPY_RETURN_IF_ERROR(Validate(options));
  WIRECOPY_ASSIGN_OR_RETURN(Sketcher sketcher, Sketcher::Create(options.sketch));
  auto state = std::make_unique<State>(options, std::move(sketcher));
  if (state->options.threads == 0) state->options.threads = AvailableThreads();
  return Detector(std::move(state));
}

Detector::Detector(std::unique_ptr<State> state) : state_(std::move(state)) {}
Detector::Detector(Detector&&) noexcept = default;
Detector& Detector::operator=(Detector&&) noexcept = default;
Detector::~Detector() = default;

size_t Detector::size() const { return state_->table.size(); }
const Background& Detector::background() const { return state_->background_in_force(); }
void Detector::MarkLastAsReference() { state_->table.records().back().reference = true; }
void Detector::MarkAsReference(uint32_t article) { state_->table.records()[article].reference = true; }
void Detector::Rename(uint32_t article, std::string id) { state_->table.records()[article].id = std::move(id); }
const ArticleRecord& Detector::article(uint32_t article) const { return state_->table.records()[article]; }

absl::Status Detector::Add(const ArticleView& article) { return AddAll({&article, 1}); }

absl::Status Detector::AddAll(std::span<const ArticleView> articles) {
  if (state_->ran) return absl::FailedPreconditionError("articles cannot be added after Run");
  size_t fitting = 0;
  while (fitting < articles.size() && articles[fitting].text.size() <= state_->options.max_text_bytes) ++fitting;
  std::vector<CleanText> clean(fitting);
  ParallelFor(fitting, state_->options.threads, 16, [&](size_t begin, size_t end, unsigned) {
    for (size_t i = begin; i < end; ++i) clean[i] = Clean(articles[i].text);
  });
  for (size_t i = 0; i < fitting; ++i) {
    WIRECOPY_RETURN_IF_ERROR(state_->table.Add(articles[i], clean[i]));
    state_->counts.tokens += clean[i].tokens.size();
    state_->counts.furniture_tokens += clean[i].tokens.size() - clean[i].BodySize();
  }
  if (fitting == articles.size()) return absl::OkStatus();
  return absl::ResourceExhaustedError(absl::StrFormat("article %s: its text has %d bytes; max_text_bytes is %d",
                                                      articles[fitting].id, articles[fitting].text.size(),
                                                      state_->options.max_text_bytes));
}

absl::Status Detector::State::Learn(PhaseProgress& progress) {
  const auto texts = static_cast<uint32_t>(table.text_count());
  if (options.background == nullptr) {
    progress.Start("learn", std::min(texts, options.max_sampled_articles));
    WIRECOPY_ASSIGN_OR_RETURN(
        learnt, LearnBackground(table, {&sketcher, options.max_sampled_articles, options.threads}, progress));
  }
  progress.Start("sketch", texts);
  WIRECOPY_ASSIGN_OR_RETURN(
      sketches,
      SketchTexts(table, texts,
                  {&sketcher, &background_in_force(), options.max_informative_stories, options.threads}, progress));
  return absl::OkStatus();
}

absl::Status Detector::State::Judge(PhaseProgress& progress) {
  progress.Start("match", 1);
  pairs = FindCandidates(sketches, {.threads = options.threads});
  counts.candidates = pairs.size();
  progress.Start("compare", pairs.size());
  if (options.verify == Verify::kSketch) {
    verdicts = EstimatePairs(pairs, sketches, table, options.min_probability);
    return progress.status();
  }
  const JudgeRequest request = {&table, &background_in_force(), compare_options(false), options.threads};
  WIRECOPY_ASSIGN_OR_RETURN(verdicts, JudgePairs(pairs, request, progress));
  counts.compared = pairs.size();
  return absl::OkStatus();
}

absl::StatusOr<Verdict> Detector::State::VerdictOn(uint32_t text_a, uint32_t text_b) {
  if (options.verify == Verify::kSketch) {
    return EstimateVerdict(sketches[text_a], sketches[text_b], std::nullopt, options.min_probability);
  }
  ++counts.compared;
  return judge->Judge(text_a, text_b);
}

absl::Status Detector::State::Group(PhaseProgress& progress) {
  progress.Start("cluster", 1);
  judge.emplace(table, background_in_force(), compare_options(false));
  std::vector<EvidenceNode> nodes(table.text_count());
  for (uint32_t text = 0; text < nodes.size(); ++text) nodes[text].published = DateOf(table, text);
  std::vector<EvidenceEdge> edges;
  edges.reserve(pairs.size());
  for (size_t i = 0; i < pairs.size(); ++i) {
    edges.push_back(EdgeOf(pairs[i].first, pairs[i].second, verdicts[i]));
    nodes[pairs[i].first].bits = verdicts[i].bits_a;
    nodes[pairs[i].second].bits = verdicts[i].bits_b;
  }
  graph.emplace(std::move(nodes), std::move(edges), [this](uint32_t a, uint32_t b) {
    absl::StatusOr<Verdict> verdict = VerdictOn(a, b);
    if (verdict.ok()) return EdgeOf(a, b, *verdict);
    judge_failure.Update(verdict.status());
    return EdgeOf(a, b, Verdict());
  });
  RoundupOptions roundup_options;
  roundup_options.title_overlap = [this](uint32_t a, uint32_t b) {
    return TitleOverlap(table.records()[table.ArticleOf(a)].title, table.records()[table.ArticleOf(b)].title);
  };
  roundups = FindRoundups(*graph, roundup_options);
  std::vector<uint8_t> left_out(table.text_count(), 0);
  for (const Roundup& roundup : roundups) left_out[roundup.page] = 1;
  // An edge that starts a join must be surer than a verdict, because it speaks for two groups; the mean of the cross
  // pairs may be lower, because cut copies of one report hardly resemble each other.
  grouping = GroupStories(
      *graph, left_out,
      {0.3 + 0.7 * options.min_probability, 0.8 * options.min_probability, options.max_cross_pairs});
  WIRECOPY_RETURN_IF_ERROR(progress.status());
  return judge_failure;
}

absl::StatusOr<Result> Detector::State::MakeResult() {
  Result result;
  WIRECOPY_ASSIGN_OR_RETURN(
      result.stories,
      BuildStories({&table, &grouping, &roundups, &*graph, options.min_probability,
                    [this](uint32_t a, uint32_t b) { return VerdictOn(a, b); }}));
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (verdicts[i].probability < options.min_probability && !options.keep_rejected_pairs) continue;
    result.pairs.push_back({table.ArticleOf(pairs[i].first), table.ArticleOf(pairs[i].second), verdicts[i]});
  }
  std::vector<ArticleRecord>& records = table.records();
  std::sort(result.pairs.begin(), result.pairs.end(), [&](const PairVerdict& x, const PairVerdict& y) {
    if (x.a != y.a) return records[x.a].id < records[y.a].id;
    return records[x.b].id < records[y.b].id;
  });
  std::set<std::string> outlets;
  for (const ArticleRecord& record : records) {
    if (!record.outlet.empty()) outlets.insert(record.outlet);
    counts.too_short += record.too_short;
  }
  for (uint32_t s = 0; s < result.stories.size(); ++s) {
    for (const StoryMember& member : result.stories[s].members) {
      if (!records[member.article].story) records[member.article].story = s;
      counts.members += member.relation != Relation::kRoundup;
    }
  }
  counts.articles = records.size();
  counts.outlets = outlets.size();
  counts.exact_copies = records.size() - table.text_count();
  counts.stories = result.stories.size();
  counts.roundups = roundups.size();
  result.articles = records;
  result.counts = counts;
  result.background_fingerprint = background_in_force().fingerprint();
  return result;
}

absl::StatusOr<Result> Detector::Run(const RunControl& control) {
  if (state_->ran) return absl::FailedPreconditionError("Run was called before");
  state_->ran = true;
  PhaseProgress progress(control);
  state_->table.Close(state_->options.min_body_tokens);
  WIRECOPY_RETURN_IF_ERROR(state_->Learn(progress));
  WIRECOPY_RETURN_IF_ERROR(state_->Judge(progress));
  WIRECOPY_RETURN_IF_ERROR(state_->Group(progress));
  return state_->MakeResult();
}

absl::StatusOr<Verdict> Detector::Judge(uint32_t a, uint32_t b) const {
  if (!state_->ran) return absl::FailedPreconditionError("Judge was called before Run");
  if (a >= size() || b >= size()) {
    return absl::InvalidArgumentError(absl::StrCat("article ", std::max(a, b), " of ", size(), " does not exist"));
  }
  PairJudge judge(state_->table, state_->background_in_force(), state_->compare_options(true));
  return judge.JudgeArticles(a, b);
}

absl::StatusOr<std::vector<PairVerdict>> Detector::Ask(const ArticleView& article) const {
  if (!state_->ran) return absl::FailedPreconditionError("Ask was called before Run");
  if (article.text.size() > state_->options.max_text_bytes) {
    return absl::ResourceExhaustedError(absl::StrCat("the text has ", article.text.size(), " bytes; max_text_bytes is ",
                                                     state_->options.max_text_bytes));
  }
  std::call_once(state_->ask_once, [this] { state_->ask_index.emplace(state_->sketches); });
  const Background& known = state_->background_in_force();
  const CleanText clean = Clean(article.text);
  const uint64_t outlet = OutletHash(article.outlet);
  const Body body = BodyOf({clean.tokens, clean.furniture}, outlet, known);
  const std::vector<uint64_t> shingles = ShingleSet(body.tokens);
  std::vector<uint64_t> informative;
  for (uint64_t shingle : shingles) {
    if (known.StoryFrequency(shingle) <= state_->options.max_informative_stories) informative.push_back(shingle);
  }
  const Sketch sketch = state_->sketcher.MakeSketch(shingles, informative);
  Comparer comparer(state_->compare_options(true));
  const PreparedSide asked =
      comparer.Prepare({body.tokens, article.published_at ? article.published_at : clean.facts.published}, known);
  std::vector<PairVerdict> answers;
  for (uint32_t text : state_->ask_index->Find(sketch, kMaxAsked)) {
    WIRECOPY_ASSIGN_OR_RETURN(const Body other, LoadBody(state_->table, state_->table.ArticleOf(text), known));
    const PreparedSide side = comparer.Prepare({other.tokens, DateOf(state_->table, text)}, known);
    const Verdict verdict = comparer.Compare(side, asked);
    if (verdict.probability < state_->options.min_probability) continue;
    for (uint32_t added : state_->table.ArticlesOf(text)) {
      answers.push_back({added, static_cast<uint32_t>(size()), verdict});
    }
  }
  std::stable_sort(answers.begin(), answers.end(), [](const PairVerdict& x, const PairVerdict& y) {
    return x.verdict.probability > y.verdict.probability;
  });
  return answers;
}

}  // namespace wirecopy
