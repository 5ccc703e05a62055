#include "wirecopy/corpus/record.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "absl/time/time.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/base/string_bridge.h"
#include "wirecopy/corpus/dates.h"
#include "wirecopy/corpus/excerpt.h"
#include "wirecopy/corpus/json_text.h"

namespace wirecopy {
namespace {

namespace ondemand = simdjson::ondemand;
using ondemand::json_type;
using simdjson::error_code;

// Ranks: the place in the list of names, plus these. Lower is better.
constexpr uint32_t kInMetadata = 1u << 8;   // found in the object "metadata", not at the top
constexpr uint32_t kEmptyString = 1u << 9;  // gives way to any name with something in it
constexpr uint32_t kWrongType = 1u << 10;   // gives way to any string
constexpr uint32_t kNothing = std::numeric_limits<uint32_t>::max();

// A parser that read a line above this is given up, for its memory.
constexpr size_t kLargeLineBytes = size_t{4} << 20;

// The best value found for a field so far: its bytes in the line.
struct Slot {
  uint32_t rank = kNothing;
  json_type type = json_type::null;
  std::string_view token;
};

// Whether a line that is not an object may be another JSON value.
bool IsOtherValue(std::string_view line) {
  return line.starts_with('[') || line.starts_with('"') || IsJsonNumber(line) || line == "true" ||
         line == "false" || line == "null";
}

std::string_view Inside(std::string_view string_token) {
  return string_token.substr(1, string_token.size() - 2);
}

std::string_view JsonTypeName(json_type type) {
  switch (type) {
    case json_type::array:
      return "an array";
    case json_type::object:
      return "an object";
    case json_type::number:
      return "a number";
    case json_type::boolean:
      return "a boolean";
    case json_type::string:
      return "a string";
    case json_type::null:
      return "null";
  }
  return "nothing";
}

std::string_view WhatIsWrong(error_code error) {
  switch (error) {
    case simdjson::UNCLOSED_STRING:
      return "a string does not end; the line may be cut off";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return "an object or array does not end; the line may be cut off";
    case simdjson::UNESCAPED_CHARS:
      return "a control character stands in a string";
    case simdjson::STRING_ERROR:
      return "a string holds an escape that is none";
    case simdjson::TRAILING_CONTENT:
      return "text follows the object";
    default:
      return "a value, comma or colon is missing or misplaced";
  }
}

// Whether the object or array at the front closes before the line does. The parser looks at the end
// of the line first and calls that an object that does not end.
bool ClosesEarly(std::string_view line) {
  int depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return !absl::StripAsciiWhitespace(ToAbsl(line.substr(i + 1))).empty();
    }
  }
  return false;
}

RecordOutcome Skipped(std::string_view reason, std::string message) {
  RecordOutcome outcome;
  outcome.skipped = true;
  outcome.doubt = RecordDoubt{reason, std::move(message)};
  return outcome;
}

}  // namespace

struct RecordReader::State {
  RecordOptions options;
  std::optional<absl::TimeZone> zone;
  FieldTable names;
  ondemand::parser parser;
  std::string padded;  // of Read()
  std::string key;     // scratch

  // Of the record in work.
  std::array<Slot, kFields> slots;
  bool text_is_null = false;

  error_code ReadObject(ondemand::object object, const std::string& prefix, bool in_metadata);
  error_code ReadField(ondemand::field field, const std::string& prefix, bool in_metadata);
  error_code ReadKey(const ondemand::field& field, const std::string& prefix);
  error_code ReadTop(std::string_view line);
  void Take(const FieldName& name, uint32_t rank, json_type type, std::string_view token);
  RecordOutcome Explain(error_code error, std::string_view line);
  std::optional<RecordDoubt> ReadText(std::string* text);
  std::optional<RecordDoubt> ReadShort(Field field, std::string* value);
  RecordOutcome MakeArticle();
};

// Puts prefix and unescaped key into `key`.
error_code RecordReader::State::ReadKey(const ondemand::field& field, const std::string& prefix) {
  const char* raw = field.key().raw();
  const char* end = raw;
  bool has_escape = false;
  while (*end != '"') {  // the parser has found the end already
    has_escape |= *end == '\\';
    end += *end == '\\' ? 2 : 1;
  }
  const std::string_view escaped(raw, static_cast<size_t>(end - raw));
  key = prefix;
  if (!has_escape) {
    key += escaped;
  } else if (!AppendUnescaped(escaped, &key)) {
    return simdjson::STRING_ERROR;
  }
  return simdjson::SUCCESS;
}

