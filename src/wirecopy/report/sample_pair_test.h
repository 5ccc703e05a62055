// For tests: two texts with their tokens and places, and a verdict whose passages are named by the
// words they span.
#ifndef WIRECOPY_REPORT_SAMPLE_PAIR_TEST_H_
#define WIRECOPY_REPORT_SAMPLE_PAIR_TEST_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "wirecopy/base/code_points.h"
#include "wirecopy/report/comparison_text.h"

namespace wirecopy {

// A plain tokenizer: Han characters, words and numbers (thousands separators inside); bracketed
// pinyin is left out, and 【…】 is furniture; 會 and 議 are folded.
inline CleanText SampleClean(std::string_view text) {
  CleanText clean;
  const auto put = [&](Token token, size_t begin, size_t end) {
    clean.tokens.push_back(token);
    clean.begins.push_back(static_cast<uint32_t>(begin));
    clean.ends.push_back(static_cast<uint32_t>(end));
  };
  bool in_brackets = false;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    char32_t c = NextCodePoint(text, &at);
    if (c == '(' || c == ')') in_brackets = c == '(';
    if (in_brackets) continue;
    if (c == U'【') clean.furniture.push_back({static_cast<uint32_t>(clean.tokens.size()), 0});
    if (c == U'】') clean.furniture.back().end = static_cast<uint32_t>(clean.tokens.size());
    if (c < 0x80 && isalnum(static_cast<int>(c))) {
      while (at < text.size() &&
             (isalnum(static_cast<unsigned char>(text[at])) ||
              (text[at] == ',' && isdigit(static_cast<unsigned char>(text[at - 1]))))) {
        ++at;
      }
      put(WordToken(text.substr(begin, at - begin)), begin, at);
    } else if (c >= 0x4e00 && c <= 0x9fff) {
      c = c == U'會' ? U'会' : c == U'議' ? U'议' : c;
      put(CharacterToken(c), begin, at);
    }
  }
  return clean;
}

struct SamplePair {
  SamplePair(std::string first, std::string second)
      : text_a(std::move(first)),
        text_b(std::move(second)),
        clean_a(SampleClean(text_a)),
        clean_b(SampleClean(text_b)) {}

  struct Words {
    std::string_view first;
    std::string_view last;
  };

  static TokenRange Find(const std::string& text, const CleanText& clean, Words words) {
    TokenRange range;
    const size_t begin = text.find(words.first), end = text.rfind(words.last) + words.last.size();
    EXPECT_NE(begin, std::string::npos) << words.first;
    while (clean.begins[range.begin] < begin) ++range.begin;
    while (range.end < clean.ends.size() && clean.ends[range.end] <= end) ++range.end;
    return range;
  }

  void AddPassage(Words a, Words b) {
    verdict.passages.push_back({Find(text_a, clean_a, a), Find(text_b, clean_b, b)});
  }
  void AddSlot(SlotKind kind, Words a, Words b, bool in_lead) {
    verdict.slots.push_back({kind, Find(text_a, clean_a, a), Find(text_b, clean_b, b), in_lead});
  }

  ComparedPair View() const {
    ComparedPair pair;
    pair.a = {.id = "a1",
              .url = "",
              .outlet = "河东日报",
              .title = "播种面积增加",
              .text = text_a,
              .published = "2026-04-28",
              .published_at = {}};
    pair.b = {.id = "b1",
              .url = "",
              .outlet = "",
              .title = "",
              .text = text_b,
              .published = "",
              .published_at = {}};
    pair.clean_a = &clean_a;
    pair.clean_b = &clean_b;
    pair.verdict = &verdict;
    return pair;
  }

  std::string text_a, text_b;
  CleanText clean_a, clean_b;
  Verdict verdict;
};

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_SAMPLE_PAIR_TEST_H_
