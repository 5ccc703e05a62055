#include "wirecopy/text/word_places.h"

#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/reference/every_target.h"

namespace wirecopy {
namespace {

// The slow twin: whether a word of the table is kept in the slot of a place.
bool MayBegin(const std::vector<std::u32string>& words, char32_t first, char32_t second) {
  for (const std::u32string& word : words) {
    const uint32_t slot = WordPlaces::SlotOf(word);
    if (slot == WordPlaces::SlotOf(first, second) || slot == WordPlaces::SlotOf(first, U'\0'))
      return true;
  }
  return false;
}

TEST(WordPlacesTest, EveryInstructionSetAgreesWithTheSlowTwin) {
  std::mt19937 random(11);
  std::vector<std::u32string> words = {U"图", U"来源", U"责任编辑", U"24小时"};
  for (int i = 0; i < 300; ++i)
    words.push_back({char32_t(0x4E00 + random() % 200), char32_t(0x4E00 + random() % 200)});
  WordPlaces places;
  for (const std::u32string& word : words) places.Add(word);
  for (const int64_t target : reference::EveryTarget()) {
    const reference::LimitedTo limited(target);
    for (int round = 0; round < 100; ++round) {
      std::u32string chars(65, U'\0');
      for (char32_t& c : chars) c = 0x4E00 + random() % 200;
      if (round % 2 == 0) chars.replace(3, 7, U"图、责任编辑:");
      if (round % 3 == 0) chars.replace(61, 4, std::u32string(4, U'\0'));
      const uint64_t found = places.MayBegin(chars.data());
      for (size_t i = 0; i < 64; ++i) {
        EXPECT_EQ((found >> i & 1) != 0, MayBegin(words, chars[i], chars[i + 1]))
            << hwy::TargetName(target) << " " << i;
      }
    }
  }
}

}  // namespace
}  // namespace wirecopy
