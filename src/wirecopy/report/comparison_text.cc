#include "wirecopy/report/comparison_text.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "wirecopy/report/damage_readings.h"
#include "wirecopy/report/display_text.h"
#include "wirecopy/report/outside_passages.h"
#include "wirecopy/report/passage_rows.h"
#include "wirecopy/report/story_words.h"
#include "wirecopy/report/time_text.h"

namespace wirecopy {
namespace {

constexpr int kMinWidth = 60;
constexpr int kUnlimited = 1 << 28;
constexpr int kIndent = 2;
constexpr int kGutterWidth = 3;
constexpr int kBarWidth = 5;

bool Holds(const CleanText& clean, TokenRange range) {
  return range.begin <= range.end && range.end <= clean.begins.size() &&
         range.end <= clean.ends.size();
}

bool HasPlaces(const CleanText& clean) {
  return clean.begins.size() == clean.tokens.size() && clean.ends.size() == clean.tokens.size();
}

// As the judge took it: given, else what the page says.
std::optional<TimeInterval> DateOf(const ArticleView& article, const CleanText& clean) {
  return article.published_at ? article.published_at : clean.facts.published;
}

// Behind the name of the relation.
const char* Meaning(Relation relation) {
  switch (relation) {
    case Relation::kExact:
      return "one story, and equal texts";
    case Relation::kReprint:
      return "one story, the same text with light changes";
    case Relation::kEdited:
      return "one story, with words lost, put in or changed";
    case Relation::kExcerpt:
      return "one story, one is a part of the other";
    case Relation::kRoundup:
      return "one holds the other beside other stories";
    case Relation::kSameTemplate:
      return "not one story, but one form for two events";
    case Relation::kQuote:
      return "not one story; one quotes the other in its own text";
    case Relation::kUnrelated:
      break;
  }
  return "not one story";
}

Ink InkOf(Relation relation) {
  switch (relation) {
    case Relation::kExact:
    case Relation::kReprint:
      return Ink::kOrigin;
    case Relation::kUnrelated:
      return Ink::kTitle;
    case Relation::kSameTemplate:
      return Ink::kDoubt;
    case Relation::kEdited:
      return Ink::kEdited;
    default:
      return Ink::kPart;
  }
}

// "93.6 %"; never all or nothing of what is not.
std::string ExactPercent(double share) {
  const std::string text = absl::StrFormat("%.1f", 100 * share);
  if (text == "100.0" && share < 1) return ">99.9 %";
  if (text == "0.0" && share > 0) return "<0.1 %";
  return text + " %";
}

class ComparisonText {
 public:
  ComparisonText(const ComparedPair& pair, const ComparisonTextOptions& options, std::string* out)
      : pair_(pair), verdict_(*pair.verdict), options_(options), out_(*out) {
    width_ = options.plain ? kUnlimited : std::max(options.width_columns, kMinWidth);
    column_ = (width_ - kIndent - kGutterWidth) / 2;
  }

  void Append() {
    AppendArticle("a", pair_.a);
    AppendArticle("b", pair_.b);
    AppendVerdict();
    if (!HasPlaces(*pair_.clean_a) || !HasPlaces(*pair_.clean_b)) return;
    const size_t count = verdict_.passages.size();
    const size_t shown = Shown(count, options_.max_passages);
    for (size_t i = 0; i < shown; ++i) AppendPassage(i);
    if (count > shown) AppendFolded(count - shown, "passage", "passages");
    AppendOutside();
  }

 private:
  size_t Shown(size_t count, uint32_t limit) const {
    return options_.all ? count : std::min<size_t>(count, limit);
  }

  void AppendLine(std::string_view line) { AppendLine(Ink::kNone, line); }
  void AppendLine(Ink ink, std::string_view line) {
    out_ += Paint(options_.style, ink, CutToWidth(line, width_));
    out_ += '\n';
  }

  void AppendFolded(size_t count, const char* one, const char* many) {
    AppendLine(Ink::kNote, absl::StrFormat("%*s… and %d more %s (%s)", kIndent, "", count,
                                           count == 1 ? one : many, options_.all_hint));
  }

  // A name in a column of its own, and what it names, wrapped beside it.
  void AppendNamed(std::string_view name, Ink ink, std::string_view text) {
    constexpr int kNameWidth = 13;
    std::string before(kIndent, ' ');
    before += options_.plain ? std::string(name) + ": " : PadToWidth(name, kNameWidth);
    for (const std::string& line : WrapToWidth(text, width_ - DisplayWidth(before))) {
      out_ += before + Paint(options_.style, ink, line) + "\n";
      before.assign(static_cast<size_t>(DisplayWidth(before)), ' ');
    }
  }

