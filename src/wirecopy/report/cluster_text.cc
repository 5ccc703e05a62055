#include "wirecopy/report/cluster_text.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "wirecopy/report/display_text.h"
#include "wirecopy/report/story_tree.h"
#include "wirecopy/report/story_words.h"
#include "wirecopy/report/time_text.h"

namespace wirecopy {
namespace {

constexpr int kMinWidth = 60;
constexpr int kMaxOutletWidth = 24;
constexpr int kLeastOutletWidth = 4;
constexpr int kOtherColumns = 46;  // at their widest, with the indent, without the bar
constexpr int kIndent = 4;
constexpr int kBarWidth = 5;
constexpr int kSharedWidth = 11;
constexpr int kLeastWidthWithBars = 72;
constexpr int kGap = 2;  // between columns

// A line that knows its width beside the colours in it.
class Line {
 public:
  explicit Line(const TextStyle& style) : style_(style) {}

  void Add(Ink ink, std::string_view text) {
    text_ += Paint(style_, ink, text);
    width_ += DisplayWidth(text);
  }
  // And spaces up to the column behind it.
  void AddCell(Ink ink, std::string_view text, int columns) {
    Add(ink, text);
    Add(Ink::kNone,
        std::string(static_cast<size_t>(std::max(kGap, columns + kGap - DisplayWidth(text))), ' '));
  }
  int width() const { return width_; }
  // The line so far, without spaces at its end; it begins anew.
  std::string Take() {
    while (text_.ends_with(' ')) text_.pop_back();
    width_ = 0;
    return std::exchange(text_, {}) + "\n";
  }

 private:
  TextStyle style_;
  std::string text_;
  int width_ = 0;
};

// A member as it is shown: its cells, and what the tree puts before and below them.
struct MemberRow {
  const StoryMember* member = nullptr;
  std::string outlet;  // with the lines of the tree
  std::string lag;
  std::string relation;
  std::string reasons_prefix;
};

struct ColumnWidths {
  int outlet = 0;
  int lag = 0;
  int relation = 0;
  bool bars = false;
};

Ink InkOf(const Story& story, const StoryMember& member) {
  if (!member.of) return story.origin_confidence < kSureOrigin ? Ink::kTitle : Ink::kOrigin;
  if (member.relation == Relation::kRoundup) return Ink::kPart;
  if (member.probability < kSureProbability) return Ink::kDoubt;
  switch (member.relation) {
    case Relation::kExact:
    case Relation::kReprint:
      return Ink::kWhole;
    case Relation::kEdited:
      return Ink::kEdited;
    default:
      return Ink::kPart;
  }
}

class ClusterText {
 public:
  ClusterText(const Result& result, const ReadingCounts& reading, const ClusterTextOptions& options,
              std::string* out)
      : result_(result), reading_(reading), options_(options), out_(*out) {
    width_ = std::max(options.width_columns, kMinWidth);
  }

  void Append() {
    for (const RunFact& fact : RunFacts(result_, reading_)) AppendFact(fact);
    const size_t shown = Shown(result_.stories.size(), options_.max_stories);
    if (shown > 0) AppendLegend();
    for (size_t i = 0; i < shown; ++i) AppendStory(i);
    AppendFoldedStories(shown);
    if (options_.all) AppendSeries();
  }

 private:
  size_t Shown(size_t count, uint32_t limit) const {
    return options_.all ? count : std::min<size_t>(count, limit);
  }

  // In the words of one ink, wrapped.
  void AppendWrapped(Ink ink, int indent, std::string_view text) {
    for (const std::string& line : WrapToWidth(text, width_ - indent)) {
      out_.append(static_cast<size_t>(indent), ' ');
      out_ += Paint(options_.style, ink, line) + "\n";
    }
  }

  void AppendFact(const RunFact& fact) {
    out_ += CutToWidth(absl::StrFormat("%-10s%7d%s%s", fact.name, fact.count,
                                       fact.more.empty() ? "" : "   ", fact.more),
                       width_) +
            "\n";
  }

  void AppendLegend() {
    out_ += '\n';
    AppendWrapped(Ink::kNote, 0,
                  "shared: how much of it stands in the origin (or in the one named) / how much of "
                  "that stands in it");
    AppendWrapped(
        Ink::kNote, 0,
        absl::StrCat("?: unknown or less sure; lags after the origin: at least, or ~ about; "
                     "times in ",
                     ZoneText(options_.utc_offset_minutes), "; ~: of another or an unknown zone"));
  }

