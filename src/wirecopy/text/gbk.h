// The GBK encoding of the Basic Multilingual Plane, as ICU knows it, two-byte codes only.
//
//   uint16_t code = ToGbk(U'日');              // 0xC8D5; 0: has none
//   char32_t character = FromGbk(0xC8, 0xD5);  // U'日'; 0: not a code
//
// Cost: one load. Threads: constant data, written at build time by damage_tables_generator.
#ifndef WIRECOPY_TEXT_GBK_H_
#define WIRECOPY_TEXT_GBK_H_

#include <cstddef>
#include <cstdint>

namespace wirecopy {

namespace gbk {
inline constexpr size_t kTrails = 0xFF - 0x40;
inline constexpr size_t kPairs = (0xFF - 0x81) * kTrails;
constexpr size_t PairIndex(unsigned lead, unsigned trail) {
  return (lead - 0x81) * kTrails + (trail - 0x40);
}

extern const uint16_t kFromUnicode[0x10000];
extern const char16_t kToUnicode[kPairs];
}  // namespace gbk

inline uint16_t ToGbk(char32_t c) { return c < 0x10000 ? gbk::kFromUnicode[c] : 0; }

inline char32_t FromGbk(unsigned lead, unsigned trail) {
  if (lead < 0x81 || lead > 0xFE || trail < 0x40 || trail > 0xFE) return 0;
  return gbk::kToUnicode[gbk::PairIndex(lead, trail)];
}

// The 3,755 frequent characters of GB2312.
constexpr bool IsFrequentHanCode(uint16_t gbk_code) {
  return gbk_code >= 0xB0A1 && gbk_code <= 0xD7F9 && (gbk_code & 0xFF) >= 0xA1;
}

// All 6,763 of them.
constexpr bool IsGb2312HanCode(uint16_t gbk_code) {
  return gbk_code >= 0xB0A1 && gbk_code <= 0xF7FE && (gbk_code & 0xFF) >= 0xA1;
}

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_GBK_H_
