// A page whose UTF-8 was decoded as another encoding on its way, put right.
//
//   if (const auto page = UndoWrongDecoding(text)) Read(page->bytes);
//
// Two ways are undone: UTF-8 read as Windows-1252 or Latin-1 (æ–°é—» for 新闻, â€™ for ’), and
// UTF-8 read as GBK (鏂伴椈 for 新闻). Each byte of the first gave one character; the second lost
// the bytes that form no pair. A page counts as such only where most of what it holds beyond ASCII
// forms UTF-8 again, which text that was decoded right does not. Cost: a search for one byte and a
// look at the first characters; one pass more over a page that is put right, for each time it was
// decoded wrongly. Threads: pure functions.
#ifndef WIRECOPY_TEXT_WRONG_DECODING_H_
#define WIRECOPY_TEXT_WRONG_DECODING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wirecopy {

struct RestoredBytes {
  std::string bytes;  // UTF-8, broken where bytes were lost
  // Of the character of the page that bytes[i] was read from, in bytes of the page; neither falls.
  std::vector<uint32_t> begins;
  std::vector<uint32_t> ends;
};

// `text`: any bytes. Nothing where the page was not decoded so. REQUIRES: text.size() < 4 GiB.
std::optional<RestoredBytes> UndoWrongDecoding(std::string_view text);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_WRONG_DECODING_H_
