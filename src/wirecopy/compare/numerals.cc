#include "wirecopy/compare/numerals.h"

#include <array>
#include <optional>

namespace wirecopy {
namespace {

struct Numeral {
  char32_t character;
  int digit;    // 0..9, or -1
  double unit;  // 10, 100, …; 0 for digits
};

constexpr std::array<Numeral, 17> kNumerals = {{{U'〇', 0, 0},
                                                {U'零', 0, 0},
                                                {U'一', 1, 0},
                                                {U'二', 2, 0},
                                                {U'两', 2, 0},
                                                {U'三', 3, 0},
                                                {U'四', 4, 0},
                                                {U'五', 5, 0},
                                                {U'六', 6, 0},
                                                {U'七', 7, 0},
                                                {U'八', 8, 0},
                                                {U'九', 9, 0},
                                                {U'十', -1, 1e1},
                                                {U'百', -1, 1e2},
                                                {U'千', -1, 1e3},
                                                {U'万', -1, 1e4},
                                                {U'亿', -1, 1e8}}};

const Numeral* FindNumeral(Token token) {
  for (const Numeral& numeral : kNumerals) {
    if (CharacterToken(numeral.character) == token) return &numeral;
  }
  return nullptr;
}

// Reads one run of Han numerals: 二十三 -> 23, 二〇二四 -> 2024, 三亿五千万 -> 350,000,000.
// `start`: the digits before the run, as in 5千.
double HanValue(std::span<const Token> run, std::optional<double> start) {
  double total = 0;    // finished parts above 万
  double section = 0;  // of the part that is being read
  double digit = start.value_or(0);
  bool has_digit = start.has_value();
  for (Token token : run) {
    const Numeral* numeral = FindNumeral(token);
    if (numeral->unit == 0) {
      digit = has_digit ? digit * 10 + numeral->digit : numeral->digit;
      has_digit = true;
    } else if (numeral->unit < 1e4) {
      section += (has_digit ? digit : 1) * numeral->unit;
      digit = 0;
      has_digit = false;
    } else {
      const double part = section + digit;
      if (total > numeral->unit) {
        total += part * numeral->unit;  // 三亿五千万
      } else {
        total = (total + part == 0 ? 1 : total + part) * numeral->unit;  // 二万三千亿
      }
      section = digit = 0;
      has_digit = false;
    }
  }
  return total + section + digit;
}

}  // namespace

bool IsHanNumeral(Token token) { return FindNumeral(token) != nullptr; }

bool IsNumeric(Token token) { return KindOf(token) == TokenKind::kNumber || IsHanNumeral(token); }

std::vector<double> NumbersIn(std::span<const Token> tokens) {
  std::vector<double> values;
  for (size_t i = 0; i < tokens.size();) {
    std::optional<double> start;
    size_t end = i;
    if (KindOf(tokens[i]) == TokenKind::kNumber) {
      const int64_t value = NumberValue(tokens[i]);
      start = value >= 0 ? static_cast<double>(value) : 1e12 + tokens[i];
      end = i + 1;
    } else if (!IsHanNumeral(tokens[i])) {
      ++i;
      continue;
    }
    size_t stop = end;
    while (stop < tokens.size() && IsHanNumeral(tokens[stop])) ++stop;
    values.push_back(HanValue(tokens.subspan(end, stop - end), start));
    i = stop;
  }
  return values;
}

}  // namespace wirecopy