  void AppendArticle(const char* letter, const ArticleView& article) {
    std::string line = absl::StrCat(letter, "  ", Harmless(article.id));
    for (const std::string_view fact : {article.outlet, article.published, article.title}) {
      if (!fact.empty()) line += "  " + Harmless(fact);
    }
    AppendLine(line);
  }

  std::string Share(double share) const {
    const std::string text = ExactPercent(share);
    return options_.style.lines ? ShareBar(share, kBarWidth) + " " + text : text;
  }

  std::string DatesText() const {
    const auto a = DateOf(pair_.a, *pair_.clean_a), b = DateOf(pair_.b, *pair_.clean_b);
    if (!verdict_.gap_s) return "at least one is unknown or too vague";
    if (*verdict_.gap_s == 0) return "may be the same time";
    if (!a || !b || GapSeconds(*a, *b) == 0)
      return DurationText(std::abs(*verdict_.gap_s)) + " apart or more";
    const std::string gap = GapText(*a, *b);
    return (gap.empty() ? "" : gap + " apart: ") +
           (a->IsBefore(*b) ? "a was published first" : "b was published first");
  }

  void AppendVerdict() {
    const Verdict& v = verdict_;
    out_ += "\n" + Paint(options_.style, InkOf(v.relation), RelationName(v.relation));
    AppendLine(absl::StrCat(": ", Meaning(v.relation)));
    AppendNamed("one story", Ink::kNone, "probability " + ProbabilityText(v.probability));
    AppendNamed("shared", Ink::kNone,
                absl::StrFormat("%s of a, %s of b: %.0f bits of %.0f and %.0f", Share(v.coverage_a),
                                Share(v.coverage_b), v.shared_bits, v.bits_a, v.bits_b));
    AppendNamed("alike", Ink::kNone,
                absl::StrFormat("resemblance %.2f, longest match %s", v.resemblance,
                                Counted(v.longest_match, "token", "tokens")));
    AppendNamed("conflicts", v.number_conflicts > 0 ? Ink::kDoubt : Ink::kNone,
                absl::StrFormat(
                    "%s, %s; %s, %s of noise", Counted(v.number_conflicts, "number", "numbers"),
                    Counted(v.name_conflicts, "name", "names"), Counted(v.edits, "edit", "edits"),
                    Counted(v.noise_slots, "slot", "slots")));
    AppendNamed("dates", Ink::kNone, DatesText());
    AppendUndone("a", pair_.clean_a->damage);
    AppendUndone("b", pair_.clean_b->damage);
    if (!options_.judged.empty()) AppendNamed("judged", Ink::kNone, options_.judged);
    for (const std::string& reason : v.reasons)
      AppendNamed("because", Ink::kNone, Harmless(reason));
  }

  void AppendUndone(const char* letter, const DamageCounts& damage) {
    const std::string text = DamageText(damage);
    if (!text.empty()) AppendNamed("damage", Ink::kNone, absl::StrCat("in ", letter, ": ", text));
  }

  void AppendPassage(size_t index) {
    const Passage& passage = verdict_.passages[index];
    if (!Holds(*pair_.clean_a, passage.a) || !Holds(*pair_.clean_b, passage.b)) return;
    out_ += '\n';
    AppendLine(
        Ink::kTitle,
        absl::StrFormat("passage %d of %d: %s of a, %d of b", index + 1, verdict_.passages.size(),
                        Counted(passage.a.size(), "token", "tokens"), passage.b.size()));
    const PassageRows laid_out =
        LayOutPassage(pair_, passage, {.column_width = column_, .show_furniture = options_.all});
    const size_t rows = Shown(laid_out.rows.size(), options_.max_rows);
    for (size_t i = 0; i < rows; ++i) AppendRow(laid_out.rows[i]);
    if (laid_out.rows.size() > rows) AppendFolded(laid_out.rows.size() - rows, "row", "rows");
    const size_t slots = Shown(laid_out.slots.size(), options_.max_slots);
    for (size_t i = 0; i < slots; ++i) AppendSlot(i + 1, laid_out.slots[i]);
    if (laid_out.slots.size() > slots) AppendFolded(laid_out.slots.size() - slots, "slot", "slots");
    AppendDamage("a", DamageReadings(pair_.a.text, *pair_.clean_a, passage.a));
    AppendDamage("b", DamageReadings(pair_.b.text, *pair_.clean_b, passage.b));
  }

