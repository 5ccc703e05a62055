// The report of `cluster`, made to be read: a summary, then the stories by size, each with its span
// of time, its origin and its members with outlet, lag, relation and how much is shared.
//
//   AppendClusterText(result, reading, {.width_columns = 100}, &out);
//
// Columns align whatever the script. Titles and names are shown harmless (display_text.h). What is
// first seen is called that, never the source; doubtful joins are named. The same facts without
// columns: cluster_plain.h. Stability: for people; programs read story_json.h or cluster_csv.h.
// Threads: pure function.
#ifndef WIRECOPY_REPORT_CLUSTER_TEXT_H_
#define WIRECOPY_REPORT_CLUSTER_TEXT_H_

#include <cstdint>
#include <string>

#include "wirecopy/model/reading.h"
#include "wirecopy/model/result.h"
#include "wirecopy/report/text_style.h"

namespace wirecopy {

struct ClusterTextOptions {
  int width_columns = 100;     // of a line; smaller than 60 counts as 60
  bool all = false;            // neither stories nor members are folded
  uint32_t max_stories = 20;   // shown unless all
  uint32_t max_members = 8;    // of a story, shown unless all; its roundups are folded on their own
  int utc_offset_minutes = 0;  // of the zone times are shown in
  bool tree = false;           // each copy below the one it was copied from, with the reasons
  TextStyle style = {};
  std::string all_hint = "--all";  // how the reader asks for what was folded
};

void AppendClusterText(const Result& result, const ReadingCounts& reading,
                       const ClusterTextOptions& options, std::string* out);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_CLUSTER_TEXT_H_
