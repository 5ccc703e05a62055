#include "wirecopy/text/utf8.h"

#include <random>
#include <string>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

TEST(DecodeThreeBytes, AgreesWithDecodeUtf8OnWhatItReads) {
  size_t read = 0;
  std::string text(4, '\0');
  for (uint32_t bytes = 0x800000; bytes <= 0xFFFFFF; ++bytes) {
    // The first byte slowest; the second and third only around the bounds of what may follow.
    const uint32_t second = bytes >> 8 & 0xFF, third = bytes & 0xFF;
    if (third > 1 && third < 0xFE && (third + 1) % 0x40 > 1) continue;
    text[0] = static_cast<char>(bytes >> 16);
    text[1] = static_cast<char>(second);
    text[2] = static_cast<char>(third);
    text[3] = static_cast<char>(bytes % 251);
    const char32_t c = DecodeThreeBytes(text.data());
    const DecodedCharacter slow = DecodeUtf8(text, 0);
    if (c == U'\n') {
      // Turned away: broken, of another size, or of a lead that may begin what is broken.
      const bool broken = slow.code_point == 0xFFFD;
      EXPECT_TRUE(broken || slow.size_bytes != 3 || text[0] == '\xE0' || text[0] == '\xED')
          << bytes;
      continue;
    }
    ++read;
    ASSERT_EQ(c, slow.code_point) << bytes;
    ASSERT_EQ(slow.size_bytes, 3u) << bytes;
  }
  EXPECT_GT(read, 1000u);
}

TEST(CountUtf8Leads, AgreesWithALookAtEachByte) {
  std::mt19937 random(5);
  for (size_t size = 0; size < 200; ++size) {
    std::string text;
    size_t leads = 0;
    while (text.size() < size) {
      text.push_back(static_cast<char>(random()));
      leads += (static_cast<unsigned char>(text.back()) & 0xC0) != 0x80;
    }
    EXPECT_EQ(CountUtf8Leads(text), leads) << text.size();
  }
}

}  // namespace
}  // namespace wirecopy
