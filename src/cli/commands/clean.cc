// `wirecopy clean`: what the engine sees of a text.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_format.h"
#include "cli/commands/commands.h"
#include "cli/commands/seen_text.h"
#include "cli/commands/single_article.h"
#include "cli/engine_run.h"
#include "cli/exit_status.h"
#include "cli/interruption.h"
#include "cli/output.h"
#include "cli/reading_account.h"
#include "wirecopy/base/escaping.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/report/json_line.h"

namespace wirecopy::cli {
namespace {

void AppendOffsets(const SeenText& seen, bool body_only, std::string* out) {
  for (const SeenToken& token : seen.tokens) {
    if (body_only && !token.furniture.empty()) continue;
    absl::StrAppendFormat(out, "%d\t%d\t%s\t%s\n", token.begin, token.end, token.text,
                          token.furniture.empty() ? "-" : token.furniture);
  }
}

void AddFacts(const PageFacts& facts, JsonLine& json) {
  json.StartObject("facts");
  json.TextOrNull("source", facts.source);
  json.TextOrNull("author", facts.author);
  json.TextOrNull("editor", facts.editor);
  json.TextOrNull("original_title", facts.original_title);
  json.TextOrNull("dateline", facts.dateline);
  json.Interval("published", facts.published);
  json.Bool("says_corrected", facts.says_corrected);
  json.EndObject();
}

void AddDamage(const DamageCounts& damage, JsonLine& json) {
  json.StartObject("damage");
  json.Count("pinyin", damage.pinyin);
  json.Count("gbk_repairs", damage.gbk_repairs);
  json.Count("html_entities", damage.html_entities);
  json.Count("traditional", damage.traditional);
  json.Count("invisible", damage.invisible);
  json.EndObject();
}

void AddTokens(const SeenText& seen, bool body_only, JsonLine& json) {
  json.StartArray("tokens");
  for (const SeenToken& token : seen.tokens) {
    if (body_only && !token.furniture.empty()) continue;
    json.StartObject();
    json.Count("begin", token.begin);
    json.Count("end", token.end);
    json.Text("text", token.text);
    json.TextOrNull("furniture", token.furniture);
    json.EndObject();
  }
  json.EndArray();
}

// Runs of furniture of one kind, as places in the original.
void AddFurniture(const SeenText& seen, JsonLine& json) {
  json.StartArray("furniture");
  for (size_t i = 0; i < seen.tokens.size();) {
    size_t end = i + 1;
    while (end < seen.tokens.size() && seen.tokens[end].furniture == seen.tokens[i].furniture)
      ++end;
    if (!seen.tokens[i].furniture.empty()) {
      json.StartObject();
      json.Text("kind", seen.tokens[i].furniture);
      json.Count("begin", seen.tokens[i].begin);
      json.Count("end", seen.tokens[end - 1].end);
      json.EndObject();
    }
    i = end;
  }
  json.EndArray();
}

void AppendJson(const Invocation& invocation, const Article& article, const SeenText& seen,
                std::string* out) {
  JsonLine json;
  json.StartObject();
  json.Text("schema", "wirecopy.clean/1");
  json.Text("id", article.id);
  json.Text("body", BodyOf(seen));
  AddFacts(seen.facts, json);
  AddDamage(seen.damage, json);
  if (!invocation.On("body")) AddFurniture(seen, json);
  if (invocation.On("offsets")) AddTokens(seen, invocation.On("body"), json);
  json.EndObject();
  json.AppendTo(out);
}

// Shows articles one after the other; in text each has a line with its id before it where there are
// several.
class Viewer {
 public:
  Viewer(const Invocation& invocation, Output output)
      : invocation_(invocation), output_(std::move(output)) {}

  absl::Status Show(const Article& article, bool is_one_of_many) {
    const SeenText seen = SeeText(article.text);
    std::string out;
    if (invocation_.Text("format") == "json") {
      AppendJson(invocation_, article, seen, &out);
    } else {
      if (is_one_of_many) out = absl::StrFormat("== %s\n", Printable(article.id));
      AppendText(seen, &out);
    }
    return output_.Write(out);
  }
  absl::Status Commit() { return output_.Commit(); }
  bool closed() const { return output_.closed(); }

 private:
  void AppendText(const SeenText& seen, std::string* out) const {
    if (invocation_.On("offsets")) {
      AppendOffsets(seen, invocation_.On("body"), out);
    } else {
      *out += invocation_.On("body") ? BodyOf(seen) : WithFurnitureNamed(seen);
    }
  }

  const Invocation& invocation_;
  Output output_;
};

// A file that is neither a folder nor JSONL is one text.
bool IsSingleText(const std::string& path) {
  std::error_code error;
  if (path == "-" || !std::filesystem::is_regular_file(path, error)) return false;
  if (InputKindOf(path) == InputKind::kText) return true;
  constexpr size_t kBeginning = 4096;
  auto source = ByteSource::Open(path, {.cancelled = &Interrupted()});
  if (!source.ok()) return false;
  std::string beginning(kBeginning, ' ');
  const absl::StatusOr<size_t> got = (*source)->Read(beginning.data(), beginning.size());
  return got.ok() && *got > 0 && !LooksLikeJson(std::string_view(beginning).substr(0, *got));
}

absl::Status ShowRecords(const Invocation& invocation, const std::string& input,
                         ReadingAccount& account, Viewer& viewer) {
  ReaderOptions options = ReaderOptionsOf(invocation, &account);
  options.inputs = {input};
  WIRECOPY_ASSIGN_OR_RETURN(auto reader, ArticleReader::Create(std::move(options)));
  std::vector<ReadArticle> batch;
  while (!viewer.closed()) {
    WIRECOPY_ASSIGN_OR_RETURN(const bool more, reader->Next(&batch));
    if (Interrupted()) return absl::CancelledError("interrupted");
    if (!more) break;
    for (const ReadArticle& read : batch) WIRECOPY_RETURN_IF_ERROR(viewer.Show(read.article, true));
  }
  account.Add(reader->counts());
  return absl::OkStatus();
}

absl::Status CleanInputs(const Invocation& invocation, ReadingAccount& account) {
  WIRECOPY_ASSIGN_OR_RETURN(Output output, Output::Create("-"));
  Viewer viewer(invocation, std::move(output));
  const bool several = invocation.operands().size() > 1;
  for (const std::string& input : invocation.operands()) {
    if (IsSingleText(input)) {
      WIRECOPY_ASSIGN_OR_RETURN(const Article article,
                                ReadSingleArticle(input, ReaderOptionsOf(invocation).record));
      WIRECOPY_RETURN_IF_ERROR(viewer.Show(article, several));
      ReadingCounts one;
      one.files = one.records = one.kept = 1;
      account.Add(one);
    } else {
      WIRECOPY_RETURN_IF_ERROR(ShowRecords(invocation, input, account, viewer));
    }
  }
  WIRECOPY_RETURN_IF_ERROR(viewer.Commit());
  return account.Finish();
}

}  // namespace

int RunClean(const Invocation& invocation) {
  Console console(false);
  absl::StatusOr<ReadingAccount> account = ReadingAccount::Create("", &console);
  const absl::Status status = account.ok() ? CleanInputs(invocation, *account) : account.status();
  if (!status.ok()) {
    console.Say(status.message());
    return kNotCompleted;
  }
  if (account->input_failed() || account->nothing_read()) return kNotCompleted;
  return account->skipped() ? kSkippedRecords : kDone;
}

}  // namespace wirecopy::cli
