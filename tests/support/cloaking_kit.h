// The damage done by a cloaking kit that serves other people's news from hijacked domains:
// Traditional characters, readings behind some characters, and the wreckage of doing so on GBK
// bytes.
//
//   std::string page = Cloak(text, ReadingsOfGroup('a'));          // 領(lǐng)導(dǎo) …
//   日?qǐng)?bào)
//
// Threads: pure functions of their arguments and two checked-in tables.
#ifndef TESTS_SUPPORT_CLOAKING_KIT_H_
#define TESTS_SUPPORT_CLOAKING_KIT_H_

#include <string>
#include <string_view>
#include <vector>

#include "seeded_random.h"

namespace wirecopy {

// Simplified to Traditional, character by character; what is ambiguous stays (云后干于并采范筑布…).
std::string ToTraditional(std::string_view text);

struct Reading {
  char32_t character = 0;
  std::string syllable;  // with its tone mark
  std::string groups;    // letters of the selections it belongs to
};

// All characters the kit is known to annotate, in the order in which it replaces them.
const std::vector<Reading>& AllReadings();
// One selection as it occurs on a page, 'a' to 'e'.
std::vector<Reading> ReadingsOfGroup(char group);

enum class ReadingForm {
  kPlain,          // 會(huì)
  kTrailingSpace,  // 會(huì )
  kUnopened,       // 會huì), every second time
};
// Aligned: behind every occurrence of a listed character.
std::string InjectReadings(std::string_view text, const std::vector<Reading>& readings,
                           ReadingForm form);

// Without tones and only behind some occurrences: 會(hui) with that probability.
std::string InjectToneless(std::string_view text, const std::vector<Reading>& readings,
                           double probability, SeededRandom& random);

// As the kit does it: on GBK bytes, reading after reading, wherever the two bytes stand, also
// across two characters; decoding turns a torn pair into '?': 日報 -> 日?qǐng)?bào).
std::string InjectReadingsBytewise(std::string_view text, const std::vector<Reading>& readings);

// A character whose second GBK byte is A3 loses its first one before an opening quotation mark, and
// the following text is read one byte out of step until an ASCII byte: 確保“五一”期間 ->
// 確！拔逡弧逼陂g.
std::string LoseLeadBytes(std::string_view text);

// All of it: Traditional, lost lead bytes, readings on bytes, ASCII punctuation.
std::string Cloak(std::string_view text, const std::vector<Reading>& readings);

}  // namespace wirecopy

#endif  // TESTS_SUPPORT_CLOAKING_KIT_H_
