#include "wirecopy/report/text_line.h"

#include "wirecopy/report/alignment_json.h"
#include "wirecopy/report/json_line.h"

namespace wirecopy {
namespace {

void PutRaw(const TextLine& line, JsonLine* json) {
  json->StartArray("raw");
  if (line.base == nullptr) {
    json->Text(line.text->original());
  } else {
    for (const TextEdit& edit : EditsAgainst(*line.base, *line.text)) {
      if (edit.is_new) {
        json->Text(line.text->Slice(edit.begin, edit.end));
        continue;
      }
      json->StartArray();
      json->Count(edit.begin);
      json->Count(edit.end);
      json->EndArray();
    }
  }
  json->EndArray();
}

void PutPlaces(const TextLine& line, JsonLine* json) {
  const Utf16Text& text = *line.text;
  json->StartArray("furniture");
  for (const ByteRange place : line.evidence->furniture) {
    json->Count(text.UnitAt(place.begin));
    json->Count(text.UnitAt(place.end));
  }
  json->EndArray();
  json->StartArray("read");
  for (const ReadRun& run : line.evidence->read) {
    json->Count(text.UnitAt(run.place.begin));
    json->Count(text.UnitAt(run.place.end));
    json->Text(run.as);
  }
  json->EndArray();
}

}  // namespace

void AppendTextLine(const TextLine& line, std::string* out) {
  JsonLine json;
  json.StartObject();
  json.Text("id", line.id);
  json.TextOrNull("story", line.story);
  if (line.base == nullptr) {
    json.Null("base");
  } else {
    json.Text("base", line.base_id);
  }
  PutRaw(line, &json);
  PutPlaces(line, &json);
  if (line.edge) {
    json.StartObject("edge");
    json.Text("of", line.edge->of);
    PutAlignmentPlaces(*line.edge->places, {line.text, line.edge->of_text}, false, &json);
    json.EndObject();
  } else {
    json.Null("edge");
  }
  json.EndObject();
  json.AppendTo(out);
}

}  // namespace wirecopy
