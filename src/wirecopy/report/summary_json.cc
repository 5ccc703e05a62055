#include "wirecopy/report/summary_json.h"

#include <array>

#include "wirecopy/report/json_line.h"

namespace wirecopy {
namespace {

using RelationCounts = std::array<uint64_t, kRelationCount>;

void PutRelations(std::string_view key, const RelationCounts& counts, JsonLine* json) {
  json->StartObject(key);
  for (size_t i = 0; i < kRelationCount; ++i)
    json->Count(RelationName(static_cast<Relation>(i)), counts[i]);
  json->EndObject();
}

void PutReasons(std::string_view key, const std::map<std::string, uint64_t>& reasons,
                JsonLine* json) {
  json->StartObject(key);
  for (const auto& [reason, count] : reasons) json->Count(reason, count);
  json->EndObject();
}

void PutReading(const ReadingCounts& reading, JsonLine* json) {
  json->StartObject("read");
  json->Count("files", reading.files);
  json->Count("bytes", reading.bytes);
  json->Count("records", reading.records);
  json->Count("kept", reading.kept);
  json->Count("skipped", reading.skipped);
  PutReasons("skipped_by_reason", reading.skipped_by_reason, json);
  PutReasons("warnings_by_reason", reading.warnings_by_reason, json);
  PutReasons("file_problems_by_reason", reading.file_problems_by_reason, json);
  json->EndObject();
}

void PutDecided(const Result& result, JsonLine* json) {
  const RunCounts& counts = result.counts;
  RelationCounts of_members = {};
  for (const Story& story : result.stories) {
    for (const StoryMember& member : story.members) {
      if (member.of) ++of_members[static_cast<size_t>(member.relation)];
    }
  }
  json->StartObject("decided");
  json->Count("articles", counts.articles);
  json->Count("outlets", counts.outlets);
  json->Count("too_short", counts.too_short);
  json->Count("exact_copies", counts.exact_copies);
  json->Count("candidates", counts.candidates);
  json->Count("compared", counts.compared);
  json->Count("stories", counts.stories);
  json->Count("members", counts.members);
  json->Count("roundups", counts.roundups);
  json->Count("series", counts.series);
  json->Count("tokens", counts.tokens);
  json->Count("furniture_tokens", counts.furniture_tokens);
  PutRelations("members_by_relation", of_members, json);
  PutRelations("pairs_by_relation", counts.pairs_by_relation, json);
  json->EndObject();
}

void PutOption(const std::string& name, const OptionValue& value, JsonLine* json) {
  if (const bool* flag = std::get_if<bool>(&value)) return json->Bool(name, *flag);
  if (const int64_t* integer = std::get_if<int64_t>(&value)) return json->Integer(name, *integer);
  if (const double* number = std::get_if<double>(&value)) return json->ExactNumber(name, *number);
  json->Text(name, std::get<std::string>(value));
}

}  // namespace

void AppendSummary(const Result& result, const ReadingCounts& reading, const RunDescription& run,
                   std::string* out) {
  JsonLine json;
  json.StartObject();
  json.Text("schema", "wirecopy.summary/1");
  json.Text("command", run.command);
  json.StartObject("versions");
  for (const auto& [name, version] : run.versions) json.Text(name, version);
  json.EndObject();
  json.StartObject("options");
  for (const auto& [name, value] : run.options) PutOption(name, value, &json);
  json.EndObject();
  PutReading(reading, &json);
  PutDecided(result, &json);
  if (!run.outcome.empty()) {
    json.StartObject("outcome");
    for (const auto& [name, count] : run.outcome) json.Count(name, count);
    json.EndObject();
  }
  json.Fingerprint("background", result.background_fingerprint);
  json.EndObject();
  json.AppendTo(out);
}

}  // namespace wirecopy
