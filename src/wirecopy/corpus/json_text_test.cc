#include "wirecopy/corpus/json_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <random>

#include "wirecopy/base/escaping.h"

namespace wirecopy {
namespace {

TEST(AppendUnescapedTest, ReadsEveryEscape) {
  struct Row {
    std::string_view name;
    std::string_view escaped;
    std::string_view text;
  };
  const Row rows[] = {
      {"plain", "abc 会议", "abc 会议"},
      {"empty", "", ""},
      {"the short ones", R"(\"\\\/\b\f\n\r\t)", "\"\\/\b\f\n\r\t"},
      {"one byte", R"(\u0041)", "A"},
      {"two bytes", R"(\u00e9)", "é"},
      {"three bytes", R"(\u4f1a\u8BAE)", "会议"},
      {"a pair", R"(\ud83d\ude00!)", "😀!"},
      {"lone high", R"(a\ud83db)", "a�b"},
      {"lone low", R"(a\ude00b)", "a�b"},
      {"high at the end", R"(\ud83d)", "�"},
      {"high, high, low", R"(\ud83d\ud83d\ude00)", "�😀"},
      {"wrong order", R"(\ude00\ud83d)", "��"},
      {"high before another escape", R"(\ud83d\n)", "�\n"},
      {"NUL", R"(a\u0000b)", std::string_view("a\0b", 3)},
      {"a backslash before u", R"(\\ud83d)", "\\ud83d"},
  };
  for (const Row& row : rows) {
    std::string text = "before ";
    EXPECT_TRUE(AppendUnescaped(row.escaped, &text)) << row.name;
    EXPECT_EQ(text, "before " + std::string(row.text)) << row.name;
  }
}

TEST(AppendUnescapedTest, RefusesWhatIsNoEscape) {
  for (const std::string_view escaped : {R"(\q)", R"(\)", R"(a\)", R"(\u12)", R"(\u12g4)",
                                         R"(\U0041)", R"(\x41)", R"(\u-123)", R"(\ud83d\u00)"}) {
    std::string text;
    EXPECT_FALSE(AppendUnescaped(escaped, &text)) << escaped;
  }
}

std::string RandomText(std::mt19937* random) {
  const std::string_view pieces[] = {"a",  "\"", "\\",  "/", "\n", "\t",   "\x01", "é",
                                     "会", "😀", "\\u", "u", " ",  "\x7f", "\\\"", "。"};
  std::string text;
  for (size_t n = (*random)() % 40; n > 0; --n) text += pieces[(*random)() % std::size(pieces)];
  return text;
}

// \uXXXX for everything but letters, as json.dumps(ensure_ascii=True) writes it.
std::string AsciiEscaped(const std::string& text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::ASCII<>> writer(buffer);
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  return std::string(buffer.GetString(), buffer.GetSize());
}

TEST(AppendUnescapedTest, RoundTripsWithRapidJson) {
  constexpr unsigned kSeed = 11;
  std::mt19937 random(kSeed);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = RandomText(&random);
    std::string plain;
    AppendJsonString(text, &plain);
    for (const std::string& json : {plain, AsciiEscaped(text)}) {
      std::string back;
      ASSERT_TRUE(AppendUnescaped(std::string_view(json).substr(1, json.size() - 2), &back))
          << json;
      ASSERT_EQ(back, text) << json << " seed " << kSeed;
    }
  }
}

TEST(AnnotateLineTest, AddsOneMemberAndKeepsTheRest) {
  struct Row {
    std::string_view name;
    std::string_view line;
    std::string_view annotated;
  };
  const Row rows[] = {
      {"object", R"({"id":"a"})", R"({"id":"a","wirecopy":{"k":1}})"},
      {"empty object", R"({})", R"({"wirecopy":{"k":1}})"},
      {"blank object", R"( { } )", R"( { "wirecopy":{"k":1}} )"},
      {"spaces and carriage return", "{\"id\" : \"a\" } \r",
       "{\"id\" : \"a\" ,\"wirecopy\":{\"k\":1}} \r"},
      {"nested last", R"({"a":{"b":{}}})", R"({"a":{"b":{}},"wirecopy":{"k":1}})"},
      {"brace in a string", R"({"a":"}"})", R"({"a":"}","wirecopy":{"k":1}})"},
      {"unusual numbers", R"({"n":1.0e+02,"m":-0.50})",
       R"({"n":1.0e+02,"m":-0.50,"wirecopy":{"k":1}})"},
      {"replaced, only one", R"({"wirecopy":{"k":0}})", R"({"wirecopy":{"k":1}})"},
      {"replaced, first", R"({"wirecopy":{"k":0}, "id":"a"})", R"({"id":"a","wirecopy":{"k":1}})"},
      {"replaced, middle", R"({"a":1,"wirecopy":"x}","b":2})",
       R"({"a":1,"b":2,"wirecopy":{"k":1}})"},
      {"replaced, last", R"({"a":1 , "wirecopy":[1,{"x":"}"}]})", R"({"a":1 ,"wirecopy":{"k":1}})"},
      {"replaced, twice", R"({"wirecopy":1,"a":1,"wirecopy":2})", R"({"a":1,"wirecopy":{"k":1}})"},
      {"inside another object stays", R"({"a":{"wirecopy":1}})",
       R"({"a":{"wirecopy":1},"wirecopy":{"k":1}})"},
  };
  for (const Row& row : rows) {
    const auto annotated = AnnotateLine(row.line, R"({"k":1})");
    ASSERT_TRUE(annotated.ok()) << row.name << annotated.status();
    EXPECT_EQ(*annotated, row.annotated) << row.name;
    EXPECT_EQ(*AnnotateLine(*annotated, R"({"k":1})"), row.annotated) << row.name << ", again";
  }
}

