#include "wirecopy/text/page_marks.h"

#include <algorithm>
#include <array>
#include <cstring>

// Highway compiles this file once for each instruction set.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "wirecopy/text/page_marks.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
// After foreach_target.h.
#include "hwy/highway.h"
#include "wirecopy/base/kernel_choice.h"

HWY_BEFORE_NAMESPACE();
namespace wirecopy {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// Where in 64 kinds the bits of `part` are those of `wanted`.
uint64_t Where(const uint8_t* kinds, uint8_t part, CharKind wanted) {
  const hn::CappedTag<uint8_t, 64> tag;
  uint64_t where = 0;
  for (size_t i = 0; i < 64; i += hn::Lanes(tag)) {
    const auto parts = hn::And(hn::LoadU(tag, kinds + i), hn::Set(tag, part));
    uint8_t bytes[8] = {};
    hn::StoreMaskBits(tag, hn::Eq(parts, hn::Set(tag, wanted.bits())), bytes);
    uint64_t bits;
    std::memcpy(&bits, bytes, 8);
    where |= bits << i;
  }
  return where;
}

PageMarks::Block BlockOf(const uint8_t* kinds) {
  const auto marked = [&](PageMark mark) { return Where(kinds, 0xF0, {CharClass{}, mark}); };
  const auto of_class = [&](CharClass wanted) { return Where(kinds, 0x0F, {wanted, PageMark{}}); };
  PageMarks::Block block;
  block.ideographs = marked(PageMark::kIdeograph);
  block.letters = marked(PageMark::kLetter);
  block.digits = marked(PageMark::kDigit);
  block.spaces = marked(PageMark::kSpace);
  block.newlines = marked(PageMark::kNewline);
  block.commas = marked(PageMark::kComma);
  block.stops = marked(PageMark::kStop);
  block.parts = marked(PageMark::kPart);
  block.unmarked = marked(PageMark::kNone);
  block.characters = of_class(CharClass::kCharacter);
  block.of_runs = of_class(CharClass::kLetter) | of_class(CharClass::kDigit) |
                  of_class(CharClass::kGrapheme) | of_class(CharClass::kMark);
  return block;
}

void BlocksOf(const uint8_t* kinds, size_t count, PageMarks::Block* blocks) {
  for (size_t i = 0; i < count; ++i) blocks[i] = BlockOf(kinds + 64 * i);
}

}  // namespace HWY_NAMESPACE
}  // namespace wirecopy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wirecopy {
namespace {

constexpr KernelVariants kBlocksOf = WIRECOPY_KERNEL_VARIANTS(BlocksOf);

std::vector<uint8_t> KindsOf(std::u32string_view folded) {
  std::vector<uint8_t> kinds(folded.size());
  std::ranges::transform(folded, kinds.begin(),
                         [](char32_t c) { return FoldEntryOf(c).kind().bits(); });
  return kinds;
}

}  // namespace

PageMarks::PageMarks(std::u32string_view folded)
    : PageMarks(std::span<const uint8_t>(KindsOf(folded))) {}

PageMarks::PageMarks(std::span<const uint8_t> kinds)
    : blocks_((kinds.size() + 63) / 64), size_(kinds.size()) {
  const size_t whole = size_ / 64;
  kBlocksOf.Chosen()(kinds.data(), whole, blocks_.data());
  if (whole == blocks_.size()) return;
  std::array<uint8_t, 64> rest = {};
  std::ranges::copy(kinds.subspan(64 * whole), rest.begin());
  kBlocksOf.Chosen()(rest.data(), 1, &blocks_.back());
}

}  // namespace wirecopy
#endif  // HWY_ONCE
