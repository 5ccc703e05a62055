#include "wirecopy/model/character_windows.h"

#include <ostream>
#include <random>
#include <span>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"
#include "tests/reference/character_windows_reference.h"
#include "tests/reference/every_target.h"

namespace wirecopy {
namespace {

using reference::EveryTarget;
using reference::LimitedTo;

constexpr uint64_t kNotWritten = 0xdeadbeefdeadbeefULL;

// The kernel on the windows of `tokens`, from a place of any alignment, with nothing written
// behind.
std::vector<uint64_t> HashedAt(size_t offset, std::span<const Token> tokens, size_t count) {
  std::vector<Token> moved(offset);
  moved.insert(moved.end(), tokens.begin(), tokens.end());
  std::vector<uint64_t> hashes(offset + count + 1, kNotWritten);
  HashCharacterWindows(std::span(moved).subspan(offset), std::span(hashes).subspan(offset, count));
  EXPECT_EQ(hashes.back(), kNotWritten);
  hashes.pop_back();
  hashes.erase(hashes.begin(), hashes.begin() + static_cast<std::ptrdiff_t>(offset));
  return hashes;
}

void ExpectTheTwinsHashes(std::span<const Token> tokens) {
  for (const int64_t target : EveryTarget()) {
    const LimitedTo limited(target);
    for (size_t count = 0; count + kWindowCharacters - 1 <= tokens.size(); ++count) {
      ASSERT_EQ(HashedAt(count % 8, tokens, count), reference::HashCharacterWindows(tokens, count))
          << hwy::TargetName(target) << ", " << count << " windows";
    }
  }
}

std::vector<Token> Characters(std::u32string_view text) {
  std::vector<Token> tokens;
  for (const char32_t c : text) tokens.push_back(CharacterToken(c));
  return tokens;
}

struct Case {
  const char* name;
  std::vector<Token> tokens;
};
void PrintTo(const Case& row, std::ostream* out) { *out << row.name; }

class CharacterWindowsTest : public testing::TestWithParam<Case> {};

TEST_P(CharacterWindowsTest, EveryTargetGivesTheTwinsHashes) {
  ExpectTheTwinsHashes(GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    Tokens, CharacterWindowsTest,
    testing::Values(
        Case{"a sentence", Characters(U"松溪县图书馆昨日重新开放，三楼的旧报阅览室改成了儿童书屋，"
                                      U"馆长说以后每个周末都会有人来这里讲故事。")},
        Case{"one phrase again and again", Characters(U"好的好的好的好的好的好的好的好的好的好的")},
        Case{"words and numbers between characters",
             {CharacterToken(U'第'), WordToken("pier"), 0x83000007u, CharacterToken(U'号'),
              kBreakToken, WordToken("of"), WordToken("reconstruction"), 0xbfffffffu,
              CharacterToken(U'岁'), kBreakToken, kBreakToken, CharacterToken(U'𠮷')}},
        Case{"breaks only", std::vector<Token>(70, kBreakToken)},
        Case{"every bit set", std::vector<Token>(70, ~Token{0})},
        Case{"the sign bit alone", std::vector<Token>(70, Token{1} << 31)}));

TEST(CharacterWindowsRandomTest, EveryTargetGivesTheTwinsHashes) {
  std::mt19937 random(17);
  for (const uint32_t mask : {~0u, 0xffffu, 0x80000001u}) {
    for (int round = 0; round < 5; ++round) {
      std::vector<Token> tokens(80);
      for (Token& token : tokens) token = static_cast<Token>(random()) & mask;
      ExpectTheTwinsHashes(tokens);
    }
  }
}

}  // namespace
}  // namespace wirecopy
