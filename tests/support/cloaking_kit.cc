#include "cloaking_kit.h"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <map>

#include "code_points.h"
#include "gbk.h"
#include "surface_damage.h"

namespace wirecopy {
namespace {

// The rows of a checked-in table; lines that open with # are comments.
std::vector<std::vector<std::string>> ReadTable(const char* file_name) {
  std::ifstream file(std::string(WIRECOPY_SUPPORT_DIR "/tables/") + file_name);
  assert(file.good());
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> row(1);
    for (char c : line) c == '\t' ? row.emplace_back() : row.back() += c, void();
    rows.push_back(std::move(row));
  }
  return rows;
}

const std::map<char32_t, char32_t>& TraditionalOf() {
  static const auto* const table = [] {
    auto* map = new std::map<char32_t, char32_t>;
    for (const auto& row : ReadTable("simplified_to_traditional.tsv")) {
      (*map)[ToCodePoints(row.at(0)).at(0)] = ToCodePoints(row.at(1)).at(0);
    }
    return map;
  }();
  return *table;
}

std::string WithoutTones(std::string_view syllable) {
  static constexpr std::u32string_view kToned = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";
  static constexpr std::u32string_view kPlain = U"aaaaeeeeiiiioooouuuuvvvv";
  std::u32string out = ToCodePoints(syllable);
  for (char32_t& c : out) {
    if (const size_t at = kToned.find(c); at != kToned.npos) c = kPlain[at];
  }
  return ToUtf8(out);
}

std::map<char32_t, std::string> SyllablesOf(const std::vector<Reading>& readings) {
  std::map<char32_t, std::string> map;
  for (const Reading& reading : readings) map[reading.character] = reading.syllable;
  return map;
}

std::string ReplaceBytes(const std::string& text, const std::string& from, const std::string& to) {
  std::string out;
  size_t begin = 0;
  for (size_t at; (at = text.find(from, begin)) != std::string::npos; begin = at + from.size()) {
    out.append(text, begin, at - begin).append(to);
  }
  return out.append(text, begin);
}

}  // namespace

std::string ToTraditional(std::string_view text) {
  std::u32string out = ToCodePoints(text);
  for (char32_t& c : out) {
    if (auto it = TraditionalOf().find(c); it != TraditionalOf().end()) c = it->second;
  }
  return ToUtf8(out);
}

const std::vector<Reading>& AllReadings() {
  static const auto* const readings = [] {
    auto* list = new std::vector<Reading>;
    for (const auto& row : ReadTable("injected_readings.tsv")) {
      list->push_back({ToCodePoints(row.at(0)).at(0), row.at(1), row.at(2)});
    }
    return list;
  }();
  return *readings;
}

std::vector<Reading> ReadingsOfGroup(char group) {
  std::vector<Reading> selected;
  std::ranges::copy_if(AllReadings(), std::back_inserter(selected), [group](const Reading& r) {
    return r.groups.find(group) != std::string::npos;
  });
  return selected;
}

std::string InjectReadings(std::string_view text, const std::vector<Reading>& readings,
                           ReadingForm form) {
  const std::map<char32_t, std::string> syllables = SyllablesOf(readings);
  std::string out;
  size_t hits = 0;
  for (char32_t c : ToCodePoints(text)) {
    out += ToUtf8(c);
    const auto it = syllables.find(c);
    if (it == syllables.end()) continue;
    const bool opened = form != ReadingForm::kUnopened || ++hits % 2 == 0;
    if (opened) out += '(';
    out.append(it->second).append(form == ReadingForm::kTrailingSpace ? " )" : ")");
  }
  return out;
}

std::string InjectToneless(std::string_view text, const std::vector<Reading>& readings,
                           double probability, SeededRandom& random) {
  const std::map<char32_t, std::string> syllables = SyllablesOf(readings);
  std::string out;
  for (char32_t c : ToCodePoints(text)) {
    out += ToUtf8(c);
    const auto it = syllables.find(c);
    if (it == syllables.end() || !random.Chance(probability)) continue;
    out.append("(").append(WithoutTones(it->second)).append(")");
  }
  return out;
}

std::string InjectReadingsBytewise(std::string_view text, const std::vector<Reading>& readings) {
  std::string bytes = ToGbk(text);
  for (const Reading& reading : readings) {
    const std::string character = ToGbk(ToUtf8(reading.character));
    const std::string bracketed = std::string("(").append(reading.syllable).append(")");
    bytes = ReplaceBytes(bytes, character, character + ToGbk(bracketed));
  }
  return FromGbk(bytes);
}

std::string LoseLeadBytes(std::string_view text) {
  const std::string bytes = ToGbk(text);
  const std::string_view quote = "\xA1\xB0";
  std::string kept;
  for (size_t i = 0; i < bytes.size();) {
    const size_t length = GbkLength(bytes, i);
    const bool torn = length == 2 && bytes[i + 1] == '\xA3' && bytes.compare(i + 2, 2, quote) == 0;
    kept.append(bytes, torn ? i + 1 : i, torn ? 1 : length);
    i += length;
  }
  return FromGbk(kept);
}

std::string Cloak(std::string_view text, const std::vector<Reading>& readings) {
  return ToAsciiPunctuation(InjectReadingsBytewise(LoseLeadBytes(ToTraditional(text)), readings));
}

}  // namespace wirecopy
