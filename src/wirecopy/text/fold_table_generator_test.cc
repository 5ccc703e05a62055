// The table that fold_table_generator writes: against ICU for every code point, and by example.
#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <ostream>
#include <string>

#include "fold_reference.h"
#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/folded_page.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

bool IsLetterOrDigit(char32_t folded) {
  const CharClass kind = ClassOf(folded);
  return kind != CharClass::kPunctuation && kind <= CharClass::kMark;
}

TEST(FoldTableTest, EveryCodePointFoldsAsIcuSays) {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  if (std::to_string(version[0]) != std::string_view(fold_table::kUnicodeVersion).substr(0, 2)) {
    GTEST_SKIP() << "built with Unicode " << fold_table::kUnicodeVersion;
  }
  const reference::FoldReference reference(WIRECOPY_T2S_TSV);
  ASSERT_GE(reference.t2s_size(), 4000u);
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(c, text);
    const FoldedPage page = FoldPage(text);
    std::vector<reference::FoldedLetter> letters;
    for (size_t i = 0; i < page.chars.size(); ++i) {
      if (IsLetterOrDigit(page.chars[i]))
        letters.push_back({page.chars[i], page.begins[i], page.ends[i]});
    }
    ASSERT_EQ(letters, reference.Letters(text)) << std::hex << "U+" << uint32_t(c);
  }
}

TEST(FoldTableTest, FoldingTwiceIsFoldingOnce) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const FoldEntry entry = FoldEntryOf(c);
    if (entry.char_class() == CharClass::kExpansion) {
      ASSERT_GE(Expansion(entry).size(), 2u);
      for (char32_t part : Expansion(entry)) ASSERT_EQ(FoldEntryOf(part).folded(), part);
    } else if (entry.char_class() <= CharClass::kMark) {
      ASSERT_EQ(FoldEntryOf(entry.folded()).folded(), entry.folded()) << std::hex << uint32_t(c);
      ASSERT_EQ(ClassOf(entry.folded()), entry.char_class());
    }
  }
}

struct Row {
  const char* name;
  char32_t original;
  char32_t folded;
  CharClass kind;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class FoldEntryTest : public testing::TestWithParam<Row> {};

TEST_P(FoldEntryTest, FoldsTo) {
  const FoldEntry entry = FoldEntryOf(GetParam().original);
  EXPECT_EQ(uint32_t(entry.folded()), uint32_t(GetParam().folded));
  EXPECT_EQ(entry.char_class(), GetParam().kind);
}

constexpr CharClass kHan = CharClass::kCharacter;
INSTANTIATE_TEST_SUITE_P(
    All, FoldEntryTest,
    testing::Values(
        Row{"Traditional", U'領', U'领', kHan}, Row{"not as ICU has it", U'俱', U'俱', kHan},
        Row{"乾 is 干", U'乾', U'干', kHan}, Row{"著 is 着", U'著', U'着', kHan},
        Row{"於 is 于", U'於', U'于', kHan}, Row{"後 is 后", U'後', U'后', kHan},
        Row{"臺 is 台", U'臺', U'台', kHan}, Row{"瞭 is 了", U'瞭', U'了', kHan},
        Row{"variant 糰", U'糰', U'团', kHan}, Row{"variant 筦", U'筦', U'管', kHan},
        Row{"variant 蓡", U'蓡', U'参', kHan}, Row{"variant 竝", U'竝', U'并', kHan},
        Row{"variant 炤", U'炤', U'照', kHan}, Row{"variant 昰", U'昰', U'是', kHan},
        Row{"variant 舩", U'舩', U'船', kHan}, Row{"Taiwan", U'裡', U'里', kHan},
        Row{"Hong Kong", U'衞', U'卫', kHan}, Row{"Japan", U'図', U'图', kHan},
        Row{"Simplified stays", U'芸', U'芸', kHan}, Row{"radical", U'⻓', U'长', kHan},
        Row{"compatibility ideograph", 0xF900, U'岂', kHan}, Row{"zero", U'〇', U'〇', kHan},
        Row{"iteration mark", U'々', U'々', kHan}, Row{"rare Han", 0x20000, 0x20000, kHan},
        Row{"Kana without voice", U'が', U'か', kHan}, Row{"half-width Kana", U'ｶ', U'カ', kHan},
        Row{"long vowel", U'ー', U'ー', kHan}, Row{"Hangul", U'한', U'한', kHan},
        Row{"full width", U'Ａ', U'a', CharClass::kLetter},
        Row{"case", U'Q', U'q', CharClass::kLetter}, Row{"accent", U'ç', U'c', CharClass::kLetter},
        Row{"final sigma", U'ς', U'σ', CharClass::kLetter},
        Row{"io", U'ё', U'е', CharClass::kLetter},
        Row{"full-width digit", U'７', U'7', CharClass::kDigit},
        Row{"circled digit", U'②', U'2', CharClass::kDigit},
        Row{"Arabic digit", U'٣', U'3', CharClass::kDigit},
        Row{"Thai", U'ก', U'ก', CharClass::kGrapheme},
        Row{"Thai vowel sign", U'ิ', U'ิ', CharClass::kMark},
        Row{"full-width comma", U'，', U',', CharClass::kPunctuation},
        Row{"quote", U'「', U'"', CharClass::kPunctuation},
        Row{"apostrophe", U'’', U'\'', CharClass::kPunctuation},
        Row{"full stop stays", U'。', U'。', CharClass::kPunctuation},
        Row{"stroke as separator", U'丨', U'|', CharClass::kPunctuation},
        Row{"emoji", 0x1F600, 0x1F600, CharClass::kPunctuation},
        Row{"no-break space", 0xA0, U' ', CharClass::kSpace},
        Row{"ideographic space", 0x3000, U' ', CharClass::kIndent},
        Row{"line separator", 0x2028, U'\n', CharClass::kNewline},
        Row{"soft hyphen", 0xAD, U' ', CharClass::kInvisible},
        Row{"byte order mark", 0xFEFF, U' ', CharClass::kInvisible},
        Row{"variation selector", 0xFE0F, U' ', CharClass::kInvisible},
        Row{"combining accent", 0x301, U' ', CharClass::kAccent}));

}  // namespace
}  // namespace wirecopy
