#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "cloaking_kit.h"
#include "code_points.h"
#include "sample.h"
#include "seed_pages_test.h"

namespace wirecopy {
namespace {

constexpr size_t kBodyLine = 60;  // code points

std::u32string WithoutReadings(std::u32string text) {
  for (const Reading& reading : AllReadings()) {
    std::u32string annotated(1, reading.character);
    annotated.append(1, U'(').append(ToCodePoints(reading.syllable)).append(1, U')');
    for (size_t at; (at = text.find(annotated)) != text.npos;)
      text.erase(at + 1, annotated.size() - 1);
  }
  return text;
}

std::u32string Simplified(std::u32string text) {
  std::map<char32_t, char32_t> table;
  for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) {
    const std::u32string traditional = ToCodePoints(ToTraditional(ToUtf8(c)));
    if (traditional[0] != c) table[traditional[0]] = c;
  }
  for (char32_t& c : text) {
    if (auto it = table.find(c); it != table.end()) c = it->second;
  }
  return text;
}

// Paragraphs: lines long enough that hold a sentence, notices of rights left out.
std::string BodyOf(const std::u32string& text) {
  std::u32string body;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(U'\n', begin), text.size());
    const std::u32string line = text.substr(begin, end - begin);
    const bool is_body = line.size() >= kBodyLine && line.find(U'。') != line.npos &&
                         line.find(U"版权") == line.npos;
    if (is_body && !body.empty()) body += U'\n';
    if (is_body) body += line.substr(line.find_first_not_of(U" \u00A0"));
    begin = end + 1;
  }
  return ToUtf8(body);
}

}  // namespace

std::vector<SeedPage> ReadSeedPages(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(folder, missing)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<SeedPage> pages;
  for (const std::filesystem::path& path : files) {
    std::ifstream file(path, std::ios::binary);
    SeedPage page;
    page.number = pages.size();
    page.crawled.assign(std::istreambuf_iterator<char>(file), {});
    const std::u32string clean = Simplified(WithoutReadings(ToCodePoints(page.crawled)));
    page.clean = ToUtf8(clean);
    page.clean_body = BodyOf(clean);
    pages.push_back(std::move(page));
  }
  return pages;
}

std::vector<std::string> ForeignSentences() {
  std::vector<std::string> sentences;
  auto texts = ReadBaseTexts(WIRECOPY_SUPPORT_DIR "/sample/articles.txt");
  if (!texts.ok()) return sentences;
  for (const BaseText& text : *texts) {
    // Reports without the formulas of meetings.
    if (text.key != "orchard" && text.key != "telescope" && text.key != "fossil") continue;
    std::string sentence;
    for (char32_t c : ToCodePoints(text.body)) {
      if (c == U'\n') continue;
      sentence += ToUtf8(c);
      if (c != U'。') continue;
      sentences.push_back(std::move(sentence));
      sentence.clear();
    }
  }
  return sentences;
}

}  // namespace wirecopy
