#include "wirecopy/compare/alignment.h"

#include <algorithm>
#include <ctime>
#include <set>
#include <string>

#include "gtest/gtest.h"
#include "wirecopy/compare/made_text_test.h"

namespace wirecopy {
namespace {

struct AlignedTexts {
  std::vector<Token> a;
  std::vector<Token> b;
  PreparedText text_a;
  PreparedText text_b;
  Alignment alignment;
};

AlignedTexts Aligned(std::vector<Token> a, std::vector<Token> b) {
  AlignedTexts texts;
  texts.a = std::move(a);
  texts.b = std::move(b);
  texts.text_a = PrepareText(texts.a, Background());
  texts.text_b = PrepareText(texts.b, Background());
  Aligner aligner;
  texts.alignment = aligner.Align(texts.text_a, texts.text_b);
  return texts;
}

// What the header promises of every alignment.
void ExpectSound(const AlignedTexts& texts) {
  std::vector<int> used_a(texts.a.size(), 0);
  std::vector<int> used_b(texts.b.size(), 0);
  uint32_t matched = 0;
  uint32_t longest = 0;
  EXPECT_LE(texts.alignment.chains.size(), Aligner::kMaxChains);
  for (const Chain& chain : texts.alignment.chains) {
    ASSERT_FALSE(chain.matches.empty());
    EXPECT_GE(chain.bits, Aligner::kMinChainBits);
    for (size_t k = 0; k < chain.matches.size(); ++k) {
      const ExactMatch& match = chain.matches[k];
      ASSERT_GT(match.length, 0u);
      ASSERT_LE(match.a_end(), texts.a.size());
      ASSERT_LE(match.b_end(), texts.b.size());
      if (k > 0) {
        ASSERT_GE(match.a_begin, chain.matches[k - 1].a_end());
        ASSERT_GE(match.b_begin, chain.matches[k - 1].b_end());
        ASSERT_LE(match.a_begin - chain.matches[k - 1].a_end(), Aligner::kMaxGap);
        ASSERT_LE(match.b_begin - chain.matches[k - 1].b_end(), Aligner::kMaxGap);
      }
      for (uint32_t i = 0; i < match.length; ++i) {
        ASSERT_EQ(texts.a[match.a_begin + i], texts.b[match.b_begin + i]);
        ASSERT_NE(texts.a[match.a_begin + i], kBreakToken);
        ASSERT_EQ(used_a[match.a_begin + i]++, 0);
        ASSERT_EQ(used_b[match.b_begin + i]++, 0);
      }
      matched += match.length;
      longest = std::max(longest, match.length);
    }
  }
  EXPECT_EQ(texts.alignment.matched_tokens, matched);
  EXPECT_EQ(texts.alignment.longest_match, longest);
  EXPECT_LE(texts.alignment.bits_a, texts.text_a.bits() + 1e-6);
  EXPECT_LE(texts.alignment.bits_b, texts.text_b.bits() + 1e-6);
}

// Tokens of a in stretches of at least `least` equal tokens, by looking at every diagonal. For
// texts of distinct tokens the stretches are disjoint.
uint32_t TokensInMaximalMatches(const std::vector<Token>& a, const std::vector<Token>& b,
                                uint32_t least) {
  uint32_t tokens = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t j = 0; j < b.size(); ++j) {
      if (a[i] != b[j] || (i > 0 && j > 0 && a[i - 1] == b[j - 1])) continue;
      uint32_t length = 0;
      while (i + length < a.size() && j + length < b.size() && a[i + length] == b[j + length])
        ++length;
      if (length >= least) tokens += length;
    }
  }
  return tokens;
}

TEST(AlignerTest, NothingMatchesNothing) {
  EXPECT_TRUE(Aligned({}, {}).alignment.chains.empty());
  EXPECT_TRUE(Aligned({}, DistinctCharacters(30)).alignment.chains.empty());
  EXPECT_TRUE(
      Aligned(DistinctCharacters(30), DistinctCharacters(30, 100)).alignment.chains.empty());
}

