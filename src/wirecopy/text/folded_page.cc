#include "wirecopy/text/folded_page.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>

#include "wirecopy/text/char_reference.h"
#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/folded_chunk.h"
#include "wirecopy/text/gbk.h"
#include "wirecopy/text/gbk_damage.h"
#include "wirecopy/text/pinyin.h"
#include "wirecopy/text/utf8.h"
#include "wirecopy/text/wrong_decoding.h"

namespace wirecopy {
namespace {

// Toneless readings are removed where a page shows at least this many that fit the character before
// them.
constexpr size_t kMinTonelessReadings = 5;

constexpr bool IsWhite(char32_t folded) { return folded == U' ' || folded == U'\n'; }
constexpr bool IsOpeningBracket(char32_t c) { return c == U'(' || c == U'（'; }
constexpr bool IsBopomofo(char32_t c) { return c >= 0x3105 && c <= 0x312F; }
constexpr bool IsBopomofoTone(char32_t c) {
  return c == 0x2CA || c == 0x2C7 || c == 0x2CB || c == 0x2D9;
}
constexpr bool IsLeadJamo(char32_t c) { return c >= 0x1100 && c <= 0x1112; }
constexpr bool IsVowelJamo(char32_t c) { return c >= 0x1161 && c <= 0x1175; }
constexpr bool IsOpenSyllable(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3 && (c - 0xAC00) % 28 == 0;
}

// Folds one page: plain characters many at once, the others one by one.
class PageFolder {
 public:
  explicit PageFolder(std::string_view text) : text_(text) {
    Resize(CountUtf8Leads(text) + 2 * FoldedChunk::kSlack);
  }

  FoldedPage Run() {
    for (size_t place = 0; place < text_.size();) {
      ReadChunk(text_, place, chunk_);
      place = chunk_.size == 0 ? FoldOne(place) : FoldChunk(place);
    }
    Finish();
    return std::move(page_);
  }

 private:
  void Resize(size_t size) {
    page_.chars.resize(size);
    page_.begins.resize(size);
    page_.ends.resize(size);
    kinds_.resize(size);
    chars_ = page_.chars.data();
    begins_ = page_.begins.data();
    ends_ = page_.ends.data();
    capacity_ = size;
  }

  void Emit(char32_t c, CharKind kind, size_t begin, size_t end) {
    if (count_ == capacity_) [[unlikely]]
      Resize(capacity_ + capacity_ / 2 + 64);
    chars_[count_] = c;
    kinds_[count_] = kind.bits();
    begins_[count_] = static_cast<uint32_t>(begin);
    ends_[count_] = static_cast<uint32_t>(end);
    ++count_;
  }
  void Emit(char32_t folded, size_t begin, size_t end) {
    Emit(folded, FoldEntryOf(folded).kind(), begin, end);
  }

  void ReplaceLast(char32_t folded) {
    chars_[count_ - 1] = folded;
    kinds_[count_ - 1] = FoldEntryOf(folded).kind().bits();
  }

  char32_t Last() const { return count_ == 0 ? U'\n' : chars_[count_ - 1]; }

  // Folds what was read from `place` on. Returns the place behind it, or behind what damage takes
  // beyond it.
  size_t FoldChunk(size_t place) {
    for (size_t i = 0;;) {
      while (i < chunk_.size && chunk_.begins[i] < place) ++i;
      if (i == chunk_.size) return place;
      if (place == chunk_.begins[i]) {
        const bool meets = chunk_.entries[i] == FoldEntryOf(U' ').bits() && IsWhite(Last());
        const size_t stop = meets ? i : chunk_.NextStop(i);
        CopyPlainTo(i, stop);
        i = stop;
        place = chunk_.begins[i];
        if (i == chunk_.size) return place;
      }
      place = FoldOne(place);
    }
  }