void RecordReader::State::Take(const FieldName& name, uint32_t rank, json_type type,
                               std::string_view token) {
  if (type == json_type::null) {
    text_is_null |= name.field == Field::kText;
    return;
  }
  const bool takes_numbers = name.field == Field::kId || name.field == Field::kPublished;
  if (type == json_type::string) {
    if (token == "\"\"") rank += kEmptyString;
  } else if (!(type == json_type::number && takes_numbers)) {
    if (name.field != Field::kText && name.field != Field::kPublished) return;
    rank += kWrongType;
  }
  Slot& slot = slots[static_cast<size_t>(name.field)];
  if (rank <= slot.rank) slot = {rank, type, token};
}

error_code RecordReader::State::ReadField(ondemand::field field, const std::string& prefix,
                                          bool in_metadata) {
  if (auto error = ReadKey(field, prefix)) return error;
  ondemand::value value = field.value();
  json_type type;
  if (auto error = value.type().get(type)) return error;
  std::string_view token =
      ToStd(absl::StripTrailingAsciiWhitespace(ToAbsl(std::string_view(value.raw_json_token()))));
  if ((type == json_type::null && token != "null") ||
      (type == json_type::boolean && token != "true" && token != "false") ||
      (type == json_type::number && !IsJsonNumber(token))) {
    return simdjson::TAPE_ERROR;
  }
  names.ForEach(key, [&](const FieldName& name) {
    Take(name, name.rank + (in_metadata ? kInMetadata : 0), type, token);
  });
  if (type != json_type::object) {
    if (in_metadata) {  // "metadata.author" given as a name
      key.insert(0, "metadata.");
      names.ForEach(key, [&](const FieldName& name) { Take(name, name.rank, type, token); });
    }
    return simdjson::SUCCESS;
  }
  const bool is_metadata = key == "metadata" && !in_metadata;
  const bool reaches =
      names.ReachesInto(key) || (in_metadata && names.ReachesInto("metadata." + key));
  if (!is_metadata && !reaches) return simdjson::SUCCESS;
  ondemand::object object;
  if (auto error = value.get_object().get(object)) return error;
  return ReadObject(object, is_metadata ? "" : key + ".", in_metadata || is_metadata);
}

// Depth of the recursion: that of the dots in the names, plus one.
error_code RecordReader::State::ReadObject(ondemand::object object, const std::string& prefix,
                                           bool in_metadata) {
  for (auto result : object) {
    ondemand::field field;
    if (auto error = std::move(result).get(field)) return error;
    if (auto error = ReadField(field, prefix, in_metadata)) return error;
  }
  return simdjson::SUCCESS;
}