TEST(AnnotateLineTest, RefusesWhatIsNoObject) {
  for (const std::string_view line : {"", "[]", "5", "\"}\"", "{", "}", R"({"a":1)", R"({"a":1}x)",
                                      R"({"a":1}{"b":2})", R"({"a" 1})"}) {
    const auto annotated = AnnotateLine(line, "{}");
    ASSERT_FALSE(annotated.ok()) << line;
    EXPECT_EQ(annotated.status().code(), absl::StatusCode::kInvalidArgument);
  }
}

// Deep enough for a parser that recurses to fall over.
TEST(AnnotateLineTest, DepthCostsNothing) {
  const std::string deep = std::string(200000, '[') + std::string(200000, ']');
  const auto annotated = AnnotateLine("{\"a\":" + deep + "}", "{}");
  ASSERT_TRUE(annotated.ok());
  EXPECT_EQ(*annotated, "{\"a\":" + deep + ",\"wirecopy\":{}}");
}

RC_GTEST_PROP(AnnotateLineTest, StaysJsonAndKeepsItsMembers,
              (const std::vector<std::string>& keys)) {
  std::string line = "{";
  for (const std::string& key : keys) {
    if (line.size() > 1) line += ',';
    std::string printable;
    for (char c : key) printable += static_cast<char>(c & 0x7f);
    AppendJsonString(printable, &line);
    line += ":";
    AppendJsonString(printable + "}", &line);
  }
  line += "}";
  const auto annotated = AnnotateLine(line, R"({"k":1})");
  RC_ASSERT(annotated.ok());
  rapidjson::Document before, after;
  RC_ASSERT(!before.Parse(line.c_str()).HasParseError());
  RC_ASSERT(!after.Parse(annotated->c_str()).HasParseError());
  RC_ASSERT(after.MemberCount() == before.MemberCount() + 1);
  RC_ASSERT(after["wirecopy"]["k"].GetInt() == 1);
}

}  // namespace
}  // namespace wirecopy
