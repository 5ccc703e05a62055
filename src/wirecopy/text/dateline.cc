#include "wirecopy/text/dateline.h"

#include <algorithm>
#include <string>

#include "wirecopy/text/date_text.h"
#include "wirecopy/text/page_characters.h"

namespace wirecopy {
namespace {

constexpr size_t kReach = 80;      // characters a dateline may take
constexpr size_t kNameReach = 26;  // characters before 电 or 讯
constexpr std::u32string_view kBreaks = U"。,;!?\"《";

bool IsAgencyEnd(char32_t c) {
  return c == U'社' || c == U'网' || c == U'报' || c == U'台' || c == U'端';
}

size_t SkipSpaces(std::u32string_view text, size_t at) {
  while (at < text.size() && text[at] == U' ') ++at;
  return at;
}

// "(记者某某)" or "(某某 记者某某)" at `at`; moves `at` behind it.
std::u32string_view TakeReporter(std::u32string_view text, size_t& at) {
  const size_t open = SkipSpaces(text, at);
  if (open >= text.size() || text[open] != U'(') return {};
  const size_t close = text.find(U')', open);
  if (close == text.npos || close - open > 40) return {};
  const std::u32string_view inside = text.substr(open + 1, close - open - 1);
  size_t name = inside.find(U"记者");
  size_t skip = 2;
  if (name == inside.npos) name = inside.find(U"通讯员"), skip = 3;
  if (name == inside.npos) return {};
  at = close + 1;
  const size_t begin = SkipSpaces(inside, name + skip);
  return inside.substr(begin);
}

// The agency a dateline begins with: up to 社, 网, 报 or 台.
std::u32string_view AgencyOf(std::u32string_view head) {
  const auto end = std::ranges::find_if(head.substr(0, 12), IsAgencyEnd);
  const size_t length = static_cast<size_t>(end - head.begin());
  if (end == head.substr(0, 12).end() || length < 1) return {};
  return head.substr(0, length + 1);
}

// 【某网4月28日消息】
std::optional<Dateline> TakeBracketed(std::u32string_view text) {
  if (text.empty() || (text[0] != U'【' && text[0] != U'[')) return std::nullopt;
  const size_t close = std::min(text.find(U'】'), text.find(U']'));
  if (close == text.npos || close > 24) return std::nullopt;
  const std::u32string_view inside = text.substr(1, close - 1);
  const bool says = inside.ends_with(U"消息") || inside.ends_with(U"报道") ||
                    inside.ends_with(U"讯") || inside.ends_with(U"电");
  if (!says) return std::nullopt;
  Dateline dateline;
  dateline.agency = AgencyOf(inside);
  size_t end = close + 1;
  dateline.reporter = TakeReporter(text, end);
  dateline.end = static_cast<uint32_t>(end);
  return dateline;
}

// 某社某地4月28日电, 本报讯, 某网4月28日讯, 某报4月28日报道; 据某社消息 with a space or ':' behind
// it.
std::optional<Dateline> TakeChinese(std::u32string_view text) {
  const std::u32string_view head = text.substr(0, kNameReach);
  for (size_t i = 1; i < head.size(); ++i) {
    const char32_t c = head[i];
    if (kBreaks.find(c) != kBreaks.npos) return std::nullopt;
    const bool wire = c == U'电' || c == U'讯';
    const bool report = i + 1 < head.size() && ((c == U'消' && head[i + 1] == U'息') ||
                                                (c == U'报' && head[i + 1] == U'道'));
    if (!wire && !report) continue;
    const char32_t before = head[i - 1];
    size_t end = i + (report ? 2 : 1);
    const char32_t next = end < text.size() ? text[end] : U'\0';
    const bool parted = next == U' ' || next == U':' || next == U'(' || next == U'\0';
    const bool behind_agency =
        IsAgencyEnd(before) || before == U'日' || before == U'快' || before == U'专';
    const bool named = std::ranges::any_of(head.substr(0, i), IsAgencyEnd);
    const bool says_by = head[0] == U'据';
    if (wire && !(behind_agency && named) && !(parted && i <= 8)) continue;
    if (report && !(parted && (says_by || (behind_agency && named)))) return std::nullopt;
    Dateline dateline;
    const std::u32string_view name = head.substr(says_by, i - says_by);
    dateline.agency = AgencyOf(name);
    if (dateline.agency.empty()) dateline.agency = name;
    dateline.reporter = TakeReporter(text, end);
    if (end < text.size() && (text[end] == U':' || text[end] == U' ')) ++end;
    dateline.end = static_cast<uint32_t>(end);
    return dateline;
  }
  return std::nullopt;
}

// "london (reuters) - ", "geneva, jul 12 (ap) - ", "frankfurt (nov 27) -- ".
std::optional<Dateline> TakeEnglish(std::u32string_view text) {
  const std::u32string_view head = text.substr(0, 50);
  const size_t dash = head.find(U'-');
  if (dash == head.npos || dash < 3 || head[dash - 1] != U' ') return std::nullopt;
  const std::u32string_view name = head.substr(0, dash - 1);
  if (std::ranges::any_of(
          name, [](char32_t c) { return IsStop(c) || c == U'"' || c == U':' || IsIdeograph(c); })) {
    return std::nullopt;
  }
  const size_t open = name.find(U'('), close = name.rfind(U')');
  const bool bracketed =
      open != name.npos && close != name.npos && close + 1 == name.size() && open < close;
  const bool dated = name.find(U',') != name.npos && std::ranges::any_of(name, IsDigit);
  if (!bracketed && !dated) return std::nullopt;
  Dateline dateline;
  if (bracketed && !std::ranges::any_of(name.substr(open, close - open), IsDigit)) {
    dateline.agency = name.substr(open + 1, close - open - 1);
  }
  size_t end = dash;
  while (end < text.size() && (text[end] == U'-' || text[end] == U' ')) ++end;
  dateline.end = static_cast<uint32_t>(end);
  return dateline;
}

}  // namespace

std::optional<Dateline> ReadDateline(std::u32string_view text) {
  text = text.substr(0, kReach);
  if (text.size() < 4) return std::nullopt;
  if (auto bracketed = TakeBracketed(text)) return bracketed;
  if (auto chinese = TakeChinese(text)) return chinese;
  return TakeEnglish(text);
}

}  // namespace wirecopy
