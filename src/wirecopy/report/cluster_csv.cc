#include "wirecopy/report/cluster_csv.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "wirecopy/report/display_text.h"
#include "wirecopy/report/story_words.h"
#include "wirecopy/report/time_text.h"

namespace wirecopy {
namespace {

constexpr std::array<std::string_view, 29> kColumns = {
    "story",
    "story_size",
    "story_outlets",
    "story_roundups",
    "story_first_earliest",
    "story_first_latest",
    "story_last_earliest",
    "story_last_latest",
    "story_evidence_least",
    "story_evidence_median",
    "background",
    "origin",
    "origin_confidence",
    "origin_reasons",
    "id",
    "outlet",
    "url",
    "title",
    "published",
    "published_earliest",
    "published_latest",
    "relation",
    "of",
    "of_confidence",
    "of_reasons",
    "probability",
    "coverage",
    "coverage_of",
    "lag_s",
};

// The cells of one row, in the order of the columns.
class Row {
 public:
  void Name(std::string_view text) { Add(std::string(text)); }
  void Text(std::string_view text) { Add(CsvText(Harmless(text))); }
  void Exact(std::string_view text) { Add(CsvText(HarmlessExact(text))); }
  void Words(std::span<const std::string> words) { Add(CsvText(Sentences(words))); }
  void Count(uint64_t count) { Add(absl::StrCat(count)); }
  void Integer(const std::optional<int64_t>& value) { Add(value ? absl::StrCat(*value) : ""); }
  // Rounded as JSON is.
  void Estimate(double value) {
    Add(std::isfinite(value) ? absl::StrCat(std::round(value * 1e4) / 1e4 + 0.0) : "");
  }
  void Interval(const std::optional<TimeInterval>& value) {
    Add(value ? Rfc3339(value->earliest_s) : "");
    Add(value ? Rfc3339(value->latest_s) : "");
  }
  void AppendTo(std::string* out) const {
    assert(cells_ == kColumns.size());
    *out += line_;
    *out += "\r\n";
  }

 private:
  void Add(const std::string& cell) {
    if (cells_ > 0) line_ += ',';
    line_ += cell;
    ++cells_;
  }

  std::string line_;
  size_t cells_ = 0;
};

Row StoryCells(const Result& result, const Story& story) {
  const StoryParts parts = PartsOf(result, story);
  Row row;
  row.Name(story.name);
  row.Count(parts.copies.size());
  row.Count(parts.outlets);
  row.Count(parts.roundups.size());
  row.Interval(story.first_published);
  row.Interval(story.last_published);
  row.Estimate(story.least_evidence);
  row.Estimate(story.median_evidence);
  row.Name(absl::StrFormat("%016x", result.background_fingerprint));
  row.Exact(result.articles[story.origin].id);
  row.Estimate(story.origin_confidence);
  row.Words(story.origin_reasons);
  return row;
}

void AddMember(const Result& result, const StoryMember& member, Row* row) {
  const ArticleRecord& article = result.articles[member.article];
  row->Exact(article.id);
  row->Text(article.outlet);
  row->Exact(article.url);
  row->Text(article.title);
  row->Text(article.published);
  row->Interval(article.published_at);
  row->Name(RelationName(member.relation));
  row->Exact(member.of ? std::string_view(result.articles[*member.of].id) : "");
  row->Estimate(member.of_confidence);
  row->Words(member.of_reasons);
  row->Estimate(member.probability);
  row->Estimate(member.coverage);
  row->Estimate(member.coverage_of);
  row->Integer(member.lag_s);
}

// What a spreadsheet takes for the beginning of a formula; the last four are as wide as a Han
// character.
bool LooksLikeFormula(std::string_view harmless) {
  constexpr std::array<std::string_view, 9> kBeginnings = {"=",  "+",  "-",  "@", "'",
                                                           "＝", "＋", "－", "＠"};
  const std::string shown = Harmless(harmless);  // without spaces and what is invisible
  return std::ranges::any_of(kBeginnings,
                             [&](std::string_view begin) { return shown.starts_with(begin); });
}

}  // namespace

std::span<const std::string_view> CsvColumns() { return kColumns; }

std::string CsvText(std::string_view harmless) {
  std::string cell(harmless);
  if (LooksLikeFormula(cell)) cell.insert(0, "'");
  if (cell.find_first_of(",\"\r\n;\t") == std::string::npos && !cell.starts_with(' ') &&
      !cell.ends_with(' ')) {
    return cell;
  }
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += c;
    quoted += c;
  }
  return quoted + "\"";
}

void AppendCsvHeader(std::string* out) {
  Row row;
  for (const std::string_view column : kColumns) row.Name(column);
  row.AppendTo(out);
}

void AppendStoryRows(const Result& result, const Story& story, std::string* out) {
  const Row of_story = StoryCells(result, story);
  for (const StoryMember& member : story.members) {
    Row row = of_story;
    AddMember(result, member, &row);
    row.AppendTo(out);
  }
}

}  // namespace wirecopy
