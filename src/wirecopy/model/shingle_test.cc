#include "wirecopy/model/shingle.h"

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

// One letter a token: 'c' a character, 'w' a word, 'n' a number, '|' a break; each token but a
// break is its own.
std::vector<Token> TokensOf(const std::string& shape) {
  std::vector<Token> tokens;
  for (size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == 'c') tokens.push_back(CharacterToken(static_cast<char32_t>(0x4e00 + i)));
    if (shape[i] == 'w') tokens.push_back(WordToken(std::string(i + 1, 'w')));
    if (shape[i] == 'n') tokens.push_back(NumberToken(std::to_string(i)));
    if (shape[i] == '|') tokens.push_back(kBreakToken);
  }
  return tokens;
}

using Windows = std::vector<std::pair<uint32_t, uint32_t>>;  // begin, length

Windows WindowsOf(const std::vector<Token>& tokens) {
  Windows windows;
  for (const Shingle& shingle : ShinglesOf(tokens))
    windows.emplace_back(shingle.begin, shingle.length);
  return windows;
}

struct Case {
  const char* name;
  const char* shape;
  Windows windows;
};
void PrintTo(const Case& row, std::ostream* out) { *out << row.name; }

class ShinglesOfTest : public testing::TestWithParam<Case> {};

TEST_P(ShinglesOfTest, CutsWindows) {
  EXPECT_EQ(WindowsOf(TokensOf(GetParam().shape)), GetParam().windows);
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, ShinglesOfTest,
    testing::Values(
        Case{"nothing", "", {}}, Case{"lighter than a shingle: the whole", "cc", {{0, 2}}},
        Case{"one token", "w", {{0, 1}}}, Case{"exactly five characters", "ccccc", {{0, 5}}},
        Case{"seven characters", "ccccccc", {{0, 5}, {1, 5}, {2, 5}}},
        Case{"words go by three", "wwww", {{0, 3}, {1, 3}}},
        Case{"numbers weigh as words", "nnw", {{0, 3}}},
        Case{"mixed: 5+3+3+3 is too light, one more", "wcccc", {{0, 5}}},
        Case{"mixed: 5+5+3+3, then 5+3+3+3 is too light", "wwccc", {{0, 4}}},
        Case{"no shingle holds a break", "cccccc|ccccc", {{0, 5}, {1, 5}, {7, 5}}},
        Case{"a light stretch between breaks has none", "ccccc|cc|ccccc", {{0, 5}, {9, 5}}},
        Case{"only light stretches: the whole, breaks included", "cc|cc", {{0, 5}}},
        Case{"a light stretch at the end has none", "www|w", {{0, 3}}}));

// The slow twin: for each begin the shortest window that weighs enough and holds no break.
Windows SlowWindows(const std::vector<Token>& tokens) {
  Windows windows;
  for (uint32_t begin = 0; begin < tokens.size(); ++begin) {
    int weight = 0;
    for (uint32_t end = begin; end < tokens.size() && tokens[end] != kBreakToken; ++end) {
      weight += TokenWeight(tokens[end]);
      if (weight < kShingleWeight) continue;
      windows.emplace_back(begin, end + 1 - begin);
      break;
    }
  }
  if (windows.empty() && !tokens.empty()) windows.emplace_back(0, tokens.size());
  return windows;
}

TEST(ShinglesOfTest, AgreesWithTheSlowTwin) {
  std::mt19937 random(20221128);
  for (int round = 0; round < 2000; ++round) {
    std::string shape(random() % 40, ' ');
    for (char& kind : shape) kind = "ccccwwn|"[random() % 8];
    ASSERT_EQ(WindowsOf(TokensOf(shape)), SlowWindows(TokensOf(shape))) << shape;
  }
}