  void CopyPlainTo(size_t from, size_t to) {
    if (from == to) return;
    if (count_ + (to - from) + FoldedChunk::kSlack > capacity_) [[unlikely]]
      Resize(capacity_ + capacity_ / 2 + (to - from) + FoldedChunk::kSlack);
    page_.damage.traditional +=
        CopyPlain(chunk_, from, to,
                  {chars_ + count_, begins_ + count_, ends_ + count_, kinds_.data() + count_});
    count_ += to - from;
    indents_ = 0;
  }

  // Folds the character at `place` by itself. Returns the place to go on from.
  size_t FoldOne(size_t place) {
    const DecodedCharacter next = DecodeUtf8(text_, place);
    return FoldSpecial(next.code_point, FoldEntryOf(next.code_point), place,
                       place + next.size_bytes);
  }

  // Returns the place to go on from.
  size_t FoldSpecial(char32_t c, FoldEntry entry, size_t begin, size_t end) {
    if (entry.needs_context()) {
      if (const size_t behind = FoldInContext(c, begin, end); behind != 0) return behind;
    }
    EmitFolded(entry, begin, end);
    return end;
  }

  void EmitFolded(FoldEntry entry, size_t begin, size_t end) {
    switch (entry.char_class()) {
      case CharClass::kSpace:
      case CharClass::kIndent:
      case CharClass::kNewline:
        EmitWhite(entry.char_class(), begin, end);
        return;
      case CharClass::kInvisible:
        ++page_.damage.invisible;
        return;
      case CharClass::kAccent:
        return;
      case CharClass::kExpansion:
        for (char32_t c : Expansion(entry)) Emit(c, begin, end);
        break;
      default:
        Emit(entry.folded(), entry.kind(), begin, end);
    }
    page_.damage.traditional += entry.from_traditional();
  }

  // White space that meets becomes one character: a newline where there is one, or an indent.
  void EmitWhite(CharClass kind, size_t begin, size_t end) {
    if (count_ == 0) return;
    if (!IsWhite(Last())) {
      indents_ = kind == CharClass::kIndent;
      Emit(kind == CharClass::kNewline ? U'\n' : U' ', begin, end);
      return;
    }
    indents_ += kind == CharClass::kIndent;
    if (kind == CharClass::kNewline || indents_ >= 2) ReplaceLast(U'\n');
    ends_[count_ - 1] = static_cast<uint32_t>(end);
  }

  // Handles a character that is part of damage or of a composition. Returns the place behind what
  // was handled, 0 where the character is what it seems.
  size_t FoldInContext(char32_t c, size_t begin, size_t end) {
    if (c == U'&') return FoldCharReference(begin);
    if (IsOpeningBracket(c)) return SkipReading(end);
    if (c == U'?' || c == U'？') return FoldTornReading(begin);
    if (c == U'!' || c == U'！') return FoldLostLead(begin);
    if (c == U'○') return FoldCircle(begin, end);
    if (IsVowelJamo(c) || (c >= 0x11A8 && c <= 0x11C2)) return ComposeHangul(c, end);
    return SkipUnopenedReading(begin);
  }

  size_t FoldCharReference(size_t begin) {
    const CharReference reference = ReadCharReference(text_, begin);
    if (reference.size_bytes == 0) return 0;
    ++page_.damage.html_entities;
    const size_t end = begin + reference.size_bytes;
    EmitFolded(FoldEntryOf(reference.code_point), begin, end);
    return end;
  }

  // Past the spaces (at most two) and the closing bracket behind a syllable; `place` itself where
  // there is no bracket.
  size_t BehindReading(size_t place) const {
    const size_t begin = place;
    for (int spaces = 0; spaces < 2 && place < text_.size() && text_[place] == ' '; ++spaces)
      ++place;
    if (place == text_.size()) return begin;
    const DecodedCharacter next = DecodeUtf8(text_, place);
    return next.code_point == U')' || next.code_point == U'）' ? place + next.size_bytes : begin;
  }

