#include "wirecopy/report/damage_readings.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "wirecopy/base/code_points.h"
#include "wirecopy/report/display_text.h"

namespace wirecopy {
namespace {

constexpr Token kLastCodePoint = 0x10ffff;

std::string_view Bytes(std::string_view text, size_t begin, size_t end) {
  begin = std::min(begin, text.size());
  return text.substr(begin, std::max(begin, std::min(end, text.size())) - begin);
}

bool IsLatin(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xc0 && c <= 0x24f);
}

// Letters between two tokens were taken for damage: every word of the text is a token.
bool HoldsLetters(std::string_view gap) {
  for (size_t at = 0; at < gap.size();) {
    if (IsLatin(NextCodePoint(gap, &at))) return true;
  }
  return false;
}

size_t CodePoints(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); ++count) NextCodePoint(text, &at);
  return count;
}

class Reader {
 public:
  Reader(std::string_view text, const CleanText& clean) : text_(text), clean_(clean) {}

  std::string_view Original(uint32_t i) const {
    return Bytes(text_, clean_.begins[i], clean_.ends[i]);
  }
  bool IsDamaged(uint32_t i, uint32_t end) const {
    const bool is_character =
        KindOf(clean_.tokens[i]) == TokenKind::kCharacter && clean_.tokens[i] <= kLastCodePoint;
    if (is_character && CodePoints(Original(i)) > 1) return true;
    return i + 1 < end && HoldsLetters(Bytes(text_, clean_.ends[i], clean_.begins[i + 1]));
  }
  std::string Read(uint32_t i) const {
    const Token token = clean_.tokens[i];
    if (KindOf(token) != TokenKind::kCharacter || token > kLastCodePoint)
      return std::string(Original(i));
    std::string character;
    AppendUtf8(token, &character);
    return character;
  }

 private:
  std::string_view text_;
  const CleanText& clean_;
};

}  // namespace

std::vector<DamageReading> DamageReadings(std::string_view text, const CleanText& clean,
                                          TokenRange range) {
  const Reader reader(text, clean);
  std::vector<DamageReading> readings;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (!reader.IsDamaged(i, range.end)) continue;
    std::string read;
    uint32_t behind = i;
    do read += reader.Read(behind++);
    while (behind < range.end && reader.IsDamaged(behind, range.end));
    const size_t end = behind < range.end ? clean.begins[behind] : clean.ends[behind - 1];
    readings.push_back({Harmless(Bytes(text, clean.begins[i], end)), Harmless(read)});
    i = behind - 1;
  }
  return readings;
}

std::string DamageText(const DamageCounts& damage) {
  const std::pair<uint32_t, const char*> counts[] = {
      {damage.pinyin, "injected readings"},       {damage.gbk_repairs, "broken bytes repaired"},
      {damage.html_entities, "HTML entities"},    {damage.traditional, "Traditional characters"},
      {damage.invisible, "invisible characters"},
  };
  std::vector<std::string> parts;
  for (const auto& [count, what] : counts) {
    if (count > 0) parts.push_back(absl::StrCat(count, " ", what));
  }
  return absl::StrJoin(parts, ", ");
}

}  // namespace wirecopy
