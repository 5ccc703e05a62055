// Numbers as texts write them: digits (12,000), Han numerals (二十三), both with 万 and 亿, read
// into values.
//
//   std::vector<double> values = NumbersIn(tokens);   // 第二十三届 -> {23}; 12万 -> {120000}
//
// A decimal point is no token: 1.2万 reads as {1, 20000}, and differs from 1.3万 all the same.
// Cost: linear. Threads: pure functions.
#ifndef WIRECOPY_COMPARE_NUMERALS_H_
#define WIRECOPY_COMPARE_NUMERALS_H_

#include <span>
#include <vector>

#include "wirecopy/model/token.h"

namespace wirecopy {

// A character that writes a number: 〇零一二两三四五六七八九十百千万亿.
bool IsHanNumeral(Token token);

// A token of a written number: digits or a Han numeral.
bool IsNumeric(Token token);

// The values of the maximal runs of numeric tokens, in text order. Runs of digits too long for a
// token's value count as one value that is equal only to itself.
std::vector<double> NumbersIn(std::span<const Token> tokens);

}  // namespace wirecopy

#endif  // WIRECOPY_COMPARE_NUMERALS_H_
