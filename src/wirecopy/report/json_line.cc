#include "wirecopy/report/json_line.h"

#include <cassert>
#include <cmath>

#include "absl/strings/str_format.h"
#include "wirecopy/report/code_points.h"
#include "wirecopy/report/time_text.h"

namespace wirecopy {
namespace {

// RapidJSON escapes C0 only; DEL, C1, direction marks and line separators can do harm where a line
// is looked at.
bool MustEscape(char32_t c) {
  return IsControl(c) || IsBidiControl(c) || c == '"' || c == '\\' || c == 0x2028 || c == 0x2029;
}

void AppendEscaped(char32_t c, std::string* out) {
  switch (c) {
    case '"':
      out->append("\\\"");
      return;
    case '\\':
      out->append("\\\\");
      return;
    case '\n':
      out->append("\\n");
      return;
    case '\r':
      out->append("\\r");
      return;
    case '\t':
      out->append("\\t");
      return;
    default:
      absl::StrAppendFormat(out, "\\u%04x", static_cast<uint32_t>(c));
  }
}

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  quoted.reserve(text.size() + 2);
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (MustEscape(c)) {
      AppendEscaped(c, &quoted);
    } else {
      AppendUtf8(c, &quoted);
    }
  }
  quoted += '"';
  return quoted;
}

}  // namespace

void JsonLine::Key(std::string_view key) { Value(key); }

void JsonLine::Value(std::string_view text) {
  const std::string quoted = Quoted(text);
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

void JsonLine::AppendTo(std::string* out) const {
  assert(writer_.IsComplete());
  out->append(buffer_.GetString(), buffer_.GetSize());
  out->push_back('\n');
}

}  // namespace wirecopy