  void AppendStory(size_t index) {
    const Story& story = result_.stories[index];
    const StoryParts parts = PartsOf(result_, story);
    const std::string number = PadLeftToWidth(absl::StrCat(index + 1, "."), kIndent - 1) + " ";
    const std::string size = "  " + parts.SizeText();
    const int room = std::max(1, width_ - DisplayWidth(number) - DisplayWidth(size));
    const std::string title = TitleOf(result_, story);
    const std::string shown_title = CutToWidth(title, room);
    out_ += "\n" + number + Paint(options_.style, Ink::kTitle, shown_title);
    out_.append(static_cast<size_t>(room - DisplayWidth(shown_title)), ' ');
    out_ += size + "\n";
    AppendWrapped(
        Ink::kNone, kIndent,
        SpanText(story.first_published, story.last_published, options_.utc_offset_minutes));
    AppendWrapped(Ink::kNone, kIndent, OriginText(result_, story));
    const size_t most_named = options_.all ? parts.copies.size() : 3;
    if (const std::string doubt = DoubtText(result_, parts, most_named); !doubt.empty())
      AppendWrapped(Ink::kDoubt, kIndent, doubt);
    AppendMembers(story, parts, title);
  }

  void AppendMembers(const Story& story, const StoryParts& parts, const std::string& title) {
    const std::vector<MemberRow> copies = RowsOf(story, parts.copies);
    const std::vector<MemberRow> roundups = RowsOf(story, parts.roundups);
    ColumnWidths widths;
    for (const std::span<const MemberRow> rows : {std::span(copies), std::span(roundups)}) {
      for (const MemberRow& row : rows.first(Shown(rows.size(), options_.max_members))) {
        widths.outlet = std::max(widths.outlet, DisplayWidth(row.outlet));
        widths.lag = std::max(widths.lag, DisplayWidth(row.lag));
        widths.relation = std::max(widths.relation, DisplayWidth(row.relation));
      }
    }
    widths.bars = WantsBars(story, widths, copies) && WantsBars(story, widths, roundups);
    AppendRows(story, copies, widths, title);
    AppendFolded(copies, {"more copy", "more copies"});
    AppendRows(story, roundups, widths, title);
    AppendFolded(roundups, {"more roundup", "more roundups"});
  }

  // Ids matter more: no bars where they push one of them to the next line.
  bool WantsBars(const Story& story, const ColumnWidths& widths,
                 std::span<const MemberRow> rows) const {
    if (!options_.style.lines || width_ < kLeastWidthWithBars) return false;
    const int before_ids =
        kIndent + widths.outlet + widths.lag + widths.relation + kSharedWidth + 4 * kGap;
    int longest = 0;
    for (const MemberRow& row : rows.first(Shown(rows.size(), options_.max_members)))
      longest = std::max(longest, before_ids + DisplayWidth(IdsOf(story, *row.member)));
    return longest > width_ || longest + kBarWidth + 1 <= width_;
  }

  // In the order they are shown: of the story, or of its tree.
  std::vector<MemberRow> RowsOf(const Story& story, std::span<const StoryMember> members) const {
    std::vector<MemberRow> rows;
    const int widest = std::min(kMaxOutletWidth, width_ / 4);
    const auto add = [&](const StoryMember& member, const std::string& prefix,
                         std::string reasons_prefix) {
      const std::string outlet = OutletOf(result_.articles[member.article]);
      const int most =
          std::clamp(width_ - kOtherColumns - DisplayWidth(prefix), kLeastOutletWidth, widest);
      rows.push_back({&member, prefix + CutToWidth(outlet, most), LagOf(result_, story, member),
                      RelationText(story, member), std::move(reasons_prefix)});
    };
    if (!options_.tree) {
      for (const StoryMember& member : members) add(member, "", "");
      return rows;
    }
    const bool lines = options_.style.lines;
    for (const TreeRow& row : TreeOf(members)) {
      add(*row.member, TreePrefix(row, lines),
          TreeContinuation(row, lines) + (lines && row.has_children ? "│ " : "  "));
    }
    return rows;
  }

  void AppendRows(const Story& story, std::span<const MemberRow> rows, const ColumnWidths& widths,
                  const std::string& title) {
    for (const MemberRow& row : rows.first(Shown(rows.size(), options_.max_members))) {
      AppendMember(story, row, widths, title);
      if (options_.tree) AppendReasons(row);
    }
  }

