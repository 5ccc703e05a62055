// For tests: the JSON Schemas of docs/formats/, real output held against them, and the schemas held
// against output that is spoilt on purpose.
//
//   const Schema schema("pair");
//   EXPECT_EQ(schema.FaultOf(line), "");
//   ExpectNoOtherTypes(schema, line);
//   ExpectEveryKeyRequired(schema, line, {"passages"});
#ifndef WIRECOPY_REPORT_JSON_SCHEMA_TEST_H_
#define WIRECOPY_REPORT_JSON_SCHEMA_TEST_H_

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "wirecopy/report/golden_file_test.h"

namespace wirecopy {

class Schema {
 public:
  explicit Schema(const std::string& name)
      : document_(Parse(ProjectFile("docs/formats/" + name + ".schema.json"))) {
    EXPECT_TRUE(document_.IsObject()) << name << " is not a schema";
    EXPECT_EQ(std::string(document_["$schema"].GetString()),
              "https://json-schema.org/draft/2020-12/schema");
  }

  static rapidjson::Document Parse(const std::string& json) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(json.c_str());
    EXPECT_FALSE(document.HasParseError()) << json;
    return document;
  }

  // Empty where the value is valid, else where and why it is not.
  std::string FaultOf(const rapidjson::Value& value) const {
    const rapidjson::SchemaDocument schema(document_);
    rapidjson::SchemaValidator validator(schema);
    if (value.Accept(validator)) return "";
    rapidjson::StringBuffer place;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(place);
    return std::string(place.GetString()) + ": " + validator.GetInvalidSchemaKeyword();
  }
  std::string FaultOf(const std::string& json) const { return FaultOf(Parse(json)); }

 private:
  rapidjson::Document document_;
};

inline std::vector<std::string> JsonLinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

// Objects whose keys are names of the user's own.
inline bool IsOpen(const std::string& key) {
  return key == "versions" || key == "options" || key == "outcome" || key.ends_with("_by_reason");
}

// Calls `visit` for every object in the value whose keys are ours.
inline void ForEachObject(rapidjson::Value& value,
                          const std::function<void(rapidjson::Value&)>& visit) {
  if (value.IsObject()) {
    visit(value);
    for (auto& member : value.GetObject()) {
      if (!IsOpen(member.name.GetString())) ForEachObject(member.value, visit);
    }
  }
  if (value.IsArray()) {
    for (auto& item : value.GetArray()) ForEachObject(item, visit);
  }
}

// No value of `line` may be of another type, and no key may be added.
inline void ExpectNoOtherTypes(const Schema& schema, const std::string& line) {
  rapidjson::Document document = Schema::Parse(line);
  int spoilt = 0;
  ForEachObject(document, [&](rapidjson::Value& object) {
    for (auto& member : object.GetObject()) {
      rapidjson::Value other(!member.value.IsBool() ? rapidjson::Value(true) : rapidjson::Value(7));
      member.value.Swap(other);
      EXPECT_NE(schema.FaultOf(document), "") << member.name.GetString();
      member.value.Swap(other);
      ++spoilt;
    }
  });
  EXPECT_GT(spoilt, 4);
  ASSERT_EQ(schema.FaultOf(document), "");
  document.AddMember("unheard_of", 1, document.GetAllocator());
  EXPECT_NE(schema.FaultOf(document), "");
}

// No key of `line` may be missing but those that are `optional`.
inline void ExpectEveryKeyRequired(const Schema& schema, const std::string& line,
                                   const std::vector<std::string>& optional) {
  rapidjson::Document document = Schema::Parse(line);
  for (const std::string& key : optional) document.RemoveMember(key.c_str());
  ASSERT_EQ(schema.FaultOf(document), "");
  std::vector<std::string> keys;
  for (const auto& member : document.GetObject()) keys.push_back(member.name.GetString());
  for (const std::string& key : keys) {
    rapidjson::Document spoilt;
    spoilt.CopyFrom(document, spoilt.GetAllocator());
    spoilt.RemoveMember(key.c_str());
    EXPECT_NE(schema.FaultOf(spoilt), "") << key;
  }
}

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_JSON_SCHEMA_TEST_H_
