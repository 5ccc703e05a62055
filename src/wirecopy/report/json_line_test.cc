#include "wirecopy/report/json_line.h"

#include <gtest/gtest.h>

#include <limits>

namespace wirecopy {
namespace {

struct TextRow {
  const char* name;
  std::string_view text;
  const char* json;
};
void PrintTo(const TextRow& row, std::ostream* out) { *out << row.name; }

class JsonTextTest : public testing::TestWithParam<TextRow> {};

TEST_P(JsonTextTest, IsSafeToLookAtAndReadsBack) {
  JsonLine json;
  json.StartObject();
  json.Text("t", GetParam().text);
  json.EndObject();
  std::string line;
  json.AppendTo(&line);
  EXPECT_EQ(line, std::string("{\"t\":\"") + GetParam().json + "\"}\n");
}

INSTANTIATE_TEST_SUITE_P(
    Texts, JsonTextTest,
    testing::Values(TextRow{"plain", "晚报 Post", "晚报 Post"},
                    TextRow{"quotes", "a\"b\\c", R"(a\"b\\c)"},
                    TextRow{"white space", "a\tb\r\nc", R"(a\tb\r\nc)"},
                    TextRow{"escape", "\x1b[31m", R"(\u001b[31m)"},
                    TextRow{"DEL", "\x7f", R"(\u007f)"}, TextRow{"C1", "\xc2\x9b", R"(\u009b)"},
                    TextRow{"direction", "\u202e", R"(\u202e)"},
                    TextRow{"line separator", "\u2028", R"(\u2028)"},
                    TextRow{"NUL", std::string_view("\0", 1), R"(\u0000)"},
                    TextRow{"broken UTF-8", "a\xff\xe4\xb8", "a\uFFFD\uFFFD\uFFFD"},
                    TextRow{"beyond the first plane", "📰", "📰"}));

TEST(JsonLineTest, UnknownIsNullAndEstimatesAreRounded) {
  JsonLine json;
  json.StartObject();
  json.TextOrNull("empty", "");
  json.Integer("none", std::nullopt);
  json.Estimate("third", 1. / 3);
  json.Estimate("almost", .99999);
  json.Estimate("negative", -.00001);
  json.Estimate("infinite", std::numeric_limits<double>::infinity());
  json.Estimate("unknown", std::nullopt);
  json.Interval("never", std::nullopt);
  json.Interval("day", TimeInterval{0, 86'399});
  json.Fingerprint("print", 0xabc);
  json.EndObject();
  std::string line;
  json.AppendTo(&line);
  EXPECT_EQ(
      line,
      R"({"empty":null,"none":null,"third":0.3333,"almost":1.0,"negative":0.0,"infinite":null,"unknown":null,)"
      R"("never":null,"day":["1970-01-01T00:00:00Z","1970-01-01T23:59:59Z"],"print":"0000000000000abc"})"
      "\n");
}

}  // namespace
}  // namespace wirecopy
