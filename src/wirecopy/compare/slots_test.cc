#include "wirecopy/compare/slots.h"

#include <span>
#include <string>

#include "gtest/gtest.h"
#include "wirecopy/compare/made_text_test.h"

namespace wirecopy {
namespace {

constexpr std::u32string_view kBefore = U"省政府新闻办公室上午召开发布会介绍";
constexpr std::u32string_view kAfter = U"有关负责同志出席并回答记者提问";

// The slots between two texts that are equal but for one filling, aligned by hand.
std::vector<Slot> SlotsOfFillings(std::u32string_view filling_a, std::u32string_view filling_b) {
  std::vector<Token> a = TokensOf(kBefore);
  std::vector<Token> b = a;
  const auto before = static_cast<uint32_t>(a.size());
  Append(a, TokensOf(filling_a));
  Append(b, TokensOf(filling_b));
  const ExactMatch after = {static_cast<uint32_t>(a.size()), static_cast<uint32_t>(b.size()),
                            static_cast<uint32_t>(TokensOf(kAfter).size())};
  Append(a, TokensOf(kAfter));
  Append(b, TokensOf(kAfter));
  Alignment alignment;
  alignment.chains = {{{{0, 0, before}, after}, 100}};
  return FindSlots(PrepareText(a, Background()), PrepareText(b, Background()), alignment);
}

struct SlotCase {
  std::u32string a;
  std::u32string b;
  SlotKind kind;
};

// Each filling makes one slot of its kind, the same seen from both sides.
void ExpectKinds(std::span<const SlotCase> cases) {
  for (const SlotCase& c : cases) {
    const std::vector<Slot> slots = SlotsOfFillings(c.a, c.b);
    ASSERT_EQ(slots.size(), 1u) << "case " << &c - cases.data();
    EXPECT_EQ(SlotKindName(slots[0].kind), SlotKindName(c.kind)) << "case " << &c - cases.data();
    const std::vector<Slot> mirrored = SlotsOfFillings(c.b, c.a);
    ASSERT_EQ(mirrored.size(), 1u);
    EXPECT_EQ(mirrored[0].kind, slots[0].kind) << "case " << &c - cases.data();
    EXPECT_EQ(mirrored[0].a, slots[0].b);
    EXPECT_EQ(mirrored[0].b, slots[0].a);
  }
}

TEST(FindSlotsTest, KindOfAFilling) {
  const SlotCase cases[] = {
      {U"23", U"25", SlotKind::kNumber},
      {U"二十三届", U"二十五届", SlotKind::kNumber},
      {U"2024年", U"2025年", SlotKind::kNumber},
      {U"3个县", U"5个县", SlotKind::kNumber},
      {U"5千人", U"6千人", SlotKind::kNumber},
      {U"3亿元", U"三亿元", SlotKind::kNoise},  // one value, written twice
      {U"12 99", U"1299", SlotKind::kNoise},    // lost its point
      {U"4998 6万", U"49986万", SlotKind::kNoise},
      {U"12 98", U"1299", SlotKind::kNumber},
      {U"1 5", U"5 1", SlotKind::kNumber},
      {U"4月5日", U"5日", SlotKind::kEdit},  // a part of the numbers
      {U"张伟明", U"李建国", SlotKind::kName},
      {U"harbour", U"station", SlotKind::kName},
      {U"今天", U"4日", SlotKind::kDeixis},
      {U"昨日", U"张伟明", SlotKind::kDeixis},
      {U"我省", U"河西", SlotKind::kDeixis},
      {U"今年3月", U"2024年4月", SlotKind::kDeixis},
      {U"的", U"地", SlotKind::kNoise},   // one character
      {U"", U"张伟明", SlotKind::kEdit},  // an insertion
      {U"张伟明", U"", SlotKind::kEdit},
      {U"", U"张", SlotKind::kNoise},
      {U"", U"17", SlotKind::kEdit},
      {U"", U"harbour", SlotKind::kEdit},
      {U"东湖新区", U"东湖新城", SlotKind::kNoise},      // one character
      {U"区长张伟明", U"区长明", SlotKind::kEdit},       // equal at both ends
      {U"甲张伟明乙", U"丙张伟明丁", SlotKind::kNoise},  // mostly equal
      {U"日", U"西班牙", SlotKind::kName},
  };
  ExpectKinds(cases);
}

// Bylines stand at the head, after or around 记者.
TEST(FindSlotsTest, BylinesAreNoConflict) {
  const SlotCase cases[] = {
      {U"记者张伟明", U"记者李建国", SlotKind::kByline},
      {U"", U"记者李建国", SlotKind::kByline},
      {U"据新华社", U"", SlotKind::kByline},
      {U"记者3人", U"记者5人", SlotKind::kNumber},
      {U"张伟明", U"李建国", SlotKind::kName},
  };
  ExpectKinds(cases);
}

TEST(FindSlotsTest, NamesFarFromTheHeadAreNoBylines) {
  std::vector<Token> a = DistinctCharacters(100);
  Append(a, TokensOf(U"记者"));
  std::vector<Token> b = a;
  Append(a, TokensOf(U"张伟明"));
  Append(b, TokensOf(U"李建国"));
  for (std::vector<Token>* text : {&a, &b}) {
    Append(*text, TokensOf(kAfter));
    Append(*text, DistinctCharacters(100, 200));
  }
  Alignment alignment;
  alignment.chains = {{{{0, 0, 102}, {105, 105, 115}}, 100}};
  const std::vector<Slot> slots =
      FindSlots(PrepareText(a, Background()), PrepareText(b, Background()), alignment);
  ASSERT_EQ(slots.size(), 1u);
  EXPECT_EQ(slots[0].kind, SlotKind::kName);
}

// Misspelt words are noise, other words are not.
TEST(FindSlotsTest, DamagedWords) {
  const SlotCase cases[] = {
      {U"harbour", U"harbuor", SlotKind::kNoise},
      {U"harbour", U"harbor", SlotKind::kNoise},
      {U"harbour", U"har bour", SlotKind::kNoise},
      {U"strike", U"strlke", SlotKind::kNoise},
      {U"harbour", U"station", SlotKind::kName},
      {U"strike", U"ferry", SlotKind::kName},
      {U"the old harbour", U"the old harbuor", SlotKind::kNoise},
      {U"in", U"on", SlotKind::kNoise},
      {U"monday", U"harbour", SlotKind::kDeixis},
  };
  ExpectKinds(cases);
}

TEST(TakeNumbersForCorrectionsTest, OfNumbersOnly) {
  std::vector<Slot> slots = SlotsOfFillings(U"23", U"25");
  const std::vector<Slot> name = SlotsOfFillings(U"张伟明", U"李建国");
  slots.insert(slots.end(), name.begin(), name.end());
  TakeNumbersForCorrections(slots);
  EXPECT_EQ(slots[0].kind, SlotKind::kCorrection);
  EXPECT_EQ(slots[1].kind, SlotKind::kName);
}

TEST(FindSlotsTest, RangesAreTheFillings) {
  const std::vector<Slot> slots = SlotsOfFillings(U"张伟明", U"李建国同志");
  const auto begin = static_cast<uint32_t>(kBefore.size());
  ASSERT_EQ(slots.size(), 1u);
  EXPECT_EQ(slots[0].a, (TokenRange{begin, begin + 3}));
  EXPECT_EQ(slots[0].b, (TokenRange{begin, begin + 5}));
}

// 二十三 against 二十五: the aligned 二十 belongs to the number.
TEST(FindSlotsTest, TakesInTheRestOfANumber) {
  const std::vector<Token> a = TokensOf(U"第二十三届大会");
  const std::vector<Token> b = TokensOf(U"第二十五届大会");
  Alignment alignment;
  alignment.chains = {{{{0, 0, 3}, {4, 4, 3}}, 100}};
  const std::vector<Slot> slots =
      FindSlots(PrepareText(a, Background()), PrepareText(b, Background()), alignment);
  ASSERT_EQ(slots.size(), 1u);
  EXPECT_EQ(slots[0].kind, SlotKind::kNumber);
  EXPECT_EQ(slots[0].a, (TokenRange{1, 4}));
  EXPECT_EQ(slots[0].b, (TokenRange{1, 4}));
}

TEST(FindSlotsTest, LongerStretchesAreOtherText) {
  const std::u32string most(kMaxSlotTokens, U'甲');
  EXPECT_EQ(SlotsOfFillings(most, U"乙丙").size(), 1u);
  EXPECT_EQ(SlotsOfFillings(most + U"甲", U"乙丙").size(), 0u);
  EXPECT_EQ(SlotsOfFillings(U"乙丙", most + U"甲").size(), 0u);
}

TEST(FindSlotsTest, NoSlotSpansABreak) {
  EXPECT_TRUE(SlotsOfFillings(U"张|伟", U"李建").empty());
  EXPECT_TRUE(SlotsOfFillings(U"张伟", U"|").empty());
}

TEST(FindSlotsTest, TheLeadEndsOnBothSides) {
  const std::vector<Token> a = DistinctCharacters(400);
  const PreparedText text = PrepareText(a, Background());
  const auto in_lead = [&](uint32_t at_a, uint32_t at_b) {
    Alignment alignment;
    alignment.chains = {{{{at_a - 5, at_b - 5, 5}, {at_a + 2, at_b + 2, 5}}, 100}};
    const std::vector<Slot> slots = FindSlots(text, text, alignment);
    return slots.size() == 1 && slots[0].in_lead;
  };
  EXPECT_TRUE(in_lead(kLeadTokens - 1, kLeadTokens - 1));
  EXPECT_FALSE(in_lead(kLeadTokens, kLeadTokens - 1));
  EXPECT_FALSE(in_lead(kLeadTokens - 1, kLeadTokens));
}

TEST(FindSlotsTest, NoneBetweenChains) {
  const std::vector<Token> a = DistinctCharacters(40);
  const PreparedText text = PrepareText(a, Background());
  Alignment alignment;
  alignment.chains = {{{{0, 0, 10}}, 28}, {{{12, 12, 10}}, 28}};
  EXPECT_TRUE(FindSlots(text, text, alignment).empty());
}

}  // namespace
}  // namespace wirecopy