  // 領(ㄌㄧㄥˇ): the place behind the closing bracket; 0 where `place` begins no such reading.
  size_t BehindBopomofo(size_t place) const {
    size_t letters = 0, tones = 0;
    while (place < text_.size() && letters + tones <= 4) {
      const DecodedCharacter next = DecodeUtf8(text_, place);
      if (!IsBopomofo(next.code_point) && !IsBopomofoTone(next.code_point)) break;
      ++(IsBopomofo(next.code_point) ? letters : tones);
      place += next.size_bytes;
    }
    if (letters == 0 || letters > 3 || tones > 1) return 0;
    const size_t behind = BehindReading(place);
    return behind > place ? behind : 0;
  }

  bool StandsHan(size_t place) const {
    return place < text_.size() && IsBasicHan(DecodeUtf8(text_, place).code_point);
  }

  // 領(lǐng), 會(huì ), 領(ㄌㄧㄥˇ), and 領(lǐng without its end. `place`: behind the opening
  // bracket.
  size_t SkipReading(size_t place) {
    if (!IsBasicHan(Last()) && (count_ == 0 || repaired_count_ != count_)) return 0;
    while (place < text_.size() && text_[place] == ' ') {
      if (text_[place - 1] == ' ') return 0;
      ++place;
    }
    if (const size_t behind = BehindBopomofo(place); behind != 0) {
      ++page_.damage.pinyin;
      return behind;
    }
    const PinyinSyllable syllable = ReadPinyin(text_, place);
    if (syllable.number == 0) return 0;
    const size_t behind_letters = place + syllable.size_bytes;
    const size_t behind = BehindReading(behind_letters);
    const bool closed = behind > behind_letters;
    if (syllable.tone != 0) {
      if (!closed && !StandsHan(behind)) return 0;
      ++page_.damage.pinyin;
      return behind;
    }
    if (closed && text_[behind_letters] != ' ' && text_[place - 1] != ' ' &&
        syllable.letters >= 2) {
      toneless_.push_back({count_, syllable.letters + 2u});
      fitting_toneless_ += IsReadingOf(syllable, Last());
    }
    return 0;
  }

  // 領lǐng): the letters before the toned vowel stand on the page already. `begin`: of the toned
  // vowel.
  size_t SkipUnopenedReading(size_t begin) {
    size_t first = count_;
    while (first > 0 && count_ - first < PinyinLetters::kMaxLetters && chars_[first - 1] >= U'a' &&
           chars_[first - 1] <= U'z') {
      --first;
    }
    if (first == 0 || !IsBasicHan(chars_[first - 1])) return 0;
    const size_t place = first == count_ ? begin : begins_[first];
    const PinyinSyllable syllable = ReadPinyin(text_, place);
    if (syllable.number == 0 || syllable.tone == 0 || place + syllable.size_bytes <= begin)
      return 0;
    const size_t behind = BehindReading(place + syllable.size_bytes);
    if (behind == place + syllable.size_bytes) return 0;
    count_ = first;
    ++page_.damage.pinyin;
    return behind;
  }

  // The GBK code of the last character as it stands in the original; 0: none.
  uint16_t LastGbk() const {
    if (count_ == 0) return 0;
    if (repaired_count_ == count_) return ToGbk(last_repaired_);
    const DecodedCharacter last = DecodeUtf8(text_, begins_[count_ - 1]);
    return begins_[count_ - 1] + last.size_bytes == ends_[count_ - 1] ? ToGbk(last.code_point) : 0;
  }

  // 日?qǐng)?bào). What cannot be repaired is at least rid of the reading.
  size_t FoldTornReading(size_t begin) {
    const TornReading torn = ReadTornReading(text_, begin);
    if (torn.size_bytes == 0) return 0;
    if (const uint16_t code = LastGbk(); code != 0) {
      if (const auto repair = RepairTornReading(text_, begin, code & 0xFF))
        return EmitRepair(*repair);
    }
    ++page_.damage.pinyin;
    return begin + torn.size_bytes;
  }

  // 確!拔逡弧逼陂g, also with a question mark before the exclamation mark.
  size_t FoldLostLead(size_t begin) {
    if (count_ == 0 || ends_[count_ - 1] != begin) return 0;
    const bool after_question_mark = count_ >= 2 && Last() == U'?';
    const char32_t before = chars_[count_ - 1 - after_question_mark];
    if (!IsBasicHan(before)) return 0;
    const auto repair = RepairLostLead(text_, begin, before, after_question_mark);
    if (!repair) return 0;
    count_ -= after_question_mark;
    return EmitRepair(*repair);
  }

