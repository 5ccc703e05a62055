// The stages of Detector::Run.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_format.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/detect/detector_state.h"
#include "wirecopy/detect/held_memory.h"
#include "wirecopy/detect/series_members.h"
#include "wirecopy/detect/stories.h"
#include "wirecopy/detect/texts.h"
#include "wirecopy/match/match.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

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

absl::Status Detector::State::Learn(PhaseProgress& progress) {
  const auto texts =
      static_cast<uint32_t>(std::min<size_t>(table.text_count(), options.max_sampled_articles));
  progress.Start("learn", texts);
  WIRECOPY_RETURN_IF_ERROR(
      Allows(ExpectedLearnBytes(texts), absl::StrFormat("learn from %d texts", texts)));
  WIRECOPY_ASSIGN_OR_RETURN(
      background,
      LearnBackground(table, {&sketcher, options.max_sampled_articles, options.threads, prior},
                      progress));
  return absl::OkStatus();
}

absl::Status Detector::State::MakeSketches(PhaseProgress& progress) {
  const auto texts = static_cast<uint32_t>(table.text_count());
  progress.Start("sketch", texts);
  const bool in_store = SketchesInStore(texts);
  const uint32_t at_once = in_store ? std::min<uint32_t>(texts, KeyColumns::kBlockArticles) : texts;
  WIRECOPY_RETURN_IF_ERROR(
      Allows(ExpectedSketchesBytes(at_once), absl::StrFormat("sketch %d texts", texts)));
  WIRECOPY_ASSIGN_OR_RETURN(
      SketchedTexts made,
      SketchTexts(table, texts,
                  {&sketcher, &background, options.max_informative_stories, options.threads,
                   options.verify == Verify::kSketch, store, in_store, PartHashes()},
                  progress));
  sketches = std::move(made.sketches);
  learnt_furniture = std::move(made.furniture);
  counts.furniture_tokens += made.learnt_furniture_tokens;
  return absl::OkStatus();
}

absl::Status Detector::State::Nominate(PhaseProgress& progress) {
  progress.Start("match", 1);
  WIRECOPY_RETURN_IF_ERROR(Allows(ExpectedMatchBytes(sketches.columns(), options.threads),
                                  absl::StrFormat("match %d texts", sketches.size())));
  WIRECOPY_ASSIGN_OR_RETURN(
      pairs, FindCandidates(sketches.columns(), sketches.Lookup(), {.threads = options.threads}));
  WIRECOPY_RETURN_IF_ERROR(sketches.status());
  counts.candidates = pairs.size();
  if (options.verify == Verify::kAlign) sketches.KeepColumnsOnly();
  return absl::OkStatus();
}

absl::Status Detector::State::Judge(PhaseProgress& progress) {
  progress.Start("compare", pairs.size());
  const uint64_t at_once = std::min<uint64_t>(options.threads, pairs.size());
  WIRECOPY_RETURN_IF_ERROR(Allows(pairs.size() * (sizeof(Verdict) + 2 * sizeof(Passage)) +
                                      at_once * (ExpectedLongestPairBytes() + KeptSideBytes()),
                                  absl::StrFormat("judge %d pairs", pairs.size())));
  if (options.verify == Verify::kSketch) {
    WIRECOPY_ASSIGN_OR_RETURN(
        verdicts,
        EstimatePairs(pairs, {&table, &sketches, options.min_probability, options.threads},
                      progress));
    return absl::OkStatus();
  }
  const JudgeRequest request = {&table,          &background,       compare_options(false),
                                options.threads, &learnt_furniture, KeptSideBytes()};
  WIRECOPY_ASSIGN_OR_RETURN(verdicts, JudgePairs(pairs, request, progress));
  counts.compared = pairs.size();
  return absl::OkStatus();
}

// REQUIRES: text_a < text_b.
absl::StatusOr<Verdict> Detector::State::VerdictOn(uint32_t text_a, uint32_t text_b,
                                                   unsigned worker) {
  if (options.verify == Verify::kSketch) {
    Sketch a, b;
    const Verdict verdict = EstimateVerdict(sketches.Of(text_a, a), sketches.Of(text_b, b),
                                            std::nullopt, options.min_probability);
    WIRECOPY_RETURN_IF_ERROR(sketches.status());
    return verdict;
  }
  if (const EvidenceEdge* edge = graph->Find(text_a, text_b)) {
    const auto candidate = static_cast<size_t>(edge - graph->edges().data());
    if (candidate < verdicts.size()) return verdicts[candidate];
  }
  ++asked;
  return judges[worker]->Judge(text_a, text_b);
}

