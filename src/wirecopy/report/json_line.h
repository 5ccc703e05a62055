// Writes one JSON value as one line that is safe to look at: control and direction characters are
// escaped, broken UTF-8 becomes U+FFFD, estimates are rounded to four decimals, what is unknown is
// null.
//
//   JsonLine json;
//   json.StartObject();
//   json.Text("id", article.id);
//   json.Estimate("probability", .97312);
//   json.EndObject();
//   json.AppendTo(out);
//
// Threads: one caller at a time.
#ifndef WIRECOPY_REPORT_JSON_LINE_H_
#define WIRECOPY_REPORT_JSON_LINE_H_

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "wirecopy/model/article.h"

namespace wirecopy {

class JsonLine {
 public:
  void StartObject() { writer_.StartObject(); }
  void StartObject(std::string_view key);
  void EndObject() { writer_.EndObject(); }
  void StartArray(std::string_view key);
  void EndArray() { writer_.EndArray(); }

  void Text(std::string_view key, std::string_view value);
  void TextOrNull(std::string_view key, std::string_view value);  // null where empty
  void Texts(std::string_view key, std::span<const std::string> values);
  void Count(std::string_view key, uint64_t value);
  void Integer(std::string_view key, std::optional<int64_t> value);
  void Bool(std::string_view key, bool value);
  void Null(std::string_view key);
  // Rounded to four decimals, so that the order of sums shows in no byte; null where not finite.
  void Estimate(std::string_view key, std::optional<double> value);
  void ExactNumber(std::string_view key, double value);  // as short as it reads back the same
  // ["2026-04-28T00:00:00Z", "2026-04-28T23:59:59Z"]: both ends.
  void Interval(std::string_view key, const std::optional<TimeInterval>& value);
  void Fingerprint(std::string_view key, uint64_t value);  // 16 hex digits

  // A value that is JSON already, on one line; no newline behind it.
  void Json(std::string_view key, std::string_view value);

  // In an array.
  void Count(uint64_t value) { writer_.Uint64(value); }
  void Text(std::string_view value) { Value(value); }
  void StartArray() { writer_.StartArray(); }

  // Appends the finished value and a newline. REQUIRES: every object and array was ended.
  void AppendTo(std::string* out) const;

 private:
  void Key(std::string_view key);
  void Value(std::string_view text);

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_JSON_LINE_H_
