#include "wirecopy/report/series_json.h"

#include "wirecopy/report/article_fields.h"
#include "wirecopy/report/json_line.h"

namespace wirecopy {
namespace {

void PutMember(const Result& result, const SeriesMember& member, JsonLine* json) {
  json->StartObject();
  PutArticleFields(result.articles[member.article], json);
  json->TextOrNull("story", member.story ? result.stories[*member.story].name : "");
  json->EndObject();
}

}  // namespace

void AppendSeriesLine(const Result& result, const Series& series, std::string* out) {
  JsonLine json;
  json.StartObject();
  json.Text("schema", "wirecopy.series/1");
  json.Text("series", series.name);
  json.Count("size", series.members.size());
  json.Interval("first_published", series.first_published);
  json.Interval("last_published", series.last_published);
  json.StartObject("differs");
  json.Count("numbers", series.numbers);
  json.Count("names", series.names);
  json.Count("edits", series.edits);
  json.EndObject();
  json.Estimate("median_covered", series.median_covered);
  json.Fingerprint("background", result.background_fingerprint);
  json.StartArray("members");
  for (const SeriesMember& member : series.members) PutMember(result, member, &json);
  json.EndArray();
  json.EndObject();
  json.AppendTo(out);
}

}  // namespace wirecopy
