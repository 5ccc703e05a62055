#include "wirecopy/text/folded_chunk.h"

#include <algorithm>
#include <cstring>

#include "wirecopy/text/page_marks.h"

// Highway compiles this file once for each instruction set.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "wirecopy/text/folded_chunk.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
// After foreach_target.h.
#include "hwy/highway.h"
#include "wirecopy/base/kernel_choice.h"

HWY_BEFORE_NAMESPACE();
namespace wirecopy {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::CappedTag<uint32_t, FoldedChunk::kSlack>;
using Values = hn::Vec<Tag>;
using Where = hn::Mask<Tag>;

HWY_INLINE uint32_t BitsOf(Where where) {
  uint8_t bytes[8] = {};
  hn::StoreMaskBits(Tag(), where, bytes);
  uint32_t bits;
  std::memcpy(&bits, bytes, 4);
  return bits;
}

HWY_INLINE Values And(Values values, uint32_t mask) {
  return hn::And(values, hn::Set(Tag(), mask));
}
HWY_INLINE Where Equal(Values values, uint32_t wanted) {
  return hn::Eq(values, hn::Set(Tag(), wanted));
}
HWY_INLINE Where Has(Values values, uint32_t bit) {
  return hn::Ne(And(values, bit), hn::Zero(Tag()));
}

// A bit for each of 64 bytes that begins a character, or would if all were well: all but 10xxxxxx.
HWY_INLINE uint64_t BeginsOf(const uint8_t* bytes) {
  const hn::CappedTag<int8_t, 64> tag;
  uint64_t begins = 0;
  for (size_t i = 0; i < 64; i += hn::Lanes(tag)) {
    const auto vector = hn::LoadU(tag, reinterpret_cast<const int8_t*>(bytes) + i);
    uint8_t stored[8] = {};
    hn::StoreMaskBits(tag, hn::Gt(vector, hn::Set(tag, -0x41)), stored);
    uint64_t bits;
    std::memcpy(&bits, stored, 8);
    begins |= bits << i;
  }
  return begins;
}

// Where the characters of the text begin. Returns how many. `bytes`: readable to a full 64.
HWY_INLINE size_t FindBegins(const uint8_t* bytes, size_t size, uint32_t* begins) {
  constexpr size_t kAtOnce = 8;  // too many are written rather than asked for each
  size_t count = 0;
  for (size_t i = 0; i < size; i += 64) {
    uint64_t bits = BeginsOf(bytes + i);
    if (size - i < 64) bits &= (uint64_t{1} << (size - i)) - 1;
    const size_t end = count + CountBits(bits);
    for (; count < end; count += kAtOnce) {
      for (size_t k = 0; k < kAtOnce; ++k, bits &= bits - 1)
        begins[count + k] = static_cast<uint32_t>(i + static_cast<size_t>(std::countr_zero(bits)));
    }
    count = end;
  }
  return count;
}

// A vector of characters.
struct Characters {
  Values code_points;
  Where read;  // of one or three bytes, and whole; a surrogate counts as a character
};

// `begins`: four bytes can be read from each.
HWY_INLINE Characters ReadCharacters(const uint8_t* bytes, Values begins, Values ends) {
  const Tag tag;
  const Values read = hn::GatherOffset(tag, reinterpret_cast<const uint32_t*>(bytes),
                                       hn::BitCast(hn::RebindToSigned<Tag>(), begins));
  const Values sizes = hn::Sub(ends, begins);
  const Values three =
      hn::Or(hn::ShiftLeft<12>(And(read, 0x0F)),
             hn::Or(hn::ShiftRight<2>(And(read, 0x3F00)), And(hn::ShiftRight<16>(read), 0x3F)));
  const Where is_ascii = hn::And(Equal(sizes, 1), Equal(And(read, 0x80), 0));
  // From U+1000 on: below that three bytes may say what two should.
  const Where is_three = hn::And(
      Equal(sizes, 3), hn::And(Equal(And(read, 0xF0), 0xE0), hn::Gt(three, hn::Set(tag, 0xFFF))));
  return {hn::IfThenElse(is_ascii, And(read, 0x7F), three), hn::Or(is_ascii, is_three)};
}

// `bytes`: of the chunk, `size` of them; more can be read behind them. `ends`: with the text.
void ReadChunkKernel(const uint8_t* bytes, size_t size, bool ends, FoldedChunk& chunk) {
  const Tag tag;
  const size_t lanes = hn::Lanes(tag);
  const size_t count = FindBegins(bytes, size, chunk.begins);
  chunk.begins[count] = static_cast<uint32_t>(size);
  hn::StoreU(hn::Zero(tag), tag, chunk.begins + count + 1);
  chunk.size = ends || count == 0 ? count : count - 1;
  std::fill(std::begin(chunk.stops), std::end(chunk.stops), 0);
  uint64_t behind_space = 0;
  for (size_t i = 0; i < chunk.size; i += lanes) {
    const Characters characters = ReadCharacters(bytes, hn::LoadU(tag, chunk.begins + i),
                                                 hn::LoadU(tag, chunk.begins + i + 1));
    const Values entries =
        hn::GatherIndex(tag, fold_table::kBasicPlane,
                        hn::BitCast(hn::RebindToSigned<Tag>(), characters.code_points));
    hn::StoreU(entries, tag, chunk.entries + i);
    const uint64_t spaces = BitsOf(Equal(characters.code_points, U' '));
    const uint64_t stops =
        BitsOf(hn::Or(hn::Not(characters.read), Has(entries, FoldEntry::kSpecialBit))) |
        (spaces & (spaces << 1 | behind_space));
    chunk.stops[i / 64] |= stops << (i % 64);
    behind_space = spaces >> (lanes - 1);
  }
}

void MoveBegins(size_t place, FoldedChunk& chunk) {
  const Tag tag;
  const auto by = hn::Set(tag, static_cast<uint32_t>(place));
  for (size_t i = 0; i <= chunk.size; i += hn::Lanes(tag))
    hn::StoreU(hn::Add(hn::LoadU(tag, chunk.begins + i), by), tag, chunk.begins + i);
}

uint32_t CopyPlainKernel(const FoldedChunk& chunk, size_t from, size_t to, const PageArrays& out) {
  const Tag tag;
  const hn::Rebind<uint8_t, Tag> kind_tag;
  uint32_t traditional = 0;
  for (size_t i = from, at = 0; i < to; i += hn::Lanes(tag), at += hn::Lanes(tag)) {
    const Values entries = hn::LoadU(tag, chunk.entries + i);
    hn::StoreU(And(entries, 0x1FFFFF), tag, reinterpret_cast<uint32_t*>(out.chars + at));
    hn::StoreU(hn::U8FromU32(hn::ShiftRight<24>(entries)), kind_tag, out.kinds + at);
    hn::StoreU(hn::LoadU(tag, chunk.begins + i), tag, out.begins + at);
    hn::StoreU(hn::LoadU(tag, chunk.begins + i + 1), tag, out.ends + at);
    const uint64_t wanted = to - i < 32 ? (uint64_t{1} << (to - i)) - 1 : ~uint64_t{0};
    traditional += CountBits(BitsOf(Has(entries, FoldEntry::kTraditionalBit)) & wanted);
  }
  return traditional;
}

}  // namespace HWY_NAMESPACE
}  // namespace wirecopy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wirecopy {
namespace {

constexpr KernelVariants kReadChunk = WIRECOPY_KERNEL_VARIANTS(ReadChunkKernel);
constexpr KernelVariants kMoveBegins = WIRECOPY_KERNEL_VARIANTS(MoveBegins);
constexpr KernelVariants kCopyPlain = WIRECOPY_KERNEL_VARIANTS(CopyPlainKernel);

}  // namespace

void ReadChunk(std::string_view text, size_t place, FoldedChunk& chunk) {
  // A copy, so that vectors may be read beyond the end.
  uint8_t bytes[FoldedChunk::kBytes + 64];
  const size_t size = std::min(text.size() - place, FoldedChunk::kBytes);
  std::memcpy(bytes, text.data() + place, size);
  std::memset(bytes + size, 0, sizeof bytes - size);
  kReadChunk.Chosen()(bytes, size, place + size == text.size(), chunk);
  kMoveBegins.Chosen()(place, chunk);
}

uint32_t CopyPlain(const FoldedChunk& chunk, size_t from, size_t to, const PageArrays& out) {
  return kCopyPlain.Chosen()(chunk, from, to, out);
}

}  // namespace wirecopy
#endif  // HWY_ONCE
