// The evidence report: one HTML file that opens from disk, offline, under a strict content security
// policy, with every story, the pairs in doubt, and the articles' own texts with what the engine
// saw in them. Or, for what is too big for one file, an index page and one script a part of the
// texts.
//
//   EvidenceReport report({}, [&](std::string_view bytes) { return file.Write(bytes); });
//   absl::Status status = report.Begin();
//   for (const Story& story : result.stories) {
//     std::string line;
//     AppendStoryLine(result, story, &line);
//     status.Update(report.AddStory(line, story.members.size()));
//   }
//   for (...) status.Update(report.AddDoubt(line));        // AppendDoubtLine
//   for (const uint32_t i : StoriesByDoubt(result)) {      // the most doubtful first
//     status.Update(report.BeginTexts({.name = result.stories[i].name, .is_story = true}));
//     for (...) status.Update(report.AddText(line));       // AppendTextLine, the origin first
//   }
//   status.Update(report.Finish({.join_probability = result.join_probability}));
//
// What is added stands in the file exactly, packed; the page is built into the library. Nothing
// from outside stands in the page as HTML or script: it is gzip in base64. Texts are left out,
// whole stories at a time, once max_bytes would be passed; that is counted and shown.
// The same calls give the same bytes: no time stands in the file.
// Cost: one gzip of what is added. Memory: one packed part, and some 40 bytes a story.
// Stability: docs/formats/report.md. Threads: one user at a time.
#ifndef WIRECOPY_REPORT_EVIDENCE_REPORT_H_
#define WIRECOPY_REPORT_EVIDENCE_REPORT_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "wirecopy/base/export.h"
#include "wirecopy/model/reading.h"
#include "wirecopy/report/packed_block.h"

namespace wirecopy {

struct EvidenceReportOptions {
  uint64_t max_bytes = 0;  // of the file, reached by leaving texts out; 0: no limit
};

class WIRECOPY_EXPORT EvidenceReport {
 public:
  // Takes the next bytes of the page.
  using WritePage = std::function<absl::Status(std::string_view bytes)>;
  // Takes a part of the texts, a script that the page loads as PartName(part). Empty: they stand in
  // the page.
  using WritePart = std::function<absl::Status(uint32_t part, std::string_view bytes)>;

  EvidenceReport(const EvidenceReportOptions& options, WritePage page, WritePart part = {});

  absl::Status Begin();
  // Lines of JSON, their newline included, in the order they shall have. All of these before the
  // first BeginTexts.
  absl::Status AddStory(std::string_view line, uint64_t members);
  absl::Status AddSeries(std::string_view line);
  absl::Status AddDoubt(std::string_view line);

  // The texts that stand and fall together: those of a story, or that of an article in none.
  struct TextGroup {
    std::string name;  // of the story, else the id
    bool is_story = false;
  };
  absl::Status BeginTexts(TextGroup group);
  absl::Status AddText(std::string_view line);
  // Whether max_bytes is reached: further texts are counted only, their lines may be empty.
  bool is_full() const { return is_full_; }
  // A member whose text is not there. Those added before the first BeginTexts are reckoned with
  // where texts are left out for size.
  void AddMissing(std::string id);

  struct Ending {
    std::string_view summary;                  // wirecopy.summary/1; empty: not known
    double join_probability = 0;               // from which a pair starts a join
    std::vector<RecordProblem> problems = {};  // the first of them
    uint64_t problems_not_listed = 0;
  };
  absl::Status Finish(const Ending& ending);

  uint64_t texts_kept() const { return texts_kept_; }
  uint64_t texts_left_out() const { return texts_left_out_; }

  // "parts/texts-7.js"
  static std::string PartName(uint32_t part);

 private:
  absl::Status Write(std::string_view bytes);
  absl::Status WriteBlock(std::string_view name, std::string_view part, std::string_view base64);
  absl::Status EndStories();
  absl::Status EndLists();
  absl::Status EndTexts();
  void LeaveOut(TextGroup group) { left_out_.push_back(std::move(group.name)); }
  uint64_t ReservedBytes() const;
  std::string WhereLine() const;
  std::string SummaryLine(const Ending& ending) const;

  const EvidenceReportOptions options_;
  const WritePage page_;
  const WritePart part_;
  uint64_t written_ = 0;

  PackedBlock stories_block_;
  PackedBlock series_;
  PackedBlock doubt_;
  bool lists_ended_ = false;
  uint64_t stories_ = 0;
  uint64_t stories_in_block_ = 0;
  uint64_t members_ = 0;
  uint32_t story_parts_ = 0;

  PackedBlock texts_;
  std::vector<TextGroup> groups_;  // of the part that is open
  uint64_t texts_in_part_ = 0;
  uint32_t text_parts_ = 0;
  uint64_t texts_kept_ = 0;
  uint64_t texts_left_out_ = 0;
  bool is_full_ = false;

  std::vector<std::pair<TextGroup, uint32_t>> where_;  // with its part
  std::vector<std::string> left_out_;
  std::vector<std::string> missing_;
  uint64_t id_bytes_ = 0;  // that ids will take of `where`
};

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_EVIDENCE_REPORT_H_
