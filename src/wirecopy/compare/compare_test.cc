#include "wirecopy/compare/compare.h"

#include <algorithm>
#include <ctime>

#include "gtest/gtest.h"
#include "wirecopy/compare/made_text_test.h"

namespace wirecopy {
namespace {

CompareInput InputOf(const std::vector<Token>& tokens) {
  CompareInput input;
  input.tokens = tokens;
  return input;
}

Verdict Judged(const std::vector<Token>& a, const std::vector<Token>& b,
               const Background& background = {}) {
  Comparer comparer({.evidence = true});
  return comparer.Compare(InputOf(a), InputOf(b), background);
}

void ExpectMirrored(const Verdict& x, const Verdict& y) {
  EXPECT_EQ(x.relation, y.relation);
  EXPECT_EQ(x.probability, y.probability);
  EXPECT_EQ(x.coverage_a, y.coverage_b);
  EXPECT_EQ(x.coverage_b, y.coverage_a);
  EXPECT_EQ(x.resemblance, y.resemblance);
  EXPECT_EQ(x.shared_bits, y.shared_bits);
  EXPECT_EQ(x.bits_a, y.bits_b);
  EXPECT_EQ(x.bits_b, y.bits_a);
  EXPECT_EQ(x.longest_match, y.longest_match);
  EXPECT_EQ(x.number_conflicts, y.number_conflicts);
  EXPECT_EQ(x.name_conflicts, y.name_conflicts);
  EXPECT_EQ(x.noise_slots, y.noise_slots);
  EXPECT_EQ(x.gap_s, y.gap_s);
  EXPECT_EQ(x.reasons, y.reasons);
  ASSERT_EQ(x.passages.size(), y.passages.size());
  for (size_t i = 0; i < x.passages.size(); ++i) {
    EXPECT_EQ(x.passages[i].a, y.passages[i].b);
    EXPECT_EQ(x.passages[i].b, y.passages[i].a);
    EXPECT_EQ(x.passages[i].matched, y.passages[i].matched);
    EXPECT_EQ(x.passages[i].bits, y.passages[i].bits);
  }
  ASSERT_EQ(x.slots.size(), y.slots.size());
  for (size_t i = 0; i < x.slots.size(); ++i) {
    EXPECT_EQ(x.slots[i].kind, y.slots[i].kind);
    EXPECT_EQ(x.slots[i].a, y.slots[i].b);
    EXPECT_EQ(x.slots[i].b, y.slots[i].a);
    EXPECT_EQ(x.slots[i].in_lead, y.slots[i].in_lead);
  }
}

void ExpectInRange(const Verdict& verdict, const std::vector<Token>& a,
                   const std::vector<Token>& b) {
  for (const double share :
       {verdict.probability, verdict.coverage_a, verdict.coverage_b, verdict.resemblance}) {
    ASSERT_GE(share, 0);
    ASSERT_LE(share, 1);
  }
  EXPECT_LE(verdict.longest_match, std::min(a.size(), b.size()));
  for (const Passage& passage : verdict.passages) {
    ASSERT_LE(passage.a.end, a.size());
    ASSERT_LE(passage.b.end, b.size());
    ASSERT_LE(passage.matched, std::min(passage.a.size(), passage.b.size()));
  }
  for (const Slot& slot : verdict.slots) {
    ASSERT_LE(slot.a.begin, slot.a.end);
    ASSERT_LE(slot.b.begin, slot.b.end);
    ASSERT_LE(slot.a.end, a.size());
    ASSERT_LE(slot.b.end, b.size());
  }
}

TEST(ComparerTest, ATextIsAnExactCopyOfItself) {
  std::mt19937_64 random(21);
  for (const size_t size : {1u, 4u, 5u, 12u, 300u, 3000u}) {
    const std::vector<Token> text = RandomCharacters(random, size);
    const Verdict verdict = Judged(text, text);
    EXPECT_EQ(verdict.relation, Relation::kExact) << size;
    EXPECT_EQ(verdict.probability, 1);
    EXPECT_EQ(verdict.coverage_a, 1);
    EXPECT_EQ(verdict.coverage_b, 1);
    EXPECT_EQ(verdict.resemblance, 1);
    EXPECT_TRUE(verdict.slots.empty());
  }
}

TEST(ComparerTest, BreaksDoNotMakeCopiesDiffer) {
  const std::vector<Token> a = TokensOf(U"春江水暖鸭先知竹外桃花三两枝");
  const std::vector<Token> b = TokensOf(U"春江水暖鸭先知|竹外桃花三两枝");
  EXPECT_EQ(Judged(a, b).relation, Relation::kExact);
  EXPECT_NE(Judged(a, TokensOf(U"春江水暖鸭先知|竹外桃花三两")).relation, Relation::kExact);
}

TEST(ComparerTest, AnEmptyTextIsRelatedToNothing) {
  const std::vector<Token> text = DistinctCharacters(100);
  for (const Verdict& verdict : {Judged({}, {}), Judged({}, text), Judged(text, {})}) {
    EXPECT_EQ(verdict.relation, Relation::kUnrelated);
    EXPECT_EQ(verdict.probability, 0);
    EXPECT_EQ(verdict.coverage_a, 0);
    EXPECT_TRUE(verdict.passages.empty());
  }
}

TEST(ComparerTest, TellsAReprintFromAnExcerptAndAStranger) {
  std::mt19937_64 random(22);
  const std::vector<Token> text = RandomCharacters(random, 900);
  std::vector<Token> copy = text;
  copy[450] = CharacterToken(U'误');
  EXPECT_EQ(Judged(text, copy).relation, Relation::kReprint);
  EXPECT_GT(Judged(text, copy).probability, 0.9);
  const std::vector<Token> excerpt = Part(text, 0, 300);
  EXPECT_EQ(Judged(text, excerpt).relation, Relation::kExcerpt);
  const Verdict stranger = Judged(text, RandomCharacters(random, 900));
  EXPECT_EQ(stranger.relation, Relation::kUnrelated);
  EXPECT_LT(stranger.probability, 0.1);
}

TEST(ComparerTest, MeasuresWhatIsShared) {
  const std::vector<Token> a = DistinctCharacters(400);
  std::vector<Token> b = Part(a, 100, 200);
  Append(b, DistinctCharacters(300, 1000));
  const Verdict verdict = Judged(a, b);
  EXPECT_NEAR(verdict.coverage_a, 0.25, 1e-9);
  EXPECT_NEAR(verdict.coverage_b, 0.25, 1e-9);
  EXPECT_EQ(verdict.longest_match, 100u);
  ASSERT_EQ(verdict.passages.size(), 1u);
  EXPECT_EQ(verdict.passages[0].a, (TokenRange{100, 200}));
  EXPECT_EQ(verdict.passages[0].b, (TokenRange{0, 100}));
  EXPECT_DOUBLE_EQ(verdict.resemblance, 96.0 / (396 + 396 - 96));
}

TEST(ComparerTest, AVagueDateSaysNothingOfACommonDay) {
  const TimeInterval day = {86400, 2 * 86400 - 1};
  const TimeInterval month = {0, 30 * 86400};
  EXPECT_EQ(TellingGap(day, day), 0);
  EXPECT_EQ(TellingGap(day, month), std::nullopt);
  EXPECT_EQ(TellingGap(TimeInterval{40 * 86400, 40 * 86400}, month), 10 * 86400);
  EXPECT_EQ(TellingGap(day, std::nullopt), std::nullopt);
}

TEST(ComparerTest, DatesAreGapsBetweenIntervals) {
  const std::vector<Token> text = DistinctCharacters(50);
  Comparer comparer({});
  CompareInput a = InputOf(text);
  CompareInput b = InputOf(text);
  a.published = TimeInterval{0, 86399};
  b.published = TimeInterval{90000, 90000};
  EXPECT_EQ(comparer.Compare(a, b, {}).gap_s, 90000 - 86399);
  b.published.reset();
  EXPECT_EQ(comparer.Compare(a, b, {}).gap_s, std::nullopt);
}

TEST(ComparerTest, EvidenceIsFilledWhenAskedFor) {
  const std::vector<Token> a =
      TokensOf(U"第二十三届渔业博览会昨天上午在港城会展中心开幕来自各地的客商参加");
  const std::vector<Token> b =
      TokensOf(U"第二十五届渔业博览会昨天上午在港城会展中心开幕来自各地的客商参加");
  Comparer silent({});
  const Verdict without = silent.Compare(InputOf(a), InputOf(b), {});
  EXPECT_TRUE(without.slots.empty());
  EXPECT_TRUE(without.reasons.empty());
  EXPECT_FALSE(without.passages.empty());
  const Verdict with = Judged(a, b);
  EXPECT_FALSE(with.reasons.empty());
  EXPECT_EQ(with.probability, without.probability);
  EXPECT_EQ(with.slots.size(), with.number_conflicts + with.name_conflicts + with.noise_slots);
}

TEST(ComparerTest, PreparedSidesGiveTheSameVerdict) {
  std::mt19937_64 random(23);
  const Background background;
  Comparer comparer({.evidence = true});
  const std::vector<Token> a = RandomCharacters(random, 500);
  const std::vector<Token> b = Edited(random, a, 30);
  const PreparedSide side_a = comparer.Prepare(InputOf(a), background);
  const PreparedSide side_b = comparer.Prepare(InputOf(b), background);
  const Verdict whole = Judged(a, b);
  const Verdict steps = comparer.Compare(side_a, side_b);
  EXPECT_EQ(steps.probability, whole.probability);
  EXPECT_EQ(steps.reasons, whole.reasons);
  ExpectMirrored(comparer.Compare(side_b, side_a), whole);
}

TEST(ComparerTest, FormulasProveLittle) {
  const std::vector<Token> formula = DistinctCharacters(150);
  std::vector<Token> a = formula;
  std::vector<Token> b = formula;
  Append(a, DistinctCharacters(150, 1000));
  Append(b, DistinctCharacters(150, 2000));
  std::vector<Background::Entry> entries;
  for (uint64_t shingle : ShingleSet(formula)) entries.push_back({shingle, 3000});
  const Verdict known = Judged(a, b, Background(1 << 14, entries, {}));
  const Verdict unknown = Judged(a, b);
  EXPECT_GT(unknown.coverage_a, 0.45);
  EXPECT_LT(known.coverage_a, 0.05);
  EXPECT_LT(known.probability, unknown.probability);
}

TEST(ComparerTest, AVerdictDoesNotDependOnTheOrderOfTheSides) {
  std::mt19937_64 random(24);
  for (int round = 0; round < 300; ++round) {
    const uint32_t alphabet = round % 4 == 0 ? 2 : round % 4 == 1 ? 12 : 3000;
    const std::vector<Token> a =
        Edited(random, RandomCharacters(random, random() % 500, alphabet), 3);
    const std::vector<Token> b = round % 7 == 0
                                     ? RandomCharacters(random, a.size(), alphabet)
                                     : Edited(random, a, 1 + static_cast<int>(random() % 40));
    const Verdict verdict = Judged(a, b);
    ExpectInRange(verdict, a, b);
    if (a != b) ExpectMirrored(verdict, Judged(b, a));
    if (HasFailure()) FAIL() << "round " << round;
  }
}

TEST(ComparerTest, WorkOnHostileTextsIsBounded) {
  std::mt19937_64 random(25);
  std::vector<Token> slots =
      RandomCharacters(random, 60000);  // a copy with every sixth character replaced
  std::vector<Token> pocked = slots;
  for (size_t i = 0; i < pocked.size(); i += 6) pocked[i] = CharacterToken(U'口');
  std::vector<Token> numerals(100000, CharacterToken(U'万'));
  std::vector<Token> other_numerals = numerals;
  for (size_t i = 0; i < other_numerals.size(); i += 9) other_numerals[i] = CharacterToken(U'三');
  const std::vector<std::vector<Token>> texts = {std::vector<Token>(200000, CharacterToken(U'甲')),
                                                 std::vector<Token>(150000, CharacterToken(U'甲')),
                                                 RandomCharacters(random, 330000),
                                                 RandomCharacters(random, 330000),
                                                 slots,
                                                 pocked,
                                                 numerals,
                                                 other_numerals};
  const std::clock_t start = std::clock();
  for (size_t i = 0; i < texts.size(); i += 2)
    ExpectInRange(Judged(texts[i], texts[i + 1]), texts[i], texts[i + 1]);
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 60);
}

// A number that differs is no conflict where just one of the two says that it corrects.
TEST(CompareTest, ACorrectedNumber) {
  std::vector<Token> a = DistinctCharacters(200);
  std::vector<Token> b = a;
  a[100] = NumberToken("23");
  b[100] = NumberToken("25");
  const PageFacts plain;
  PageFacts corrected;
  corrected.says_corrected = true;
  Comparer comparer({.evidence = true});
  const auto conflicts = [&](const PageFacts* of_a, const PageFacts* of_b) {
    return comparer.Compare({a, std::nullopt, of_a}, {b, std::nullopt, of_b}, Background())
        .number_conflicts;
  };
  EXPECT_EQ(conflicts(&plain, &plain), 1u);
  EXPECT_EQ(conflicts(nullptr, nullptr), 1u);
  EXPECT_EQ(conflicts(&plain, &corrected), 0u);
  EXPECT_EQ(conflicts(&corrected, nullptr), 0u);
  EXPECT_EQ(conflicts(&corrected, &corrected), 1u);  // both: the same note
}

}  // namespace
}  // namespace wirecopy
