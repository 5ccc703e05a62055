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

TEST(WordPlacesTest, EveryInstructionSetAgreesOnSentencesAndOnAnyCharacter) {
  const std::vector<std::u32string> words = {U"记者", U"来源", U"责任编辑", U"a",
                                             U"\U0010FFFF\xFFFF"};
  WordPlaces places;
  for (const std::u32string& word : words) places.Add(word);
  std::u32string text =
      U"来源：松溪晚报 记者 林一 昨日从县图书馆获悉，三楼的旧报阅览室已改成儿童书屋，每周六开放。"
      U"馆长说，以后每个周末都会有人来这里讲故事。责任编辑：何二 a \U0010FFFF\xFFFF";
  std::mt19937 random(12);
  for (int i = 0; i < 5000; ++i) text.push_back(random() % 0x110000);
  text.append(65, U'\0');
  for (const int64_t target : reference::EveryTarget()) {
    const reference::LimitedTo limited(target);
    for (size_t begin = 0; begin + 65 <= text.size(); begin += 13) {
      const uint64_t found = places.MayBegin(text.data() + begin);
      for (size_t i = 0; i < 64; ++i) {
        ASSERT_EQ((found >> i & 1) != 0, MayBegin(words, text[begin + i], text[begin + i + 1]))
            << hwy::TargetName(target) << " " << begin + i;
      }
    }
  }
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
