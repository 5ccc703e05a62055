// A pair near the joining line for the evidence report, as one JSON line: the keys of
// wirecopy.pair/1, the two articles, whether they were joined, and their alignment in the words of
// the original texts.
//
// Stability: docs/formats/report.md, "doubt". Threads: pure function.
#ifndef WIRECOPY_REPORT_DOUBT_LINE_H_
#define WIRECOPY_REPORT_DOUBT_LINE_H_

#include <optional>
#include <string>
#include <string_view>

#include "wirecopy/base/export.h"
#include "wirecopy/model/result.h"
#include "wirecopy/model/text_evidence.h"
#include "wirecopy/report/utf16_text.h"

namespace wirecopy {

struct DoubtSide {
  const ArticleRecord* article = nullptr;  // REQUIRED
  std::string_view story = {};             // empty: alone
  const Utf16Text* text = nullptr;         // null: not there
};

struct DoubtLine {
  DoubtSide a;
  DoubtSide b;
  const Verdict* verdict = nullptr;  // REQUIRED; passages and slots are not written
  std::optional<uint64_t> background = std::nullopt;  // fingerprint
  bool joined = false;
  const AlignmentPlaces* alignment = nullptr;  // null where a text is not there
};

// The pair is written with the smaller id first.
WIRECOPY_EXPORT void AppendDoubtLine(const DoubtLine& line, std::string* out);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_DOUBT_LINE_H_
