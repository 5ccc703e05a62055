#include "wirecopy/detect/boilerplate.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

constexpr size_t kMostTitles = 64;
constexpr uint32_t kLongWord = 4;  // letters
constexpr double kSpokenOf = 0.25;
constexpr size_t kTitlesForOneSpokenOf = 10;

template <typename T>
void KeepDistinct(std::vector<T>& values) {
  std::ranges::sort(values);
  const auto repeated = std::ranges::unique(values);
  values.erase(repeated.begin(), repeated.end());
}

// What two texts on one subject share: long words, and pairs of other neighbours. Sorted, distinct.
std::vector<uint64_t> SubjectOf(std::span<const Token> tokens) {
  std::vector<uint64_t> subject;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (KindOf(tokens[i]) == TokenKind::kWord) {
      if (LetterCount(tokens[i]) >= kLongWord) subject.push_back(tokens[i]);
    } else if (i + 1 < tokens.size() && tokens[i] != kBreakToken && tokens[i + 1] != kBreakToken) {
      subject.push_back((uint64_t{tokens[i]} << 32) | tokens[i + 1]);
    }
  }
  KeepDistinct(subject);
  return subject;
}

// The headlines that say something, each once.
std::vector<std::vector<uint64_t>> SubjectsOf(std::span<const std::string> titles) {
  std::vector<std::string_view> distinct(titles.begin(), titles.end());
  KeepDistinct(distinct);
  std::vector<std::vector<uint64_t>> subjects;
  for (std::string_view title : distinct) {
    if (subjects.size() == kMostTitles) break;
    std::vector<uint64_t> subject = SubjectOf(Clean(title, {.furniture_rules = false}).tokens);
    if (!subject.empty()) subjects.push_back(std::move(subject));
  }
  KeepDistinct(subjects);
  return subjects;
}

}  // namespace

bool IsBoilerplate(const Body& body, std::span<const std::string> titles) {
  if (titles.size() < kMinBoilerplateTitles) return false;
  const std::vector<std::vector<uint64_t>> subjects = SubjectsOf(titles);
  if (subjects.size() < kMinBoilerplateTitles) return false;
  const std::vector<uint64_t> spoken = SubjectOf(body.tokens);
  const auto is_spoken_of = [&](const std::vector<uint64_t>& subject) {
    const auto shared = std::ranges::count_if(
        subject, [&](uint64_t part) { return std::ranges::binary_search(spoken, part); });
    return static_cast<double>(shared) >= kSpokenOf * static_cast<double>(subject.size());
  };
  const auto count = static_cast<size_t>(std::ranges::count_if(subjects, is_spoken_of));
  return count * kTitlesForOneSpokenOf <= subjects.size();
}

}  // namespace wirecopy
