// The tables that damage_tables_generator writes, against ICU.
#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

#include "wirecopy/text/gbk.h"
#include "wirecopy/text/pinyin.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

TEST(DamageTablesTest, GbkGoesThereAndBack) {
  size_t characters = 0;
  for (char32_t c = 0; c < 0x10000; ++c) {
    const uint16_t code = ToGbk(c);
    if (code == 0) continue;
    ++characters;
    EXPECT_EQ(FromGbk(code >> 8, code & 0xFF), c);
  }
  EXPECT_GE(characters, 21'791u);  // GBK without its private part
  EXPECT_EQ(ToGbk(U'a'), 0);
  EXPECT_EQ(ToGbk(0x1F600), 0);
  EXPECT_EQ(FromGbk(0x80, 0x40), 0u);
  EXPECT_EQ(FromGbk(0xFF, 0x40), 0u);
  EXPECT_EQ(FromGbk(0xC8, 0x3F), 0u);
  EXPECT_EQ(FromGbk(0xFB, 0xCF), 0u);  // user-defined
}

TEST(DamageTablesTest, GbkIsTheOneOfIcu) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("GBK", &status),
                                                                     &ucnv_close);
  ASSERT_TRUE(U_SUCCESS(status));
  for (char16_t c = 0x4E00; c < 0x9FA6; ++c) {
    char bytes[4];
    const int32_t size = ucnv_fromUChars(converter.get(), bytes, sizeof bytes, &c, 1, &status);
    ASSERT_EQ(size, 2);
    const auto code = static_cast<uint16_t>((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF));
    ASSERT_EQ(ToGbk(c), code) << std::hex << unsigned(c);
  }
}

TEST(DamageTablesTest, GradesOfGb2312) {
  EXPECT_TRUE(IsFrequentHanCode(ToGbk(U'一')));
  EXPECT_FALSE(IsFrequentHanCode(ToGbk(U'逡')));
  EXPECT_TRUE(IsGb2312HanCode(ToGbk(U'逡')));
  EXPECT_FALSE(IsGb2312HanCode(ToGbk(U'領')));
  EXPECT_FALSE(IsGb2312HanCode(ToGbk(U'，')));
}

TEST(DamageTablesTest, ReadingsAreThoseOfIcu) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> latin(
      icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
  ASSERT_TRUE(U_SUCCESS(status));
  size_t read = 0;
  for (char32_t c = 0x4E00; c < 0x9FA6; c += 7) {
    icu::UnicodeString text(static_cast<UChar32>(c));
    latin->transliterate(text);
    std::string reading;
    text.toUTF8String(reading);
    const PinyinSyllable syllable = ReadPinyin(reading, 0);
    if (syllable.number == 0 || syllable.size_bytes != reading.size()) continue;
    ++read;
    EXPECT_TRUE(IsReadingOf(syllable, c)) << reading;
  }
  EXPECT_GE(read, 2900u);
}

}  // namespace
}  // namespace wirecopy