  void AppendMember(const Story& story, const MemberRow& row, const ColumnWidths& widths,
                    const std::string& title) {
    const StoryMember& member = *row.member;
    const Ink ink = InkOf(story, member);
    Line line(options_.style);
    line.Add(Ink::kNone, std::string(kIndent, ' '));
    line.AddCell(member.of ? Ink::kNone : ink, row.outlet, widths.outlet);
    line.AddCell(Ink::kNone, row.lag, widths.lag);
    line.AddCell(ink, row.relation, widths.relation);
    if (widths.bars) {
      line.Add(member.of ? ink : Ink::kNone,
               member.of ? ShareBar(member.coverage, kBarWidth) : std::string(kBarWidth, ' '));
      line.Add(Ink::kNone, " ");
    }
    const std::string shared = member.of ? absl::StrFormat("%3s / %3s %%", Percent(member.coverage),
                                                           Percent(member.coverage_of))
                                         : "";
    line.AddCell(Ink::kNone, shared, kSharedWidth);
    const std::string own_title = Harmless(result_.articles[member.article].title);
    AppendWithIds(std::move(line), row, IdsOf(story, member), own_title == title ? "" : own_title);
  }

  std::string IdsOf(const Story& story, const StoryMember& member) const {
    std::string ids = Harmless(result_.articles[member.article].id);
    const bool in_tree = options_.tree && member.relation != Relation::kRoundup;
    if (member.of && *member.of != story.origin && !in_tree)
      ids += " (of " + Harmless(result_.articles[*member.of].id) + ")";
    return ids;
  }

  // Ids are for copying and never cut: where they do not fit they take the next line, and one that
  // is wider still sticks out.
  void AppendWithIds(Line line, const MemberRow& row, const std::string& ids,
                     const std::string& title) {
    if (line.width() + DisplayWidth(ids) > width_) {
      out_ += line.Take();
      line.Add(Ink::kNone, std::string(kIndent, ' ') +
                               (options_.tree ? row.reasons_prefix : std::string(2, ' ')));
    }
    line.Add(Ink::kNone, ids);
    constexpr int kLeastTitle = 4;
    const int room = width_ - line.width() - kGap;
    if (!title.empty() && room >= kLeastTitle - kGap) {
      line.Add(Ink::kNone, std::string(kGap, ' '));
      line.Add(Ink::kNone, CutToWidth(title, room));
    }
    out_ += line.Take();
  }

  void AppendReasons(const MemberRow& row) {
    const std::string why = DescentText(*row.member);
    if (why.empty()) return;
    const std::string prefix = std::string(kIndent, ' ') + row.reasons_prefix;
    for (const std::string& line : WrapToWidth(why, width_ - DisplayWidth(prefix))) {
      out_ += prefix + Paint(options_.style, Ink::kNote, line) + "\n";
    }
  }

  void AppendFolded(std::span<const MemberRow> rows,
                    std::pair<const char*, const char*> one_and_many) {
    const std::span<const MemberRow> folded =
        rows.subspan(Shown(rows.size(), options_.max_members));
    if (folded.empty()) return;
    RelationTally relations;
    for (const MemberRow& row : folded) relations.Add(row.member->relation);
    AppendWrapped(
        Ink::kNote, kIndent,
        absl::StrCat("… and ", Counted(folded.size(), one_and_many.first, one_and_many.second),
                     ": ", relations.Text(), " (", options_.all_hint, ")"));
  }

  void AppendFoldedStories(size_t shown) {
    if (shown == result_.stories.size()) return;
    uint64_t articles = 0;
    for (size_t i = shown; i < result_.stories.size(); ++i)
      articles += PartsOf(result_, result_.stories[i]).copies.size();
    out_ += '\n';
    AppendWrapped(
        Ink::kNote, 0,
        absl::StrCat(
            "… and ", Counted(result_.stories.size() - shown, "more story", "more stories"),
            " with ", Counted(articles, "article", "articles"), " (", options_.all_hint, ")"));
  }

  // One line each: what it is told by, without its members.
  void AppendSeries() {
    if (result_.series.empty()) return;
    out_ += '\n';
    AppendWrapped(Ink::kNote, 0, "Series: one form, filled for different events");
    for (const Series& series : result_.series) {
      const std::string span =
          SpanText(series.first_published, series.last_published, options_.utc_offset_minutes);
      const std::string line =
          absl::StrCat(PadLeftToWidth(absl::StrCat(series.members.size()), kIndent + 2), "  ", span,
                       "  ", TitleOf(result_, series));
      out_ += CutToWidth(line, width_) + "\n";
    }
  }

  const Result& result_;
  const ReadingCounts& reading_;
  const ClusterTextOptions& options_;
  std::string& out_;
  int width_ = kMinWidth;
};

}  // namespace

void AppendClusterText(const Result& result, const ReadingCounts& reading,
                       const ClusterTextOptions& options, std::string* out) {
  ClusterText(result, reading, options, out).Append();
}

}  // namespace wirecopy
