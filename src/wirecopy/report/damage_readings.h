// Where a page was damaged, as it was and as it was read: for people who wonder why two texts that
// look different were taken for one.
//
//   for (const DamageReading& reading : DamageReadings(text, clean, passage.a)) ...
//   // {"會議(huì yì)", "会议"}
//
// Meant are injected readings ("領(lǐng)") and characters that stand in other bytes than their own;
// not Traditional characters, capital letters or widths, which are folded everywhere. Cost: linear.
// Threads: pure function.
#ifndef WIRECOPY_REPORT_DAMAGE_READINGS_H_
#define WIRECOPY_REPORT_DAMAGE_READINGS_H_

#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/model/clean_text.h"

namespace wirecopy {

struct DamageReading {
  std::string original;  // harmless
  std::string read;
};

// Neighbours are one. REQUIRES: `clean` has places in `text`, and the range lies in it.
std::vector<DamageReading> DamageReadings(std::string_view text, const CleanText& clean,
                                          TokenRange range);

// "33 readings injected, 159 Traditional characters"; empty where nothing was undone.
std::string DamageText(const DamageCounts& damage);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_DAMAGE_READINGS_H_
