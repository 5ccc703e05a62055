#include "wirecopy/text/page_facts.h"

#include <algorithm>
#include <string>

#include "wirecopy/text/dateline.h"
#include "wirecopy/text/page_characters.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

constexpr size_t kLongestName = 40;    // characters of a source, an author, an editor
constexpr size_t kLongestTitle = 120;  // characters of a headline
constexpr size_t kReportReach = 16;    // characters between 据 and 报道

std::u32string_view Trim(std::u32string_view text) {
  constexpr std::u32string_view kTrimmed = U" :/|,;()[]【】<>\"'-=_·";
  const size_t begin = text.find_first_not_of(kTrimmed);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kTrimmed) - begin + 1);
}

// The text cut to `longest`, at its end if it is too long to be a name; empty without a token.
std::string Named(std::u32string_view text, size_t longest) {
  text = Trim(text);
  if (text.size() > longest || CountUnits(text) == 0) return {};
  std::string out;
  for (char32_t c : text) AppendUtf8(c, out);
  return out;
}

void SetOnce(std::string& fact, std::string value) {
  if (fact.empty()) fact = std::move(value);
}

bool IsMark(char32_t c) { return c == U':' || c == U'/' || c == U'|'; }

// Reads the labels of one piece and what stands behind each: up to the next label, a date, a bar or
// a bracket.
class LabelReader {
 public:
  LabelReader(const PageView& page, const Piece& piece) : page_(page), piece_(piece) {}

  void ReadInto(PageFacts& facts) const {
    for (const WordHit& hit : page_.WordsOf(piece_)) {
      if (!(hit.classes & kBylineLabels)) continue;
      uint32_t value = hit.end;
      while (value < piece_.end && page_.text[value] == U' ') ++value;
      const bool marked = value < piece_.end && IsMark(page_.text[value]);
      if (marked)
        Store(hit, Value(value + 1, (hit.classes & kTitleLabel) != 0), facts);
      else if (hit.classes & kPersonLabel)
        StorePerson(hit, value, facts);
    }
  }

 private:
  static void Store(const WordHit& hit, std::u32string_view value, PageFacts& facts) {
    if (hit.classes & kTitleLabel)
      return SetOnce(facts.original_title, Named(value, kLongestTitle));
    std::string name = Named(value, kLongestName);
    if (hit.classes & kSourceLabel)
      SetOnce(facts.source, std::move(name));
    else if (hit.classes & kPersonLabel)
      SetOnce(facts.author, std::move(name));
    else if (hit.classes & kEditorLabel)
      SetOnce(facts.editor, std::move(name));
  }

  // "By Jane Doe", "记者 某某", "Jane Doe, Staff Writer".
  void StorePerson(const WordHit& hit, uint32_t value, PageFacts& facts) const {
    const std::u32string_view label = page_.text.substr(hit.begin, hit.end - hit.begin);
    if (label.size() < 2) return;
    const std::u32string_view before = page_.text.substr(piece_.begin, hit.begin - piece_.begin);
    const bool leads = CountUnits(before) == 0 || IsIdeograph(label[0]) || label == U"by";
    SetOnce(facts.author, Named(leads ? Value(value, false) : before, kLongestName));
  }

  std::u32string_view Value(uint32_t begin, bool title) const {
    uint32_t end = piece_.end;
    for (const WordHit& hit : page_.WordsOf(piece_)) {
      if ((hit.classes & kBylineLabels) && hit.begin > begin && IsFollowedByMark(hit.end))
        end = std::min(end, hit.begin);
    }
    if (!title) {
      for (const DateText& date : page_.DatesOf(piece_)) {
        if (date.begin >= begin) end = std::min(end, date.begin);
      }
      const std::u32string_view closers = U"|)】]";
      const size_t close = page_.text.substr(0, end).find_first_of(closers, begin);
      if (close != page_.text.npos) end = std::min(end, static_cast<uint32_t>(close));
    }
    return begin < end ? page_.text.substr(begin, end - begin) : std::u32string_view();
  }

  // "作者:", "作者/", "时间 : ": but not a name that ends like a label, before a bar.
  bool IsFollowedByMark(uint32_t at) const {
    if (at < piece_.end && IsMark(page_.text[at])) return true;
    while (at < piece_.end && page_.text[at] == U' ') ++at;
    return at < piece_.end && page_.text[at] == U':';
  }

  const PageView& page_;
  const Piece& piece_;
};

void ReadDate(const PageView& page, const Piece& piece, PageFacts& facts) {
  for (const DateText& date : page.DatesOf(piece)) {
    if (!date.HasDay() || facts.published) continue;
    facts.published = date.Interval();
  }
}

// "某社 2022-03-19 16:07": what stands beside the date of a line without labels.
void ReadDateRow(const PageView& page, const Piece& piece, PageFacts& facts) {
  const auto dates = page.DatesOf(piece);
  if (dates.empty() || !dates.front().HasDay() || piece.units > 24) return;
  const std::u32string_view before =
      page.text.substr(piece.begin, dates.front().begin - piece.begin);
  const std::u32string_view behind =
      page.text.substr(dates.back().end, piece.end - dates.back().end);
  const std::u32string_view name = CountUnits(before) > 0 ? before : behind;
  // "Posted on 12 September 2018" has no name in it.
  const bool is_label = std::ranges::any_of(page.WordsOf(piece), [&](const WordHit& hit) {
    return (hit.classes & kBylineLabels) && hit.begin < dates.front().begin &&
           hit.units == CountUnits(before);
  });
  if (is_label) return;
  if (!std::ranges::any_of(name, IsMark)) SetOnce(facts.source, Named(name, 16));
}