  std::string Painted(const RowSide& side) const {
    std::string painted;
    for (const RowPart& part : side) painted += Paint(options_.style, part.ink, part.text);
    return painted;
  }

  std::string Gutter(RowSign sign) const {
    if (sign == RowSign::kChanged) return " " + Paint(options_.style, Ink::kDoubt, "≠") + " ";
    if (sign == RowSign::kDiffers) return " " + Paint(options_.style, Ink::kEdited, "~") + " ";
    return options_.style.lines ? " │ " : " | ";
  }

  void AppendRow(const PassageRow& row) {
    if (options_.plain) {
      out_ += "  a: " + TextOf(row.a) + "\n  b: " + TextOf(row.b) + "\n";
      return;
    }
    const int padding = column_ - DisplayWidth(TextOf(row.a));
    std::string line = std::string(kIndent, ' ') + Painted(row.a);
    line.append(static_cast<size_t>(std::max(0, padding)), ' ');
    line += Gutter(row.sign) + Painted(row.b);
    while (line.ends_with(' ')) line.pop_back();
    out_ += line + "\n";
  }

  void AppendSlot(size_t number, const Slot& slot) {
    AppendLine(wirecopy::InkOf(slot.kind),
               absl::StrFormat("  slot %d, %s%s: \"%s\" against \"%s\"", number,
                               SlotKindName(slot.kind), slot.in_lead ? ", in the lead" : "",
                               OriginalOf(pair_.a.text, *pair_.clean_a, slot.a),
                               OriginalOf(pair_.b.text, *pair_.clean_b, slot.b)));
  }

  void AppendDamage(const char* letter, std::span<const DamageReading> readings) {
    const size_t shown = Shown(readings.size(), options_.max_stretches);
    for (const DamageReading& reading : readings.first(shown)) {
      AppendLine(Ink::kNote, absl::StrFormat("  damage in %s: \"%s\" read as \"%s\"", letter,
                                             reading.original, reading.read));
    }
    if (readings.size() > shown)
      AppendFolded(readings.size() - shown, "damaged place", "damaged places");
  }

  void AppendOutside() {
    const bool has_passages = !verdict_.passages.empty();
    std::vector<TokenRange> of_a, of_b;
    for (const Passage& passage : verdict_.passages) {
      if (!Holds(*pair_.clean_a, passage.a) || !Holds(*pair_.clean_b, passage.b)) continue;
      of_a.push_back(passage.a);
      of_b.push_back(passage.b);
    }
    out_ += '\n';
    AppendLine(Ink::kTitle, has_passages ? "outside the passages" : "nothing is aligned");
    AppendSide("a", pair_.a.text, *pair_.clean_a, of_a);
    AppendSide("b", pair_.b.text, *pair_.clean_b, of_b);
  }

  void AppendSide(const char* letter, std::string_view text, const CleanText& clean,
                  const std::vector<TokenRange>& shared) {
    const OutsidePassages outside = OutsideOf(clean, shared);
    AppendLine(absl::StrFormat("  %s: %s of its own, %s of furniture, which is not compared",
                               letter, Counted(outside.own_tokens, "token", "tokens"),
                               Counted(outside.furniture_tokens, "token", "tokens")));
    AppendStretches(absl::StrCat(letter, " own"), Ink::kNone, text, clean, outside.own);
    AppendStretches(absl::StrCat(letter, " furniture"), Ink::kNote, text, clean, outside.furniture);
  }

  // The longest ones, in their order.
  void AppendStretches(const std::string& name, Ink ink, std::string_view text,
                       const CleanText& clean, std::vector<TokenRange> stretches) {
    const size_t shown = Shown(stretches.size(), options_.max_stretches);
    const size_t folded = stretches.size() - shown;
    std::ranges::stable_sort(stretches, std::ranges::greater{}, &TokenRange::size);
    stretches.resize(shown);
    std::ranges::sort(stretches, {}, &TokenRange::begin);
    constexpr int kShownLines = 2;
    for (const TokenRange& range : stretches) {
      const std::string original = OriginalOf(text, clean, range);
      AppendNamed(name, ink,
                  options_.all || options_.plain
                      ? original
                      : CutToWidth(original, kShownLines * (width_ - 16)));
    }
    if (folded > 0) AppendFolded(folded, "stretch", "stretches");
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
