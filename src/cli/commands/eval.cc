// `wirecopy eval`: stories measured against labels.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_format.h"
#include "cli/command_line.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/line_files.h"
#include "cli/output.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/eval/eval_output.h"
#include "wirecopy/eval/evaluate.h"
#include "wirecopy/eval/labels.h"

namespace wirecopy::cli {
namespace {

absl::StatusOr<ClusterAssignment> ReadClusters(const std::string& path) {
  ClusterAssignment clusters;
  WIRECOPY_RETURN_IF_ERROR(
      ForEachLine(path, [&](std::string_view line) { return clusters.AddLine(line); }));
  return clusters;
}

absl::StatusOr<std::vector<GoldRow>> ReadGold(const std::string& path) {
  std::vector<GoldRow> gold;
  WIRECOPY_RETURN_IF_ERROR(ForEachLine(path, [&](std::string_view line) -> absl::Status {
    WIRECOPY_ASSIGN_OR_RETURN(GoldRow row, ParseGoldLine(line));
    gold.push_back(std::move(row));
    return absl::OkStatus();
  }));
  return gold;
}

absl::StatusOr<std::vector<LabelledPair>> ReadPairs(const std::string& path) {
  std::vector<LabelledPair> pairs;
  if (path.empty()) return pairs;
  PairColumns columns{0, 1, std::nullopt};  // without a header
  bool first = true;
  WIRECOPY_RETURN_IF_ERROR(ForEachLine(path, [&](std::string_view line) -> absl::Status {
    const std::optional<PairColumns> header = first ? ParsePairHeader(line) : std::nullopt;
    first = false;
    if (header) {
      columns = *header;
      return absl::OkStatus();
    }
    WIRECOPY_ASSIGN_OR_RETURN(LabelledPair pair, ParsePairLine(line, columns));
    pairs.push_back(std::move(pair));
    return absl::OkStatus();
  }));
  return pairs;
}

absl::Status Eval(const Invocation& invocation) {
  const bool json = invocation.Text("format") == "json";
  if (!invocation.Has("gold") && !invocation.Has("pairs")) {
    return absl::InvalidArgumentError(
        "no labels given; --gold FILE holds them (or --pairs FILE alone)");
  }
  WIRECOPY_ASSIGN_OR_RETURN(const ClusterAssignment clusters,
                            ReadClusters(invocation.operands()[0]));
  WIRECOPY_ASSIGN_OR_RETURN(const std::vector<LabelledPair> pairs,
                            ReadPairs(invocation.Text("pairs")));
  std::string out;
  if (!invocation.Has("gold")) {
    const PairReport report = EvaluatePairs(pairs, clusters);
    json ? AppendPairJson(report, &out) : AppendPairText(report, &out);
    return WriteWhole("-", out);
  }
  WIRECOPY_ASSIGN_OR_RETURN(const std::vector<GoldRow> gold, ReadGold(invocation.Text("gold")));
  const EvalOptions options = {static_cast<uint32_t>(invocation.Integer("boot")),
                               invocation.Integer("seed")};
  WIRECOPY_ASSIGN_OR_RETURN(const EvalReport report,
                            EvaluateClusters(gold, clusters, pairs, options));
  json ? AppendEvalJson(report, &out) : AppendEvalText(report, &out);
  return WriteWhole("-", out);
}

}  // namespace

int RunEval(const Invocation& invocation) {
  const absl::Status status = Eval(invocation);
  if (status.ok()) return kDone;
  Console(false).Say(status.message());
  return kNotCompleted;
}

}  // namespace wirecopy::cli
