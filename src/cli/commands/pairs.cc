// `wirecopy pairs`: the verdicts as JSONL.
#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/commands/run_description.h"
#include "cli/engine_run.h"
#include "cli/output.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/report/story_json.h"

namespace wirecopy::cli {
namespace {

// The engine judges each distinct text once; its copies are pairs too, each with the copy of the
// smallest id.
absl::StatusOr<std::vector<PairVerdict>> CopiesAsPairs(const Detector& detector,
                                                       const Result& result) {
  std::map<uint64_t, uint32_t> first;  // content hash -> the article of the smallest id
  for (uint32_t i = 0; i < result.articles.size(); ++i) {
    const ArticleRecord& record = result.articles[i];
    if (!record.story) continue;
    const auto [place, is_new] = first.emplace(record.content_hash, i);
    if (!is_new && record.id < result.articles[place->second].id) place->second = i;
  }
  std::vector<PairVerdict> copies;
  for (uint32_t i = 0; i < result.articles.size(); ++i) {
    const auto found = first.find(result.articles[i].content_hash);
    if (!result.articles[i].story || found->second == i) continue;
    WIRECOPY_ASSIGN_OR_RETURN(Verdict verdict, detector.Judge(found->second, i));
    verdict.passages.clear();
    verdict.slots.clear();
    verdict.reasons.clear();
    copies.push_back({found->second, i, std::move(verdict)});
  }
  return copies;
}

absl::StatusOr<std::vector<PairVerdict>> AllPairs(const Detector& detector, Result& result) {
  std::vector<PairVerdict> pairs = std::move(result.pairs);
  WIRECOPY_ASSIGN_OR_RETURN(std::vector<PairVerdict> copies, CopiesAsPairs(detector, result));
  std::ranges::move(copies, std::back_inserter(pairs));
  const auto ids = [&](const PairVerdict& pair) {
    const std::string& a = result.articles[pair.a].id;
    const std::string& b = result.articles[pair.b].id;
    return a < b ? std::tie(a, b) : std::tie(b, a);
  };
  std::sort(pairs.begin(), pairs.end(),
            [&](const auto& x, const auto& y) { return ids(x) < ids(y); });
  return pairs;
}

absl::StatusOr<bool> Pairs(const Invocation& invocation, EngineRun& run) {
  WIRECOPY_ASSIGN_OR_RETURN(Output output, Output::Create(invocation.Text("output")));
  WIRECOPY_RETURN_IF_ERROR(run.Read(invocation.operands()));
  WIRECOPY_ASSIGN_OR_RETURN(Result result, run.Detect());
  std::string line;
  uint64_t written = 0;
  WIRECOPY_ASSIGN_OR_RETURN(std::vector<PairVerdict> pairs, AllPairs(run.detector(), result));
  for (PairVerdict& pair : pairs) {
    if (invocation.On("evidence")) {
      const Relation among_all = pair.verdict.relation;  // known from all pairs: roundups
      WIRECOPY_ASSIGN_OR_RETURN(pair.verdict, run.detector().Judge(pair.a, pair.b));
      pair.verdict.relation = among_all;
    }
    line.clear();
    AppendPairLine({result.articles[pair.a].id, result.articles[pair.b].id, &pair.verdict,
                    result.background_fingerprint},
                   &line);
    WIRECOPY_RETURN_IF_ERROR(output.Write(line));
    ++written;
  }
  WIRECOPY_RETURN_IF_ERROR(output.Commit());
  WIRECOPY_RETURN_IF_ERROR(WriteSummary(invocation, run, result, {{"pairs", written}}));
  return !result.stories.empty();
}

}  // namespace

int RunPairs(const Invocation& invocation) { return RunWithEngine(invocation, Pairs); }

}  // namespace wirecopy::cli