TEST(AlignerTest, EqualTextsAreOneMatch) {
  const AlignedTexts texts = Aligned(DistinctCharacters(300), DistinctCharacters(300));
  ExpectSound(texts);
  ASSERT_EQ(texts.alignment.chains.size(), 1u);
  EXPECT_EQ(texts.alignment.chains[0].matches.size(), 1u);
  EXPECT_EQ(texts.alignment.matched_tokens, 300u);
  EXPECT_DOUBLE_EQ(texts.alignment.bits_a, texts.text_a.bits());
}

TEST(AlignerTest, AnInsertionStaysInOneChain) {
  const std::vector<Token> a = DistinctCharacters(200);
  std::vector<Token> b = Part(a, 0, 100);
  Append(b, DistinctCharacters(50, 1000));
  Append(b, Part(a, 100, 200));
  const AlignedTexts texts = Aligned(a, b);
  ExpectSound(texts);
  ASSERT_EQ(texts.alignment.chains.size(), 1u);
  EXPECT_EQ(texts.alignment.matched_tokens, 200u);
  EXPECT_EQ(texts.alignment.longest_match, 100u);
  EXPECT_EQ(texts.alignment.chains[0].b(), (TokenRange{0, 250}));
}

TEST(AlignerTest, ADeletionStaysInOneChain) {
  const std::vector<Token> a = DistinctCharacters(200);
  std::vector<Token> b = Part(a, 0, 80);
  Append(b, Part(a, 120, 200));
  const AlignedTexts texts = Aligned(a, b);
  ExpectSound(texts);
  ASSERT_EQ(texts.alignment.chains.size(), 1u);
  EXPECT_EQ(texts.alignment.matched_tokens, 160u);
  EXPECT_EQ(texts.alignment.chains[0].a(), (TokenRange{0, 200}));
}

TEST(AlignerTest, AWideGapPartsChains) {
  const std::vector<Token> a = DistinctCharacters(200);
  for (const uint32_t gap : {Aligner::kMaxGap, Aligner::kMaxGap + 1}) {
    std::vector<Token> b = Part(a, 0, 100);
    Append(b, DistinctCharacters(gap, 1000));
    Append(b, Part(a, 100, 200));
    const AlignedTexts texts = Aligned(a, b);
    ExpectSound(texts);
    EXPECT_EQ(texts.alignment.chains.size(), gap > Aligner::kMaxGap ? 2u : 1u);
    EXPECT_EQ(texts.alignment.matched_tokens, 200u);
  }
}

TEST(AlignerTest, MovedParagraphsAreChainsOfTheirOwn) {
  const std::vector<Token> a = DistinctCharacters(300);
  std::vector<Token> b = Part(a, 200, 300);
  Append(b, Part(a, 120, 200));
  Append(b, Part(a, 0, 120));
  const AlignedTexts texts = Aligned(a, b);
  ExpectSound(texts);
  ASSERT_EQ(texts.alignment.chains.size(), 3u);
  EXPECT_EQ(texts.alignment.matched_tokens, 300u);
  EXPECT_EQ(texts.alignment.chains[0].a(), (TokenRange{0, 120}));  // the best first
  EXPECT_EQ(texts.alignment.chains[1].a(), (TokenRange{200, 300}));
}

