#include "wirecopy/corpus/rejects.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

namespace wirecopy {
namespace {

TEST(RejectLineTest, KeepsTheRecord) {
  EXPECT_EQ(
      RejectLine({"news.jsonl", 41, "no-text", "no \"text\" field", true}, "{\"id\":\"会\"}\r"),
      "{\"file\":\"news.jsonl\",\"line\":41,\"reason\":\"no-text\",\"message\":\"no \\\"text\\\" "
      "field\","
      "\"raw\":\"{\\\"id\\\":\\\"会\\\"}\\r\"}\n");
}

TEST(RejectLineTest, BytesThatAreNotUtf8AreKeptInBase64) {
  EXPECT_EQ(RejectLine({"a", 1, "bad-utf8", "m", true}, "\xbb\xe1"),
            "{\"file\":\"a\",\"line\":1,\"reason\":\"bad-utf8\",\"message\":\"m\",\"raw_base64\":"
            "\"u+E=\"}\n");
}

TEST(RejectLineTest, DirectionMarksAreEscaped) {
  EXPECT_EQ(RejectLine({"a\u202eb\u061c", 0, "truncated", "\u200f", true}, "\u2066"),
            R"({"file":"a\u202eb\u061c","line":0,"reason":"truncated","message":"\u200f",)"
            R"("raw":"\u2066"})"
            "\n");
}

TEST(RejectLineTest, AFileHasNoRaw) {
  EXPECT_EQ(
      RejectLine({"a\xff", 0, "truncated", "cut off", true}, ""),
      "{\"file\":\"a\\\\xff\",\"line\":0,\"reason\":\"truncated\",\"message\":\"cut off\"}\n");
}

TEST(RejectLineTest, IsOneLineOfJsonWhateverTheBytes) {
  for (int c = 0; c < 256; ++c) {
    const std::string line = RejectLine({"f", 1, "r", std::string(2, static_cast<char>(c)), true},
                                        std::string(3, static_cast<char>(c)));
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    rapidjson::Document document;
    EXPECT_FALSE(
        document.Parse<rapidjson::kParseValidateEncodingFlag>(line.c_str()).HasParseError())
        << c;
  }
}

}  // namespace
}  // namespace wirecopy
