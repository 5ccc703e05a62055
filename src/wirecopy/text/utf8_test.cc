#include "wirecopy/text/utf8.h"

#include <random>
#include <string>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

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