// The phrases match each other in every order: more matches begin inside the long one than the
// look-back holds.
TEST(AlignerTest, ALongMatchFullOfRepeatedPhrasesIsContinued) {
  const std::vector<Token> phrases[] = {DistinctCharacters(8, 5000), DistinctCharacters(8, 5100)};
  std::vector<Token> a;
  for (uint32_t k = 0; k < 2 * Aligner::kMaxPositions; ++k) {
    Append(a, DistinctCharacters(6, 20 * k));
    Append(a, phrases[k % 2]);
  }
  const auto change = static_cast<uint32_t>(a.size());
  Append(a, DistinctCharacters(100, 2000));
  std::vector<Token> b = a;
  b[change] = CharacterToken(U'变');
  Aligner aligner;
  const Alignment& alignment =
      aligner.Align(PrepareText(a, Background()), PrepareText(b, Background()));
  ASSERT_EQ(alignment.chains.size(), 1u);
  EXPECT_EQ(alignment.chains[0].matches.size(), 2u);
  EXPECT_EQ(alignment.matched_tokens, a.size() - 1);
}

TEST(AlignerTest, ARepeatedParagraphIsAlignedOnce) {
  const std::vector<Token> paragraph = DistinctCharacters(60);
  std::vector<Token> b = paragraph;
  Append(b, DistinctCharacters(30, 500));
  Append(b, paragraph);
  const AlignedTexts texts = Aligned(paragraph, b);
  ExpectSound(texts);
  EXPECT_EQ(texts.alignment.matched_tokens, 60u);
}

TEST(AlignerTest, MatchesEndAtBreaks) {
  std::vector<Token> a = DistinctCharacters(30);
  a.push_back(kBreakToken);
  Append(a, DistinctCharacters(30, 100));
  const AlignedTexts texts = Aligned(a, a);
  ExpectSound(texts);
  EXPECT_EQ(texts.alignment.matched_tokens, 60u);
  EXPECT_EQ(texts.alignment.longest_match, 30u);
}

TEST(AlignerTest, WordsAlignAsCharactersDo) {
  const AlignedTexts texts =
      Aligned(TokensOf(U"the harbour council met on a rainy day in spring"),
              TokensOf(U"yesterday the harbour council met on a rainy day in may"));
  ExpectSound(texts);
  EXPECT_EQ(texts.alignment.matched_tokens, 9u);
}

// Slow twin: for texts of distinct tokens cut into a few pieces and shuffled, every maximal match
// of a shingle or more is aligned.
TEST(AlignerTest, FindsEveryMaximalMatchThatBruteForceFinds) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 200; ++round) {
    const std::vector<Token> a = DistinctCharacters(250);
    std::vector<std::vector<Token>> pieces;
    size_t at = 0;
    for (int piece = 0; piece < 5; ++piece) {
      const size_t begin = at + random() % 30;
      const size_t end = begin + 1 + random() % 18;
      pieces.push_back(Part(a, begin, end));
      at = end;
    }
    std::shuffle(pieces.begin(), pieces.end(), random);
    std::vector<Token> b;
    for (size_t piece = 0; piece < pieces.size(); ++piece) {
      Append(b, DistinctCharacters(1 + random() % 25, static_cast<uint32_t>(1000 + 100 * piece)));
      Append(b, pieces[piece]);
    }
    const AlignedTexts texts = Aligned(a, b);
    ExpectSound(texts);
    EXPECT_EQ(texts.alignment.matched_tokens, TokensInMaximalMatches(a, b, 5)) << "round " << round;
  }
}

TEST(AlignerTest, IsSoundOnRandomEdits) {
  std::mt19937_64 random(8);
  Aligner aligner;  // used again and again, as the judge does
  for (int round = 0; round < 300; ++round) {
    const uint32_t alphabet = round % 3 == 0 ? 2 : round % 3 == 1 ? 12 : 3000;
    AlignedTexts texts;
    texts.a = Edited(random, RandomCharacters(random, random() % 400, alphabet), 4);
    texts.b = Edited(random, texts.a, static_cast<int>(random() % 40));
    texts.text_a = PrepareText(texts.a, Background());
    texts.text_b = PrepareText(texts.b, Background());
    texts.alignment = aligner.Align(texts.text_a, texts.text_b);
    ExpectSound(texts);
    if (HasFatalFailure()) FAIL() << "round " << round;
  }
}

