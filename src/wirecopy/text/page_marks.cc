#include "wirecopy/text/page_marks.h"

#include <algorithm>
#include <array>

#include "wirecopy/text/page_characters.h"

namespace wirecopy {
namespace {

// Bit k is the k-th member of PageMarks::Block.
constexpr uint8_t MarkOf(char32_t c) {
  switch (PageKindOf(c)) {
    case PageKind::kIdeograph:
      return 1 << 0;
    case PageKind::kLetter:
      return 1 << 1;
    case PageKind::kNumber:
      return 1 << 2;
    case PageKind::kOther:
      break;
  }
  if (c == U' ') return 1 << 3;
  if (c == U'\n') return 1 << 4;
  if (IsComma(c)) return 1 << 5;
  if (IsStop(c) || c == U'.') return 1 << 6;
  return IsSeparator(c) || c == U'-' ? 1 << 7 : 0;
}

constexpr std::array<uint8_t, 0x10000> kMarks = [] {
  std::array<uint8_t, 0x10000> marks = {};
  for (char32_t c = 0; c < marks.size(); ++c) marks[c] = MarkOf(c);
  return marks;
}();

// Eight bytes as a matrix of bits, turned: bit k of byte i becomes bit i of byte k (Hacker's
// Delight, 7-3).
constexpr uint64_t Transpose(uint64_t x) {
  uint64_t swapped = (x ^ (x >> 7)) & 0x00AA00AA00AA00AA;
  x ^= swapped ^ (swapped << 7);
  swapped = (x ^ (x >> 14)) & 0x0000CCCC0000CCCC;
  x ^= swapped ^ (swapped << 14);
  swapped = (x ^ (x >> 28)) & 0x00000000F0F0F0F0;
  return x ^ swapped ^ (swapped << 28);
}

// The marks of eight characters, a byte each.
uint64_t MarksOf(const char32_t* chars) {
  uint64_t marks = 0;
  for (size_t i = 0; i < 8; ++i) {
    const char32_t c = chars[i];
    const uint64_t mark = c < kMarks.size() ? kMarks[c] : MarkOf(c);
    marks |= mark << (8 * i);
  }
  return marks;
}

PageMarks::Block BlockOf(const char32_t* chars) {
  PageMarks::Block block;
  for (size_t i = 0; i < 64; i += 8) {
    const uint64_t marks = Transpose(MarksOf(chars + i));
    block.ideographs |= (marks & 0xFF) << i;
    block.letters |= (marks >> 8 & 0xFF) << i;
    block.digits |= (marks >> 16 & 0xFF) << i;
    block.spaces |= (marks >> 24 & 0xFF) << i;
    block.newlines |= (marks >> 32 & 0xFF) << i;
    block.commas |= (marks >> 40 & 0xFF) << i;
    block.stops |= (marks >> 48 & 0xFF) << i;
    block.parts |= (marks >> 56) << i;
  }
  block.unmarked = ~(block.ideographs | block.letters | block.digits | block.spaces |
                     block.newlines | block.commas | block.stops | block.parts);
  return block;
}

}  // namespace

PageMarks::PageMarks(std::u32string_view text) : size_(text.size()) {
  blocks_.reserve((text.size() + 63) / 64);
  for (; text.size() >= 64; text.remove_prefix(64)) blocks_.push_back(BlockOf(text.data()));
  if (text.empty()) return;
  std::array<char32_t, 64> rest = {};  // NUL has no mark
  std::ranges::copy(text, rest.begin());
  blocks_.push_back(BlockOf(rest.data()));
}

}  // namespace wirecopy
