#include "damage.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <functional>
#include <map>

#include "cloaking_kit.h"
#include "passage_damage.h"
#include "surface_damage.h"

namespace wirecopy {
namespace {

// What an effect is given: the text, the damage's value and where randomness and foreign sentences
// come from.
struct Call {
  std::string_view text;
  const std::string& value;
  DamageContext& context;

  double Share() const { return std::strtod(value.c_str(), nullptr) / 100; }
  char Group() const { return value.empty() ? 'a' : value[0]; }
};

using Effect = std::function<std::string(const Call&)>;

const std::map<std::string, Effect, std::less<>>& SurfaceEffects() {
  static const auto* const effects = new std::map<std::string, Effect, std::less<>>{
      {"traditional", [](const Call& c) { return ToTraditional(c.text); }},
      {"pinyin",
       [](const Call& c) {
         return InjectReadings(ToTraditional(c.text), ReadingsOfGroup(c.Group()),
                               ReadingForm::kPlain);
       }},
      {"pinyin-spaced",
       [](const Call& c) {
         return InjectReadings(ToTraditional(c.text), ReadingsOfGroup(c.Group()),
                               ReadingForm::kTrailingSpace);
       }},
      {"pinyin-unopened",
       [](const Call& c) {
         return InjectReadings(ToTraditional(c.text), ReadingsOfGroup(c.Group()),
                               ReadingForm::kUnopened);
       }},
      {"pinyin-toneless",
       [](const Call& c) {
         return InjectToneless(ToTraditional(c.text), AllReadings(), c.Share(), c.context.random);
       }},
      {"gbk", [](const Call& c) { return Cloak(c.text, ReadingsOfGroup(c.Group())); }},
      {"ascii", [](const Call& c) { return ToAsciiPunctuation(c.text); }},
      {"double", [](const Call& c) { return DoublePunctuation(c.text, c.context.random); }},
      {"fullwidth", [](const Call& c) { return ToFullWidth(c.text); }},
      {"softhyphen", [](const Call& c) { return WithSoftHyphens(c.text, c.context.random); }},
      {"zerowidth", [](const Call& c) { return WithZeroWidth(c.text, c.context.random); }},
      {"entities", [](const Call& c) { return WithHtmlEntities(c.text); }},
      {"nbsp", [](const Call& c) { return WithNoBreakSpaces(c.text); }},
      {"ideographic", [](const Call& c) { return WithIdeographicSpaces(c.text); }},
      {"flat", [](const Call& c) { return Flatten(c.text); }},
  };
  return *effects;
}

const std::map<std::string, Effect, std::less<>>& ContentEffects() {
  static const auto* const effects = new std::map<std::string, Effect, std::less<>>{
      {"noise", [](const Call& c) { return WithNoise(c.text, c.Share(), c.context.random); }},
      {"cut", [](const Call& c) { return CutTo(c.text, c.Share()); }},
      {"drop", [](const Call& c) { return DropSentences(c.text, c.Share(), c.context.random); }},
      {"insert",
       [](const Call& c) {
         return InsertSentences(c.text, c.context.foreign, c.Share(), c.context.random);
       }},
      {"excerpt", [](const Call& c) { return Excerpt(c.text, c.Share(), c.context.random); }},
      {"reorder", [](const Call& c) { return ReorderParagraphs(c.text, c.context.random); }},
  };
  return *effects;
}

}  // namespace

Damage ParseDamage(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == text.npos) return {std::string(text), {}};
  return {std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
}

bool ChangesContent(std::string_view name) { return ContentEffects().contains(name); }

std::string ApplyDamage(const Damage& damage, std::string_view text, DamageContext& context) {
  const auto& effects = ChangesContent(damage.name) ? ContentEffects() : SurfaceEffects();
  const auto it = effects.find(damage.name);
  assert(it != effects.end());
  return it->second({text, damage.value, context});
}

const std::vector<Damage>& AllDamages() {
  static const auto* const damages = new std::vector<Damage>{{"traditional", ""},
                                                             {"pinyin", "b"},
                                                             {"pinyin-spaced", "b"},
                                                             {"pinyin-unopened", "d"},
                                                             {"pinyin-toneless", "40"},
                                                             {"gbk", "b"},
                                                             {"ascii", ""},
                                                             {"double", ""},
                                                             {"fullwidth", ""},
                                                             {"softhyphen", ""},
                                                             {"zerowidth", ""},
                                                             {"entities", ""},
                                                             {"nbsp", ""},
                                                             {"ideographic", ""},
                                                             {"flat", ""},
                                                             {"noise", "4"},
                                                             {"cut", "50"},
                                                             {"drop", "30"},
                                                             {"insert", "30"},
                                                             {"excerpt", "30"},
                                                             {"reorder", ""}};
  return *damages;
}

}  // namespace wirecopy
