// The inner loop of folding: the next characters of a text and what each folds to, a vector of them
// at a time, whatever stands around them.
//
//   ReadChunk(text, place, chunk);
//   for (size_t i = 0; i < chunk.size; ++i) FoldEntry(chunk.entries[i]) ... chunk.begins[i]
//
// Cost: some four instructions a character on machines with wide vectors. Threads: pure functions.
#ifndef WIRECOPY_TEXT_FOLDED_CHUNK_H_
#define WIRECOPY_TEXT_FOLDED_CHUNK_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "wirecopy/text/fold_table.h"

namespace wirecopy {

struct FoldedChunk {
  static constexpr size_t kBytes = 1024;
  // Room behind the last character: vectors are written whole.
  static constexpr size_t kSlack = 16;

  size_t size;                                 // characters
  uint32_t begins[kBytes + 2 * kSlack];        // of each in the text; begins[size]: their end
  uint32_t entries[kBytes + kSlack];           // FoldEntry::bits(); of no meaning at a stop
  uint64_t stops[(kBytes + kSlack) / 64 + 1];  // a bit for each that does not stand for itself

  // The first stop from `i` on; `size` without one.
  size_t NextStop(size_t i) const {
    for (; i < size; i = (i | 63) + 1) {
      const uint64_t left = stops[i / 64] >> (i % 64);
      if (left != 0) return std::min(i + static_cast<size_t>(std::countr_zero(left)), size);
    }
    return size;
  }
};

// Reads characters from `place` on: all there are, or those that end within kBytes. Stops are those
// that are not FoldEntry::is_plain(), spaces behind a space, what is broken, and the seldom ones
// of two or four bytes. Bytes that begin no character belong to the one before or to none.
void ReadChunk(std::string_view text, size_t place, FoldedChunk& chunk);

// The arrays of a page where characters are written next, with FoldedChunk::kSlack to spare.
struct PageArrays {
  char32_t* chars;
  uint32_t* begins;
  uint32_t* ends;
  uint8_t* kinds;  // CharKind::bits()
};

// Writes the characters [from, to) of a chunk, none of them a stop. Returns how many of them are
// from Traditional.
uint32_t CopyPlain(const FoldedChunk& chunk, size_t from, size_t to, const PageArrays& out);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_FOLDED_CHUNK_H_
