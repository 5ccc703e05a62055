// `wirecopy compare`: one pair, and what its verdict rests on.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "cli/background_choice.h"
#include "cli/commands/commands.h"
#include "cli/commands/single_article.h"
#include "cli/engine_run.h"
#include "cli/exit_status.h"
#include "cli/output.h"
#include "cli/report_view.h"
#include "wirecopy/background/default_background.h"
#include "wirecopy/base/escaping.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/excerpt.h"
#include "wirecopy/corpus/find_articles.h"
#include "wirecopy/detect/evidence.h"
#include "wirecopy/report/comparison_text.h"
#include "wirecopy/report/story_json.h"

namespace wirecopy::cli {
namespace {

struct ShownPair {
  const Article& a;
  const Article& b;
  const Evidence& evidence;
  uint64_t background = 0;  // fingerprint
  std::string judged;
};

absl::Status Show(const Invocation& invocation, const ShownPair& pair) {
  std::string out;
  if (invocation.Text("format") == "json") {
    AppendPairLine({pair.a.id, pair.b.id, &pair.evidence.verdict,
                    pair.background == 0 ? std::nullopt : std::optional(pair.background)},
                   &out);
  } else {
    ComparisonTextOptions options;
    options.width_columns = WidthOf(invocation);
    options.all = invocation.On("all");
    options.plain = invocation.On("plain");
    options.style = StyleOf(invocation);
    options.judged = pair.judged;
    AppendComparisonText(
        {pair.a.View(), pair.b.View(), &pair.evidence.a, &pair.evidence.b, &pair.evidence.verdict},
        options, &out);
  }
  return WriteWhole("-", out);
}

std::string JudgedAlone(const Invocation& invocation, const Background& prior) {
  if (prior.fingerprint() == 0)
    return "alone: no other articles say what is formula and an outlet's furniture";
  const std::string name = invocation.Text("background");
  return absl::StrFormat("alone; formulas are known from %s stories (background %s, %016x)",
                         WithCommas(prior.story_count()), Printable(name), prior.fingerprint());
}

absl::Status CompareFiles(const Invocation& invocation) {
  const std::vector<std::string>& files = invocation.operands();
  if (files.size() != 2) {
    return absl::InvalidArgumentError(
        absl::StrFormat("%s given; compare takes two, or more with --ids A B",
                        Counted(files.size(), "file", "files")));
  }
  const RecordOptions options = ReaderOptionsOf(invocation).record;
  WIRECOPY_ASSIGN_OR_RETURN(const Article a, ReadSingleArticle(files[0], options));
  WIRECOPY_ASSIGN_OR_RETURN(const Article b, ReadSingleArticle(files[1], options));
  const CompareOptions judging = {DetectorOptionsOf(invocation).min_probability, true};
  WIRECOPY_ASSIGN_OR_RETURN(const auto chosen, ChooseBackground(invocation));
  const Background& prior = chosen ? *chosen : DefaultBackground();
  const Background known(0, {}, {}, &prior);
  const Evidence evidence = CompareArticles(a.View(), b.View(), known, judging);
  return Show(invocation, {a, b, evidence, known.fingerprint(), JudgedAlone(invocation, prior)});
}

absl::StatusOr<uint32_t> IndexOf(const Result& result, const std::string& id) {
  const auto found = std::ranges::find(result.articles, id, &ArticleRecord::id);
  if (found == result.articles.end())
    return absl::DataLossError("the input changed while it was read; nothing was compared");
  return static_cast<uint32_t>(found - result.articles.begin());
}

// Whether the input can be read a second time from its beginning.
bool CanReread(const std::string& input) {
  std::error_code ignored;
  const auto status = std::filesystem::status(input, ignored);
  return input != "-" &&
         (std::filesystem::is_regular_file(status) || std::filesystem::is_directory(status) ||
          !std::filesystem::exists(status));
}

// The verdict of a run over all inputs, which teach what is formula and furniture.
absl::StatusOr<bool> CompareById(const Invocation& invocation, EngineRun& run) {
  for (const std::string& input : invocation.operands()) {
    if (!CanReread(input)) {
      return absl::InvalidArgumentError(
          absl::StrFormat("--ids reads its input twice and cannot do so from %s",
                          input == "-" ? "stdin" : "the pipe or device " + input));
    }
  }
  WIRECOPY_RETURN_IF_ERROR(run.Read(invocation.operands()));
  ReaderOptions options = ReaderOptionsOf(invocation);
  options.inputs = invocation.operands();
  WIRECOPY_ASSIGN_OR_RETURN(const std::vector<Article> found,
                            FindArticles(std::move(options), invocation.Texts("ids")));
  WIRECOPY_ASSIGN_OR_RETURN(const Result result, run.Detect());
  WIRECOPY_ASSIGN_OR_RETURN(const uint32_t a, IndexOf(result, found[0].id));
  WIRECOPY_ASSIGN_OR_RETURN(const uint32_t b, IndexOf(result, found[1].id));
  WIRECOPY_ASSIGN_OR_RETURN(Verdict verdict, run.detector().Judge(a, b));
  const Background& background = run.detector().background();
  const Evidence evidence =
      ShowVerdict(found[0].View(), found[1].View(), std::move(verdict), background);
  WIRECOPY_RETURN_IF_ERROR(Show(
      invocation, {found[0], found[1], evidence, background.fingerprint(),
                   absl::StrFormat("as in a run over all %s articles, which say what is "
                                   "formula and an outlet's furniture (background %016x)",
                                   WithCommas(result.articles.size()), background.fingerprint())}));
  return false;
}

}  // namespace

int RunCompare(const Invocation& invocation) {
  if (invocation.Has("ids")) return RunWithEngine(invocation, CompareById);
  const absl::Status status = CompareFiles(invocation);
  if (status.ok()) return kDone;
  Console(false).Say(status.message());
  return kNotCompleted;
}

}  // namespace wirecopy::cli
