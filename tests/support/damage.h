// Every damage of the generator under its name, so that tables of tests and samples can ask for it
// in words.
//
//   DamageContext context{SeededRandom(7), filler_sentences};
//   text = ApplyDamage({"cut", "60"}, text, context);
//   for (const Damage& damage : AllDamages()) ...
//
// The same seed gives the same bytes on every machine.
#ifndef TESTS_SUPPORT_DAMAGE_H_
#define TESTS_SUPPORT_DAMAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "seeded_random.h"

namespace wirecopy {

// name              value
// traditional
// pinyin            group a to e: readings behind characters of Traditional text
// pinyin-spaced     group; 會(huì )
// pinyin-unopened   group; 會huì)
// pinyin-toneless   percent of the occurrences: 會(hui)
// gbk               group: readings put in on GBK bytes, torn characters included
// ascii double fullwidth softhyphen zerowidth entities nbsp ideographic flat
// noise             percent of the letters
// cut               percent kept
// drop              percent of the sentences lost
// insert            percent of foreign text
// excerpt           percent kept, from the middle
// reorder
struct Damage {
  std::string name;
  std::string value;

  bool operator==(const Damage&) const = default;
};

// "cut:60" or "flat".
Damage ParseDamage(std::string_view text);

struct DamageContext {
  SeededRandom random;
  std::vector<std::string>
      foreign;  // sentences for "insert"; may be empty where that is not asked for
};

// Whether the damage changes what the text says (cut, drop, ...); the others change only how it is
// written.
bool ChangesContent(std::string_view name);

// REQUIRES: the damage is one of AllDamages() by name, its value in range.
std::string ApplyDamage(const Damage& damage, std::string_view text, DamageContext& context);

// Every damage once, with an ordinary value.
const std::vector<Damage>& AllDamages();

}  // namespace wirecopy

#endif  // TESTS_SUPPORT_DAMAGE_H_
