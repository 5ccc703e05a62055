// For tests: reads an evidence report back, as its page does.
//
//   ReadReport read(html);
//   read.Lines("stories"), read.Line("summary"), TextOf(line, base)
#ifndef WIRECOPY_REPORT_REPORT_READING_TEST_H_
#define WIRECOPY_REPORT_REPORT_READING_TEST_H_

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <zlib.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/escaping.h"

namespace wirecopy {

// The lines in a block, as its base64 stands in the page.
inline std::string UnpackBlock(std::string_view base64) {
  std::string packed;
  EXPECT_TRUE(absl::Base64Unescape({base64.data(), base64.size()}, &packed));
  std::string bytes;
  std::string room(1 << 16, '\0');
  z_stream stream = {};
  inflateInit2(&stream, 15 + 16);
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  int result = Z_OK;
  while (result == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(room.data());
    stream.avail_out = static_cast<uInt>(room.size());
    result = inflate(&stream, Z_NO_FLUSH);
    bytes.append(room.data(), room.size() - stream.avail_out);
  }
  EXPECT_EQ(result, Z_STREAM_END);
  inflateEnd(&stream);
  return bytes;
}

// What stands between `begin` and the next `end` behind it; empty where there is none.
inline std::string_view Between(std::string_view text, std::string_view begin,
                                std::string_view end) {
  const size_t from = text.find(begin);
  if (from == std::string_view::npos) return {};
  text.remove_prefix(from + begin.size());
  return text.substr(0, text.find(end));
}

inline std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

class ReadReport {
 public:
  explicit ReadReport(std::string_view html) {
    constexpr std::string_view kBegin = "<script type=\"application/x-wirecopy\" ";
    for (size_t at = html.find(kBegin); at != std::string_view::npos;
         at = html.find(kBegin, at + 1)) {
      const std::string_view element = html.substr(at, html.find("</script>", at) - at);
      const size_t head = element.find('>');
      Add(Between(element, "data-block=\"", "\""), UnpackBlock(element.substr(head + 1)));
    }
  }

  // A part that stands in a file of its own.
  void AddPart(std::string_view script) {
    EXPECT_TRUE(script.starts_with("wirecopyPart(\"texts\","));
    EXPECT_TRUE(script.ends_with("\");\n"));
    const size_t begin = script.rfind(",\"") + 2;
    Add("texts", UnpackBlock(script.substr(begin, script.size() - begin - 4)));
  }

  // All parts of a block, one after the other.
  std::string Bytes(const std::string& name) const {
    const auto found = blocks_.find(name);
    return found == blocks_.end() ? "" : found->second;
  }
  std::vector<std::string> Lines(const std::string& name) const { return SplitLines(Bytes(name)); }
  std::string Line(const std::string& name) const {
    const std::vector<std::string> lines = Lines(name);
    EXPECT_EQ(lines.size(), 1u) << name;
    return lines.empty() ? "{}" : lines.front();
  }
  size_t Parts(const std::string& name) const {
    const auto found = parts_.find(name);
    return found == parts_.end() ? 0 : found->second;
  }

 private:
  void Add(std::string_view name, const std::string& bytes) {
    blocks_[std::string(name)] += bytes;
    ++parts_[std::string(name)];
  }

  std::map<std::string, std::string> blocks_;
  std::map<std::string, size_t> parts_;
};

inline rapidjson::Document ParsedJson(const std::string& line) {
  rapidjson::Document document;
  document.Parse(line.data(), line.size());
  EXPECT_FALSE(document.HasParseError()) << line;
  return document;
}

// A text as a page counts it. Not Utf16Text: what is tested shall not test itself.
inline std::u16string InUnits(std::string_view utf8) {
  std::u16string units;
  for (size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = size == 1 ? lead : lead & (0x7F >> size);
    for (size_t k = 1; k < size; ++k) c = c << 6 | (utf8[i + k] & 0x3F);
    if (c >= 0x10000) units += static_cast<char16_t>(0xD7C0 + (c >> 10));
    units += static_cast<char16_t>(c >= 0x10000 ? 0xDC00 + (c & 0x3FF) : c);
    i += size;
  }
  return units;
}

// The original of a line of the texts; `base`: that of the line its edits are against.
inline std::u16string TextOf(const rapidjson::Value& line, const std::u16string& base = {}) {
  std::u16string text;
  for (const rapidjson::Value& edit : line["raw"].GetArray()) {
    if (edit.IsString()) {
      text += InUnits({edit.GetString(), edit.GetStringLength()});
    } else {
      text += base.substr(edit[0].GetUint(), edit[1].GetUint() - edit[0].GetUint());
    }
  }
  return text;
}

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_REPORT_READING_TEST_H_
