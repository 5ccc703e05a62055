#include "wirecopy/text/page_marks.h"

#include <random>
#include <string>

#include "gtest/gtest.h"
#include "tests/reference/every_target.h"
#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/folded_page.h"
#include "wirecopy/text/page_characters.h"

namespace wirecopy {
namespace {

// A folded page of `size` characters of every kind, some of them beyond the basic plane.
std::u32string MakePage(size_t size, uint32_t seed) {
  constexpr std::u32string_view kSome =
      U"国内〇かㇰ가กิaéж09 \n,、.。!?;|>/-·→:\"(#\U00020000\U0003FFFF\U0001F600";
  std::mt19937 random(seed);
  std::u32string page;
  while (page.size() < size) {
    const char32_t any = random() % 8 == 0 ? random() % 0x110000 : kSome[random() % kSome.size()];
    const FoldEntry entry = FoldEntryOf(any);
    if (entry.char_class() <= CharClass::kMark || any == U' ' || any == U'\n')
      page.append(1 + random() % 4, entry.folded());
  }
  page.resize(size);
  return page;
}

// The slow twin: what each character is, asked one by one.
PageMarks::Block MarksOf(char32_t c) {
  PageMarks::Block block;
  block.ideographs = IsIdeograph(c);
  block.letters = IsLatin(c);
  block.digits = IsDigit(c);
  block.spaces = c == U' ';
  block.newlines = c == U'\n';
  block.commas = IsComma(c);
  block.stops = IsStop(c) || c == U'.';
  block.parts = !IsIdeograph(c) && (IsSeparator(c) || c == U'-');
  block.unmarked = !(block.ideographs | block.letters | block.digits | block.spaces |
                     block.newlines | block.commas | block.stops | block.parts);
  const CharClass char_class = ClassOf(c);
  block.characters = char_class == CharClass::kCharacter;
  block.of_runs = char_class == CharClass::kLetter || char_class == CharClass::kDigit ||
                  char_class == CharClass::kGrapheme || char_class == CharClass::kMark;
  return block;
}

void ExpectBit(uint64_t bits, size_t bit, uint64_t expected, const char* what) {
  EXPECT_EQ(bits >> bit & 1, expected) << what << " of " << bit;
}

void ExpectMarks(const PageMarks::Block& block, size_t bit, const PageMarks::Block& expected) {
  ExpectBit(block.ideographs, bit, expected.ideographs, "ideographs");
  ExpectBit(block.letters, bit, expected.letters, "letters");
  ExpectBit(block.digits, bit, expected.digits, "digits");
  ExpectBit(block.spaces, bit, expected.spaces, "spaces");
  ExpectBit(block.newlines, bit, expected.newlines, "newlines");
  ExpectBit(block.commas, bit, expected.commas, "commas");
  ExpectBit(block.stops, bit, expected.stops, "stops");
  ExpectBit(block.parts, bit, expected.parts, "parts");
  ExpectBit(block.unmarked, bit, expected.unmarked, "unmarked");
  ExpectBit(block.characters, bit, expected.characters, "characters");
  ExpectBit(block.of_runs, bit, expected.of_runs, "of runs");
}

void ExpectMarksOf(const std::u32string& page, const PageMarks& marks) {
  ASSERT_EQ(marks.size(), page.size());
  size_t seen = 0;
  marks.ForEachBlock(0, page.size(), [&](size_t first, const PageMarks::Block& block) {
    for (; seen < page.size() && seen < first + 64; ++seen)
      ExpectMarks(block, seen - first, MarksOf(page[seen]));
  });
  EXPECT_EQ(seen, page.size());
}

TEST(PageMarks, AreWhatEachCharacterIsByEveryInstructionSet) {
  for (const int64_t target : reference::EveryTarget()) {
    const reference::LimitedTo limited(target);
    for (size_t size : {0, 1, 7, 8, 63, 64, 65, 130, 1000}) {
      SCOPED_TRACE(testing::Message() << hwy::TargetName(target) << " " << size);
      const std::u32string page = MakePage(size, static_cast<uint32_t>(size));
      ExpectMarksOf(page, PageMarks(page));
    }
  }
}

TEST(PageMarks, OfEveryCharacterByEveryInstructionSet) {
  std::u32string page;
  for (char32_t c = 0; c < 0x30000; ++c) {
    const FoldEntry entry = FoldEntryOf(c);
    if (entry.char_class() <= CharClass::kMark) page.push_back(entry.folded());
  }
  ASSERT_GT(page.size(), 0x10000u);
  for (const int64_t target : reference::EveryTarget()) {
    const reference::LimitedTo limited(target);
    SCOPED_TRACE(hwy::TargetName(target));
    ExpectMarksOf(page, PageMarks(page));
  }
}

TEST(PageMarks, OfAFoldedPageAreThoseOfItsCharacters) {
  const std::string text =
      "領導（lǐng）1,200 ｡\u3000\u3000二○二○年 \r\n\u1112\u1161\u11ab Straße ก็ &amp;"
      "日(rì)月(yuè) \xff\xe4\xb8 ½ 完";
  const FoldedPage page = FoldPage(text);
  ExpectMarksOf(page.chars, page.marks);
}

TEST(PageMarks, OfAStretchStayInsideIt) {
  const std::u32string page(200, U'国');
  const PageMarks marks(page);
  for (size_t begin : {0, 1, 63, 64, 100}) {
    for (size_t end : {100, 127, 128, 129, 200}) {
      uint32_t counted = 0;
      marks.ForEachBlock(begin, end, [&](size_t, const PageMarks::Block& block) {
        counted += CountBits(block.ideographs);
      });
      EXPECT_EQ(counted, end - begin) << begin << " to " << end;
    }
  }
}

TEST(PageMarks, NextAndEndOfRunAreWhatASearchFinds) {
  const std::u32string page = MakePage(500, 3);
  const PageMarks marks(page);
  const auto letters = [](const PageMarks::Block& block) { return block.letters; };
  for (size_t at = 0; at <= page.size(); ++at) {
    size_t next = at, end = at;
    while (next < page.size() && !IsLatin(page[next])) ++next;
    while (end < page.size() && IsLatin(page[end])) ++end;
    EXPECT_EQ(marks.Next(at, letters), next) << at;
    EXPECT_EQ(marks.EndOfRun(at, letters), end) << at;
  }
}

TEST(PageMarks, ARunEndsWithThePage) {
  const PageMarks marks(std::u32string(64, U'a'));
  EXPECT_EQ(marks.EndOfRun(3, [](const PageMarks::Block& block) { return block.letters; }), 64u);
}

TEST(CountBits, OfAnyWord) {
  EXPECT_EQ(CountBits(0), 0u);
  EXPECT_EQ(CountBits(~uint64_t{0}), 64u);
  std::mt19937_64 random(1);
  for (int i = 0; i < 1000; ++i) {
    const uint64_t bits = random() & random();
    EXPECT_EQ(CountBits(bits), static_cast<uint32_t>(std::popcount(bits)));
  }
}

TEST(RunStarts, CarryFromBlockToBlock) {
  uint64_t carry = 0;
  EXPECT_EQ(RunStarts(0b1100'0111, carry), 0b0100'0001u);
  EXPECT_EQ(carry, 0u);
  EXPECT_EQ(RunStarts(uint64_t{3} << 62, carry), uint64_t{1} << 62);
  EXPECT_EQ(carry, 1u);
  EXPECT_EQ(RunStarts(0b101, carry), 0b100u);
}

}  // namespace
}  // namespace wirecopy
