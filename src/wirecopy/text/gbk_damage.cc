#include "wirecopy/text/gbk_damage.h"

#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/gbk.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

constexpr char32_t kUnreadable = 0xFFFD;

bool IsClosingBracket(char32_t c) { return c == U')' || c == U'）'; }

// Past spaces (at most two) and a closing bracket; 0: none there.
size_t AfterClosingBracket(std::string_view text, size_t place) {
  for (int spaces = 0; spaces < 2 && place < text.size() && text[place] == ' '; ++spaces) ++place;
  if (place == text.size()) return 0;
  const DecodedCharacter next = DecodeUtf8(text, place);
  return IsClosingBracket(next.code_point) ? place + next.size_bytes : 0;
}

// The reading in "(qǐng)" at `place`; number 0: there is none. `end`, where given: behind it.
PinyinSyllable BracketedReading(std::string_view text, size_t place, size_t* end = nullptr) {
  if (place == text.size()) return {};
  const DecodedCharacter next = DecodeUtf8(text, place);
  if (next.code_point != U'(' && next.code_point != U'（') return {};
  const PinyinSyllable syllable = ReadPinyin(text, place + next.size_bytes);
  if (syllable.number == 0 || syllable.tone == 0) return {};
  const size_t behind = AfterClosingBracket(text, place + next.size_bytes + syllable.size_bytes);
  if (behind == 0) return {};
  if (end != nullptr) *end = behind;
  return syllable;
}

bool IsReading(const AnnotatedCharacter& row, const PinyinSyllable& syllable) {
  return row.syllable == syllable.number && row.tone == syllable.tone;
}

// The one annotated character that matches; 0: none or several.
template <typename Matches>
char32_t OnlyAnnotated(Matches&& matches) {
  uint16_t found = 0;
  for (const AnnotatedCharacter& row : AllAnnotated()) {
    if (!matches(row)) continue;
    if (found != 0) return 0;
    found = row.gbk;
  }
  return found == 0 ? 0 : FromGbk(found >> 8, found & 0xFF);
}

// How usual a character is in news.
enum class Plausibility { kNeutral, kFrequent, kRare, kStrange };

// Of a character as decoded; punctuation and what could not be read say nothing.
Plausibility PlausibilityOf(char32_t c) {
  const FoldEntry entry = FoldEntryOf(c);
  if (c == kUnreadable) return Plausibility::kNeutral;
  if (entry.char_class() != CharClass::kCharacter) {
    const uint16_t code = ToGbk(c);
    return c < 0x80 || (code >= 0xA1A1 && code < 0xA4A0) ? Plausibility::kNeutral
                                                         : Plausibility::kStrange;
  }
  const uint16_t code = ToGbk(entry.folded());
  if (IsFrequentHanCode(code)) return Plausibility::kFrequent;
  return IsGb2312HanCode(code) ? Plausibility::kRare : Plausibility::kStrange;
}

// Frequent characters for, rare ones against a reading of the text.
struct Tally {
  int frequent = 0;
  int rare = 0;

  void Add(char32_t c) {
    const Plausibility plausibility = PlausibilityOf(c);
    frequent += plausibility == Plausibility::kFrequent;
    rare += plausibility == Plausibility::kRare || plausibility == Plausibility::kStrange;
  }
  int Score() const { return frequent - 2 * rare; }
};

// Pairs bytes anew from a byte that is left over (`carry`).
//
// A pair that is no character was decoded to '?'. Either both its bytes are lost and the text stays
// out of step, or the second was an ASCII byte and the text is back in step: the stretch up to the
// next '?' is read both ways, and the better reading wins.
class Realigner {
 public:
  Realigner(std::string_view text, uint8_t carry, size_t begin, size_t place)
      : text_(text), carry_(carry), begin_(begin), place_(place) {}

  // Goes on until the bytes are in step again. False: they never are.
  bool Run() {
    if (RunToEnd() && (safe_count_ == 0 || StretchIsPlausible())) return true;
    if (safe_count_ == 0) return false;
    repair_.count = safe_count_;
    place_ = safe_place_;
    return true;
  }

  // Puts a character in front of all others: the one whose second byte began the run.
  void Begin(char32_t c, size_t begin, size_t end) {
    repair_.characters[repair_.count++] = {c, static_cast<uint32_t>(begin),
                                           static_cast<uint32_t>(end)};
    begin_ = end;
  }

  Tally RepairedTally() const {
    Tally tally;
    for (size_t i = 0; i < repair_.count; ++i) tally.Add(repair_.characters[i].code_point);
    return tally;
  }

  GbkRepair Take() {
    repair_.end = place_;
    return repair_;
  }

 private:
  static constexpr int kUnknown = -1;

  bool RunToEnd() {
    while (place_ < text_.size()) {
      if (const TornReading torn = ReadTornReading(text_, place_); torn.size_bytes != 0)
        return EndAtTorn(torn);
      if (BracketedReading(text_, place_, &place_).number != 0) {
        decoded_.frequent += 2;  // readings mostly stand behind characters that are in step
        continue;
      }
      const DecodedCharacter next = DecodeUtf8(text_, place_);
      const size_t end = place_ + next.size_bytes;
      if (next.code_point >= 0x40 && next.code_point < 0x7F)
        return EndAtAscii(next.code_point, end);
      const bool lost = next.code_point == U'?' || next.code_point == kUnreadable;
      if (!(lost ? PassLostPair(end) : Shift(next.code_point, end))) return false;
    }
    return false;
  }

  bool StretchIsPlausible() const { return shifted_.Score() >= decoded_.Score(); }

