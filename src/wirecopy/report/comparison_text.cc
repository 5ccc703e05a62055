#include "wirecopy/report/comparison_text.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "wirecopy/report/display_text.h"
#include "wirecopy/report/passage_rows.h"
#include "wirecopy/report/time_text.h"

namespace wirecopy {
namespace {

constexpr int kMinWidth = 60;
constexpr int kIndent = 2;
constexpr std::string_view kGutter = " | ";

bool Holds(const CleanText& clean, TokenRange range) {
  return range.begin <= range.end && range.end <= clean.begins.size() &&
         range.end <= clean.ends.size();
}

std::string DatesText(const std::optional<int64_t>& gap_s) {
  if (!gap_s) return "at least one is unknown";
  if (*gap_s == 0) return "may be the same time";
  return DurationText(std::abs(*gap_s)) + " apart";
}

std::string Counted(uint32_t count, const char* one, const char* many) {
  return absl::StrCat(count, " ", count == 1 ? one : many);
}

class ComparisonText {
 public:
  ComparisonText(const ComparedPair& pair, const ComparisonTextOptions& options, std::string* out)
      : pair_(pair), verdict_(*pair.verdict), options_(options), out_(*out) {
    width_ = std::max(options.width_columns, kMinWidth);
    column_ = (width_ - kIndent - static_cast<int>(kGutter.size())) / 2;
  }

  void Append() {
    AppendArticle("a", pair_.a);
    AppendArticle("b", pair_.b);
    AppendVerdict();
    const size_t count = verdict_.passages.size();
    const size_t shown = Shown(count, options_.max_passages);
    for (size_t i = 0; i < shown; ++i) AppendPassage(i);
    if (count > shown) AppendFolded(count - shown, "passages");
  }

 private:
  size_t Shown(size_t count, uint32_t limit) const {
    return options_.all ? count : std::min<size_t>(count, limit);
  }

  void AppendLine(std::string_view line) {
    out_ += CutToWidth(line, width_);
    out_ += '\n';
  }

  void AppendFolded(size_t count, const char* noun) {
    AppendLine(
        absl::StrFormat("%*s… and %d more %s (%s)", kIndent, "", count, noun, options_.all_hint));
  }

  void AppendArticle(const char* letter, const ArticleView& article) {
    std::string line = absl::StrCat(letter, "  ", Harmless(article.id));
    for (const std::string_view fact : {article.outlet, article.published, article.title}) {
      if (!fact.empty()) line += "  " + Harmless(fact);
    }
    AppendLine(line);
  }

  void AppendVerdict() {
    const Verdict& v = verdict_;
    AppendLine(absl::StrFormat("\n%s, with probability %.2f one story", RelationName(v.relation),
                               v.probability));
    AppendLine(
        absl::StrFormat("  shared     %.1f %% of a, %.1f %% of b: %.0f bits of %.0f and %.0f",
                        100 * v.coverage_a, 100 * v.coverage_b, v.shared_bits, v.bits_a, v.bits_b));
    AppendLine(absl::StrFormat("  alike      resemblance %.2f, longest match %s", v.resemblance,
                               Counted(v.longest_match, "token", "tokens")));
    AppendLine(absl::StrFormat(
        "  conflicts  %s, %s; %s, %s of noise", Counted(v.number_conflicts, "number", "numbers"),
        Counted(v.name_conflicts, "name", "names"), Counted(v.edits, "edit", "edits"),
        Counted(v.noise_slots, "slot", "slots")));
    AppendLine("  dates      " + DatesText(v.gap_s));
    if (!options_.judged.empty()) AppendWrapped("  judged     ", options_.judged);
    for (const std::string& reason : v.reasons) AppendWrapped("  because    ", Harmless(reason));
  }

  void AppendWrapped(std::string name, const std::string& text) {
    for (const std::string& line : WrapToWidth(text, width_ - DisplayWidth(name))) {
      AppendLine(name + line);
      name.assign(name.size(), ' ');
    }
  }

  void AppendPassage(size_t index) {
    const Passage& passage = verdict_.passages[index];
    if (!Holds(*pair_.clean_a, passage.a) || !Holds(*pair_.clean_b, passage.b)) return;
    AppendLine(absl::StrFormat("\npassage %d of %d: %s of a, %d of b", index + 1,
                               verdict_.passages.size(),
                               Counted(passage.a.size(), "token", "tokens"), passage.b.size()));
    const PassageRows laid_out = LayOutPassage(pair_, passage, column_);
    const size_t rows = Shown(laid_out.rows.size(), options_.max_rows);
    for (size_t i = 0; i < rows; ++i) AppendRow(laid_out.rows[i]);
    if (laid_out.rows.size() > rows) AppendFolded(laid_out.rows.size() - rows, "rows");
    const size_t slots = Shown(laid_out.slots.size(), options_.max_slots);
    for (size_t i = 0; i < slots; ++i) AppendSlot(i + 1, laid_out.slots[i]);
    if (laid_out.slots.size() > slots) AppendFolded(laid_out.slots.size() - slots, "slots");
  }

  void AppendRow(const PassageRow& row) {
    std::string line = std::string(kIndent, ' ') + PadToWidth(row.a, column_);
    line += kGutter;
    line += row.b;
    while (line.ends_with(' ')) line.pop_back();
    out_ += line + "\n";
  }

  void AppendSlot(size_t number, const Slot& slot) {
    AppendLine(absl::StrFormat("  slot %d, %s%s: \"%s\" against \"%s\"", number,
                               SlotKindName(slot.kind), slot.in_lead ? ", in the lead" : "",
                               OriginalOf(pair_.a.text, *pair_.clean_a, slot.a),
                               OriginalOf(pair_.b.text, *pair_.clean_b, slot.b)));
  }

  const ComparedPair& pair_;
  const Verdict& verdict_;
  const ComparisonTextOptions& options_;
  std::string& out_;
  int width_ = kMinWidth;
  int column_ = 0;
};

}  // namespace

void AppendComparisonText(const ComparedPair& pair, const ComparisonTextOptions& options,
                          std::string* out) {
  ComparisonText(pair, options, out).Append();
}

}  // namespace wirecopy