// Stored formats hold these values: they change only with a format number.
TEST(ShinglesOfTest, HashesArePinned) {
  std::vector<Token> characters;
  for (char32_t c : std::u32string(U"会议指出要求")) characters.push_back(CharacterToken(c));
  const std::vector<Shingle> shingles = ShinglesOf(characters);
  ASSERT_EQ(shingles.size(), 2u);
  EXPECT_EQ(shingles[0].hash, 0xfd6d9cf99dc8bc2eu);
  EXPECT_EQ(shingles[1].hash, 0x7802e54f441fc8aeu);
  EXPECT_EQ(ShinglesOf(std::vector<Token>{WordToken("a"), WordToken("b"), WordToken("c")})[0].hash,
            0xfad1192261ec40cu);
  EXPECT_EQ(ShinglesOf(std::vector<Token>{WordToken("a")})[0].hash, 0xd049828b69e8036fu);
}

TEST(ShinglesOfTest, OrderAndPlaceOfTokens) {
  const std::vector<Token> ab = {WordToken("a"), WordToken("b"), WordToken("c")};
  const std::vector<Token> ba = {WordToken("b"), WordToken("a"), WordToken("c")};
  EXPECT_NE(ShinglesOf(ab)[0].hash, ShinglesOf(ba)[0].hash);
  std::vector<Token> later = {WordToken("x")};
  later.insert(later.end(), ab.begin(), ab.end());
  EXPECT_EQ(ShinglesOf(ab)[0].hash, ShinglesOf(later)[1].hash);
}

TEST(ShingleHashesTest, FollowTheShingles) {
  std::string text(300, 'c');
  text += "abc de, fxxx";
  const std::vector<Token> tokens = TokensOf(text);
  std::vector<uint64_t> hashes;
  for (const Shingle& shingle : ShinglesOf(tokens)) hashes.push_back(shingle.hash);
  EXPECT_EQ(ShingleHashes(tokens), hashes);
  EXPECT_TRUE(ShingleHashes({}).empty());
}

TEST(ShingleSetTest, IsSortedAndDistinct) {
  const std::vector<Token> tokens(20, CharacterToken(U'啊'));
  EXPECT_EQ(ShingleSet(tokens).size(), 1u);
  const std::vector<uint64_t> set = ShingleSet(TokensOf(std::string(300, 'c')));
  EXPECT_EQ(set.size(), 296u);
  EXPECT_TRUE(std::is_sorted(set.begin(), set.end()));
  EXPECT_TRUE(ShingleSet({}).empty());
  EXPECT_EQ(DistinctHashes(ShinglesOf(TokensOf(std::string(300, 'c')))), set);
}

TEST(ShingleSetTest, HoldsEveryShingleOnce) {
  std::mt19937 random(11);
  for (size_t size : {5, 127, 128, 131, 132, 133, 1000, 70000}) {
    // Few different characters: many repetitions; many: few.
    for (uint32_t characters : {1u, 3u, 5000u}) {
      std::vector<Token> tokens;
      for (size_t i = 0; i < size; ++i)
        tokens.push_back(CharacterToken(0x4e00 + random() % characters));
      std::set<uint64_t> expected;
      for (const Shingle& shingle : ShinglesOf(tokens)) expected.insert(shingle.hash);
      ASSERT_EQ(ShingleSet(tokens), std::vector<uint64_t>(expected.begin(), expected.end()))
          << size << " tokens of " << characters;
    }
  }
}

TEST(SortHashesTest, SortsWhateverTheSpread) {
  std::mt19937_64 random(5);
  for (const size_t size : {0, 1, 127, 128, 5000, 70000}) {
    for (const uint64_t mask : {~uint64_t{0}, uint64_t{0xff}, uint64_t{0xff} << 56, uint64_t{0}}) {
      std::vector<uint64_t> hashes(size);
      for (uint64_t& hash : hashes) hash = random() & mask;
      std::vector<uint64_t> expected = hashes;
      std::sort(expected.begin(), expected.end());
      SortHashes(hashes);
      EXPECT_EQ(hashes, expected) << size << " " << mask;
    }
  }
}

}  // namespace
}  // namespace wirecopy
