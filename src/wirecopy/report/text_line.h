// An article's text for the evidence report, as one JSON line: its original by what it repeats of
// the story's origin, what was masked and read otherwise, and its alignment with the article it was
// copied from. All places count UTF-16 units of the original texts.
//
//   AppendTextLine({.id = copy.id, .story = story.name, .text = &text, .base = &base,
//                   .base_id = origin.id, .evidence = &evidence}, &out);
//
// Stability: docs/formats/report.md, "texts". Threads: pure functions.
#ifndef WIRECOPY_REPORT_TEXT_LINE_H_
#define WIRECOPY_REPORT_TEXT_LINE_H_

#include <optional>
#include <string>
#include <string_view>

#include "wirecopy/base/export.h"
#include "wirecopy/model/text_evidence.h"
#include "wirecopy/report/text_edits.h"
#include "wirecopy/report/utf16_text.h"

namespace wirecopy {

struct TextLine {
  // The alignment with the article it was copied from: a of `places` is this article.
  struct Edge {
    std::string_view of;
    const Utf16Text* of_text = nullptr;       // REQUIRED
    const AlignmentPlaces* places = nullptr;  // REQUIRED
  };

  std::string_view id;
  std::string_view story = {};             // empty: in none
  const Utf16Text* text = nullptr;         // REQUIRED
  const EditBase* base = nullptr;          // null: the text is written whole
  std::string_view base_id = {};           // of base
  const TextEvidence* evidence = nullptr;  // REQUIRED
  std::optional<Edge> edge = std::nullopt;
};

WIRECOPY_EXPORT void AppendTextLine(const TextLine& line, std::string* out);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_TEXT_LINE_H_
