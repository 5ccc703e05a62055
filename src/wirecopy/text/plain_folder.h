// The inner loop of folding: plain characters, which fold to one character whatever stands around
// them, several at a time.
//
// In a header, so that it is compiled into the loop. Threads: a value of its own for each.
#ifndef WIRECOPY_TEXT_PLAIN_FOLDER_H_
#define WIRECOPY_TEXT_PLAIN_FOLDER_H_

#include <cstddef>
#include <cstdint>

#include "wirecopy/text/fold_table.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {

// Writes the characters to the arrays of a page from `count` on; leaves all others where they
// stand.
struct PlainFolder {
  const char* bytes;
  char32_t* chars;
  uint32_t* begins;
  uint32_t* ends;
  size_t place;
  size_t count;
  char32_t last;
  uint32_t traditional = 0;

  static bool IsWhite(char32_t folded) { return folded == U' ' || folded == U'\n'; }

  bool AtAscii() const { return static_cast<unsigned char>(bytes[place]) < 0x80; }

  // REQUIRES: four bytes from `place` on, room for a character.
  bool FoldOne() {
    const auto byte = static_cast<unsigned char>(bytes[place]);
    const char32_t c = byte < 0x80 ? byte : DecodeThreeBytes(bytes + place);
    const FoldEntry entry(fold_table::kBasicPlane[c]);
    if (!entry.is_plain() || (c == U' ' && IsWhite(last))) return false;
    Put(entry, byte < 0x80 ? 1 : 3);
    return true;
  }

  // Four characters of ASCII. REQUIRES: four bytes from `place` on, room for four characters.
  bool FoldFour() {
    char32_t four[4];
    for (size_t i = 0; i < 4; ++i) four[i] = static_cast<unsigned char>(bytes[place + i]);
    if ((four[0] | four[1] | four[2] | four[3]) >= 0x80) return false;
    const FoldEntry entries[4] = {EntryOf(four[0]), EntryOf(four[1]), EntryOf(four[2]),
                                  EntryOf(four[3])};
    const uint32_t all =
        entries[0].bits() | entries[1].bits() | entries[2].bits() | entries[3].bits();
    if (!FoldEntry(all).is_plain() || SpacesMeet(four)) return false;
    for (const FoldEntry entry : entries) Put(entry, 1);
    return true;
  }

 private:
  static FoldEntry EntryOf(char32_t c) { return FoldEntry(fold_table::kBasicPlane[c]); }

  bool SpacesMeet(const char32_t* four) const {
    const bool spaces[4] = {four[0] == U' ', four[1] == U' ', four[2] == U' ', four[3] == U' '};
    return (spaces[0] & (IsWhite(last) | spaces[1])) | (spaces[2] & (spaces[1] | spaces[3]));
  }

  void Put(FoldEntry entry, uint32_t size) {
    last = entry.folded();
    chars[count] = last;
    begins[count] = static_cast<uint32_t>(place);
    place += size;
    ends[count++] = static_cast<uint32_t>(place);
    traditional += entry.from_traditional();
  }
};

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_PLAIN_FOLDER_H_
