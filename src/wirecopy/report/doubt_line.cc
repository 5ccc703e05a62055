#include "wirecopy/report/doubt_line.h"

#include "wirecopy/report/alignment_json.h"
#include "wirecopy/report/article_fields.h"
#include "wirecopy/report/json_line.h"
#include "wirecopy/report/story_json.h"

namespace wirecopy {
namespace {

void PutSide(std::string_view key, const DoubtSide& side, JsonLine* json) {
  json->StartObject(key);
  PutArticleFields(*side.article, json);
  json->TextOrNull("story", side.story);
  json->EndObject();
}

}  // namespace

void AppendDoubtLine(const DoubtLine& line, std::string* out) {
  const bool swapped = line.b.article->id < line.a.article->id;
  JsonLine json;
  json.StartObject();
  PutPairFields({line.a.article->id, line.b.article->id, line.verdict, line.background}, &json);
  PutSide("a", swapped ? line.b : line.a, &json);
  PutSide("b", swapped ? line.a : line.b, &json);
  json.Bool("joined", line.joined);
  if (line.alignment != nullptr && line.a.text != nullptr && line.b.text != nullptr) {
    json.StartObject("alignment");
    PutAlignmentPlaces(*line.alignment, {line.a.text, line.b.text}, swapped, &json);
    json.EndObject();
  } else {
    json.Null("alignment");
  }
  json.EndObject();
  json.AppendTo(out);
}

}  // namespace wirecopy