void Detector::State::MakeGraph() {
  for (unsigned worker = 0; worker < std::max(1u, options.threads); ++worker) {
    judges.push_back(std::make_unique<PairJudge>(table, background, compare_options(false),
                                                 &learnt_furniture, KeptSideBytes()));
  }
  std::vector<EvidenceNode> nodes(table.text_count());
  for (uint32_t text = 0; text < nodes.size(); ++text) {
    nodes[text].published = DateOf(table, text);
    nodes[text].articles = static_cast<uint32_t>(table.ArticlesOf(text).size());
  }
  std::vector<EvidenceEdge> edges;
  edges.reserve(pairs.size());
  for (size_t i = 0; i < pairs.size(); ++i) {
    edges.push_back(EdgeOf(pairs[i].first, pairs[i].second, verdicts[i]));
    nodes[pairs[i].first].bits = verdicts[i].bits_a;
    nodes[pairs[i].second].bits = verdicts[i].bits_b;
  }
  graph.emplace(std::move(nodes), std::move(edges),
                [this](uint32_t a, uint32_t b, unsigned worker) {
                  absl::StatusOr<Verdict> verdict = VerdictOn(a, b, worker);
                  if (verdict.ok()) return EdgeOf(a, b, *verdict);
                  judge_failure.Note(a, verdict.status());
                  return EdgeOf(a, b, Verdict());
                });
}

absl::Status Detector::State::Group(PhaseProgress& progress) {
  progress.Start("cluster", 1);
  WIRECOPY_RETURN_IF_ERROR(
      Allows(ExpectedGroupBytes(),
             absl::StrFormat("group %d texts by %d pairs", table.text_count(), pairs.size())));
  MakeGraph();
  RoundupOptions roundup_options;
  roundup_options.title_overlap = [this](uint32_t a, uint32_t b) {
    return TitleOverlap(table.records()[table.ArticleOf(a)].title,
                        table.records()[table.ArticleOf(b)].title);
  };
  roundups = FindRoundups(*graph, roundup_options);
  std::vector<uint8_t> left_out(table.text_count(), 0);
  for (const Roundup& roundup : roundups) left_out[roundup.page] = 1;
  // The mean of the cross pairs may be lower than what starts a join, because cut copies of one
  // report hardly resemble each other.
  grouping = GroupStories(*graph, left_out,
                          {JoinProbability(options.min_probability), 0.8 * options.min_probability,
                           options.max_cross_pairs, options.threads});
  series = FindSeries(*graph, grouping, left_out, {});
  WIRECOPY_RETURN_IF_ERROR(progress.status());
  return judge_failure.status();
}

// That a page is a roundup, or holds a story whole amid other text, is known from all its pairs
// together: two texts alone look like an edited copy or an excerpt.
void Detector::State::RelateRoundups() {
  std::set<std::pair<uint32_t, uint32_t>> held;  // page and the group of what it holds
  std::set<uint32_t> holders;                    // of one story only
  for (const Roundup& roundup : roundups) {
    for (uint32_t item : roundup.items) held.insert({roundup.page, grouping.group_of[item]});
    if (roundup.items.size() < 2) holders.insert(roundup.page);
  }
  const auto holds = [&](uint32_t page, uint32_t other) {
    return held.contains({page, grouping.group_of[other]});
  };
  for (size_t i = 0; i < pairs.size(); ++i) {
    const auto [x, y] = std::pair(pairs[i].first, pairs[i].second);
    Relation& relation = verdicts[i].relation;
    const bool shares_text = relation < Relation::kSameTemplate || relation == Relation::kQuote;
    if (!shares_text || !(holds(x, y) || holds(y, x))) continue;
    relation = holders.contains(holds(x, y) ? x : y) ? Relation::kQuote : Relation::kRoundup;
  }
}

