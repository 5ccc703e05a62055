// `wirecopy dedup`: the lines of the kept articles, unchanged and in their order.
#include "wirecopy/detect/dedup.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "cli/commands/commands.h"
#include "cli/commands/run_description.h"
#include "cli/engine_run.h"
#include "cli/output.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/base/string_bridge.h"
#include "wirecopy/corpus/excerpt.h"
#include "wirecopy/corpus/json_text.h"
#include "wirecopy/report/json_line.h"

namespace wirecopy::cli {
namespace {

// The original lines wait in a temporary file of their own.
struct Lines {
  std::unique_ptr<FileSpool> spool;
  std::vector<BlobRef> refs;  // of the articles that are no references
  uint32_t first = 0;         // their first index
};

DedupOptions DedupOptionsOf(const Invocation& invocation, double min_probability) {
  DedupOptions options;
  const std::string keep = invocation.Text("keep");
  options.keep = keep == "longest" ? Keep::kLongest
                 : keep == "first" ? Keep::kFirst
                                   : Keep::kEarliest;
  options.drop.clear();
  const std::string names = invocation.Text("drop-relations");
  for (const absl::string_view name : absl::StrSplit(names, ',')) {
    if (const auto relation = ParseRelation(ToStd(name))) options.drop.insert(*relation);
  }
  options.min_probability = min_probability;
  return options;
}

absl::StatusOr<Lines> ReadAll(const Invocation& invocation, EngineRun& run) {
  Lines lines;
  WIRECOPY_ASSIGN_OR_RETURN(lines.spool, FileSpool::Create(SpoolFolderOf(invocation)));
  if (invocation.Has("against")) {
    WIRECOPY_RETURN_IF_ERROR(run.Read(invocation.Texts("against"), {.references = true}));
    if (run.file_incomplete()) {
      return absl::NotFoundError("not all of --against could be read; nothing was written");
    }
  }
  lines.first = static_cast<uint32_t>(run.detector().size());
  const auto keep = [&](const ReadArticle& article) -> absl::Status {
    WIRECOPY_ASSIGN_OR_RETURN(const BlobRef ref, lines.spool->Put(article.line));
    lines.refs.push_back(ref);
    return absl::OkStatus();
  };
  WIRECOPY_RETURN_IF_ERROR(
      run.Read(invocation.operands(), {.keep_lines = true, .on_article = keep}));
  return lines;
}

// What --annotate adds to a line, and --drop writes: why an article is dropped, or that it is kept.
std::string AnnotationOf(const Result& result, uint32_t article, const Dropped* dropped) {
  JsonLine json;
  json.StartObject();
  json.Bool("kept", dropped == nullptr);
  const auto story = result.articles[article].story;
  json.TextOrNull("story", story ? result.stories[*story].name : "");
  if (dropped != nullptr) {
    json.Text("survivor", result.articles[dropped->survivor].id);
    json.Text("relation", RelationName(dropped->relation));
    json.Estimate("probability", dropped->probability);
  }
  json.EndObject();
  std::string line;
  json.AppendTo(&line);
  line.pop_back();
  return line;
}

void AppendDroppedLine(const Result& result, const Dropped& dropped, std::string* out) {
  JsonLine json;
  json.StartObject();
  json.Text("schema", "wirecopy.dropped/1");
  json.Text("id", result.articles[dropped.article].id);
  json.Text("survivor", result.articles[dropped.survivor].id);
  json.Text("relation", RelationName(dropped.relation));
  json.Estimate("probability", dropped.probability);
  json.EndObject();
  json.AppendTo(out);
}

absl::Status WriteDropped(const Result& result, const std::vector<Dropped>& dropped,
                          Output& output) {
  std::string line;
  for (const Dropped& one : dropped) {
    line.clear();
    AppendDroppedLine(result, one, &line);
    WIRECOPY_RETURN_IF_ERROR(output.Write(line));
  }
  return absl::OkStatus();
}

absl::Status WriteLines(const Result& result, const Lines& lines,
                        const std::vector<Dropped>& dropped, bool annotate, Output& output) {
  std::string line;
  auto next = dropped.begin();
  for (uint32_t i = 0; i < lines.refs.size() && !output.closed(); ++i) {
    const uint32_t article = lines.first + i;
    while (next != dropped.end() && next->article < article) ++next;
    const Dropped* fate = next != dropped.end() && next->article == article ? &*next : nullptr;
    if (fate != nullptr && !annotate) continue;
    WIRECOPY_RETURN_IF_ERROR(lines.spool->Get(lines.refs[i], &line));
    if (annotate) {
      WIRECOPY_ASSIGN_OR_RETURN(line, AnnotateLine(line, AnnotationOf(result, article, fate)));
    }
    line += '\n';
    WIRECOPY_RETURN_IF_ERROR(output.Write(line));
  }
  return absl::OkStatus();
}

// "kept 70 of 80 articles; dropped 10 (6 exact, 4 reprint)"
std::string Sentence(size_t articles, const std::vector<Dropped>& dropped) {
  std::map<Relation, uint64_t> by_relation;
  for (const Dropped& one : dropped) ++by_relation[one.relation];
  std::string sentence =
      absl::StrFormat("kept %s of %s; dropped %s", WithCommas(articles - dropped.size()),
                      Counted(articles, "article", "articles"), WithCommas(dropped.size()));
  std::string_view separator = " (";
  for (const auto& [relation, count] : by_relation) {
    absl::StrAppendFormat(&sentence, "%s%s %s", separator, WithCommas(count),
                          RelationName(relation));
    separator = ", ";
  }
  return by_relation.empty() ? sentence : sentence + ")";
}

absl::StatusOr<bool> Dedup(const Invocation& invocation, EngineRun& run) {
  WIRECOPY_ASSIGN_OR_RETURN(Output output, Output::Create(invocation.Text("output")));
  std::optional<Output> drop;
  if (invocation.Has("drop")) {
    WIRECOPY_ASSIGN_OR_RETURN(drop, Output::Create(invocation.Text("drop")));
  }
  WIRECOPY_ASSIGN_OR_RETURN(const Lines lines, ReadAll(invocation, run));
  WIRECOPY_ASSIGN_OR_RETURN(const Result result, run.Detect());
  WIRECOPY_ASSIGN_OR_RETURN(
      const std::vector<Dropped> dropped,
      PlanDedup(run.detector(), result, DedupOptionsOf(invocation, run.options().min_probability)));
  WIRECOPY_RETURN_IF_ERROR(WriteLines(result, lines, dropped, invocation.On("annotate"), output));
  if (drop) WIRECOPY_RETURN_IF_ERROR(WriteDropped(result, dropped, *drop));
  if (drop) WIRECOPY_RETURN_IF_ERROR(drop->Commit());
  WIRECOPY_RETURN_IF_ERROR(output.Commit());
  run.console().Say(Sentence(lines.refs.size(), dropped));
  WIRECOPY_RETURN_IF_ERROR(
      WriteSummary(invocation, run, result,
                   {{"kept", lines.refs.size() - dropped.size()}, {"dropped", dropped.size()}}));
  return !dropped.empty();
}

}  // namespace

int RunDedup(const Invocation& invocation) { return RunWithEngine(invocation, Dedup); }

}  // namespace wirecopy::cli