error_code RecordReader::State::ReadTop(std::string_view line) {
  slots.fill({});
  text_is_null = false;
  ondemand::document document;
  ondemand::object object;
  const simdjson::padded_string_view padded_line(line.data(), line.size(),
                                                 line.size() + kPaddingBytes);
  if (auto error = parser.iterate(padded_line).get(document)) return error;
  if (auto error = document.get_object().get(object)) return error;
  if (auto error = ReadObject(object, "", false)) return error;
  const bool at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  return at_end ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

RecordOutcome RecordReader::State::Explain(error_code error, std::string_view line) {
  if (const auto bad = FirstInvalidUtf8(line)) {
    return Skipped("bad-utf8",
                   absl::StrFormat("byte %s of the line, 0x%02x, is not UTF-8; convert "
                                   "the file to UTF-8 or mend the line",
                                   WithCommas(*bad + 1), static_cast<uint8_t>(line[*bad])));
  }
  if (error == simdjson::MEMALLOC || error == simdjson::CAPACITY) {
    return Skipped("too-long", absl::StrFormat("there is not enough memory for a line of %s bytes",
                                               WithCommas(line.size())));
  }
  const std::string_view begin = ToStd(absl::StripLeadingAsciiWhitespace(ToAbsl(line)));
  if (error == simdjson::INCORRECT_TYPE && IsOtherValue(begin)) {
    return Skipped("not-an-object", absl::StrFormat("%s is not a JSON object; one object "
                                                    "{\"text\": ...} a line is expected",
                                                    Excerpt(begin)));
  }
  const bool is_open = error == simdjson::INCOMPLETE_ARRAY_OR_OBJECT;
  if (is_open && begin.starts_with('{') && ClosesEarly(begin)) error = simdjson::TRAILING_CONTENT;
  return Skipped("not-json", absl::StrFormat("%s is not JSON: %s; one object a line is expected",
                                             Excerpt(begin), WhatIsWrong(error)));
}

std::optional<RecordDoubt> RecordReader::State::ReadText(std::string* text) {
  const Slot& slot = slots[static_cast<size_t>(Field::kText)];
  if (slot.rank == kNothing) {
    const std::string& name = options.fields.text.front();
    return RecordDoubt{"no-text",
                       text_is_null ? absl::StrFormat("\"%s\" is null; a string is expected", name)
                                    : absl::StrFormat("no \"%s\" field", name)};
  }
  if (slot.type != json_type::string) {
    const bool is_scalar = slot.type == json_type::number || slot.type == json_type::boolean;
    return RecordDoubt{
        "text-not-a-string",
        absl::StrFormat("\"%s\" is %s%s; a string is expected",
                        options.fields.text[slot.rank % kInMetadata], JsonTypeName(slot.type),
                        is_scalar ? ", " + std::string(slot.token.substr(0, 40)) : "")};
  }
  if (!AppendUnescaped(Inside(slot.token), text)) {
    return RecordDoubt{"not-json", absl::StrFormat("\"%s\" is not JSON: %s",
                                                   options.fields.text[slot.rank % kInMetadata],
                                                   WhatIsWrong(simdjson::STRING_ERROR))};
  }
  if (text->size() > options.max_text_bytes) {
    return RecordDoubt{
        "too-long", absl::StrFormat("the text has %s bytes; at most %s are read (max-text-bytes)",
                                    WithCommas(text->size()), WithCommas(options.max_text_bytes))};
  }
  return std::nullopt;
}

std::optional<RecordDoubt> RecordReader::State::ReadShort(Field field, std::string* value) {
  const Slot& slot = slots[static_cast<size_t>(field)];
  if (slot.rank == kNothing) return std::nullopt;
  if (slot.rank >= kWrongType) return std::nullopt;  // a date that MakeArticle names
  if (slot.token.size() > kMaxFieldBytes) {
    return RecordDoubt{
        "too-long", absl::StrFormat("the %s has %s bytes; at most %s are read", FieldLabel(field),
                                    WithCommas(slot.token.size()), WithCommas(kMaxFieldBytes))};
  }
  if (slot.type == json_type::number) {
    *value = slot.token;
  } else if (!AppendUnescaped(Inside(slot.token), value)) {
    return RecordDoubt{"not-json", absl::StrFormat("the %s is not JSON: %s", FieldLabel(field),
                                                   WhatIsWrong(simdjson::STRING_ERROR))};
  }
  absl::StripAsciiWhitespace(value);
  return std::nullopt;
}

RecordOutcome RecordReader::State::MakeArticle() {
  RecordOutcome outcome;
  Article& article = outcome.article;
  outcome.doubt = ReadText(&article.text);
  const std::array<std::pair<Field, std::string*>, 5> shorts = {
      {{Field::kId, &article.id},
       {Field::kUrl, &article.url},
       {Field::kOutlet, &article.outlet},
       {Field::kPublished, &article.published},
       {Field::kTitle, &article.title}}};
  for (const auto& [field, value] : shorts) {
    if (!outcome.doubt) outcome.doubt = ReadShort(field, value);
  }
  if (outcome.doubt) {
    outcome.skipped = true;
    return outcome;
  }
  if (const Slot& date = slots[static_cast<size_t>(Field::kPublished)];
      date.rank != kNothing && date.rank >= kWrongType) {
    outcome.doubt =
        RecordDoubt{"bad-date", absl::StrFormat("the date is %s; a string or a number is expected",
                                                JsonTypeName(date.type))};
  }
  if (article.published.empty()) return outcome;
  if (auto at = ParseDate(article.published, zone); at.ok()) {
    article.published_at = *at;
  } else {
    outcome.doubt = RecordDoubt{"bad-date", std::string(ToStd(at.status().message()))};
  }
  return outcome;
}

absl::StatusOr<RecordReader> RecordReader::Create(RecordOptions options) {
  if (options.max_text_bytes < 1 || options.max_text_bytes > (size_t{1} << 30)) {
    return absl::InvalidArgumentError(
        absl::StrFormat("RecordOptions.max_text_bytes is %u; it must be in [1, 1073741824]",
                        options.max_text_bytes));
  }
  auto state = std::make_unique<State>();
  if (!options.time_zone.empty()) {
    WIRECOPY_ASSIGN_OR_RETURN(state->zone, ParseTimeZone(options.time_zone));
  }
  WIRECOPY_ASSIGN_OR_RETURN(state->names, FieldTable::Create(options.fields));
  state->options = std::move(options);
  return RecordReader(std::move(state));
}

RecordReader::RecordReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;
RecordReader::~RecordReader() = default;

RecordOutcome RecordReader::ReadPadded(std::string_view line) {
  static_assert(kPaddingBytes >= simdjson::SIMDJSON_PADDING);
  const error_code error = state_->ReadTop(line);
  RecordOutcome outcome = error ? state_->Explain(error, line) : state_->MakeArticle();
  if (line.size() > kLargeLineBytes) state_->parser = ondemand::parser();
  return outcome;
}

RecordOutcome RecordReader::Read(std::string_view line) {
  state_->padded.assign(line);
  state_->padded.append(kPaddingBytes, '\0');
  return ReadPadded(std::string_view(state_->padded).substr(0, line.size()));
}

}  // namespace wirecopy