// Indices of the pairs nearest to the joining line on each side, nearest first; those above it
// before those below.
std::vector<size_t> Detector::State::PairsInDoubt() const {
  const double line = JoinProbability(options.min_probability);
  const std::vector<ArticleRecord>& records = table.records();
  const auto id_of = [&](uint32_t text) -> const std::string& {
    return records[table.ArticleOf(text)].id;
  };
  const auto nearer = [&](size_t x, size_t y) {
    const double from_x = std::abs(verdicts[x].probability - line);
    const double from_y = std::abs(verdicts[y].probability - line);
    if (from_x != from_y) return from_x < from_y;
    if (pairs[x].first != pairs[y].first) return id_of(pairs[x].first) < id_of(pairs[y].first);
    return id_of(pairs[x].second) < id_of(pairs[y].second);
  };
  std::vector<size_t> nearest;
  for (const bool above : {true, false}) {
    std::vector<size_t> side;
    for (size_t i = 0; i < pairs.size(); ++i) {
      if ((verdicts[i].probability >= line) == above) side.push_back(i);
    }
    const size_t count = std::min<size_t>(side.size(), options.pairs_in_doubt);
    std::partial_sort(side.begin(), side.begin() + static_cast<std::ptrdiff_t>(count), side.end(),
                      nearer);
    nearest.insert(nearest.end(), side.begin(), side.begin() + static_cast<std::ptrdiff_t>(count));
  }
  return nearest;
}

PairVerdict Detector::State::PairOf(size_t pair) const {
  PairVerdict listed = {table.ArticleOf(pairs[pair].first), table.ArticleOf(pairs[pair].second),
                        verdicts[pair]};
  listed.verdict.passages.clear();  // in the tokens of bodies, which nobody outside has
  listed.verdict.gap_s = GapOf(table, listed.a, listed.b);
  return listed;
}

void Detector::State::AddPairs(Result& result) {
  RelateRoundups();
  for (size_t i = 0; i < pairs.size(); ++i) {
    ++counts.pairs_by_relation[static_cast<size_t>(verdicts[i].relation)];
    if (!options.list_pairs) continue;
    if (verdicts[i].probability < options.min_probability && !options.keep_rejected_pairs) continue;
    result.pairs.push_back(PairOf(i));
  }
  if (options.pairs_in_doubt > 0) {
    for (const size_t pair : PairsInDoubt()) result.pairs_in_doubt.push_back(PairOf(pair));
  }
  const std::vector<ArticleRecord>& records = table.records();
  std::sort(result.pairs.begin(), result.pairs.end(),
            [&](const PairVerdict& x, const PairVerdict& y) {
              if (x.a != y.a) return records[x.a].id < records[y.a].id;
              return records[x.b].id < records[y.b].id;
            });
}

void Detector::State::CountMembers(Result& result) {
  std::vector<ArticleRecord>& records = table.mutable_records();
  for (uint32_t s = 0; s < result.stories.size(); ++s) {
    uint64_t own = 0;
    for (const StoryMember& member : result.stories[s].members) {
      if (!records[member.article].story) records[member.article].story = s;
      own += member.relation != Relation::kRoundup;
    }
    if (own < 2) continue;  // listed for the roundup that holds it
    ++counts.stories;
    counts.members += own;
  }
  std::set<std::string_view> outlets;
  for (const ArticleRecord& record : records) {
    if (!record.outlet.empty()) outlets.insert(record.outlet);
    counts.too_short += record.too_short;
  }
  counts.outlets = outlets.size();
  counts.articles = records.size();
}

absl::StatusOr<Result> Detector::State::MakeResult() {
  WIRECOPY_RETURN_IF_ERROR(Allows(
      (options.list_pairs ? pairs.size() * sizeof(PairVerdict) : 0) + ExpectedLongestPairBytes(),
      "report the stories"));
  Result result;
  result.stories = BuildStories(
      {&table, &grouping, &roundups, &*graph, options.min_probability, options.threads});
  WIRECOPY_RETURN_IF_ERROR(judge_failure.status());
  AddPairs(result);
  CountMembers(result);
  WIRECOPY_ASSIGN_OR_RETURN(
      result.series, BuildSeries({&table, &grouping, &result.stories, &series,
                                  [this](uint32_t a, uint32_t b) { return VerdictOn(a, b, 0); }}));
  judges.clear();  // with the texts they kept
  counts.compared += asked;
  counts.series = result.series.size();
  counts.exact_copies = table.size() - table.text_count();
  counts.roundups = static_cast<uint64_t>(std::ranges::count_if(
      roundups, [](const Roundup& roundup) { return roundup.items.size() > 1; }));
  result.articles = table.shared_records();
  result.join_probability = JoinProbability(options.min_probability);
  result.counts = counts;
  result.background_fingerprint = background.fingerprint();
  return result;
}

}  // namespace wirecopy
