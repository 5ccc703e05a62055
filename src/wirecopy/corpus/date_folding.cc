#include "wirecopy/corpus/date_folding.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/strings/ascii.h"

namespace wirecopy {
namespace {

struct Spelling {
  std::string_view from;
  std::string_view to;
};
constexpr Spelling kSpellings[] = {
    {"０", "0"},     {"１", "1"},      {"２", "2"},      {"３", "3"},     {"４", "4"},
    {"５", "5"},     {"６", "6"},      {"７", "7"},      {"８", "8"},     {"９", "9"},
    {"：", ":"},     {"／", "/"},      {"－", "-"},      {"．", "."},     {"，", ","},
    {"（", "("},     {"）", ")"},      {"\u00a0", " "},  {"\u2009", " "}, {"\u202f", " "},
    {"\u3000", " "}, {"\u2212", "-"},  {"\u2010", "-"},  {"\u2011", "-"}, {"\u2013", "-"},
    {"\u2014", "-"}, {"\u200e", ""},   {"\u200f", ""},   {"\u200b", ""},  {"\ufeff", ""},
    {"號", "号"},    {"禮拜", "星期"}, {"礼拜", "星期"}, {"週", "周"}};

struct HanDigit {
  std::string_view character;
  int value;
};
constexpr HanDigit kHanDigits[] = {{"〇", 0}, {"零", 0}, {"○", 0},   {"一", 1}, {"二", 2},
                                   {"三", 3}, {"四", 4}, {"五", 5},  {"六", 6}, {"七", 7},
                                   {"八", 8}, {"九", 9}, {"十", 10}, {"廿", 20}};
constexpr std::string_view kUnits[] = {"年", "月", "日", "号", "时", "時", "点", "點", "分", "秒"};

const Spelling* SpellingAt(std::string_view text) {
  for (const Spelling& spelling : kSpellings) {
    if (text.starts_with(spelling.from)) return &spelling;
  }
  return nullptr;
}

std::string Respelled(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Spelling* found = absl::ascii_isascii(text.front()) ? nullptr : SpellingAt(text);
    const char c = text.front();
    if (found) {
      out += found->to;
    } else {
      out += absl::ascii_isspace(c) ? ' ' : absl::ascii_tolower(c);
    }
    text.remove_prefix(found ? found->from.size() : 1);
  }
  return out;
}

std::optional<HanDigit> HanDigitAt(std::string_view text) {
  for (const HanDigit& digit : kHanDigits) {
    if (text.starts_with(digit.character)) return digit;
  }
  return std::nullopt;
}

// 二〇二六 -> 2026, 三十一 -> 31, 〇七 -> 07; empty where it is no such number.
std::string NumberOf(const std::vector<int>& digits) {
  const auto tens = std::ranges::find_if(digits, [](int digit) { return digit >= 10; });
  if (tens == digits.end()) {
    std::string number;
    for (const int digit : digits) number += static_cast<char>('0' + digit);
    return number;
  }
  const auto before = tens - digits.begin();
  const auto after = digits.end() - tens - 1;
  const bool twenty = *tens == 20;
  if (before > (twenty ? 0 : 1) || after > 1) return {};
  int value = *tens;
  if (before == 1) {
    if (digits[0] < 1) return {};
    value = digits[0] * 10;
  }
  if (after == 1) {
    if (digits.back() < 1 || digits.back() > 9) return {};
    value += digits.back();
  }
  return std::to_string(value);
}

std::string WithAsciiNumerals(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::string_view rest = text;
    std::vector<int> digits;
    for (auto digit = HanDigitAt(rest); digit; digit = HanDigitAt(rest)) {
      digits.push_back(digit->value);
      rest.remove_prefix(digit->character.size());
    }
    const bool counts =
        std::ranges::any_of(kUnits, [&](std::string_view unit) { return rest.starts_with(unit); });
    const std::string number = counts ? NumberOf(digits) : "";
    if (number.empty()) {
      const size_t kept = std::max<size_t>(text.size() - rest.size(), 1);
      out += text.substr(0, kept);
      text.remove_prefix(kept);
    } else {
      out += number;
      text = rest;
    }
  }
  return out;
}

}  // namespace

std::string FoldDate(std::string_view text) {
  std::string out = Respelled(text);
  const bool is_ascii = std::ranges::all_of(out, absl::ascii_isascii);
  if (!is_ascii) out = WithAsciiNumerals(out);
  absl::StripAsciiWhitespace(&out);
  return out;
}

}  // namespace wirecopy
