#include "wirecopy/corpus/rejects.h"

#include <cstdint>

#include "absl/strings/escaping.h"
#include "wirecopy/base/escaping.h"
#include "wirecopy/base/string_bridge.h"
#include "wirecopy/corpus/excerpt.h"

namespace wirecopy {
namespace {

// File names may be any bytes.
void AppendAnyString(std::string_view text, std::string* out) {
  if (FirstInvalidUtf8(text)) {
    AppendJsonString(ToStd(absl::CHexEscape(ToAbsl(text))), out);
  } else {
    AppendJsonString(text, out);
  }
}

}  // namespace

std::string RejectLine(const RecordProblem& problem, std::string_view raw) {
  std::string line = "{\"file\":";
  AppendAnyString(problem.file, &line);
  line += ",\"line\":" + std::to_string(problem.line) + ",\"reason\":";
  AppendJsonString(problem.reason, &line);
  line += ",\"message\":";
  AppendAnyString(problem.message, &line);
  if (!raw.empty() && FirstInvalidUtf8(raw)) {
    line += ",\"raw_base64\":";
    AppendJsonString(ToStd(absl::Base64Escape(ToAbsl(raw))), &line);
  } else if (!raw.empty()) {
    line += ",\"raw\":";
    AppendJsonString(raw, &line);
  }
  line += "}\n";
  return line;
}

}  // namespace wirecopy
