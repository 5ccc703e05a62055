// Which characters of a folded page are what to tokens and furniture rules, a bit a character: so
// that they count and step by 64 characters instead of asking each.
//
//   page.marks.ForEachBlock(begin, end, [&](size_t first, const PageMarks::Block& block) {
//     commas += CountBits(block.commas);
//     ForEachBit(first, block.stops, [&](size_t place) { ... page.chars[place] ... });
//   });
//
// Cost: one pass over the kinds of the characters. Threads: const after construction.
#ifndef WIRECOPY_TEXT_PAGE_MARKS_H_
#define WIRECOPY_TEXT_PAGE_MARKS_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "wirecopy/text/fold_table.h"

namespace wirecopy {

// How many bits are set. std::popcount is a call where the compiler may not assume the instruction.
constexpr uint32_t CountBits(uint64_t bits) {
  bits -= (bits >> 1) & 0x5555555555555555;
  bits = (bits & 0x3333333333333333) + ((bits >> 2) & 0x3333333333333333);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return static_cast<uint32_t>((bits * 0x0101010101010101) >> 56);
}

class PageMarks {
 public:
  // Of 64 characters; the first is the lowest bit.
  struct Block {
    // PageMark: no character has two.
    uint64_t ideographs = 0;
    uint64_t letters = 0;
    uint64_t digits = 0;
    uint64_t spaces = 0;
    uint64_t newlines = 0;
    uint64_t commas = 0;
    uint64_t stops = 0;
    uint64_t parts = 0;
    uint64_t unmarked = 0;  // none of these
    // CharClass: tokens by themselves; what words, numbers and graphemes are made of.
    uint64_t characters = 0;
    uint64_t of_runs = 0;
  };

  PageMarks() = default;  // of an empty page
  explicit PageMarks(std::u32string_view folded);
  // Of a page whose characters have these kinds, CharKind::bits().
  explicit PageMarks(std::span<const uint8_t> kinds);

  size_t size() const { return size_; }

  // Calls `use(first, block)` for the blocks of [begin, end) in order, with the marks outside of it
  // taken away; bit i of the block is character first + i.
  template <typename Use>
  void ForEachBlock(size_t begin, size_t end, Use&& use) const {
    for (size_t first = begin & ~size_t{63}; first < end; first += 64) {
      const uint64_t from = begin > first ? ~uint64_t{0} << (begin - first) : ~uint64_t{0};
      const uint64_t to = end - first < 64 ? ~(~uint64_t{0} << (end - first)) : ~uint64_t{0};
      use(first, Masked(blocks_[first / 64], from & to));
    }
  }

  // The first place from `at` on that is marked in `select(block)`; size() without one.
  template <typename Select>
  size_t Next(size_t at, Select&& select) const {
    while (at < size_) {
      const uint64_t marked = select(blocks_[at / 64]) >> (at % 64);
      if (marked != 0) return at + static_cast<size_t>(std::countr_zero(marked));
      at = (at | 63) + 1;
    }
    return size_;
  }

  // The first that is not.
  template <typename Select>
  size_t EndOfRun(size_t at, Select&& select) const {
    return std::min(Next(at, [&](const Block& block) { return ~select(block); }), size_);
  }

 private:
  static Block Masked(Block block, uint64_t mask) {
    block.ideographs &= mask;
    block.letters &= mask;
    block.digits &= mask;
    block.spaces &= mask;
    block.newlines &= mask;
    block.commas &= mask;
    block.stops &= mask;
    block.parts &= mask;
    block.unmarked &= mask;
    block.characters &= mask;
    block.of_runs &= mask;
    return block;
  }

  std::vector<Block> blocks_;
  size_t size_ = 0;
};

// Calls `use(place)` for every set bit, lowest first.
template <typename Use>
void ForEachBit(size_t first, uint64_t bits, Use&& use) {
  for (; bits != 0; bits &= bits - 1) use(first + static_cast<size_t>(std::countr_zero(bits)));
}

// The bits that begin a run of set ones; `carry`: the last bit of the block before (0 or 1), which
// becomes that of this one.
constexpr uint64_t RunStarts(uint64_t bits, uint64_t& carry) {
  const uint64_t starts = bits & ~(bits << 1 | carry);
  carry = bits >> 63;
  return starts;
}

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_PAGE_MARKS_H_
