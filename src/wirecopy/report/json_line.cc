#include "wirecopy/report/json_line.h"

#include <cassert>
#include <cmath>

#include "absl/strings/str_format.h"
#include "wirecopy/base/escaping.h"
#include "wirecopy/report/time_text.h"

namespace wirecopy {
void JsonLine::Key(std::string_view key) { Value(key); }

void JsonLine::Value(std::string_view text) {
  std::string quoted;
  AppendJsonString(text, &quoted);
  writer_.RawValue(quoted.data(), quoted.size(), rapidjson::kStringType);
}

void JsonLine::StartObject(std::string_view key) {
  Key(key);
  writer_.StartObject();
}

void JsonLine::StartArray(std::string_view key) {
  Key(key);
  writer_.StartArray();
}

void JsonLine::Text(std::string_view key, std::string_view value) {
  Key(key);
  Value(value);
}

void JsonLine::TextOrNull(std::string_view key, std::string_view value) {
  value.empty() ? Null(key) : Text(key, value);
}

void JsonLine::Texts(std::string_view key, std::span<const std::string> values) {
  StartArray(key);
  for (const std::string& value : values) Value(value);
  EndArray();
}

void JsonLine::Count(std::string_view key, uint64_t value) {
  Key(key);
  writer_.Uint64(value);
}

void JsonLine::Integer(std::string_view key, std::optional<int64_t> value) {
  if (!value) return Null(key);
  Key(key);
  writer_.Int64(*value);
}

void JsonLine::Bool(std::string_view key, bool value) {
  Key(key);
  writer_.Bool(value);
}

void JsonLine::Null(std::string_view key) {
  Key(key);
  writer_.Null();
}

void JsonLine::Estimate(std::string_view key, std::optional<double> value) {
  if (!value || !std::isfinite(*value)) return Null(key);
  ExactNumber(key, std::round(*value * 1e4) / 1e4 + 0.0);  // + 0.0: no negative zero
}

void JsonLine::ExactNumber(std::string_view key, double value) {
  if (!std::isfinite(value)) return Null(key);
  Key(key);
  writer_.Double(value);
}

void JsonLine::Interval(std::string_view key, const std::optional<TimeInterval>& value) {
  if (!value) return Null(key);
  StartArray(key);
  Value(Rfc3339(value->earliest_s));
  Value(Rfc3339(value->latest_s));
  EndArray();
}

void JsonLine::Fingerprint(std::string_view key, uint64_t value) {
  Text(key, absl::StrFormat("%016x", value));
}

void JsonLine::Json(std::string_view key, std::string_view value) {
  Key(key);
  writer_.RawValue(value.data(), value.size(), rapidjson::kObjectType);
}

void JsonLine::AppendTo(std::string* out) const {
  assert(writer_.IsComplete());
  out->append(buffer_.GetString(), buffer_.GetSize());
  out->push_back('\n');
}

}  // namespace wirecopy
