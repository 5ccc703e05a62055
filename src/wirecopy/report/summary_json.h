// What a run read, skipped and decided, and with which options, as one JSON object: schema
// wirecopy.summary/1.
//
//   RunDescription run{"cluster", {{"wirecopy", "0.1.0"}}, {{"verify", "align"},
//   {"min_probability", 0.5}}, {}}; AppendSummary(result, counts, run, &out);
//
// No times and no rates: equal input and options give equal bytes.
// Stability: docs/formats/summary.md. Threads: pure functions.
#ifndef WIRECOPY_REPORT_SUMMARY_JSON_H_
#define WIRECOPY_REPORT_SUMMARY_JSON_H_

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "wirecopy/model/reading.h"
#include "wirecopy/model/result.h"

namespace wirecopy {

using OptionValue = std::variant<bool, int64_t, double, std::string>;

// What the caller knows of the run; every list is written in its own order.
struct RunDescription {
  std::string command;  // "cluster"
  std::vector<std::pair<std::string, std::string>>
      versions;  // {"wirecopy", "0.1.0"}, {"unicode", "15.0"}, ...
  std::vector<std::pair<std::string, OptionValue>>
      options;  // names as on the command line, without dashes
  // What the command itself decided, such as {"kept", 70}, {"dropped", 10}; written only where not
  // empty.
  std::vector<std::pair<std::string, uint64_t>> outcome;
};

void AppendSummary(const Result& result, const ReadingCounts& reading, const RunDescription& run,
                   std::string* out);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_SUMMARY_JSON_H_
