#include "wirecopy/report/evidence_report.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/base/string_bridge.h"
#include "wirecopy/report/json_line.h"
#include "wirecopy/report/page_files.h"

namespace wirecopy {
namespace {

constexpr uint64_t kStoriesAPart = 500;
constexpr uint64_t kPartBytes = 1 << 20;  // of lines of texts
// What is written behind the texts beside the scripts: a part of that, and the places of the texts.
constexpr uint64_t kEndingBytes = 64 << 10;
constexpr uint64_t kWhereBytesAStory = 24;
// An id that nothing makes smaller, in base64, and what stands around it.
uint64_t WhereBytesOf(std::string_view id) { return id.size() * 4 / 3 + 8; }

std::string Policy(bool parts_apart) {
  // A part is trusted because our own script loads it; from disk it has no address to name.
  return absl::StrFormat(
      "default-src 'none'; script-src '%s'%s; style-src '%s'; img-src data:; base-uri 'none'; "
      "form-action 'none'; worker-src blob:",
      PageScriptsHash(), parts_apart ? " 'strict-dynamic'" : "", PageStyleHash());
}

}  // namespace

EvidenceReport::EvidenceReport(const EvidenceReportOptions& options, WritePage page, WritePart part)
    : options_(options), page_(std::move(page)), part_(std::move(part)) {}

std::string EvidenceReport::PartName(uint32_t part) {
  return absl::StrFormat("parts/texts-%d.js", part);
}

absl::Status EvidenceReport::Write(std::string_view bytes) {
  written_ += bytes.size();
  return page_(bytes);
}

absl::Status EvidenceReport::Begin() {
  std::string head = absl::StrFormat(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
      "<meta name=\"referrer\" content=\"no-referrer\">"
      "<title>wirecopy report</title>\n<style>",
      Policy(part_ != nullptr));
  head += PageStyle();
  head += "</style></head>\n<body>\n";
  head += PageShell();
  head += '\n';
  return Write(head);
}

absl::Status EvidenceReport::WriteBlock(std::string_view name, std::string_view part,
                                        std::string_view base64) {
  std::string head =
      absl::StrFormat("<script type=\"application/x-wirecopy\" data-block=\"%s\"", name);
  if (!part.empty()) absl::StrAppendFormat(&head, " data-part=\"%s\"", part);
  head += '>';
  WIRECOPY_RETURN_IF_ERROR(Write(head));
  WIRECOPY_RETURN_IF_ERROR(Write(base64));
  return Write("</script>\n");
}

absl::Status EvidenceReport::AddStory(std::string_view line, uint64_t members) {
  stories_block_.Add(line);
  ++stories_;
  members_ += members;
  return ++stories_in_block_ == kStoriesAPart ? EndStories() : absl::OkStatus();
}

absl::Status EvidenceReport::AddSeries(std::string_view line) {
  series_.Add(line);
  return absl::OkStatus();
}

absl::Status EvidenceReport::AddDoubt(std::string_view line) {
  doubt_.Add(line);
  return absl::OkStatus();
}

absl::Status EvidenceReport::EndStories() {
  if (stories_in_block_ == 0) return absl::OkStatus();
  stories_in_block_ = 0;
  const std::string base64 = std::exchange(stories_block_, PackedBlock()).Finish();
  return WriteBlock("stories", absl::StrCat(story_parts_++), base64);
}

absl::Status EvidenceReport::EndLists() {
  if (lists_ended_) return absl::OkStatus();
  lists_ended_ = true;
  WIRECOPY_RETURN_IF_ERROR(EndStories());
  WIRECOPY_RETURN_IF_ERROR(WriteBlock("series", "", series_.Finish()));
  return WriteBlock("doubt", "", doubt_.Finish());
}

void EvidenceReport::AddMissing(std::string id) {
  id_bytes_ += WhereBytesOf(id);
  missing_.push_back(std::move(id));
}

absl::Status EvidenceReport::BeginTexts(TextGroup group) {
  if (!group.is_story) id_bytes_ += WhereBytesOf(group.name);
  WIRECOPY_RETURN_IF_ERROR(EndLists());
  if (texts_.size_bytes() >= kPartBytes) WIRECOPY_RETURN_IF_ERROR(EndTexts());
  if (is_full_) {
    LeaveOut(std::move(group));
  } else {
    groups_.push_back(std::move(group));
  }
  return absl::OkStatus();
}

absl::Status EvidenceReport::AddText(std::string_view line) {
  if (is_full_) {
    ++texts_left_out_;
    return absl::OkStatus();
  }
  ++texts_in_part_;
  texts_.Add(line);
  const bool is_over = options_.max_bytes != 0 &&
                       written_ + texts_.packed_bytes() + ReservedBytes() > options_.max_bytes;
  return is_over ? EndTexts() : absl::OkStatus();
}

uint64_t EvidenceReport::ReservedBytes() const {
  return PageScripts().size() + kEndingBytes + kWhereBytesAStory * stories_ + id_bytes_;
}

absl::Status EvidenceReport::EndTexts() {
  if (groups_.empty()) return absl::OkStatus();
  const std::string base64 = std::exchange(texts_, PackedBlock()).Finish();
  const uint64_t texts = std::exchange(texts_in_part_, 0);
  const std::vector<TextGroup> groups = std::exchange(groups_, {});
  if (options_.max_bytes != 0 && written_ + base64.size() + ReservedBytes() > options_.max_bytes) {
    is_full_ = true;
    for (const TextGroup& group : groups) LeaveOut(group);
    texts_left_out_ += texts;
    return absl::OkStatus();
  }
  texts_kept_ += texts;
  for (const TextGroup& group : groups) where_.emplace_back(group, text_parts_);
  const uint32_t part = text_parts_++;
  if (!part_) return WriteBlock("texts", absl::StrCat(part), base64);
  return part_(part, absl::StrFormat("wirecopyPart(\"texts\",%d,\"%s\");\n", part, base64));
}

std::string EvidenceReport::WhereLine() const {
  JsonLine json;
  json.StartObject();
  for (const bool is_story : {true, false}) {
    json.StartObject(is_story ? "stories" : "articles");
    for (const auto& [group, part] : where_) {
      if (group.is_story == is_story) json.Count(group.name, part);
    }
    json.EndObject();
  }
  json.Texts("left_out", left_out_);
  json.Texts("missing", missing_);
  json.EndObject();
  std::string line;
  json.AppendTo(&line);
  return line;
}

std::string EvidenceReport::SummaryLine(const Ending& ending) const {
  JsonLine json;
  json.StartObject();
  json.Text("schema", "wirecopy.report/1");
  std::string_view summary = ending.summary;
  while (summary.ends_with('\n')) summary.remove_suffix(1);
  summary.empty() ? json.Null("summary") : json.Json("summary", summary);
  json.Estimate("join_probability", ending.join_probability);
  json.Count("stories", stories_);
  json.Count("members", members_);
  json.StartObject("parts");
  json.Count("stories", story_parts_);
  json.Count("texts", text_parts_);
  json.EndObject();
  json.Count("texts_kept", texts_kept_);
  json.Count("texts_left_out", texts_left_out_);
  json.Count("texts_missing", missing_.size());
  json.StartArray("problems");
  for (const RecordProblem& problem : ending.problems) {
    json.StartObject();
    json.Text("place", problem.line == 0 ? problem.file
                                         : absl::StrFormat("%s:%d", problem.file, problem.line));
    json.Text("reason", problem.reason);
    json.Text("message", problem.message);
    json.EndObject();
  }
  json.EndArray();
  json.Count("problems_not_listed", ending.problems_not_listed);
  json.EndObject();
  std::string line;
  json.AppendTo(&line);
  return line;
}

absl::Status EvidenceReport::Finish(const Ending& ending) {
  WIRECOPY_RETURN_IF_ERROR(EndLists());
  WIRECOPY_RETURN_IF_ERROR(EndTexts());
  const auto pack = [](std::string_view line) {
    PackedBlock block;
    block.Add(line);
    return block.Finish();
  };
  WIRECOPY_RETURN_IF_ERROR(WriteBlock("where", "", pack(WhereLine())));
  WIRECOPY_RETURN_IF_ERROR(WriteBlock("summary", "", pack(SummaryLine(ending))));
  std::string tail = "<script>";
  tail += PageScripts();
  tail += "</script>\n</body></html>\n";
  return Write(tail);
}

}  // namespace wirecopy