  size_t EmitRepair(const GbkRepair& repair) {
    ++page_.damage.gbk_repairs;
    for (size_t i = 0; i < repair.count; ++i) {
      const GbkRepair::Character& restored = repair.characters[i];
      EmitFolded(FoldEntryOf(restored.code_point), restored.begin, restored.end);
      last_repaired_ = restored.code_point;
    }
    repaired_count_ = count_;
    return repair.end;
  }

  // 二○二一: a circle among numerals is a zero.
  size_t FoldCircle(size_t begin, size_t end) {
    constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九";
    if (kNumerals.find(Last()) == std::u32string_view::npos) return 0;
    Emit(U'〇', begin, end);
    return end;
  }

  size_t ComposeHangul(char32_t jamo, size_t end) {
    if (count_ == 0) return 0;
    const char32_t last = Last();
    if (IsVowelJamo(jamo) && IsLeadJamo(last)) {
      ReplaceLast(0xAC00 + ((last - 0x1100) * 21 + (jamo - 0x1161)) * 28);
    } else if (!IsVowelJamo(jamo) && IsOpenSyllable(last)) {
      ReplaceLast(last + jamo - 0x11A7);
    } else {
      return 0;
    }
    ends_[count_ - 1] = static_cast<uint32_t>(end);
    return end;
  }

  struct TonelessReading {
    size_t place = 0;  // of its opening bracket in the folded page
    size_t size = 0;   // in characters, brackets included
  };

  // Removes toneless readings where most of them fit: English in brackets does not.
  void RemoveToneless() {
    if (fitting_toneless_ < kMinTonelessReadings || fitting_toneless_ * 2 < toneless_.size())
      return;
    size_t kept = 0, from = 0;
    const auto keep_until = [&](size_t to) {
      std::copy(chars_ + from, chars_ + to, chars_ + kept);
      std::copy(begins_ + from, begins_ + to, begins_ + kept);
      std::copy(ends_ + from, ends_ + to, ends_ + kept);
      std::copy(kinds_.data() + from, kinds_.data() + to, kinds_.data() + kept);
      kept += to - from;
    };
    for (const TonelessReading& reading : toneless_) {
      keep_until(reading.place);
      from = reading.place + reading.size;
    }
    keep_until(count_);
    count_ = kept;
    page_.damage.pinyin += static_cast<uint32_t>(toneless_.size());
  }

  void Finish() {
    RemoveToneless();
    if (count_ > 0 && (chars_[count_ - 1] == U' ' || chars_[count_ - 1] == U'\n')) --count_;
    Resize(count_);
    page_.marks = PageMarks(kinds_);
  }

  std::string_view text_;
  FoldedChunk chunk_;
  FoldedPage page_;
  std::vector<uint8_t> kinds_;  // CharKind::bits() of page_.chars
  char32_t* chars_ = nullptr;
  uint32_t* begins_ = nullptr;
  uint32_t* ends_ = nullptr;
  size_t count_ = 0;
  size_t capacity_ = 0;
  size_t indents_ = 0;  // wide spaces in the white space at the end
  std::vector<TonelessReading> toneless_;
  size_t fitting_toneless_ = 0;
  size_t repaired_count_ = 0;  // count_ after the last repair
  char32_t last_repaired_ = 0;
};

}  // namespace

FoldedPage FoldPage(std::string_view text) {
  assert(text.size() <= std::numeric_limits<uint32_t>::max());
  const std::optional<RestoredBytes> restored = UndoWrongDecoding(text);
  if (!restored) return PageFolder(text).Run();
  FoldedPage page = PageFolder(restored->bytes).Run();
  for (uint32_t& begin : page.begins) begin = restored->begins[begin];
  for (uint32_t& end : page.ends) end = restored->ends[end - 1];
  return page;
}

}  // namespace wirecopy
