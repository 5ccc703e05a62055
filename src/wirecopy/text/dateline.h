// The dateline a report opens with: agency, place, date and reporter before the first sentence
// (某社某地4月28日电(记者某某), 本报讯, 【某网消息】, "london, jul 12 (reuters) -").
//
// Cost: looks at the first 80 characters. Threads: pure function.
#ifndef WIRECOPY_TEXT_DATELINE_H_
#define WIRECOPY_TEXT_DATELINE_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace wirecopy {

struct Dateline {
  uint32_t end = 0;  // in the text, behind the dateline and the space or dash that closes it
  std::u32string_view agency;  // "某社"; empty where none is named
  std::u32string_view reporter;
};

// `text`: a paragraph, folded.
std::optional<Dateline> ReadDateline(std::u32string_view text);

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_DATELINE_H_