TEST(AlignerTest, ResemblanceIsJaccardOfTheShingleSets) {
  std::mt19937_64 random(6);
  Aligner aligner;
  for (int round = 0; round < 60; ++round) {
    const std::vector<Token> a =
        RandomCharacters(random, 5 + random() % 150, round % 2 == 0 ? 5 : 3000);
    const std::vector<Token> b = Edited(random, a, static_cast<int>(random() % 20));
    const PreparedText x = PrepareText(a, Background());
    const PreparedText y = PrepareText(b, Background());
    std::set<uint64_t> all;
    std::set<uint64_t> of_a;
    std::set<uint64_t> shared;
    for (const Shingle& shingle : ShinglesOf(a)) of_a.insert(shingle.hash);
    all = of_a;
    for (const Shingle& shingle : ShinglesOf(b)) {
      all.insert(shingle.hash);
      if (of_a.contains(shingle.hash)) shared.insert(shingle.hash);
    }
    ASSERT_FALSE(all.empty());
    EXPECT_DOUBLE_EQ(aligner.Align(x, y).resemblance,
                     static_cast<double>(shared.size()) / static_cast<double>(all.size()));
    EXPECT_EQ(aligner.Align(x, y).resemblance, aligner.Align(y, x).resemblance);
  }
}

// A side that is much longer is looked up in, not gone through.
TEST(AlignerTest, WhatStandsBehindTheMatchesChangesNothing) {
  std::mt19937_64 random(10);
  for (int round = 0; round < 60; ++round) {
    const uint32_t alphabet = round % 2 == 0 ? 12 : 3000;
    const std::vector<Token> a = RandomCharacters(random, 40 + random() % 200, alphabet);
    const std::vector<Token> b = Edited(random, a, static_cast<int>(random() % 12));
    std::vector<Token> longer = b;
    longer.push_back(kBreakToken);
    for (uint32_t i = 0; i < 9 * a.size(); ++i) longer.push_back(CharacterToken(U'가' + i));
    const AlignedTexts alone = Aligned(a, b);
    const AlignedTexts amid = Aligned(a, longer);
    ASSERT_EQ(amid.alignment.chains.size(), alone.alignment.chains.size()) << round;
    for (size_t c = 0; c < alone.alignment.chains.size(); ++c) {
      const Chain& x = alone.alignment.chains[c];
      const Chain& y = amid.alignment.chains[c];
      ASSERT_EQ(x.matches.size(), y.matches.size()) << round;
      for (size_t k = 0; k < x.matches.size(); ++k) {
        EXPECT_EQ(x.matches[k].a_begin, y.matches[k].a_begin);
        EXPECT_EQ(x.matches[k].b_begin, y.matches[k].b_begin);
        EXPECT_EQ(x.matches[k].length, y.matches[k].length);
      }
    }
  }
}

TEST(AlignerTest, WorkOnHostileTextsIsBounded) {
  std::vector<Token> alternating(60000);
  for (size_t i = 0; i < alternating.size(); ++i)
    alternating[i] = CharacterToken(i % 2 == 0 ? U'甲' : U'乙');
  std::mt19937_64 random(9);
  const std::vector<std::vector<Token>> texts = {std::vector<Token>(200000, CharacterToken(U'甲')),
                                                 std::vector<Token>(150000, CharacterToken(U'甲')),
                                                 alternating, RandomCharacters(random, 330000),
                                                 RandomCharacters(random, 60000, 2)};
  const std::clock_t start = std::clock();
  for (const auto& [x, y] : {std::pair{0, 1}, {0, 2}, {2, 2}, {2, 4}, {3, 4}, {4, 4}}) {
    ExpectSound(Aligned(texts[x], texts[y]));
  }
  // Every pair of positions would be 10^9 to 10^11 steps.
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 60);
}

}  // namespace
}  // namespace wirecopy