void ReadByline(const JudgedPage& page, size_t i, PageFacts& facts) {
  const Piece& piece = page.piece(i);
  const bool labelled = facts.source.empty();
  LabelReader(page.view, piece).ReadInto(facts);
  ReadDate(page.view, piece, facts);
  if (labelled && facts.source.empty()) ReadDateRow(page.view, piece, facts);
  const bool awaits_title = page.view.text[piece.end - 1] == U':' && facts.original_title.empty();
  if (i + 1 >= page.size() || (!page.judgements[i].awaits_value && !awaits_title)) return;
  const auto words = page.view.WordsOf(piece);
  const std::u32string_view next = page.view.TextOf(page.piece(i + 1));
  if (words.empty() || page.judgements[i + 1].strength != Strength::kNone) return;
  if (words.back().classes & kSourceLabel)
    SetOnce(facts.source, Named(next, 20));
  else if (words.back().classes & kEditorLabel)
    SetOnce(facts.editor, Named(next, 12));
  else if (words.back().classes & kTitleLabel)
    SetOnce(facts.original_title, Named(next, kLongestTitle));
}

// "据某社报道", "转自某报" in the first paragraph.
std::u32string_view QuotedSource(std::u32string_view lead) {
  const size_t begin = lead.substr(0, 60).find(U'据');
  if (begin == lead.npos) return {};
  const std::u32string_view reach = lead.substr(begin + 1, kReportReach);
  const size_t end = std::min(reach.find(U"报道"), reach.find(U"消息"));
  if (end == reach.npos || end < 2) return {};
  const std::u32string_view name = reach.substr(0, end);
  return name.find_first_of(U",。:;\"") == name.npos ? name : std::u32string_view();
}

void ReadLead(std::u32string_view lead, PageFacts& facts) {
  if (const auto dateline = ReadDateline(lead)) {
    facts.dateline = Named(dateline->agency, kLongestName);
    SetOnce(facts.author, Named(dateline->reporter, kLongestName));
    // A dateline that names no agency but itself says nothing of a source.
    if (!dateline->agency.starts_with(U"本")) SetOnce(facts.source, facts.dateline);
  }
  SetOnce(facts.source, Named(QuotedSource(lead), kLongestName));
}

// "……。(记者某某)", "……。【编辑:某某】" at the end of a paragraph.
void ReadEnd(const PageView& page, const Piece& piece, PageFacts& facts) {
  const std::u32string_view text = page.TextOf(piece);
  if (!IsClosing(text.back())) return;
  const size_t from = text.size() > 60 ? text.size() - 60 : 0;
  const size_t open = text.substr(from).find_last_of(U"(【[");
  if (open == text.npos) return;
  const uint32_t begin = piece.begin + static_cast<uint32_t>(from + open);
  const Piece end = MeasurePiece(page, begin, piece.end, {piece.words_begin, piece.dates_begin});
  if (end.stops == 0) LabelReader(page, end).ReadInto(facts);
}

// 更正:…, (更正)…, CORRECTED- at the head of one of the first lines.
bool SaysCorrected(const JudgedPage& page) {
  for (size_t i = 0; i < std::min<size_t>(page.size(), 8); ++i) {
    for (const WordHit& hit : page.view.WordsOf(page.piece(i))) {
      if (hit.begin > page.piece(i).begin + 4) break;
      const std::u32string_view before =
          page.view.text.substr(page.piece(i).begin, hit.begin - page.piece(i).begin);
      const char32_t next = hit.end < page.piece(i).end ? page.view.text[hit.end] : U'\0';
      const bool heads = CountUnits(before) == 0 &&
                         (next == U'-' || next == U':' || IsClosing(next) || next == U' ');
      if ((hit.classes & kCorrection) && heads) return true;
    }
  }
  return false;
}

}  // namespace

PageFacts ReadPageFacts(const JudgedPage& page) {
  PageFacts facts;
  size_t lead = 0;
  while (lead < page.size() && !page.IsBody(lead)) ++lead;
  for (size_t i = 0; i < page.size(); ++i) {
    const Judgement& judgement = page.judgements[i];
    const bool placed = judgement.strength == Strength::kSure ||
                        (judgement.strength == Strength::kEdge && i <= lead + 1);
    if (placed && judgement.kind == FurnitureKind::kByline) ReadByline(page, i, facts);
    if (page.IsBody(i)) ReadEnd(page.view, page.piece(i), facts);
  }
  // The lead may name a source too, but a byline speaks first.
  if (lead < page.size()) ReadLead(page.view.TextOf(page.piece(lead)), facts);
  facts.says_corrected = SaysCorrected(page);
  return facts;
}

}  // namespace wirecopy
