// A text told by another: which stretches of the other it repeats, and what is new. A page shows
// forty copies of one report for little more than one of them.
//
//   const EditBase base(origin);                      // once a story
//   for (const TextEdit& edit : EditsAgainst(base, copy)) ...
//
// Putting the edits one after another gives the text exactly, whatever the two hold.
// Cost: linear in the two texts; a bounded number of places is tried for each stretch. Memory of a
// base: 8 to 16 bytes a unit. Threads: pure functions of const arguments.
#ifndef WIRECOPY_REPORT_TEXT_EDITS_H_
#define WIRECOPY_REPORT_TEXT_EDITS_H_

#include <cstdint>
#include <vector>

#include "wirecopy/base/export.h"
#include "wirecopy/report/utf16_text.h"

namespace wirecopy {

// Either a range of the base or, where `is_new`, one of the text itself; in UTF-16 units.
struct TextEdit {
  bool is_new = false;
  uint32_t begin = 0;
  uint32_t end = 0;

  bool operator==(const TextEdit&) const = default;
};

// A text with an index of its stretches. Lifetime: the text must outlive it.
class WIRECOPY_EXPORT EditBase {
 public:
  explicit EditBase(const Utf16Text& text);

  const Utf16Text& text() const { return text_; }
  // The longest stretch of the base that `of` repeats from `unit` on, as a range of the base; empty
  // where it is not worth an edit.
  TextEdit LongestMatch(const Utf16Text& of, uint32_t unit, uint32_t expected) const;

 private:
  const Utf16Text& text_;
  std::vector<uint32_t> first_;  // by hash of a window: its first place + 1; 0: none
  std::vector<uint32_t> next_;   // by place: the next one of that hash + 1
};

WIRECOPY_EXPORT std::vector<TextEdit> EditsAgainst(const EditBase& base, const Utf16Text& text);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_TEXT_EDITS_H_
