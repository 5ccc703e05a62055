#include "wirecopy/report/alignment_json.h"

namespace wirecopy {
namespace {

void PutPlace(const Utf16Text& text, ByteRange place, JsonLine* json) {
  json->Count(text.UnitAt(place.begin));
  json->Count(text.UnitAt(place.end));
}

}  // namespace

void PutAlignmentPlaces(const AlignmentPlaces& places, const AlignedTexts& texts, bool swapped,
                        JsonLine* json) {
  const auto put_both = [&](ByteRange a, ByteRange b) {
    if (swapped) PutPlace(*texts.b, b, json);
    PutPlace(*texts.a, a, json);
    if (!swapped) PutPlace(*texts.b, b, json);
  };
  json->StartArray("passages");
  for (const AlignedPlaces& passage : places.passages) {
    json->StartArray();
    put_both(passage.a, passage.b);
    json->EndArray();
  }
  json->EndArray();
  json->StartArray("slots");
  for (const SlotPlaces& slot : places.slots) {
    json->StartArray();
    json->Text(SlotKindName(slot.kind));
    put_both(slot.a, slot.b);
    json->EndArray();
  }
  json->EndArray();
}

}  // namespace wirecopy