  bool PassLostPair(size_t end) {
    if (safe_count_ != 0 && !StretchIsPlausible()) return false;
    if (!Put(kUnreadable, end)) return false;
    safe_count_ = repair_.count;
    safe_place_ = end;
    shifted_ = decoded_ = Tally();
    carry_ = kUnknown;
    return true;
  }

  // ASCII punctuation stands for its full-width form: no lead byte can be followed by what it is.
  static uint16_t CodeOf(char32_t c) {
    if (c == U' ') return 0xA1A1;
    if (c > 0x20 && c < 0x40) return static_cast<uint16_t>(0xA380 + c);
    return ToGbk(c);
  }

  bool Shift(char32_t decoded, size_t end) {
    const uint16_t code = CodeOf(decoded);
    if (code == 0 || (carry_ == kUnknown && decoded < 0x80)) return false;
    if (!Put(Paired(code >> 8), end)) return false;
    decoded_.Add(decoded);
    carry_ = code & 0xFF;
    return true;
  }

  // The character made of the byte left over and `trail`; 0: there is none.
  char32_t Paired(unsigned trail) const {
    return carry_ == kUnknown ? kUnreadable : FromGbk(static_cast<unsigned>(carry_), trail);
  }

  bool Put(char32_t c, size_t end) {
    if (c == 0 || repair_.count == GbkRepair::kMaxRun ||
        PlausibilityOf(c) == Plausibility::kStrange)
      return false;
    shifted_.Add(c);
    repair_.characters[repair_.count++] = {c, static_cast<uint32_t>(begin_),
                                           static_cast<uint32_t>(end)};
    begin_ = place_ = end;
    return true;
  }

  bool EndAtTorn(const TornReading& torn) {
    const auto matches = [&](const AnnotatedCharacter& row) {
      return IsReading(row, torn.syllable) && (carry_ == kUnknown || row.gbk >> 8 == carry_);
    };
    const char32_t c = OnlyAnnotated(matches);
    if (c == 0 && carry_ != kUnknown) return false;
    return Put(c == 0 ? kUnreadable : c, place_ + torn.size_bytes);
  }

  // Where the lead byte is lost, a reading behind the character still tells which one it was.
  bool EndAtAscii(char32_t trail, size_t end) {
    if (carry_ != kUnknown) return Put(Paired(trail), end);
    const PinyinSyllable syllable = BracketedReading(text_, end);
    const char32_t c = syllable.number == 0 ? 0 : OnlyAnnotated([&](const AnnotatedCharacter& row) {
      return IsReading(row, syllable) && (row.gbk & 0xFF) == trail;
    });
    return Put(c == 0 ? kUnreadable : c, end);
  }

  std::string_view text_;
  int carry_;
  size_t begin_;
  size_t place_;
  GbkRepair repair_;
  Tally shifted_, decoded_;  // of the stretch since the last '?'
  size_t safe_count_ =
      0;  // the repair up to the last '?' that the bytes may be in step behind; 0: none
  size_t safe_place_ = 0;
};

// Out of step no ASCII punctuation can stand: the first ASCII character is the second byte that
// ends the run, a lost pair or a reading. Turns nearly every exclamation away at little cost.
bool MayComeIntoStep(std::string_view text, size_t place) {
  for (size_t count = 0; count < GbkRepair::kMaxRun && place < text.size(); ++count) {
    const DecodedCharacter next = DecodeUtf8(text, place);
    if (next.code_point == U'(') return BracketedReading(text, place).number != 0;
    if (next.code_point < 0x80) return next.code_point >= 0x40 || next.code_point == U'?';
    place += next.size_bytes;
  }
  return false;
}

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
  int best_score = 0;
  for (const AnnotatedCharacter& row : AllAnnotated()) {
    if (row.gbk >> 8 != last_byte || !IsReading(row, torn.syllable)) continue;
    Realigner realigner(text, row.gbk & 0xFF, place, place + torn.size_bytes);
    if (!realigner.Run()) continue;
    const int score = realigner.RepairedTally().Score();
    if (best && score <= best_score) continue;
    best_score = score;
    best = realigner.Take();
  }
  return best;
}

std::optional<GbkRepair> RepairLostLead(std::string_view text, size_t place, char32_t before,
                                        bool after_question_mark) {
  const DecodedCharacter mark = DecodeUtf8(text, place);
  const size_t next = place + mark.size_bytes;
  if (next == text.size()) return std::nullopt;
  if (ToGbk(DecodeUtf8(text, next).code_point) >> 8 != 0xB0) return std::nullopt;
  if (!MayComeIntoStep(text, next)) return std::nullopt;
  // 保 in 确保, 担保 …; a full stop after everything else.
  constexpr std::u32string_view kBeforeBao = U"确担环医社劳低参投作力";
  const bool bao = !after_question_mark && kBeforeBao.find(before) != std::u32string_view::npos;
  Realigner realigner(text, 0xA1, next, next);
  realigner.Begin(bao ? U'保' : U'。', place, next);
  if (!realigner.Run()) return std::nullopt;
  const GbkRepair repair = realigner.Take();
  // Nothing but the reading itself says that there is damage: it must be the better one by far.
  const Tally repaired = realigner.RepairedTally();
  Tally decoded;
  for (size_t i = next; i < repair.end;) {
    const DecodedCharacter character = DecodeUtf8(text, i);
    decoded.Add(character.code_point);
    i += character.size_bytes;
  }
  if (repaired.rare > 0 || repaired.frequent < 3 || decoded.rare == 0) return std::nullopt;
  return repaired.Score() >= decoded.Score() + 3 ? std::optional(repair) : std::nullopt;
}

}  // namespace wirecopy
