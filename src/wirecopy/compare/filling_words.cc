#include "wirecopy/compare/filling_words.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace wirecopy {
namespace {

// Folded Simplified characters.
constexpr std::u32string_view kDeicticWords[] = {
    U"今天", U"今日", U"昨天", U"昨日", U"昨晚", U"明天", U"明日", U"前天", U"日前", U"近日",
    U"当天", U"当日", U"当晚", U"今晨", U"今晚", U"今年", U"去年", U"明年", U"本月", U"上月",
    U"我省", U"我市", U"我县", U"我区", U"我国", U"全省", U"全市", U"本市", U"本省", U"本报"};
constexpr std::u32string_view kWriterWords[] = {U"记者", U"通讯员", U"特派员",   U"编译", U"报讯",
                                                U"日电", U"日讯",   U"据新华社", U"消息"};

// Folded.
constexpr std::string_view kDeicticEnglish[] = {"today",  "yesterday", "tomorrow",  "tonight",
                                                "monday", "tuesday",   "wednesday", "thursday",
                                                "friday", "saturday",  "sunday"};
constexpr std::string_view kWriterEnglish[] = {"reporting", "reporter", "correspondent", "editing",
                                               "byline"};

bool Holds(std::span<const Token> tokens, std::u32string_view word) {
  return std::search(tokens.begin(), tokens.end(), word.begin(), word.end(),
                     [](Token token, char32_t c) { return token == CharacterToken(c); }) !=
         tokens.end();
}

std::vector<Token> Hashed(std::span<const std::string_view> words) {
  std::vector<Token> tokens;
  for (std::string_view word : words) tokens.push_back(WordToken(word));
  return tokens;
}

bool HoldsAny(std::span<const Token> tokens, std::span<const std::u32string_view> words,
              std::span<const Token> english) {
  return std::ranges::any_of(words, [&](auto word) { return Holds(tokens, word); }) ||
         std::ranges::find_first_of(tokens, english) != tokens.end();
}

}  // namespace

bool IsDeictic(std::span<const Token> filling) {
  static const std::vector<Token> english = Hashed(kDeicticEnglish);
  return HoldsAny(filling, kDeicticWords, english);
}

bool NamesWriter(std::span<const Token> filling) {
  static const std::vector<Token> english = Hashed(kWriterEnglish);
  return HoldsAny(filling, kWriterWords, english);
}

}  // namespace wirecopy
