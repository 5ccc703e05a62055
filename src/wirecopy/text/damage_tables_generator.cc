// Writes damage_tables.cc at build time: damage_tables_generator < annotated_readings.tsv >
// damage_tables.cc The GBK encoding and the readings of Han characters, both from ICU; see gbk.h
// and pinyin.h for what comes out.
#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "wirecopy/text/gbk.h"
#include "wirecopy/text/pinyin.h"

namespace {

[[noreturn]] void Fail(const std::string& message) {
  std::fprintf(stderr, "damage_tables_generator: %s\n", message.c_str());
  std::exit(1);
}

void Check(UErrorCode status) {
  if (U_FAILURE(status)) Fail(u_errorName(status));
}

template <typename Values>
void WriteArray(const char* declaration, const Values& values) {
  std::printf("const %s = {", declaration);
  size_t column = 0;
  for (const auto value : values) std::printf("%s%u,", column++ % 16 ? "" : "\n", unsigned(value));
  std::printf("\n};\n");
}

struct Gbk {
  std::vector<uint16_t> from_unicode = std::vector<uint16_t>(0x10000);
  std::vector<char16_t> to_unicode = std::vector<char16_t>(wirecopy::gbk::kPairs);
};

Gbk ReadGbk() {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("GBK", &status);
  Check(status);
  Gbk table;
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
      const char bytes[2] = {static_cast<char>(lead), static_cast<char>(trail)};
      char16_t decoded[4];
      status = U_ZERO_ERROR;
      const int32_t size = ucnv_toUChars(converter, decoded, 4, bytes, 2, &status);
      const bool is_private = size == 1 && decoded[0] >= 0xE000 && decoded[0] <= 0xF8FF;
      if (U_FAILURE(status) || size != 1 || decoded[0] == 0xFFFD || is_private) continue;
      table.to_unicode[wirecopy::gbk::PairIndex(lead, trail)] = decoded[0];
      table.from_unicode[decoded[0]] = static_cast<uint16_t>(lead << 8 | trail);
    }
  }
  ucnv_close(converter);
  return table;
}

struct Readings {
  std::vector<std::string> of_han =
      std::vector<std::string>(wirecopy::pinyin::kLastHan + 1 - wirecopy::pinyin::kFirstHan);
  std::vector<std::string> syllables;  // sorted, distinct, of one letter at least
};

// The letters of a syllable without its tone; empty: not one syllable.
std::string WithoutTone(const std::string& reading) {
  const wirecopy::PinyinLetters letters = wirecopy::ReadPinyinLetters(reading, 0);
  return letters.size_bytes == reading.size() && letters.tones <= 1 ? std::string(letters.Letters())
                                                                    : "";
}

Readings ReadReadings() {
  UErrorCode status = U_ZERO_ERROR;
  icu::Transliterator* latin =
      icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status);
  Check(status);
  Readings readings;
  std::set<std::string> syllables;
  for (char32_t c = wirecopy::pinyin::kFirstHan; c <= wirecopy::pinyin::kLastHan; ++c) {
    icu::UnicodeString text(static_cast<UChar32>(c));
    latin->transliterate(text);
    std::string reading;
    text.trim().toUTF8String(reading);
    std::string& syllable = readings.of_han[c - wirecopy::pinyin::kFirstHan];
    syllable = WithoutTone(reading);
    if (!syllable.empty()) syllables.insert(syllable);
  }
  delete latin;
  readings.syllables.assign(syllables.begin(), syllables.end());
  if (readings.syllables.size() < 390 || readings.syllables.size() > 500)
    Fail("not the syllables of Mandarin");
  return readings;
}

// 1 + the place among the syllables; 0: none.
unsigned SyllableNumber(const Readings& readings, const std::string& syllable) {
  const auto place =
      std::lower_bound(readings.syllables.begin(), readings.syllables.end(), syllable);
  if (place == readings.syllables.end() || *place != syllable) return 0;
  return static_cast<unsigned>(place - readings.syllables.begin()) + 1;
}

void WriteReadings(const Readings& readings) {
  std::printf("const char kSyllables[][8] = {\n");
  for (const std::string& syllable : readings.syllables) std::printf("\"%s\",", syllable.c_str());
  std::printf("\n};\nconst size_t kSyllableCount = %zu;\n", readings.syllables.size());
  std::vector<unsigned> numbers;
  for (const std::string& syllable : readings.of_han)
    numbers.push_back(SyllableNumber(readings, syllable));
  WriteArray("uint16_t kSyllableOfHan[]", numbers);
}

// "character TAB reading" lines become {GBK code, syllable, tone}, sorted by code.
void WriteAnnotated(const Readings& readings, const Gbk& table) {
  std::vector<std::string> rows;
  char line[256];
  while (std::fgets(line, sizeof line, stdin)) {
    if (line[0] == '#') continue;
    const std::string row(line);
    const size_t tab = row.find('\t');
    const std::string reading = row.substr(tab + 1, row.find_first_of("\r\n", tab) - tab - 1);
    const icu::UnicodeString character = icu::UnicodeString::fromUTF8(row.substr(0, tab));
    const unsigned code = character.length() == 1 ? table.from_unicode[character[0]] : 0;
    const wirecopy::PinyinLetters letters = wirecopy::ReadPinyinLetters(reading, 0);
    const unsigned number = SyllableNumber(readings, std::string(letters.Letters()));
    if (code == 0 || number == 0 || letters.tones != 1) Fail("bad row: " + row);
    std::snprintf(line, sizeof line, "{0x%04X,%u,%u},", code, number, letters.tone);
    rows.emplace_back(line);
  }
  if (rows.size() < 100) Fail("too few readings");
  std::sort(rows.begin(), rows.end());
  std::printf("const AnnotatedCharacter kAnnotated[] = {\n");
  for (const std::string& row : rows) std::printf("%s\n", row.c_str());
  std::printf("};\nconst size_t kAnnotatedCount = %zu;\n", rows.size());
}

}  // namespace

int main() {
  const Gbk table = ReadGbk();
  const Readings readings = ReadReadings();
  std::printf(
      "// Written by damage_tables_generator; do not edit.\n#include \"wirecopy/text/gbk.h\"\n");
  std::printf("#include \"wirecopy/text/pinyin.h\"\nnamespace wirecopy {\nnamespace gbk {\n");
  WriteArray("uint16_t kFromUnicode[0x10000]", table.from_unicode);
  WriteArray("char16_t kToUnicode[kPairs]", table.to_unicode);
  std::printf("}  // namespace gbk\nnamespace pinyin {\n");
  WriteReadings(readings);
  WriteAnnotated(readings, table);
  std::printf("}  // namespace pinyin\n}  // namespace wirecopy\n");
  return std::ferror(stdin) || std::fflush(stdout) != 0;
}
