#include "wirecopy/report/text_line.h"

#include <gtest/gtest.h>

#include <string>

#include "wirecopy/report/report_reading_test.h"

namespace wirecopy {
namespace {

const std::string kOrigin = "渡口昨天重新开放，首班船六点离岸。";
const std::string kCopy = "</script>\u2028\x1b 渡口昨天重新開放(fàng)，首班船六点离岸。😀";

TEST(AppendTextLineTest, WritesAnOriginWhole) {
  const Utf16Text text(kOrigin);
  const TextEvidence evidence;
  std::string line;
  AppendTextLine({.id = "a", .text = &text, .evidence = &evidence}, &line);
  EXPECT_EQ(line, "{\"id\":\"a\",\"story\":null,\"base\":null,\"raw\":[\"" + kOrigin +
                      "\"],\"furniture\":[],\"read\":[],\"edge\":null}\n");
}

TEST(AppendTextLineTest, WritesACopyByItsEdits) {
  const Utf16Text origin(kOrigin);
  const Utf16Text text(kCopy);
  const EditBase base(origin);
  const auto at = [](std::string_view what) {
    const size_t begin = kCopy.find(what);
    return ByteRange{static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + what.size())};
  };
  const TextEvidence evidence = {{at("</script>")}, {{at("開"), "开"}, {at("(fàng)"), ""}}};
  const AlignmentPlaces places = {{{at("渡口"), {0, 6}}}, {{SlotKind::kNoise, at("😀"), {0, 0}}}};
  std::string line;
  AppendTextLine({.id = "\"b\"",
                  .story = "00c0ffee00c0ffee",
                  .text = &text,
                  .base = &base,
                  .base_id = "a",
                  .evidence = &evidence,
                  .edge = TextLine::Edge{"a", &origin, &places}},
                 &line);
  const rapidjson::Document json = ParsedJson(line);
  EXPECT_STREQ(json["id"].GetString(), "\"b\"");
  EXPECT_STREQ(json["base"].GetString(), "a");
  const std::u16string original = TextOf(json, InUnits(kOrigin));
  EXPECT_EQ(original, InUnits(kCopy));
  EXPECT_TRUE(json["raw"][0].IsString());
  EXPECT_TRUE(json["raw"][1].IsArray());
  const auto cut = [&](const char* key, unsigned i) {
    const unsigned begin = json[key][i].GetUint();
    return original.substr(begin, json[key][i + 1].GetUint() - begin);
  };
  EXPECT_EQ(cut("furniture", 0), u"</script>");
  EXPECT_EQ(cut("read", 0), u"開");
  EXPECT_STREQ(json["read"][2].GetString(), "开");
  EXPECT_EQ(cut("read", 3), u"(fàng)");
  EXPECT_STREQ(json["read"][5].GetString(), "");
  EXPECT_STREQ(json["edge"]["of"].GetString(), "a");
  const rapidjson::Value& passage = json["edge"]["passages"][0];
  EXPECT_EQ(original.substr(passage[0].GetUint(), 2), u"渡口");
  EXPECT_EQ(passage[2].GetUint(), 0u);
  EXPECT_EQ(passage[3].GetUint(), 2u);
  const rapidjson::Value& slot = json["edge"]["slots"][0];
  EXPECT_STREQ(slot[0].GetString(), "noise");
  EXPECT_EQ(original.substr(slot[1].GetUint(), slot[2].GetUint() - slot[1].GetUint()), u"😀");
}

}  // namespace
}  // namespace wirecopy
