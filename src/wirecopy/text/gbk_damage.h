// Undoes damage done to Chinese text while it was GBK bytes: readings inserted in the middle of
// characters, and lead bytes lost before an opening quotation mark. Both leave the bytes behind
// them one out of step.
//
//   日?qǐng)?bào)   was 日報: C8 D5 | 88 F3, where D5 88 was taken for 請 and 88 F3 is 報
//   確!拔逡弧逼陂g  was 確保“五一”期間: 保 = B1 A3 lost its B1
//
//   std::optional<GbkRepair> repair = RepairTornReading(text, place, 0xD5);
//
// A repair is given only where the bytes fall back into step within kMaxRun characters and what
// comes out is made of ordinary characters; everything else is left as it is. A pair that was
// decoded to '?' is lost: the repair goes on behind it with U+FFFD.
// Cost: constant per call (kMaxRun characters). Threads: pure functions.
// Source: docs/algorithms.md, "Bytewise damage".
#ifndef WIRECOPY_TEXT_GBK_DAMAGE_H_
#define WIRECOPY_TEXT_GBK_DAMAGE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "wirecopy/text/pinyin.h"

namespace wirecopy {

struct GbkRepair {
  static constexpr size_t kMaxRun = 64;
  struct Character {
    char32_t code_point = 0;
    uint32_t begin =
        0;  // the stretch of the damaged text it was read from, in bytes; stretches do not overlap
    uint32_t end = 0;
  };
  std::array<Character, kMaxRun> characters;
  size_t count = 0;
  size_t end = 0;  // of the damaged text
};

// A torn reading: "?qǐng)", with spaces allowed before the bracket; size_bytes 0: there is none at
// `place`.
struct TornReading {
  PinyinSyllable syllable;
  size_t size_bytes = 0;
};
TornReading ReadTornReading(std::string_view text, size_t place);

// `place`: of a torn reading; `last_byte`: of the GBK code of the character before it.
std::optional<GbkRepair> RepairTornReading(std::string_view text, size_t place, uint8_t last_byte);

// `place`: of an exclamation mark; `before`: the character before it, folded;
// `after_question_mark`: "?!".
std::optional<GbkRepair> RepairLostLead(std::string_view text, size_t place, char32_t before,
                                        bool after_question_mark);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_GBK_DAMAGE_H_
