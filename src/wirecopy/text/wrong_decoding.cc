#include "wirecopy/text/wrong_decoding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "wirecopy/text/gbk.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

constexpr size_t kMinSequences = 3;       // of a page that was read as a one-byte encoding
constexpr size_t kGbkSample = 64;         // then
constexpr size_t kGbkGlance = 24;         // characters beyond ASCII that are looked at first
constexpr size_t kGbkSampleReach = 2048;  // bytes of the page in which they stand
constexpr size_t kMinGbkCharacters = 8;   // beyond ASCII, of a page that was read as GBK
constexpr char32_t kLost = 0xFFFD;

// Windows-1252 from 0x80 to 0x9F; 0: undefined there, a control of Latin-1.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The byte that a one-byte decoding made `c` of; 0: none beyond ASCII.
unsigned HighByteOf(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) return c;
  if (c < 0x152 || c > 0x2122) return 0;
  const auto place = std::ranges::find(kWindows1252, static_cast<char16_t>(c));
  return place == kWindows1252.end() ? 0
                                     : 0x80 + static_cast<unsigned>(place - kWindows1252.begin());
}

bool IsContinuation(unsigned byte) { return (byte & 0xC0) == 0x80; }

// How many bytes a UTF-8 sequence has that begins with `lead`; 0: it begins none beyond ASCII.
size_t SequenceSize(unsigned lead) {
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool IsWhole(std::string_view sequence) {
  return !sequence.empty() && DecodeUtf8(sequence, 0).size_bytes == sequence.size() &&
         DecodeUtf8(sequence, 0).code_point != kLost;
}

class Restorer {
 public:
  explicit Restorer(std::string_view text) : text_(text) {}

  // UTF-8 read as Windows-1252 or Latin-1.
  std::optional<RestoredBytes> FromOneByte() {
    size_t whole = 0, single = 0;  // characters
    size_t sequences = 0;
    for (size_t place = 0; place < text_.size();) {
      const DecodedCharacter first = DecodeUtf8(text_, place);
      const size_t begin = restored_.bytes.size();
      const unsigned lead = HighByteOf(first.code_point);
      size_t next = lead == 0 ? place : ReadSequence(place, lead);
      const size_t bytes = restored_.bytes.size() - begin;
      if (bytes >= 2) {
        const bool is_whole = IsWhole(std::string_view(restored_.bytes).substr(begin));
        whole += is_whole ? bytes : 0;
        sequences += is_whole;
      } else {
        Truncate(begin);
        next = place + first.size_bytes;
        for (size_t i = place; i < next; ++i) Put(text_[i], place, next);
        single += lead >= 0xC0;
      }
      place = next;
    }
    if (sequences < kMinSequences || single * 2 > whole) return std::nullopt;
    return std::move(restored_);
  }

  // UTF-8 read as GBK. `reach`: of the page, in bytes; `most`: characters beyond ASCII.
  std::optional<RestoredBytes> FromGbk(size_t reach, size_t most) {
    size_t high = 0;
    const size_t end = std::min(reach, text_.size());
    for (size_t place = 0; place < end && high < most;) {
      const DecodedCharacter next = DecodeUtf8(text_, place);
      const size_t behind = place + next.size_bytes;
      high += next.code_point >= 0x80;
      PutGbk(next.code_point, place, behind);
      place = behind;
    }
    if (high < kMinGbkCharacters || !IsMostlyUtf8()) return std::nullopt;
    return std::move(restored_);
  }

 private:
  void Put(unsigned byte, size_t begin, size_t end) {
    restored_.bytes.push_back(static_cast<char>(byte));
    restored_.begins.push_back(static_cast<uint32_t>(begin));
    restored_.ends.push_back(static_cast<uint32_t>(end));
  }

  void Truncate(size_t size) {
    restored_.bytes.resize(size);
    restored_.begins.resize(size);
    restored_.ends.resize(size);
  }

  // Puts the bytes of a sequence that begins with `lead` at `place`, as far as they follow; returns
  // the place behind them.
  size_t ReadSequence(size_t place, unsigned lead) {
    size_t left = SequenceSize(lead);
    for (unsigned byte = lead; left > 0; --left) {
      const size_t end = place + DecodeUtf8(text_, place).size_bytes;
      Put(byte, place, end);
      place = end;
      if (place == text_.size()) break;
      // A no-break space, 0xA0, was often made a plain one.
      byte = text_[place] == ' ' ? 0xA0 : HighByteOf(DecodeUtf8(text_, place).code_point);
      if (!IsContinuation(byte) || (byte == 0xA0 && lead < 0xE2)) break;
    }
    return place;
  }

  // A byte that led no pair became `kLost`. Before another character beyond ASCII it was mostly
  // 0x80, which leads nothing in GBK; before ASCII it may have been any.
  void PutGbk(char32_t c, size_t begin, size_t end) {
    if (c < 0x80) return Put(c, begin, end);
    const uint16_t code = c == U'€' ? 0 : ToGbk(c);
    if (code != 0) {
      Put(code >> 8, begin, end);
      return Put(code & 0xFF, begin, end);
    }
    const bool ascii_follows = end == text_.size() || static_cast<unsigned char>(text_[end]) < 0x80;
    Put(c == U'€' || (c == kLost && !ascii_follows) ? 0x80 : 0xFF, begin, end);
  }

  // Whether the restored bytes beyond ASCII are Han, Kana or wide punctuation for the most part.
  bool IsMostlyUtf8() const {
    size_t high = 0, formed = 0;
    for (size_t place = 0; place < restored_.bytes.size();) {
      const DecodedCharacter next = DecodeUtf8(restored_.bytes, place);
      if (static_cast<unsigned char>(restored_.bytes[place]) >= 0x80) {
        high += next.size_bytes;
        if (next.size_bytes == 3 && next.code_point != kLost) formed += 3;
      }
      place += next.size_bytes;
    }
    return formed * 4 >= high * 3;
  }

  std::string_view text_;
  RestoredBytes restored_;
};

// The first byte of [place, end) beyond ASCII.
size_t EndOfAscii(std::string_view text, size_t place, size_t end) {
  for (uint64_t bytes; place + 8 <= end; place += 8) {
    std::memcpy(&bytes, text.data() + place, 8);
    if (bytes & 0x8080808080808080) break;
  }
  while (place < end && static_cast<unsigned char>(text[place]) < 0x80) ++place;
  return place;
}

// Whether few of the first characters beyond ASCII are frequent ones. Text in either script has
// many.
bool MayBeReadAsGbk(std::string_view text) {
  size_t high = 0, frequent = 0;
  const size_t end = std::min(text.size(), kGbkSampleReach);
  for (size_t place = EndOfAscii(text, 0, end); place < end && high < kGbkGlance;
       place = EndOfAscii(text, place, end)) {
    const DecodedCharacter next = DecodeUtf8(text, place);
    place += next.size_bytes;
    ++high;
    frequent += IsFrequentHanCode(ToGbk(next.code_point));
  }
  return high >= kMinGbkCharacters && frequent * 3 < high;
}

// Whether a character that begins with this byte may be the second of a sequence: U+0080 to U+00BF,
// one that Windows-1252 has there, or the space that a no-break space was made.
constexpr bool MayContinue(char byte) {
  switch (static_cast<unsigned char>(byte)) {
    case 0xC2:
    case 0xC5:
    case 0xC6:
    case 0xCB:
    case 0xE2:
    case ' ':
      return true;
    default:
      return false;
  }
}

// Whether the page holds the beginnings of some sequences: all of them begin with a character from
// Â to ô, in UTF-8 the byte 0xC3 and another. Toned vowels of readings are such characters, too,
// but letters and brackets follow them.
bool MayBeReadAsOneByte(std::string_view text) {
  size_t found = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (end - at > 2 && (at = static_cast<const char*>(
                              std::memchr(at, 0xC3, static_cast<size_t>(end - at - 2))))) {
    found += MayContinue(at[2]);
    if (found >= kMinSequences) return true;
    ++at;
  }
  return false;
}

std::optional<RestoredBytes> UndoOnce(std::string_view text) {
  if (MayBeReadAsOneByte(text)) {
    if (auto restored = Restorer(text).FromOneByte()) return restored;
  }
  if (!MayBeReadAsGbk(text) || !Restorer(text).FromGbk(kGbkSampleReach, kGbkSample))
    return std::nullopt;
  return Restorer(text).FromGbk(text.size(), text.size());
}

}  // namespace

std::optional<RestoredBytes> UndoWrongDecoding(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::optional<RestoredBytes> restored = UndoOnce(text);
  while (restored && !restored->bytes.empty()) {
    std::optional<RestoredBytes> again = UndoOnce(restored->bytes);
    if (!again) break;
    for (uint32_t& begin : again->begins) begin = restored->begins[begin];
    for (uint32_t& end : again->ends) end = restored->ends[end - 1];
    restored = std::move(again);
  }
  return restored;
}

}  // namespace wirecopy
