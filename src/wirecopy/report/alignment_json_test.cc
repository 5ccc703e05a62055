#include "wirecopy/report/alignment_json.h"

#include <gtest/gtest.h>

#include <string>

namespace wirecopy {
namespace {

TEST(PutAlignmentPlacesTest, CountsUnitsOfEachSide) {
  const Utf16Text a("😀渡口");
  const Utf16Text b("渡口");
  const AlignmentPlaces places = {{{{4, 10}, {0, 6}}}, {{SlotKind::kName, {4, 7}, {0, 0}}}};
  for (const bool swapped : {false, true}) {
    JsonLine json;
    json.StartObject();
    PutAlignmentPlaces(places, {&a, &b}, swapped, &json);
    json.EndObject();
    std::string line;
    json.AppendTo(&line);
    EXPECT_EQ(line, swapped ? "{\"passages\":[[0,2,2,4]],\"slots\":[[\"name\",0,0,2,3]]}\n"
                            : "{\"passages\":[[2,4,0,2]],\"slots\":[[\"name\",2,3,0,0]]}\n");
  }
}

}  // namespace
}  // namespace wirecopy
