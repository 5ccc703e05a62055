#include "wirecopy/text/gbk_damage.h"

#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/gbk.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

bool IsClosingBracket(char32_t c) { return c == U')' || c == U'）'; }

// Past spaces (at most two) and a closing bracket; 0: none there.
size_t AfterClosingBracket(std::string_view text, size_t place) {
  for (int spaces = 0; spaces < 2 && place < text.size() && text[place] == ' '; ++spaces) ++place;
  if (place == text.size()) return 0;
  const DecodedCharacter next = DecodeUtf8(text, place);
  return IsClosingBracket(next.code_point) ? place + next.size_bytes : 0;
}

// Past "(qǐng)" at `place`; 0: none there.
size_t AfterWholeReading(std::string_view text, size_t place) {
  const DecodedCharacter next = DecodeUtf8(text, place);
  if (next.code_point != U'(' && next.code_point != U'（') return 0;
  const PinyinSyllable syllable = ReadPinyin(text, place + next.size_bytes);
  if (syllable.number == 0 || syllable.tone == 0) return 0;
  return AfterClosingBracket(text, place + next.size_bytes + syllable.size_bytes);
}

// How usual a restored character is.
enum class Plausibility { kPunctuation, kFrequent, kRare, kStrange };

Plausibility PlausibilityOf(char32_t c) {
  const FoldEntry entry = FoldEntryOf(c);
  if (entry.char_class() == CharClass::kPunctuation || entry.char_class() == CharClass::kDigit) {
    return ToGbk(c) < 0xA4A0 ? Plausibility::kPunctuation : Plausibility::kStrange;
  }
  const uint16_t code = ToGbk(entry.folded());
  if (IsFrequentHanCode(code)) return Plausibility::kFrequent;
  if (IsGb2312HanCode(code)) return Plausibility::kRare;
  // Full-width letters and digits.
  return entry.char_class() == CharClass::kLetter && ToGbk(c) >= 0xA3A1 && ToGbk(c) <= 0xA3FE
             ? Plausibility::kPunctuation
             : Plausibility::kStrange;
}

// Pairs bytes anew: holds the byte that is left over (`carry`) and what was restored so far.
class Realigner {
 public:
  Realigner(std::string_view text, uint8_t carry, size_t begin, size_t place)
      : text_(text), carry_(carry), begin_(begin), place_(place) {}

  // Goes on until the bytes are in step again. False: they never are.
  bool Run() {
    while (place_ < text_.size() && repair_.count < GbkRepair::kMaxRun) {
      if (const TornReading torn = ReadTornReading(text_, place_); torn.size_bytes != 0) return EndAtTorn(torn);
      if (const size_t end = AfterWholeReading(text_, place_); end != 0) {
        place_ = end;
        continue;
      }
      const DecodedCharacter next = DecodeUtf8(text_, place_);
      const size_t end = place_ + next.size_bytes;
      if (next.code_point >= 0x40 && next.code_point < 0x7F) return Put(next.code_point, end);
      if (!Shift(CodeOf(next.code_point), end)) return false;
    }
    return false;
  }

  // Puts a character in front of all others: the one whose second byte began the run.
  void Begin(char32_t c, size_t begin, size_t end) {
    repair_.characters[repair_.count++] = {c, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    begin_ = end;
  }

  size_t Count(Plausibility wanted) const {
    size_t found = 0;
    for (size_t i = 0; i < repair_.count; ++i) found += PlausibilityOf(repair_.characters[i].code_point) == wanted;
    return found;
  }

  GbkRepair Take() {
    repair_.end = place_;
    return repair_;
  }

 private:
  // ASCII punctuation stands for its full-width form: a lead byte cannot be followed by what it is.
  static uint16_t CodeOf(char32_t c) {
    if (c == U' ') return 0xA1A1;
    if (c > 0x20 && c < 0x40) return static_cast<uint16_t>(0xA380 + c);
    return ToGbk(c);
  }

  // The pending byte and `trail` are a character.
  bool Put(unsigned trail, size_t end) {
    const char32_t c = FromGbk(carry_, trail);
    if (c == 0 || repair_.count == GbkRepair::kMaxRun) return false;
    repair_.characters[repair_.count++] = {c, static_cast<uint32_t>(begin_), static_cast<uint32_t>(end)};
    begin_ = place_ = end;
    return true;
  }

  bool Shift(uint16_t code, size_t end) {
    if (code == 0 || !Put(code >> 8, end)) return false;
    carry_ = static_cast<uint8_t>(code);
    return true;
  }

  bool EndAtTorn(const TornReading& torn) {
    for (const AnnotatedCharacter& row : AnnotatedWithLead(carry_)) {
      if (row.syllable == torn.syllable.number && row.tone == torn.syllable.tone) {
        return Put(row.gbk & 0xFF, place_ + torn.size_bytes);
      }
    }
    return false;
  }

  std::string_view text_;
  uint8_t carry_;
  size_t begin_;
  size_t place_;
  GbkRepair repair_;
};

}  // namespace

TornReading ReadTornReading(std::string_view text, size_t place) {
  const DecodedCharacter mark = DecodeUtf8(text, place);
  if (mark.code_point != U'?' && mark.code_point != U'？' && mark.code_point != 0xFFFD) return {};
  const size_t begin = place + mark.size_bytes;
  const PinyinSyllable syllable = ReadPinyin(text, begin);
  if (syllable.number == 0 || syllable.tone == 0) return {};
  const size_t end = AfterClosingBracket(text, begin + syllable.size_bytes);
  if (end == 0) return {};
  return {syllable, end - place};
}

std::optional<GbkRepair> RepairTornReading(std::string_view text, size_t place, uint8_t last_byte) {
  const TornReading torn = ReadTornReading(text, place);
  if (torn.size_bytes == 0) return std::nullopt;
  std::optional<GbkRepair> best;
  size_t fewest_rare = GbkRepair::kMaxRun;
  for (const AnnotatedCharacter& row : AnnotatedWithLead(last_byte)) {
    if (row.syllable != torn.syllable.number || row.tone != torn.syllable.tone) continue;
    Realigner realigner(text, row.gbk & 0xFF, place, place + torn.size_bytes);
    if (!realigner.Run() || realigner.Count(Plausibility::kStrange) > 0) continue;
    const size_t rare = realigner.Count(Plausibility::kRare);
    if (rare < fewest_rare) {
      fewest_rare = rare;
      best = realigner.Take();
    }
  }
  return best;
}

std::optional<GbkRepair> RepairLostLead(std::string_view text, size_t place, char32_t before, bool after_question_mark) {
  const DecodedCharacter mark = DecodeUtf8(text, place);
  const size_t next = place + mark.size_bytes;
  if (next == text.size() || ToGbk(DecodeUtf8(text, next).code_point) >> 8 != 0xB0) return std::nullopt;
  // 保 in 确保, 担保 …; a full stop after everything else.
  constexpr std::u32string_view kBeforeBao = U"确担环医社劳低参投作力";
  const bool bao = !after_question_mark && kBeforeBao.find(before) != std::u32string_view::npos;
  Realigner realigner(text, 0xA1, next, next);
  realigner.Begin(bao ? U'保' : U'。', place, next);
  if (!realigner.Run()) return std::nullopt;
  if (realigner.Count(Plausibility::kStrange) + realigner.Count(Plausibility::kRare) > 0) return std::nullopt;
  if (realigner.Count(Plausibility::kFrequent) < 3) return std::nullopt;
  return realigner.Take();
}

}  // namespace wirecopy
