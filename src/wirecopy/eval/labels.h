// The lines of label files as values: gold, predicted clusters and labelled pairs. Whoever opens
// the files loops over their lines; nothing here reads a file.
//
//   WIRECOPY_ASSIGN_OR_RETURN(GoldRow row, ParseGoldLine(line));
//   WIRECOPY_RETURN_IF_ERROR(clusters.AddLine(line));
//   WIRECOPY_ASSIGN_OR_RETURN(LabelledPair pair, ParsePairLine(line, columns));
//
// Errors are DataLoss and say what is wrong; the caller puts file and line before them.
// Formats: docs/formats/clusters.md.
// Threads: functions are pure; a ClusterAssignment has one caller at a time.
#ifndef WIRECOPY_EVAL_LABELS_H_
#define WIRECOPY_EVAL_LABELS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace wirecopy {

// What is known of an article.
struct GoldRow {
  std::string id;
  std::string story;                // articles of one story are one text, whole, edited or in part
  std::string relation;             // "roundup" takes no part in the cluster measures
  std::vector<std::string> damage;  // what was done to the page
  std::vector<std::string> contains;  // of a roundup: the stories on it
};

// Two articles and what is known of them: a band of hard negatives, or a label such as "same".
struct LabelledPair {
  std::string id1;
  std::string id2;
  std::string label;
};

// Which tab-separated cells of a pair list are meant. Without a label column every pair is labelled
// "pair".
struct PairColumns {
  size_t id1 = 0;
  size_t id2 = 1;
  std::optional<size_t> label = 2;
};

// Empty or ASCII white space only: no record.
bool IsBlankLine(std::string_view line);

// {"id":…, "story":…, "relation":…, "damage":[…], "contains":[…]}; the last two may be absent,
// other keys are ignored.
absl::StatusOr<GoldRow> ParseGoldLine(std::string_view line);

// The columns named by a first line that has a cell "id1"; nullopt for a line that is no header.
// The label is the column "label", else "band".
std::optional<PairColumns> ParsePairHeader(std::string_view line);
absl::StatusOr<LabelledPair> ParsePairLine(std::string_view line, const PairColumns& columns = {});

// Which clusters each article was put into, in the order of the file.
class ClusterAssignment {
 public:
  // The next line of a clusters file; lines may take any of these forms, mixed:
  //   {"members": ["a1", {"id": "a2"}]}   one cluster a line ("articles" is the same); what
  //   `cluster` writes
  //   {"id": "a1", "cluster": 7}          one article a line; a null cluster: alone
  //   a1<TAB>7                            the same; a first line "id<TAB>…" is a header
  // Objects of another form are counted as ignored.
  absl::Status AddLine(std::string_view line);

  // Puts an article into a cluster; once more into the same changes nothing.
  void Put(std::string_view id, std::string_view cluster);

  // Empty for an article in no cluster: it is alone.
  const std::vector<uint32_t>& ClustersOf(std::string_view id) const;
  const std::map<std::string, std::vector<uint32_t>, std::less<>>& articles() const {
    return clusters_of_;
  }
  size_t cluster_count() const { return numbers_.size(); }
  uint64_t ignored_lines() const { return ignored_lines_; }

 private:
  absl::Status AddObjectLine(std::string_view line);
  absl::Status AddTabbedLine(std::string_view line);

  std::map<std::string, std::vector<uint32_t>, std::less<>> clusters_of_;
  std::map<std::string, uint32_t, std::less<>> numbers_;
  uint64_t lines_ = 0;
  uint64_t ignored_lines_ = 0;
};

}  // namespace wirecopy

#endif  // WIRECOPY_EVAL_LABELS_H_
