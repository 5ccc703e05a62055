#include "wirecopy/corpus/json_text.h"

#include <simdjson.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "absl/strings/str_format.h"
#include "wirecopy/corpus/excerpt.h"

namespace wirecopy {
namespace {

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The value of the four digits at the front, -1 where there are none.
int HexUnit(std::string_view text) {
  if (text.size() < 4) return -1;
  const int a = HexDigit(text[0]), b = HexDigit(text[1]), c = HexDigit(text[2]),
            d = HexDigit(text[3]);
  if ((a | b | c | d) < 0) return -1;
  return a << 12 | b << 8 | c << 4 | d;
}

char* WriteUtf8(uint32_t c, char* out) {
  if (c < 0x80) {
    *out++ = static_cast<char>(c);
    return out;
  }
  if (c < 0x800) {
    *out++ = static_cast<char>(0xc0 | c >> 6);
  } else {
    if (c < 0x10000) {
      *out++ = static_cast<char>(0xe0 | c >> 12);
    } else {
      *out++ = static_cast<char>(0xf0 | c >> 18);
      *out++ = static_cast<char>(0x80 | (c >> 12 & 0x3f));
    }
    *out++ = static_cast<char>(0x80 | (c >> 6 & 0x3f));
  }
  *out++ = static_cast<char>(0x80 | (c & 0x3f));
  return out;
}

// `in` stands behind "\u". Moves it behind the character, of one or two units.
bool UnescapeUnit(std::string_view* in, char** out) {
  constexpr uint32_t kReplacement = 0xfffd;
  const int unit = HexUnit(*in);
  if (unit < 0) return false;
  in->remove_prefix(4);
  uint32_t c = static_cast<uint32_t>(unit);
  if (c >= 0xd800 && c <= 0xdfff) {
    const int low = c < 0xdc00 && in->starts_with("\\u") ? HexUnit(in->substr(2)) : -1;
    if (low >= 0xdc00 && low <= 0xdfff) {
      in->remove_prefix(6);
      c = 0x10000 + ((c - 0xd800) << 10) + (static_cast<uint32_t>(low) - 0xdc00);
    } else {
      c = kReplacement;
    }
  }
  *out = WriteUtf8(c, *out);
  return true;
}

// What stands for the character behind a backslash; 0: not an escape.
char SimpleEscape(char c) {
  switch (c) {
    case '"':
    case '\\':
    case '/':
      return c;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return 0;
  }
}

constexpr std::string_view kMemberKey = "\"wirecopy\"";

struct ObjectLayout {
  size_t members = 0;
  // Of the member "wirecopy": from its key to the next key, or to the closing brace.
  std::optional<std::pair<size_t, size_t>> place;
};

absl::StatusOr<ObjectLayout> LayoutOf(std::string_view line) {
  const simdjson::padded_string padded(line);
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  simdjson::ondemand::object object;
  simdjson::error_code error = parser.iterate(padded).get(document);
  if (!error) error = document.get_object().get(object);
  if (error) return absl::InvalidArgumentError(simdjson::error_message(error));
  ObjectLayout layout;
  bool is_open = false;
  for (auto result : object) {
    simdjson::ondemand::field field;
    if (auto failed = std::move(result).get(field)) {
      return absl::InvalidArgumentError(simdjson::error_message(failed));
    }
    const size_t begin = static_cast<size_t>(field.key().raw() - padded.data()) - 1;
    ++layout.members;
    if (is_open) layout.place->second = begin;
    is_open = !layout.place && line.substr(begin, kMemberKey.size()) == kMemberKey;
    if (is_open) layout.place = {begin, line.rfind('}')};
  }
  if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
    return absl::InvalidArgumentError("text follows the object");
  }
  return layout;
}

// `line` without its first member "wirecopy" and one comma beside it.
std::string WithoutMember(std::string line, const ObjectLayout& layout) {
  auto [begin, end] = *layout.place;
  if (line[end] == '}' && layout.members > 1) begin = line.rfind(',', begin);
  return line.erase(begin, end - begin);
}

}  // namespace

bool AppendUnescaped(std::string_view escaped, std::string* out) {
  const size_t old_size = out->size();
  out->resize(old_size + escaped.size());  // no escape is shorter than what it stands for
  char* to = out->data() + old_size;
  while (!escaped.empty()) {
    const void* found = std::memchr(escaped.data(), '\\', escaped.size());
    const size_t plain =
        found == nullptr ? escaped.size()
                         : static_cast<size_t>(static_cast<const char*>(found) - escaped.data());
    std::memcpy(to, escaped.data(), plain);
    to += plain;
    escaped.remove_prefix(plain);
    while (escaped.size() >= 2 && escaped[0] == '\\') {
      const char kind = escaped[1];
      escaped.remove_prefix(2);
      if (kind == 'u') {
        if (!UnescapeUnit(&escaped, &to)) return false;
        continue;
      }
      const char c = SimpleEscape(kind);
      if (c == 0) return false;
      *to++ = c;
    }
    if (escaped == "\\") return false;
  }
  out->resize(static_cast<size_t>(to - out->data()));
  return true;
}

bool IsJsonNumber(std::string_view text) {
  size_t at = 0;
  const auto take = [&](std::string_view any_of) {
    const bool taken = at < text.size() && any_of.find(text[at]) != std::string_view::npos;
    at += taken;
    return taken;
  };
  const auto take_digits = [&] {
    const size_t before = at;
    while (take("0123456789")) continue;
    return at > before;
  };
  take("-");
  if (!take("0") && !take_digits()) return false;
  if (take(".") && !take_digits()) return false;
  if (take("eE")) {
    take("+-");
    if (!take_digits()) return false;
  }
  return at == text.size();
}

absl::StatusOr<std::string> AnnotateLine(std::string_view line, std::string_view object_json) {
  std::string out(line);
  for (;;) {
    const auto layout = LayoutOf(out);
    if (!layout.ok()) {
      return absl::InvalidArgumentError(
          absl::StrFormat("%s is not a JSON object: %s", Excerpt(line), layout.status().message()));
    }
    if (layout->place) {
      out = WithoutMember(std::move(out), *layout);
      continue;
    }
    std::string member = layout->members == 0 ? "" : ",";
    member += kMemberKey;
    member += ':';
    member += object_json;
    out.insert(out.rfind('}'), member);
    return out;
  }
}

}  // namespace wirecopy
